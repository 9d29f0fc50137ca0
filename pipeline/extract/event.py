"""Whether words before a date speak of another event than a tie: an anniversary, a republic, a fair."""

from __future__ import annotations

from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Cover, Span
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import flatten
from pipeline.normalize.place import find_countries


def is_other_event(text: str, start: int, end: int) -> bool:
    """Whether words speak of another event than a tie; "Republic of Korea" is a country's name."""
    found = [match.start() for match in _not_concluding().finditer(text, start, end)]
    if not found:
        return False
    countries = Cover(country.span for country in find_countries(text, start, end))
    return not all(countries.meets(Span(at, at + 1)) for at in found)


@cache
def _not_concluding() -> Glossary:
    return Glossary(flatten(toml_table("structure.toml")["not_concluding_words"]))
