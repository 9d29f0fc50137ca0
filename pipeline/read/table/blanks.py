"""A header between single blanks: words joined to labels, where at least two may be labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from pipeline.model.source import Span
from pipeline.read.table.align import is_missing
from pipeline.read.table.body import Body
from pipeline.read.table.head import IN_BRACKETS, Heads, column_of
from pipeline.read.table.headed import DIGIT, SENTENCE_MARKS, YEAR
from pipeline.read.table.shape import is_value
from pipeline.read.table.wrapped import LABELS, Piece, fitted, free, tokens_of
from pipeline.schema.sieve import may_be_label

SAMPLE = 8  # rows by which a header is judged
FEWEST_LABELS = 2  # of a header between single blanks
_KNOWN_LABELS = 0.6  # of all of them
_USUAL = 0.75  # of the rows that are looked at, have as many figures as most
_TAG = re.compile(r"</?\w+\s*/?>")


def between_blanks(text: str, block: Sequence[Span], body: Body) -> Iterator[Heads]:
    """The ways to join words to labels, where at least two may be labels."""
    tokens = [] if is_prose(text, block) else tokens_of(text, block)
    labels = (token for token in tokens if may_be_label(text[slice(*token.span)]))
    if len(tuple(islice(labels, FEWEST_LABELS))) < FEWEST_LABELS:
        return
    freely = (free(text, tokens, worth) for worth in LABELS)
    for heads in (*freely, *_counted(text, tokens, body)):
        known = sum(column_of(text, head).known for head in heads)
        if known >= FEWEST_LABELS and known >= _KNOWN_LABELS * len(heads):
            yield heads


def _counted(text: str, tokens: Sequence[Piece], body: Body) -> Iterator[Heads]:
    """Words as one label for each figure with which all rows end, and one or two before them.

    A code with which all rows begin has a label too: "03 Norvale Elm 29,998 4".
    """
    said = [
        _without_remark([text[slice(*cell)] for cell in cut.cells]) for cut in body.rows[:SAMPLE]
    ]
    sizes = [sum(1 for _ in takewhile(_is_told, reversed(row))) for row in said]
    size, usual = Counter(sizes).most_common(1)[0]
    if size < FEWEST_LABELS or usual < _USUAL * len(sizes):
        return
    said = [row for row, own in zip(said, sizes, strict=True) if own == size]
    figures = list(zip(*(row[-size:] for row in said), strict=True))
    for names in (1, 2) if min(map(len, said)) > size + 1 else (1,):
        words = tuple(" ".join(row[:-size]) for row in said)
        yield fitted(text, tokens, [*[words] * names, *figures])
    codes = tuple(row[0] for row in said)
    if all(map(str.isdigit, codes)) and min(map(len, said)) > size + 2:
        words = tuple(" ".join(row[1:-size]) for row in said)
        yield fitted(text, tokens, [codes, words, words, *figures])


def _is_told(cell: str) -> bool:
    """Whether a cell is a figure, or says that there is none."""
    return is_value(cell) or is_missing(cell)


def _without_remark(row: list[str]) -> list[str]:
    """A row without the words in brackets at its end: "40.2 (by sea)"."""
    if not row or not row[-1].endswith(")"):
        return row
    opens = next((at for at in reversed(range(len(row))) if row[at].startswith("(")), 0)
    remark = " ".join(row[opens:])
    return row[:opens] if opens and not any(map(str.isdigit, remark)) else row


def is_prose(text: str, block: Sequence[Span]) -> bool:
    """Whether lines of words have figures or colons, which labels without a separator have not."""
    said = _TAG.sub(" ", " ".join(text[slice(*line)] for line in block))
    said = IN_BRACKETS.sub("", said)
    return SENTENCE_MARKS.search(said) is not None or (
        DIGIT.search(said) is not None and not YEAR.search(said)
    )
