"""The day of a tie in or right behind a heading, and behind the places of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.page import CUED, Candidate, Page
from pipeline.model.source import Line, Span
from pipeline.normalize.stretch import dates
from pipeline.normalize.text import is_cjk
from pipeline.read.profile.signal import ties
from pipeline.read.profile.since import LONGEST, since_behind, since_tail, tie_tail
from pipeline.schema.place import TIE_FIELDS

_SENTENCE_END = re.compile(r"\n|\.(?=\s+[^\W\d_a-z])")


def read_heading_tie(page: Page, heading: Span, *, in_table: bool = False) -> Iterator[Candidate]:
    """The date behind a heading's name: "Adelaide, Australia - since 1972"; in a table, of its cell.

    Of a sentence that only opens with the name the end is no heading's: "the choir sings from 1950 on".
    """
    stop = _SENTENCE_END.search(page.text, heading.end)
    line = Span(heading.start, stop.start() if stop else len(page.text))
    line = heading if in_table else line
    behind = since_behind(page.text, Span(heading.end, line.end))
    short = line.end - line.start <= LONGEST
    ending = since_tail(page.text, line) if short else None
    tail = ending or behind or _tail(page.text, heading, line)
    if tail is not None:
        yield from _of_tail(page, tail, min(heading.end, tail.start))


def _of_tail(page: Page, tail: Span, start: int) -> Iterator[Candidate]:
    """The first date of a heading's end, and those behind further words for a tie.

    ``start`` is where the words begin that may say which tie it is; East Asia says it behind the date.
    """
    told = dates(page.text, tail, page.marks.date_order)
    stops = [*(found[0].span.start for found in told[1:]), tail.end]
    for count, (found, stop) in enumerate(zip(told, stops, strict=True)):
        kind = ties(page.text[start : found[0].span.start])
        if is_cjk(page.text[tail.end - 1]):
            behind = ties(page.text[found[0].span.end : stop])
            kind = kind if behind in {"", "other"} and kind else behind
        if count and not kind:
            return
        start = found[0].span.end
        yield Candidate(TIE_FIELDS[kind or "other"], found, "heading: since", CUED)


def _tail(text: str, heading: Span, line: Span) -> Span | None:
    """The end of a line that says since when, right behind the heading's name: " - twinned 1959"."""
    tail = tie_tail(text, line)
    apart = tail is not None and text[heading.end : tail.start].strip(" -,;:|(•·/")
    return None if apart else tail


def read_since(page: Page, line: Line) -> Iterator[Candidate]:
    """The day behind the name of a place in a heading or a list of ties: "Lyon, France, since 1979"."""
    if line.group is None or line.label is not None:
        return
    kind = ties(page.text[slice(*line.body)]) or ties(page.text[slice(*line.group)]) or "other"
    for readings in dates(page.text, line.body, page.marks.date_order):
        yield Candidate(TIE_FIELDS[kind], readings, "since", CUED)
