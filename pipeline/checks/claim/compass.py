"""Directions in words and degrees, clockwise from north."""

from __future__ import annotations

from pipeline.normalize.text import key

POINTS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
TURN, STEP = 360.0, 45.0
# Words of other languages by the point they mean; the longest that begins a text is taken.
_WORDS = {
    "北東": 45.0, "東北": 45.0, "东北": 45.0, "북동": 45.0, "nordost": 45.0, "nord-est": 45.0,
    "南東": 135.0, "東南": 135.0, "东南": 135.0, "남동": 135.0, "südost": 135.0, "sud-est": 135.0,
    "南西": 225.0, "西南": 225.0, "남서": 225.0, "südwest": 225.0, "sud-ouest": 225.0,
    "北西": 315.0, "西北": 315.0, "북서": 315.0, "nordwest": 315.0, "nord-ouest": 315.0,
    "北": 0.0, "북": 0.0, "nord": 0.0, "norte": 0.0, "東": 90.0, "东": 90.0, "동": 90.0, "ost": 90.0,
    "este": 90.0, "est": 90.0, "南": 180.0, "남": 180.0, "süd": 180.0, "sud": 180.0, "sur": 180.0,
    "西": 270.0, "서": 270.0, "oeste": 270.0, "ouest": 270.0, "ovest": 270.0,
}  # fmt: skip


def degrees_of(words: str) -> float | None:
    """The direction that words name, in degrees; None if they name none of eight."""
    plain = key(words).replace("-", "").replace(" ", "").removesuffix("ern").removesuffix("wards")
    if plain in POINTS:
        return POINTS.index(plain) * STEP
    spelled = next(
        (word for word in sorted(_WORDS, key=len, reverse=True) if key(words).startswith(word)), ""
    )
    return _WORDS.get(spelled)


def direction(degrees: float) -> str:
    """The nearest of the eight points."""
    return POINTS[round(degrees / STEP) % len(POINTS)]


def apart(one: float, two: float) -> float:
    """The angle between two directions, at most 180."""
    turned = abs(one - two) % TURN
    return min(turned, TURN - turned)
