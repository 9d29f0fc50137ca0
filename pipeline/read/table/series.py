"""Rows of one place at several times: what stands where a name would is a day."""

from __future__ import annotations

import re

from pipeline.normalize.date import find_dates, find_years

_WORD = re.compile(r"[^\W\d_]+")


def is_day(text: str) -> bool:
    """Whether a cell is a year or a date, with one word beside it at most ("2010 Census")."""
    found = [rivals[0].span for rivals in find_dates(text)]
    found = found or [reading.span for reading in find_years(text)]
    if not found:
        return False
    rest = f"{text[: found[0].start]} {text[found[-1].end :]}"
    return not any(map(str.isdigit, rest)) and len(_WORD.findall(rest)) <= 1
