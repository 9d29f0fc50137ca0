"""Whether words before a date speak of another event than a tie: an anniversary, a republic, a fair."""

from __future__ import annotations

from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Cover, Span
from pipeline.normalize.glossary import Glossary, glossary
from pipeline.normalize.hit import Hit
from pipeline.normalize.lexeme import flatten
from pipeline.normalize.place import find_countries

_LONGEST = 30  # letters of a word for a tie


def is_other_event(text: str, start: int, end: int) -> bool:
    """Whether words speak of another event than a tie; "Republic of Korea" is a country's name."""
    found = [hit.first for hit in outside_ties(_not_concluding(), text, start, end)]
    if not found:
        return False
    countries = Cover(country.span for country in find_countries(text, start, end))
    return not all(countries.meets(Span(at, at + 1)) for at in found)


def outside_ties(table: Glossary, text: str, start: int, end: int) -> list[Hit]:
    """Where words of a table stand that begin within no word for a tie: none in "sister city charter"."""
    found = list(table.finditer(text, start, end))
    if not found:
        return found
    cues = tuple(glossary("agreement_cues").finditer(text, max(0, start - _LONGEST), end))
    return [hit for hit in found if not any(cue.first < hit.first < cue.last for cue in cues)]


@cache
def _not_concluding() -> Glossary:
    return Glossary(flatten(toml_table("structure.toml")["not_concluding_words"]))
