"""Agreements told in prose: "became sister cities on December 7, 1993"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from pipeline.extract.page import CUED, NOBODY, Candidate, Page, Whose
from pipeline.extract.prose.sentence import Sentence, find_sentences
from pipeline.extract.tie.denied import is_denied
from pipeline.extract.tie.joining import (
    beginning_words,
    begun_at,
    joined_at,
    joining_verbs,
    link_nouns,
    linked_at,
)
from pipeline.extract.tie.parted import parted
from pipeline.extract.tie.partnered import partnered
from pipeline.extract.tie.relation import speaks_of_tie_alone
from pipeline.extract.tie.tieday import tie_day
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.digits import has_digit
from pipeline.normalize.glossary import Glossary, glossary
from pipeline.normalize.lexeme import alternation, flatten, words
from pipeline.normalize.stretch import dates
from pipeline.read.profile.signal import speaks_of_tie, tie_end, tie_kinds
from pipeline.read.profile.since import partner_since
from pipeline.schema.place import TIE_FIELDS

_SIGNED, _RELATED = 0.8, 0.6


@cache
def _concluding() -> Glossary:
    """Words that conclude a tie; without one a date near "sister city" is of something else."""
    return Glossary(flatten(toml_table("structure.toml")["concluding_words"]))


@cache
def _signing() -> Glossary:
    """Words for signing and for what is signed, which need no word for the tie among partners."""
    return Glossary(flatten(toml_table("structure.toml")["signing_words"]))


@cache
def _no_ties() -> Glossary:
    """Names and other things that hold a word for a tie: "Friendship Bridge", "city charter"."""
    return Glossary(flatten(toml_table("structure.toml")["no_ties"]))


@cache
def _since() -> re.Pattern[str]:
    """A word for since or on before a figure: "sister city on June 11", "Partnerstadt seit 1969"."""
    table = toml_table("structure.toml")
    since = alternation((*table["since_words"], *table["tie_of_words"]))
    return re.compile(
        rf"(?:[\s:,(]*{since}[\s:]*(?:[^\W\d]+[.,]{{0,2}} )?|\s?:\s?(?:[^\W\d]+\.? ?)?)\d",
        re.IGNORECASE,
    )


def read_ties(page: Page, span: Span, whose: Whose = NOBODY) -> Iterator[Candidate]:
    """The dates of agreements that a stretch of prose tells, one a sentence."""
    if not has_digit(page.text, *span):
        return
    if not whose.partners and not speaks_of_tie(page.text, span):
        return
    if not dates(page.text, span, page.marks.date_order):
        return
    if not _may_conclude(page.text, span, whose):
        return
    for sentence in chain.from_iterable(map(parted, find_sentences(page, span))):
        if not _has_date(sentence) or not _may_conclude(page.text, sentence.span, whose):
            continue
        said, own = _said(page.text, sentence.span)
        concluded = tuple(_concluded(said, own, whose))
        if whose.partners and not concluded and speaks_of_tie_alone(said, own, sentence):
            concluded = tuple(_related(said, own))
        for found in concluded:
            token = tie_day(page, sentence, sentence.span.start + found.end - own.start)
            if token is not None and token.date is not None:
                yield Candidate(
                    TIE_FIELDS[found.kind], token.date, "prose: tie", CUED * found.trust
                )


def _related(text: str, span: Span) -> Iterator[_Concluded]:
    """The ties of which a sentence speaks as such; one of no kind where it opens with that."""
    kinds = tie_kinds(text, *span)
    yield from (_Concluded(kind, tie_end(text, span, kind), _RELATED) for kind in kinds)
    linked = None if kinds else linked_at(text[span.start : span.end])
    if linked is not None:
        yield _Concluded("other", span.start + linked, _RELATED)


def _has_date(sentence: Sentence) -> bool:
    return any(token.date for token in sentence.taken)


def _may_conclude(text: str, span: Span, whose: Whose) -> bool:
    """Whether a stretch can have a word by which it concludes a tie.

    A word for what is no tie is blanked before those are looked for, which could join two others.
    """
    if glossary("agreement_cues").may_stand(text, *span) or _no_ties().may_stand(text, *span):
        return True
    return whose.partners and any(told.may_stand(text, *span) for told in _partner_tables())


@cache
def _partner_tables() -> tuple[Glossary, ...]:
    """Words that conclude a tie among partners without a word for one."""
    table = toml_table("structure.toml")
    return (
        Glossary(flatten(table["signing_words"])),
        Glossary(flatten(table["partnering_words"])),
        joining_verbs(),
        beginning_words(),
        link_nouns(),
        Glossary((*words("partner_words"), *words("rank_words"))),
    )


class _Concluded(NamedTuple):
    """Which kind of tie a sentence concludes, and where the word for it ends."""

    kind: str
    end: int
    trust: float = 1.0


def _said(text: str, span: Span) -> tuple[str, Span]:
    """The page with a sentence on it; where that may name what is no tie, itself with blanks there."""
    if not _no_ties().may_stand(text, *span):
        return text, span
    return _no_ties().masked(text[span.start : span.end]), Span(0, span.end - span.start)


def _concluded(text: str, span: Span, whose: Whose) -> Iterator[_Concluded]:
    """The ties that a sentence concludes; on a page of partners what was signed is one."""
    if is_denied(text, span):
        return
    kinds = tie_kinds(text, *span)
    if kinds and (_concluding().search(text, *span) or _dated(text, span, kinds[0])):
        yield from (_Concluded(kind, tie_end(text, span, kind)) for kind in kinds)
        return
    if not whose.partners:
        return
    said = text[span.start : span.end]
    end = _signed_at(said, whose)
    end = begun_at(said) if end is None else end
    if end is not None:
        yield _Concluded("other", span.start + end, _SIGNED)


def _signed_at(said: str, whose: Whose) -> int | None:
    """Where the words end by which a sentence of a page of partners concludes a tie without one for it."""
    found = _signing().search(said)
    found = found or partnered(said, whose)
    return found.end() if found else partner_since(said) or joined_at(said)


def _dated(text: str, span: Span, kind: str) -> bool:
    """Whether a figure follows the word for a tie directly: "sister city on June 11, 1981"."""
    return _since().match(text, tie_end(text, span, kind), span.end) is not None
