"""Cells that count or date their rows: numbers one after the other, days where a name would stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.normalize.date import find_dates, find_years

_NUMBER = re.compile(r"\(?(\d{1,3})[.)]?")
_FEWEST_NUMBERS = 3
_WORD = re.compile(r"[^\W\d_]+")


def is_day(text: str) -> bool:
    """Whether a cell is a year or a date, with one word beside it at most ("2010 Census")."""
    found = [rivals[0].span for rivals in find_dates(text)]
    found = found or [reading.span for reading in find_years(text)]
    if not found:
        return False
    rest = f"{text[: found[0].start]} {text[found[-1].end :]}"
    return not any(map(str.isdigit, rest)) and len(_WORD.findall(rest)) <= 1


def are_numbers(cells: Sequence[str]) -> bool:
    """Whether cells number their rows: 1, 2, 3."""
    found = [_NUMBER.fullmatch(cell) for cell in cells]
    numbers = [int(match[1]) for match in found if match]
    if len(numbers) < max(_FEWEST_NUMBERS, len(cells)):
        return False
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))
