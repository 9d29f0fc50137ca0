"""Which order of day, month and year a page's numeric dates show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.normalize.dates.part import era_letters
from pipeline.normalize.text import fold

MINGUO = "民國"
_DAYS = 31
_TWO = 2
# What stands before the first digit is looked back at behind it: so it is found fast.
_FIGURES = re.compile(r"(\d(?<![\d./-]\d)\d{0,3})([./-]) ?(\d{1,2})\2 ?(\d{1,4})(?!\d|[./-]\d)")


def date_order(literals: Iterable[str]) -> str:
    """``dmy``, ``mdy`` or ``ymd`` as the texts' numeric dates show it, empty without evidence.

    A part above twelve tells (27/10/2015); where none does, dates that begin with their year. A page
    that names the Republic of China's era counts its short years from it: ``minguo``.
    """
    literals = tuple(literals)
    if any(MINGUO in literal for literal in literals):
        return "minguo"
    counted = Counter(order for literal in literals for order in _orders(fold(literal)))
    if counted["dmy"] != counted["mdy"]:
        return "dmy" if counted["dmy"] > counted["mdy"] else "mdy"
    return "ymd" if counted["ymd"] and not counted["dmy"] else ""


def _orders(text: str) -> Iterator[str]:
    for match in _FIGURES.finditer(text):
        first, _, middle, last = match.groups()
        counted = _counts_from_era(text, match.start(), first, last)
        order = "ymd" if counted else _order(first, int(middle), last)
        if order:
            yield order


def _counts_from_era(text: str, start: int, first: str, last: str) -> bool:
    """Whether the letter of an era stands before figures of which the first or last has two: "H22.8.11"."""
    letter = text[start - 1 : start].lower()
    alone = bool(letter) and letter in era_letters() and not text[start - 2 : start - 1].isalnum()
    return alone and max(len(first), len(last)) == _TWO


def _order(first: str, middle: int, last: str) -> str:
    if len(first) == 4 and 1 <= middle <= 12:
        return "ymd"
    if len(first) > 2 or (len(last) != 4 and not _is_short_year(last)):
        return ""
    if 12 < int(first) <= _DAYS and 1 <= middle <= 12:
        return "dmy"
    return "mdy" if 1 <= int(first) <= 12 < middle <= _DAYS else ""


def _is_short_year(last: str) -> bool:
    """Whether two figures are those of a year, as they can be of no day: "12/21/89"."""
    return len(last) == 2 and int(last) > _DAYS
