"""What its cells make of a line: a row, labels of columns, or words alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model.source import Span
from pipeline.read.grammar import meaning
from pipeline.read.table.align import is_date, is_figure
from pipeline.read.table.cells import Separator
from pipeline.schema.field import Kind
from pipeline.schema.place import BY_NAME
from pipeline.schema.sieve import may_be_label

LETTER = re.compile(r"[^\W\d_]")
DIGIT = re.compile(r"\d")
YEAR = re.compile(r"\D{0,2}(?:1[89]|20)\d\d(?:\D{0,2}|[^\d]*[^\W\d_][^\d]*)")
BRACKET = re.compile(r"\s*(?:[(\[][^()\[\]]*[)\]]|\b\d{1,2}/(?!\S))\s*")  # "1/" is a footnote
_SENTENCE_END = re.compile(r"[.!?。！？]['\")\]]*$")
_LONGEST_CELL = 160
_MOST_TOKENS = 40
_FEW_TOKENS = 8  # of a row with a single figure


def is_row(text: str, cells: Sequence[Span], by: Separator) -> bool:
    """Whether cells are those of a row: words beside figures, and no header."""
    said = [text[cell.start : cell.end] for cell in cells]
    if by is Separator.BLANK and cells and text.startswith(":", cells[0].end):
        return False  # "Source: Census of 2015"
    return _is_told(said, by) and any(map(LETTER.search, said)) and not heads(text, cells)


def _is_told(said: Sequence[str], by: Separator) -> bool:
    """Whether cells are two or more, with a figure, behind the first where they may be words."""
    if len(said) < 2:
        return False
    if by is Separator.BLANK:
        return _is_row_of_words(said)
    if by.keeps_empty:
        return any(DIGIT.search(BRACKET.sub("", cell)) for cell in said)
    return max(map(len, said)) <= _LONGEST_CELL and any(map(is_value, said[1:]))


def _is_row_of_words(said: Sequence[str]) -> bool:
    """A row between single blanks: few words, no sentence, and at least one figure behind the first."""
    if len(said) > _MOST_TOKENS:
        return False
    figures = sum(map(is_value, said[1:]))
    if len(said) <= _FEW_TOKENS:
        return figures > 0
    ends = _SENTENCE_END.search(said[-1]) and not DIGIT.search(said[-1])
    return figures >= 2 and not ends


def is_wordy(text: str, cells: Sequence[Span]) -> bool:
    """Whether cells are words only: a name over several lines, a heading among the rows."""
    said = [text[cell.start : cell.end] for cell in cells]
    return (
        len(said) > 0
        and max(map(len, said)) <= _LONGEST_CELL // 2
        and not any(map(is_value, said[1:]))
        and any(map(LETTER.search, said))
        and not _SENTENCE_END.search(said[-1])
    )


def heads(text: str, cells: Sequence[Span]) -> bool:
    """Whether cells are labels of columns and not a row below them."""
    said = [text[cell.start : cell.end] for cell in cells]
    if any(is_figure(cell) and is_value(cell) and not is_year(cell) for cell in said):
        return False
    labels = [
        BY_NAME[field].kind
        for cell in said
        if len(cell) <= _LONGEST_CELL and LETTER.search(cell) and may_be_label(cell)
        for field in meaning(cell).fields[:1]
    ]
    figures = any(kind is not Kind.TEXT for kind in labels)
    return figures and (len(labels) > 1 or 2 * len(labels) >= len(cells))


def is_value(cell: str) -> bool:
    """Whether a cell is a figure or a date; one in brackets is a part of a label: "(1,000)"."""
    if not DIGIT.search(cell) or BRACKET.fullmatch(cell):
        return False
    return is_figure(cell) or is_date(cell)


def is_year(cell: str) -> bool:
    """Whether a cell is a year with at most words behind it, as headers have: "2021, thousands"."""
    return YEAR.fullmatch(BRACKET.sub("", cell)) is not None
