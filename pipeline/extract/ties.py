"""Agreements told in prose: "became sister cities on December 7, 1993"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.extract.page import CUED, Candidate, Page
from pipeline.extract.sentence import Sentence, Token, find_sentences
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.lexeme import alternation, flatten
from pipeline.read.signal import tie_end, ties

_AHEAD = 40
_FIELDS = {
    "sisterhood": "sisterhood_date",
    "friendship": "friendship_date",
    "other": "agreement_date",
}


@cache
def _concluding() -> re.Pattern[str]:
    """Words that conclude a tie; without one a date near "sister city" is of something else."""
    return re.compile(
        alternation(flatten(toml_table("structure.toml")["concluding_words"])), re.IGNORECASE
    )


@cache
def _not_concluding() -> re.Pattern[str]:
    return re.compile(
        alternation(flatten(toml_table("structure.toml")["not_concluding_words"])), re.IGNORECASE
    )


def read_ties(page: Page, span: Span) -> Iterator[Candidate]:
    """The dates of agreements that a stretch of prose tells, one a sentence."""
    text = page.text[span.start : span.end]
    if not ties(text) or not any(character.isdigit() for character in text):
        return
    for sentence in find_sentences(page, span):
        said = page.text[slice(*sentence.span)]
        kind = ties(said)
        if not kind or not _concluding().search(said):
            continue
        token = _date(page, sentence, sentence.span.start + tie_end(said, kind))
        if token is not None and token.date is not None:
            yield Candidate(_FIELDS[kind], token.date, "prose: tie", CUED)


def _date(page: Page, sentence: Sentence, at: int) -> Token | None:
    """The date nearest to the word for the tie, those behind it first; none of another event."""
    dates = [
        token
        for token in sentence.tokens
        if token.date
        and not _not_concluding().search(
            page.text, max(sentence.span.start, token.span.start - 40), token.span.start
        )
    ]
    return min(dates, key=lambda token: _reach(token, at), default=None)


def _reach(token: Token, at: int) -> int:
    """How far a date stands from the word for the tie; one before it is half as near."""
    return token.span.start - at if token.span.start >= at else 2 * (at - token.span.end) + _AHEAD
