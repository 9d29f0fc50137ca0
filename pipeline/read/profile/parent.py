"""The countries and regions of a sentence beside its names: which name lies in one, and which is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.model.value import Reading
from pipeline.normalize.lexeme import alternation
from pipeline.normalize.text import key
from pipeline.read.profile.leading import is_led, is_predicate

Parents = Sequence[Reading[str]]


def is_parent(text: str, name: Span, sentence: Span, parents: Parents) -> bool:
    """Whether a name is a country's or a region's, and not brought in: "then there is Berlin."."""
    if not any(parent.span.covers(name) for parent in parents):
        return False
    own = parent_beside(text, name, sentence.end, parents) is not None
    return not (own and _is_apart(text, name, sentence)) and not is_predicate(text, name, sentence)


def _is_apart(text: str, name: Span, sentence: Span) -> bool:
    """Whether nothing before a name says that another lies in it: "Norvale, au Québec (Canada)"."""
    before = text[sentence.start : name.start].rstrip()
    word = key(before.rpartition(" ")[2])
    inside = before.endswith(",") or word in toml_table("structure.toml")["locating_words"]
    return not inside and not is_led(text, name, sentence.start)


def parent_beside(text: str, name: Span, end: int, parents: Parents) -> Span | None:
    """The country or region that follows a name: "Seward, Alaska", "Gödöllő in Ungarn"."""
    joint = _beside().match(text, name.end, end)
    at = joint.end() if joint else -1
    return next((parent.span for parent in parents if parent.span.start == at), None)


@cache
def _beside() -> re.Pattern[str]:
    """What stands between a name and the country or region that it is in."""
    return re.compile(
        r"(?:\s?[,(/]\s?|\s-\s|\s(?:in|en|em|na|w|we|im|v|ve|в|у|di|au|aux|i)\s)(?:the |la |der |den )?"
        + side_before(),
        re.IGNORECASE,
    )


@cache
def side_before() -> str:
    """The side of a country that may stand before its name: "northern Germany", "the south of Spain"."""
    sides = alternation(toml_table("words.toml")["bearings"])
    return rf"(?:(?:the )?{sides}(?: (?:of|de|di|von|da|do|della|du|van))? (?:the )?)?"
