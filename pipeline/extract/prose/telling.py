"""Whether a stretch of prose has anything that a row needs, known before its sentences are cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.page import Page
from pipeline.extract.prose.boundary import WORD
from pipeline.extract.prose.pattern import BETWEEN, ROWS
from pipeline.extract.prose.token import figure_tag, has_cue
from pipeline.extract.prose.way import Row, Step
from pipeline.model.source import Span
from pipeline.normalize.date import find_dates
from pipeline.normalize.figure import Figure, find_spelled_figures
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.prepared import cuts_word
from pipeline.normalize.reader import Readings
from pipeline.normalize.stretch import all_figures
from pipeline.normalize.unit import names_land

_CUE = "CUE_"


class _Need(NamedTuple):
    """What rows need beside figures of some kinds: nothing more, a cue, or one of some words."""

    nothing: bool
    cue: bool
    words: Glossary


def may_tell(page: Page, span: Span) -> bool:
    """Whether a stretch has the figures or dates that a row takes, and a cue or word that it needs.

    A necessary condition for a row to match. Figures in words and bases of a density change what
    stands there, and are enough.
    """
    text = page.text
    found = all_figures(text, span, page.context)
    dates = find_dates(text, span.start, span.end, page.marks.date_order)
    need = _need(frozenset(_tags(text, found, dates)))
    if need.nothing or names_land(text, span):
        return True
    if (need.cue and has_cue(text, span)) or need.words.may_stand(text, *span):
        return True
    if next(find_spelled_figures(text, span), None):
        return True
    return any(cuts_word(text, at) for edge in _edges(found, dates) for at in edge)


def _tags(text: str, figures: Iterable[Figure], dates: Sequence[Readings]) -> Iterator[str]:
    """The tags that figures and dates can have; a figure without a unit can be a year."""
    for figure in figures:
        yield figure_tag(text, figure)
        if not figure.dimension:
            yield "YEAR"
    if dates:
        yield "DATE"


def _edges(figures: Iterable[Figure], dates: Iterable[Readings]) -> Iterator[tuple[int, int]]:
    """Where figures and dates begin and end: inside a word they would cut another out of it."""
    yield from ((figure.span.start, figure.stop) for figure in figures)
    yield from (readings[0].span for readings in dates)


@lru_cache(maxsize=1024)
def _need(tags: frozenset[str]) -> _Need:
    """What the rows need that can match with figures and dates of some tags."""
    given = tags | BETWEEN | {"NOUN"}
    rows = [_steps(row) for row in ROWS]
    rows = [steps for steps in rows if all(_is_given(step, given) for step in steps)]
    uncued = [steps for steps in rows if not any(map(_is_cue, steps))]
    worded = [next((s["LOWER"]["IN"] for s in steps if "LOWER" in s), ()) for steps in uncued]
    words = [word for told in worded for word in told]
    alone = frozenset(word for word in words if WORD.fullmatch(word))
    cue = len(uncued) < len(rows) or len(alone) < len({*words})  # of several words: a cue's
    return _Need(not all(worded), cue, _table(alone))


def _steps(row: Row) -> list[Step]:
    """The steps of which a sentence needs a token each."""
    return [step for step in row.steps if "OP" not in step]


def _is_given(step: Step, tags: frozenset[str]) -> bool:
    """Whether a token of some tags, any cue or any word can be what a step asks for."""
    return "LOWER" in step or _is_cue(step) or not tags.isdisjoint(step["TAG"]["IN"])


def _is_cue(step: Step) -> bool:
    return "TAG" in step and all(tag.startswith(_CUE) for tag in step["TAG"]["IN"])


@lru_cache(maxsize=64)
def _table(words: frozenset[str]) -> Glossary:
    return Glossary(words)
