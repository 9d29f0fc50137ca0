"""Lists of "name figure" lines below a title that says what the figures are.

Kenya population at 48 million
Mombasa 1.2M
Kwale 867K
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.model.source import Span
from pipeline.normalize.glossary import glossary
from pipeline.read.blank import trim_blank
from pipeline.read.table.align import Column, is_figure
from pipeline.read.table.grid import Row, Table

_PAIR = re.compile(
    r"\W*(?:\d{1,3}[.)]\s+)?(?P<name>[^\W\d_][^\d:;.!?]{1,40}?)\s*(?:[-:(]|\.{2,})?\s*"
    r"(?P<figure>\d[\d.,' ]*\s?(?:[kKmM]|million|thousand|万|만)?)\s*\)?"
)
_ITEM = re.compile(
    r"\W*\d{1,3}[.)]\s+(?P<name>[^\W\d_][^\d:;.!?]{1,40}?)\s+(?P<figure>\d{1,3}(?:[.,]\d{3})+)(?=\s|<|$)"
)
_TAG = re.compile(r"</?\w+\s*/?>")
_FEWEST, _FEWEST_ITEMS = 5, 3
_TITLE_LINES, _LONGEST_TITLE = 40, 90


def find_listing(text: str, lines: Sequence[Span]) -> tuple[Table, ...]:
    """The lists of a page, each as a table of two columns, where a title names the property."""
    runs = [
        list(run)
        for paired, run in groupby(_numbered(text, lines), key=lambda pair: pair[1] is not None)
        if paired
    ]
    return tuple(
        table
        for run in runs
        if len(run) >= (_FEWEST_ITEMS if _is_counted(text, lines, run) else _FEWEST)
        and (table := _table(text, lines, run))
    )


def _is_counted(text: str, lines: Sequence[Span], run: Sequence[tuple[int, Row | None]]) -> bool:
    """Whether the items of a run have numbers of their own."""
    return all(_ITEM.match(text, *lines[index]) for index, _ in run)


def _numbered(text: str, lines: Sequence[Span]) -> Iterator[tuple[int, Row | None]]:
    for index, line in enumerate(lines):
        inner = trim_blank(text, line)
        match = _PAIR.fullmatch(text, *inner) or _ITEM.match(text, *inner)
        if match and is_figure(match["figure"].strip()):
            cells = (Span(*match.span("name")), trim_blank(text, Span(*match.span("figure"))))
            yield index, Row(inner, cells)
        else:
            yield index, None


def _table(text: str, lines: Sequence[Span], run: Sequence[tuple[int, Row | None]]) -> Table | None:
    rows = tuple(row for _, row in run if row is not None)
    title = _title(text, lines, run[0][0])
    if title is None:
        return None
    cue, line = title
    columns = (
        Column((), "name", known=False),
        Column((cue,), "population", known=True),
    )
    return Table(Span(rows[0].span.start, rows[-1].span.end), columns, rows, 0, line)


def _title(text: str, lines: Sequence[Span], first: int) -> tuple[Span, Span] | None:
    """The nearest line above that speaks of population, and the word that does.

    A title may say only that it is a census; then the word stands in the prose below it.
    """
    above = lines[max(0, first - _TITLE_LINES) : first][::-1]
    cues = ((_cue(text, line), line) for line in above)
    told = [(cue, line) for cue, line in cues if cue is not None]
    titled = next(((cue, line) for cue, line in told if _is_title(text, line)), None)
    if titled or not told:
        return titled
    counted = (line for line in above if _is_title(text, line) and _names_census(text, line))
    return next(((told[0][0], line) for line in counted), None)


def _cue(text: str, line: Span) -> Span | None:
    match = glossary("population_cues").search(text, *line)
    return Span(match.start(), match.end()) if match else None


def _is_title(text: str, line: Span) -> bool:
    return len(_TAG.sub("", text[slice(*line)])) <= _LONGEST_TITLE


def _names_census(text: str, line: Span) -> bool:
    return glossary("census_words").search(text, *line) is not None
