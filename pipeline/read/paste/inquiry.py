"""What a question asks for: "Wie viele Einwohner hat die Stadt?" the population."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary, glossary
from pipeline.normalize.lexeme import flatten
from pipeline.normalize.text import key
from pipeline.read.grammar import meaning, meaning_at
from pipeline.schema.field import Kind
from pipeline.schema.lookup import label_pattern
from pipeline.schema.place import BY_NAME

_WHEN = "when"
_FOUNDED = "founded"


class Inquiry(NamedTuple):
    """The label that a question asks for: where it has one, else what one of its field says."""

    label: Span
    said: str


def read_inquiry(text: str, question: Span) -> Inquiry | None:
    """What a question asks for, None where it asks for no fact or for one of a part of the place."""
    asks = _phrased(text, question) or _labelled(text, question) or _dated(text, question)
    if asks is None:
        return None
    fields = meaning(asks.said or text[slice(*asks.label)]).fields
    part = fields == ("population",) and _others().search(text, *question)
    return None if part else asks


def _phrased(text: str, question: Span) -> Inquiry | None:
    """A question that has words for what it asks, and no label: "How big is it?"."""
    for field in _phrases():
        found = _asked(field).search(text, *question)
        if found:
            return Inquiry(Span(*found.span()), BY_NAME[field].labels[0])
    return None


def _others() -> Glossary:
    """Words for people who are not those that live in a place: "How many people work there?"."""
    return glossary("place_negative_cues", "population")


@cache
def _asked(what: str) -> Glossary:
    return Glossary(flatten(toml_table("structure.toml")["asked"][what]))


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(
        field for field in toml_table("structure.toml")["asked"] if field not in {_WHEN, _FOUNDED}
    )


def _labelled(text: str, question: Span) -> Inquiry | None:
    """A question that has the label of a figure or, beside "when", of a date."""
    when = _asked(_WHEN).search(text, *question) is not None
    for found in label_pattern().finditer(text, *question):
        label = Span(*found.span())
        fields = meaning_at(text, label).fields
        kind = BY_NAME[fields[0]].kind if fields else Kind.TEXT
        loose = key(text[slice(*label)]).rpartition(" ")[2] in _loose_nouns()
        if kind is not Kind.TEXT and (kind is Kind.DATE) == when and not loose:
            return Inquiry(label, "")
    return None


@cache
def _loose_nouns() -> frozenset[str]:
    """Nouns for people who need not live there: of how many people something else may be asked."""
    return frozenset(map(key, toml_table("structure.toml")["weak_person_nouns"]))


def _dated(text: str, question: Span) -> Inquiry | None:
    """A question for the day of a founding or of a tie, in a verb: "¿Cuándo se fundó?"."""
    if _asked(_WHEN).search(text, *question) is None:
        return None
    dated = (
        (_FOUNDED, _asked(_FOUNDED)),
        (_FOUNDED, glossary("founding_verbs")),
        (_FOUNDED, glossary("founded_cues")),
        ("agreement_date", glossary("agreement_cues")),
    )
    for field, cues in dated:
        found = cues.search(text, *question)
        if found:
            return Inquiry(Span(*found.span()), BY_NAME[field].labels[0])
    return None
