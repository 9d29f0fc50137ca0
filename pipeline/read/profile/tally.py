"""What a sentence counts of a place: its people and its area, and a tie with its day."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.date import find_years
from pipeline.normalize.figure import Figure
from pipeline.normalize.glossary import Glossary, glossary
from pipeline.normalize.lexeme import alternation, flatten, words
from pipeline.normalize.mark import page_context
from pipeline.normalize.stretch import all_figures
from pipeline.read.profile.signal import told_facts
from pipeline.read.profile.since import partner_since
from pipeline.read.profile.when import is_year

MEASURED = {"population", "area_km2", "density_per_km2"}
_OF_PLACES = {"kilometer ** 2", "mile ** 2"}


def tally(text: str, sentence: Span) -> frozenset[str]:
    """What a sentence states of a place: counted people and areas, and a tie with its day."""
    facts = told_facts(text, sentence) & (MEASURED | {"agreement"})
    sized = _sized().search(text, *sentence) is not None
    if "population" in facts and not glossary("population_cues").search(text, *sentence):
        facts = facts - {"population"} | {"people"}
    told = all_figures(text, sentence, page_context(text))
    if "population" in facts and not any(_counts(text, figure) for figure in told):
        facts -= {"population"}
    if sized:
        facts |= {"population"}
    if _dates_joining(text[slice(*sentence)]):
        facts |= {"agreement"}
    if {figure.unit for figure in told} & _OF_PLACES:
        facts |= {"area_km2"}
    return facts


def _counts(text: str, figure: Figure) -> bool:
    """Whether a figure can count people: persons, or a number that is no year."""
    if figure.dimension:
        return figure.dimension == "person"
    return not is_year(text, figure)


def _dates_joining(said: str) -> bool:
    """Whether a sentence with a year says that a partner joined, or is one since then."""
    return bool(find_years(said) and (_joined().search(said) or partner_since(said) is not None))


@cache
def _joined() -> Glossary:
    """Words for joining and for signing: with a year they date a tie on a page of partners."""
    table = toml_table("structure.toml")
    return Glossary((*flatten(table["partnering_words"]), *flatten(table["signing_words"])))


@cache
def _sized() -> re.Pattern[str]:
    """A place of so many: "a city of 5 million on the river", "the copper town of 175,000"."""
    nouns = alternation(words("settlement_nouns"))
    of = alternation(words("of_words"))
    return re.compile(
        rf"{nouns} {of} (?:\w+ ){{0,2}}(?:\d{{1,3}}(?:[., ]\d{{3}})+|\d[\d.,]* (?:mil|mln|mio))",
        re.IGNORECASE,
    )
