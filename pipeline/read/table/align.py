"""Cells to columns: which piece of a row is which column when their numbers differ.

Rows lose cells (a flag without text) and gain pieces (a date with blanks in a row that is split at
blanks). The best monotone pairing is found by dynamic programming over what each column can read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache, partial
from itertools import pairwise, starmap
from typing import NamedTuple

from pipeline.model.source import Span
from pipeline.model.value import Context
from pipeline.normalize.lexeme import alternation, scale_words
from pipeline.normalize.place import country_code
from pipeline.normalize.stretch import dates
from pipeline.normalize.unit import unit_at
from pipeline.schema.field import Kind
from pipeline.schema.place import BY_NAME

_FIGURE = re.compile(r"[^\w]{0,3}\d[\d.,' ]*\)?")
_REST = re.compile(r"0\d\d")  # of a figure cut at a blank that groups its digits: "8 007"
_GROUP = re.compile(r"\d{3}(?:[.,]\d+)?")
_INTEGER = re.compile(r"\d{1,4}")
_LETTER = re.compile(r"[^\W\d_]")
_TAIL = re.compile(r"[^\d]{0,24}(?:[\[(].*)?")
_MISSING = re.compile(r"[\W_]*|n\.?/?a\.?|x", re.IGNORECASE)
_FIGURES = {Kind.COUNT, Kind.NUMBER, Kind.MONEY}
_MOST_PIECES = 6
_GROUP_SIZE = 3
_LONGEST_FIGURE = 80
_LONGEST_DATED = 120
FITS, FAILS, SKIP_KNOWN, SKIP_OTHER = 3.0, -4.0, -1.5, -0.4
JOIN, JOIN_FIGURE, JOIN_NAME = -0.2, -0.25, -0.1  # names have blanks more often than figures
FIGURE_BEHIND = -0.6  # words: "Vredendal" "12 981"
UNEVEN = -0.02  # "3 707" "113 762" rather than "3 707 113" "762"
SKIP_FIRST = -0.5  # a row seldom lacks its first cell


class Column(NamedTuple):
    """A column of a table: the pieces that head it, the outermost first, and what they name.

    ``field`` is empty where they name none; ``context`` is what they say of the figures below.
    """

    heads: tuple[Span, ...]
    field: str
    known: bool
    context: Context = Context()


def align(
    text: str, pieces: Sequence[Span], columns: Sequence[Column], *, joinable: bool
) -> tuple[float, tuple[Span | None, ...]]:
    """The score of the best pairing and the cell of every column (None where it has none)."""
    most = _MOST_PIECES if joinable else 1
    table: list[list[tuple[float, int]]] = [
        [(0.0, 0)] * (len(pieces) + 1) for _ in range(len(columns) + 1)
    ]
    for used in range(1, len(pieces) + 1):
        table[0][used] = (float("-inf"), 0)
    for index, column in enumerate(columns, 1):
        for used in range(len(pieces) + 1):
            table[index][used] = max(
                (
                    table[index - 1][used - taken][0]
                    + _score(text, pieces[used - taken : used], column)
                    + (SKIP_FIRST if index == 1 and not taken else 0.0),
                    -taken,
                )
                for taken in range(min(most, used) + 1)
            )
    return table[-1][-1][0], _cells(table, pieces)


def _cells(
    table: Sequence[Sequence[tuple[float, int]]], pieces: Sequence[Span]
) -> tuple[Span | None, ...]:
    cells: list[Span | None] = []
    used = len(pieces)
    for row in reversed(table[1:]):
        taken = -row[used][1]
        cells.append(Span(pieces[used - taken].start, pieces[used - 1].end) if taken else None)
        used -= taken
    return tuple(reversed(cells))


def _score(text: str, pieces: Sequence[Span], column: Column) -> float:
    if not pieces:
        return SKIP_KNOWN if column.field else SKIP_OTHER
    cell = text[pieces[0].start : pieces[-1].end]
    joints = _joints(text, pieces, column.field) if len(pieces) > 1 else 0.0
    return _fit(cell, column.field) + joints - 2.0 * (not cell.strip())


def _joints(text: str, pieces: Sequence[Span], field: str) -> float:
    """What the pieces behind the first cost a cell; groups of digits are spread over the figures."""
    more = len(pieces) - 1
    kind = BY_NAME[field].kind if field else Kind.TEXT
    if kind in _FIGURES:
        return JOIN_FIGURE * more + UNEVEN * more * more
    if kind is Kind.DATE:
        return JOIN * more
    joint = JOIN_NAME if field in {"name", "country"} else JOIN
    return joint * more + sum(starmap(partial(_beside, text), pairwise(pieces)))


def _beside(text: str, before: Span, piece: Span) -> float:
    """What a figure costs a cell behind a word, or behind another figure that it does not go on."""
    if not text[piece.start].isdigit():
        return 0.0
    if not text[before.start].isdigit():
        return FIGURE_BEHIND
    groups = _GROUP.fullmatch(text, *piece) and before.end - before.start <= _GROUP_SIZE
    return FIGURE_BEHIND if groups else 2 * FIGURE_BEHIND


@lru_cache(maxsize=4096)
def _fit(cell: str, field: str) -> float:
    """How well a cell suits a field."""
    letters = bool(_LETTER.search(cell))
    if not field:
        return (-0.2 if cell[:1].isdigit() else 0.3) if letters else 0.0
    if field == "country":
        return FITS if country_code(cell) else -1.0
    kind = BY_NAME[field].kind
    if kind is Kind.DATE:
        return (FITS if _only_date(cell) else FITS / 2) if is_date(cell) else FAILS
    if kind is Kind.TEXT:
        return (1.0 if letters else -2.0) if not cell[:1].isdigit() else -1.0
    return FITS if is_figure(cell) and not _REST.match(cell) else FAILS


def fits(cell: str, field: str) -> bool:
    """Whether a cell holds what a field of a name or a figure asks for."""
    return _fit(cell, field) > 0


def is_missing(cell: str) -> bool:
    """Whether a cell says that there is nothing: empty, "-", "…", "n/a"."""
    return _MISSING.fullmatch(cell) is not None


@lru_cache(maxsize=4096)
def is_date(cell: str) -> bool:
    """Whether a cell is a date and nothing else but a bracket; no date is as long as a sentence."""
    if len(cell.strip()) > _LONGEST_DATED:
        return False
    found = dates(cell, Span(0, len(cell)))
    return bool(found) and found[0][0].span.end - found[0][0].span.start >= 0.6 * len(cell.strip())


def _only_date(cell: str) -> bool:
    """Whether a date leaves nothing of a cell but a bracket."""
    span = dates(cell, Span(0, len(cell)))[0][0].span
    rest = cell[: span.start] + cell[span.end :]
    return not _LETTER.search(rest) or "(" in rest


@cache
def _scaled_tail() -> re.Pattern[str]:
    return re.compile(
        rf"[ ]?(?:{alternation(scale_words())}|[kKmM]\b)?[^\d]{{0,24}}(?:[\[(].*)?", re.IGNORECASE
    )


@lru_cache(maxsize=4096)
def is_figure(cell: str) -> bool:
    """Whether a cell is one figure with at most a unit, a scale word or a bracket behind it."""
    match = _FIGURE.match(cell)
    if match is None or len(cell) > _LONGEST_FIGURE or is_date(cell):
        return bool(_INTEGER.fullmatch(cell.strip()))
    unit = unit_at(cell, match.end(), len(cell))
    end = unit.span.end if unit else match.end()
    tail = _TAIL.fullmatch(cell, end) or _scaled_tail().fullmatch(cell, end)
    return tail is not None and _single(match[0])


def _single(figure: str) -> bool:
    """Whether a run of digits, marks and blanks is one number: 2 399 070 but not 18 260."""
    groups = figure.strip(" .,'()").split(" ")
    return len(groups) == 1 or (
        1 <= len(groups[0]) <= 3
        and all(len(group.split(",")[0].split(".")[0]) == 3 for group in groups[1:])
    )
