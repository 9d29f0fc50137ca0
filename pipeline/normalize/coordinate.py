"""Geographical coordinates as texts write them: degrees with marks and letters, or decimals."""

from __future__ import annotations

import re

from pipeline.normalize.geometry import Point
from pipeline.normalize.text import fold

_FIGURE = r"(\d{1,3}(?:[.,]\d+)?)\s*(?:°|º|degrees?|度|도)?\s*"
_MINUTES = r"(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:['′’]|min\.?|分|분)\s*)?"
_SECONDS = r"(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:[\"″”]|''|′′|sec\.?|秒|초)\s*)?"
_ANGLE = rf"{_FIGURE}{_MINUTES}{_SECONDS}"
_LETTERED = re.compile(
    rf"{_ANGLE}(?P<north>[NS])[^\d]{{0,12}}?{_ANGLE}(?P<east>[EW])(?![a-z])", re.IGNORECASE
)
_DECIMALS = re.compile(r"\s*(-?\d{1,2}\.\d{2,})\s*[,;/\s]\s*(-?\d{1,3}\.\d{2,})\s*")
_MOST = 300  # characters of a text that are looked at


def read_coordinates(text: str) -> Point | None:
    """The position that a text gives, None where it gives none or one that does not exist.

    >>> read_coordinates("1°31′S 37°16′E")
    Point(latitude=-1.5167, longitude=37.2667)
    """
    folded = fold(text[:_MOST])
    lettered = _LETTERED.search(folded)
    if lettered:
        north, east = _angle(lettered.groups()[:3]), _angle(lettered.groups()[4:7])
        signs = (lettered["north"].upper() == "S", lettered["east"].upper() == "W")
        return _on_earth(-north if signs[0] else north, -east if signs[1] else east)
    decimals = _DECIMALS.fullmatch(folded)
    return _on_earth(float(decimals[1]), float(decimals[2])) if decimals else None


def _angle(parts: tuple[str | None, ...]) -> float:
    """Degrees, minutes and seconds as degrees."""
    figures = [float((part or "0").replace(",", ".")) for part in parts]
    return figures[0] + figures[1] / 60 + figures[2] / 3600


def _on_earth(latitude: float, longitude: float) -> Point | None:
    if abs(latitude) > 90 or abs(longitude) > 180:
        return None
    return Point(round(latitude, 4), round(longitude, 4))
