"""Which date of a sentence is the day of the tie that it concludes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pipeline.extract.page import Page
from pipeline.extract.prose.clause import negative_words
from pipeline.extract.prose.sentence import Sentence
from pipeline.extract.prose.token import Token
from pipeline.extract.tie.event import is_other_event
from pipeline.lexicon.tables import toml_table
from pipeline.normalize.date import IMPOSSIBLE
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import flatten
from pipeline.normalize.text import is_cjk

_AHEAD, _BESIDE = 40, 12
_FIRST_TIES = "1800"  # a charter of 1329 names a place; 1889 is mistyped, which a check says
_JUBILEE = re.compile(r"[^,，、。.;；\n]{0,20}(?:周年|週年|주년)")
_CLAUSE = re.compile(r"[^,，、。.;；\n]{0,40}")
_BREAK = re.compile(r"[;:]\s")
_CLAUSE_END = re.compile(r"[,;:] (?=\D)")


def tie_day(page: Page, sentence: Sentence, at: int) -> Token | None:
    """The date nearest to the word for the tie, those behind it first; none of another event."""
    dates = [
        token
        for token in sentence.taken
        if token.date
        and not is_other_event(
            page.text, max(sentence.span.start, token.span.start - 40), token.span.start
        )
    ]
    dates = _of_ties(page, dates, at)
    if len(dates) > 1:
        at = _signed_at(page.text, sentence) or at
    nearest = min(dates, key=lambda token: _reach(page.text, token, at), default=None)
    if nearest is None or _is_impossible(nearest):
        return nearest
    return _same_day(nearest, dates) if _day(nearest) >= _FIRST_TIES else None


def _is_impossible(date: Token) -> bool:
    """Whether a date is none of the calendar, "May 188, 1992": the tie has it, and a check says so."""
    return date.date is not None and date.date[0].qualifier == IMPOSSIBLE


def _of_ties(page: Page, dates: list[Token], at: int) -> list[Token]:
    """Dates without those of a visit or a proposal, of which East Asia speaks behind the date."""
    if not is_cjk(page.text[at - 1]):
        return dates
    dates = [date for date in dates if not _JUBILEE.match(page.text, date.span.end)]
    kept = [date for date in dates if not _is_proposal(page.text, date.span.end)]
    return kept or dates


def _is_proposal(text: str, at: int) -> bool:
    clause = _CLAUSE.match(text, at)
    return (
        clause is not None and negative_words("agreement").search(text, *clause.span()) is not None
    )


def _signed_at(text: str, sentence: Sentence) -> int | None:
    """Where the word for its signature ends in a sentence that first tells how a tie came about."""
    start, end = sentence.span
    signed = _words("signature_words").search(text, start, end)
    if signed is None or not _words("leading_steps").search(text, start, signed.start()):
        return None
    return signed.end()


@cache
def _words(name: str) -> Glossary:
    """The words of a table of ``structure.toml``."""
    return Glossary(flatten(toml_table("structure.toml")[name]))


def _same_day(date: Token, dates: Iterable[Token]) -> Token:
    """The date that says a day of the same year beside it: "May 9, 1984 (Showa 59)"."""
    year = _day(date)
    near = [
        d for d in dates if _day(d).startswith(year) and abs(d.span.end - date.span.start) < _BESIDE
    ]
    return max(near, key=lambda other: len(_day(other)), default=date)


def _day(token: Token) -> str:
    return str(token.date[0].value) if token.date else ""


def _reach(text: str, token: Token, at: int) -> int:
    """How far a date stands from the word for the tie; one before it, or in another clause, is farther.

    Korean, Japanese and Chinese say the day before the tie.
    """
    before = is_cjk(text[at - 1])
    if token.span.start < at:
        apart = 2 * _AHEAD if _BREAK.search(text, token.span.end, at) else 0
        return (1 if before else 2) * (at - token.span.end) + (0 if before else _AHEAD) + apart
    apart = 2 * _AHEAD if _CLAUSE_END.search(text, at, token.span.start) else 0
    return token.span.start - at + apart + (_AHEAD if before else 0)
