"""The days of partners that one sentence lists: each beside its own, or one for all."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.source import Span
from pipeline.normalize.stretch import dates

_NEAR = 16  # characters between a partner and the day that is only its own
_CLOSED = ","


def item_days(text: str, sentence: Span, items: Sequence[Span]) -> list[Span | None]:
    """The day of each partner, in the order of the sentence; None where it has none."""
    found = _between(text, sentence, items)
    behind, before = found[1:], found[:-1]
    if all(behind):
        return [spans[0] for spans in behind]
    if all(before):
        return [spans[-1] for spans in before]
    told = [at for at, spans in enumerate(found) if spans]
    if told == [0] or (told == [len(items)] and not _in_bracket(text, items[-1], found[-1][0])):
        day = found[told[0]][0]
        return [day for _ in items]
    return _each(text, items, found)


def _between(text: str, sentence: Span, items: Sequence[Span]) -> list[list[Span]]:
    """The days before, between and behind the partners."""
    starts = (sentence.start, *(item.end for item in items))
    ends = (*(item.start for item in items), sentence.end)
    return [
        [readings[0].span for readings in dates(text, Span(start, end))]
        for start, end in zip(starts, ends, strict=True)
    ]


def _each(text: str, items: Sequence[Span], found: Sequence[Sequence[Span]]) -> list[Span | None]:
    """For each partner the day right behind it, else one before it that is not of the one before."""
    days: list[Span | None] = []
    for at, item in enumerate(items):
        behind = next(iter(found[at + 1]), None)
        own = behind if behind is not None and _is_own(text, item, behind) else None
        before = [day for day in found[at] if not days or day != days[-1]]
        days.append(own or (before[-1] if before else None))
    return days


def _in_bracket(text: str, item: Span, day: Span) -> bool:
    return day.start - item.end <= _NEAR and "(" in text[item.end : day.start]


def _is_own(text: str, item: Span, day: Span) -> bool:
    """Whether a day stands right behind a partner, in brackets or behind a word for since."""
    close = day.start - item.end <= _NEAR and _CLOSED not in text[item.end : day.start]
    return close or _in_bracket(text, item, day)
