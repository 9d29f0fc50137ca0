"""Lists under one label: ``6 Districts, 3 County-city``, ``Primary (3.9%), Secondary (40.7%)``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.page import LABELLED, Candidate, Page
from pipeline.model.source import Span
from pipeline.normalize.figure import Figure
from pipeline.normalize.reader import plain
from pipeline.normalize.sector import sector_spans
from pipeline.normalize.stretch import figures, trim
from pipeline.schema.place import BY_NAME

_BETWEEN = re.compile(r"[,;/·、。+&]|\band\b|\bund\b|\by\b|\be\b|\bet\b|\(|\)|:")
_AND = re.compile(r"^(?:and|und|et|y|e|i|и)\s+", re.IGNORECASE)
_NAME_BEFORE = re.compile(
    r"([^\W\d_][^,;/()\d:%]*?)\s*(?:industry|sector)?\s*[:(]?\s*-?$", re.IGNORECASE
)


def read_list(page: Page, body: Span, field: str, label: str) -> Iterator[Candidate]:
    """One candidate for each figure of a list, ``of`` what the words beside it say.

    A list without figures is kept as text under the label.
    """
    shares = field == "industry_shares"
    sectors = tuple(sector_spans(page.text, body)) if shares else ()
    found = [
        figure
        for figure in figures(page.text, body, page.context)
        if _suits(figure, field)
        and not page.is_identifier(figure.number.digits)
        and not any(named.meets(figure.number.span) for named in sectors)
    ]
    for index, figure in enumerate(found):
        before = found[index - 1].span.end if index else body.start
        after = found[index + 1].span.start if index + 1 < len(found) else body.end
        reach = Span(before, after)
        kind = _sector(page, figure, reach, sectors) or _kind(page, figure, reach, shares=shares)
        amounts = figure.read(page.context, BY_NAME[field].unit if figure.unit else "")
        yield Candidate(field, amounts, "labelled list", LABELLED, label, of=kind)
    if not found:
        for readings in plain(page.text, body, page.context):
            yield Candidate(f"other:{field}", readings, "labelled", LABELLED, label)


def _suits(figure: Figure, field: str) -> bool:
    if BY_NAME[field].unit == "percent":
        return figure.dimension in {"share", ""}
    return figure.dimension in {"", "person", "household"}


def _sector(page: Page, figure: Figure, reach: Span, sectors: Sequence[Span]) -> str:
    """The sector that is named nearest to a share, before it if it is."""
    near = [named for named in sectors if reach.covers(named)]
    before = [named for named in near if named.end <= figure.span.start]
    beside = before[-1:] or near[:1]
    return page.quote(beside[0]) if beside else ""


def _kind(page: Page, figure: Figure, reach: Span, *, shares: bool) -> str:
    """The words that say what a figure of a list is of: before a share, behind a count."""
    before = Span(reach.start, figure.span.start)
    after = Span(figure.number.span.end, reach.end)
    first, second = (before, after) if shares else (after, before)
    return _words(page, first, backward=shares) or _words(page, second, backward=not shares)


def _words(page: Page, span: Span, *, backward: bool) -> str:
    """The words next to a figure within a stretch, up to the nearest separator."""
    text = page.text
    if backward:
        match = _NAME_BEFORE.search(text, span.start, span.end)
        said = page.quote(trim(text, Span(match.start(1), match.end(1)))) if match else ""
        return _AND.sub("", said)
    stop = _BETWEEN.search(text, span.start, span.end)
    end = stop.start() if stop else span.end
    return _AND.sub("", page.quote(trim(text, Span(span.start, end))).strip("% "))
