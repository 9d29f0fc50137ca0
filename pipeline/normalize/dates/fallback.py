"""Dates that no declared form covers, read by dateparser: rarer languages and time stamps.

dateparser invents what is missing, takes "32.5" for a date and once took minutes for one string.
So it sees only short stretches with a day, a word that begins like a month, and a year, and what
it answers must have exactly that day and year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache

from pipeline.model.source import Span
from pipeline.model.value import Reading
from pipeline.normalize.dates.part import calendar, month_stems
from pipeline.normalize.text import fold, key

LONGEST = 40

_WORD = r"(?P<word>[^\W\d_][^\s\d,.;:()]{2,14})"
_YEAR = r"(?P<year>(?:1\d|20)\d\d)(?!\d)"
_SHAPES = (
    re.compile(rf"(?<![\d.,/])(?P<day>\d{{1,2}})\.? {_WORD}\.?,? {_YEAR}"),
    re.compile(rf"(?<![\d.,/]){_YEAR}\.? {_WORD}\.? (?P<day>\d{{1,2}})(?!\d)"),
)
_TIME_STAMP = re.compile(
    r"(?<![^\W\d_])(?P<word>[A-Z][a-z]{2}) (?P<day>\d{1,2}) [\d:]{5,8} (?:[A-Z]{2,5} )?" + _YEAR
)
# What the shapes have in common, searched at figures alone.
_IN_A_ROW = re.compile(r"\d\.? [^\W\d_][^\s\d,.;:()]{2,14}\.?,? \d")
_STAMPED = re.compile(r"[A-Za-z] \d{1,2} [\d:]{5}")


def find_unlisted(
    text: str, span: Span, taken: tuple[Span, ...]
) -> Iterator[tuple[Reading[str], ...]]:
    """One reading for every date that dateparser sees outside the spans taken."""
    folded = fold(text[span.start : span.end])
    if not _IN_A_ROW.search(folded) and not (":" in folded and _STAMPED.search(folded)):
        return
    shapes = (*_SHAPES, _TIME_STAMP) if ":" in folded else _SHAPES
    for match in (match for shape in shapes for match in shape.finditer(folded)):
        place = Span(match.start() + span.start, match.end() + span.start)
        iso = "" if any(place.meets(other) for other in taken) else _read(match)
        if iso:
            yield (Reading(iso, place, "date:dateparser"),)


def _read(match: re.Match[str]) -> str:
    """The day as ISO 8601 if dateparser sees exactly the day and year that are written."""
    if len(match[0]) > LONGEST or key(match["word"])[:3] not in month_stems():
        return ""
    parsed = _parse(match[0])
    exact = parsed and (parsed.year, parsed.day) == (int(match["year"]), int(match["day"]))
    return parsed.date().isoformat() if parsed and exact else ""


@lru_cache(maxsize=4096)
def _parse(written: str) -> datetime | None:
    import dateparser

    return dateparser.parse(
        written,
        languages=calendar()["other_languages"],
        settings={
            "STRICT_PARSING": True,
            "PARSERS": ["absolute-time"],
            "RELATIVE_BASE": datetime(2000, 1, 1),  # noqa: DTZ001  (a fixed base, nothing is relative)
        },
    )
