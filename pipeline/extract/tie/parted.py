"""Sentences that tell of one tie behind the other: "MoU 27/4/2009; Agreement on sister city 18/4/2014"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.prose.clause import negative_words
from pipeline.extract.prose.sentence import Sentence
from pipeline.extract.tie.event import is_other_event
from pipeline.model.source import Span

_SEVERAL = 2
_LONGEST = 48  # letters of an entry; a sentence first tells how its tie came about


def parted(sentence: Sentence) -> Iterator[Sentence]:
    """The entries between semicolons, where each has a date of its own; else the sentence itself.

    None where one is of another event: "anniversary in 2015; the tie began with a colony, 1927".
    """
    text, (start, end) = sentence.page.text, sentence.span
    if text.find(";", start, end) < 0 or _tells_more(text, sentence.span):
        yield sentence
        return
    parts: list[Sentence] = []
    for said in text[start:end].split(";"):
        span = Span(start, start + len(said))
        inside = tuple(token for token in sentence.taken if span.covers(token.span))
        parts.append(Sentence(sentence.page, span, inside))
        start = span.end + 1
    dated = all(any(token.date for token in part.taken) for part in parts)
    short = all(part.span.end - part.span.start <= _LONGEST for part in parts)
    yield from parts if dated and short and len(parts) >= _SEVERAL else (sentence,)


def _tells_more(text: str, span: Span) -> bool:
    return bool(negative_words("agreement").search(text, *span)) or is_other_event(text, *span)
