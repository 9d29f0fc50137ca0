"""The parts of a literal as ISO 8601 prefixes, at the precision written, with their rivals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from pipeline.normalize.dates.part import (
    BUDDHA,
    FIRST_BUDDHIST_YEAR,
    MINGUO,
    eras,
    full_year,
    han_number,
    month_number,
)

Parts = Mapping[str, str | None]


def iso_dates(parts: Parts, order: str) -> tuple[str, ...]:
    """Every possible date that the parts of a literal name, likeliest first; none if impossible."""
    found = (
        iso(year, month, day) for year in _years(parts, order) for month, day in _days(parts, order)
    )
    return tuple(dict.fromkeys(written for written in found if written))


def iso(year: int, month: int | None, day: int | None) -> str:
    """ISO 8601 at the precision given, empty where there is no such day or month."""
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return ""
    return "-".join((f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)))


def _years(parts: Parts, order: str) -> Iterator[int]:
    """Rival years: the one written, then the one of the era where they disagree."""
    written = parts.get("y") or parts.get("Y") or parts.get("yyyyy")
    if written:
        yield _gregorian(int(written), parts.get("M") or "")
    if parts.get("B"):
        yield int(parts["B"] or 0) - BUDDHA
    if parts.get("yy") or parts.get("s1"):
        short = parts.get("yy") or _by_order(parts, order)["y"]
        yield MINGUO + int(short) if order == "minguo" else full_year(short.zfill(2))
    if parts.get("r") and order == "minguo":
        yield MINGUO + int(parts["r"] or 0)
    if parts.get("h"):
        yield han_number(parts["h"] or "") or 0
    era = eras().get(parts.get("E") or parts.get("L") or "")
    year = era.year(han_number(parts.get("n") or "") or 0) if era else None
    if year:
        yield year


def _gregorian(year: int, month: str) -> int:
    """A year beside a Thai month is counted from the Buddha where it is that large."""
    thai = "\u0e00" <= month[:1] <= "\u0e7f"
    return year - BUDDHA if thai and year >= FIRST_BUDDHIST_YEAR else year


def _days(parts: Parts, order: str) -> Iterator[tuple[int | None, int | None]]:
    """Rival pairs of month and day; a part that the literal lacks is None."""
    if parts.get("a"):
        pair = int(parts["a"] or 0), int(parts["b"] or 0)
        yield from (pair, pair[::-1]) if order == "mdy" else (pair[::-1], pair)
    elif parts.get("s1"):
        roles = _by_order(parts, order)
        yield int(roles["m"]), int(roles["d"])
    else:
        month = parts.get("m") or parts.get("M") or parts.get("R") or parts.get("hm")
        day = parts.get("d") or parts.get("hd")
        yield (month_number(month) if month else None), (han_number(day) if day else None)


def _by_order(parts: Parts, order: str) -> dict[str, str]:
    """Three bare figures by the page's order: with ``ymd``, 96.6.19 begins with the year."""
    roles = "ymd" if order == "minguo" else order
    return dict(zip(roles, (parts["s1"] or "", parts["s2"] or "", parts["s3"] or ""), strict=True))
