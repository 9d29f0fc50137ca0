"""Prose to candidates: which property a figure is of, and as of when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extract.page import CUED, NOBODY, Candidate, Page, Whose
from pipeline.extract.prose.countday import as_of
from pipeline.extract.prose.elsewhere import Names
from pipeline.extract.prose.grown import WHOLE
from pipeline.extract.prose.pattern import BY_NAME, ORDER, find_matches
from pipeline.extract.prose.sentence import Sentence, find_sentences
from pipeline.extract.prose.subject import speaks_of_place
from pipeline.extract.prose.telling import may_tell
from pipeline.extract.prose.token import Token
from pipeline.extract.prose.way import Row
from pipeline.model.source import Span
from pipeline.normalize.digits import has_digit
from pipeline.normalize.reader import Readings, plausible_first, whole_first
from pipeline.schema import place as schema
from pipeline.schema.field import Kind

_DATED = {"population", "gdp"}


def read_prose(page: Page, span: Span, whose: Whose = NOBODY) -> Iterator[Candidate]:
    """The candidates of a stretch of prose, by sentence."""
    if not has_digit(page.text, *span) or not may_tell(page, span):
        return
    for sentence in find_sentences(page, span):
        yield from _sentence(page, sentence, whose.names)


def _sentence(page: Page, sentence: Sentence, names: Names) -> Iterator[Candidate]:
    taken: set[Span] = set()
    for name, start, end in _matches(sentence):
        row = BY_NAME[name]
        token = _value(sentence, start, end, row.take)
        if (
            token is None
            or token.span in taken
            or not speaks_of_place(page, sentence, token, row, names)
        ):
            continue
        readings = _readings(page, token, row.field)
        if readings and not _is_mean(sentence, token, readings):
            taken |= _told_by(sentence.tokens[start:end], token, row)
            day = as_of(page, sentence, token) if row.field in _DATED else ""
            yield Candidate(row.field, readings, f"prose: {name}", CUED * row.trust, as_of=day)


def _is_mean(sentence: Sentence, token: Token, readings: Readings) -> bool:
    """Whether a fraction of people behind households is how many each has: "980 households of 6.7 persons"."""
    if token.tag != "FIG_PERSON" or readings[0].value == int(float(readings[0].value)):
        return False
    before = [t.tag for t in sentence.tokens if t.span.end <= token.span.start]
    told = (tag for tag in reversed(before) if tag.startswith(("FIG_", "CUE_")))
    return next(told, "").endswith("HOUSEHOLD")


def _told_by(tokens: Sequence[Token], value: Token, row: Row) -> set[Span]:
    """The figures that a match explains: "from 61,000 to 84,300", "one km² holds 301 people"."""
    if row.name not in WHOLE:
        return {value.span}
    return {token.span for token in tokens if token.tag.startswith("FIG_")}


def _matches(sentence: Sentence) -> list[tuple[str, int, int]]:
    """Matches of all rows in the order of trust, then of the text, the shortest first."""
    return sorted(
        find_matches(sentence), key=lambda match: (ORDER[match[0]], match[1], match[2] - match[1])
    )


def _value(sentence: Sentence, start: int, end: int, take: tuple[str, ...]) -> Token | None:
    """The token of a match that is the value: the last one with a tag to take."""
    tokens = sentence.tokens[start:end]
    return next((token for token in reversed(tokens) if token.tag in take), None)


def _readings(page: Page, token: Token, field: str) -> Readings | None:
    declared = schema.BY_NAME[field]
    if token.date is not None and declared.kind is Kind.DATE:
        return token.date
    if token.figure is None:
        return None
    context = page.context._replace(unit=declared.unit if declared.kind is not Kind.MONEY else "")
    target = "" if declared.kind is Kind.MONEY else declared.unit
    readings = token.figure.read(context, target)
    if token.figure.dimension == "" and declared.kind is Kind.NUMBER:
        readings = tuple(
            r._replace(qualifier=f"{r.qualifier} unit assumed".strip()) for r in readings
        )
    if declared.kind is Kind.COUNT:
        return whole_first(token.figure, readings)
    return plausible_first(token.figure, readings)
