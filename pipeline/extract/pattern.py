"""What prose says of a place, as patterns over tagged tokens: one row a way of saying it.

Rows are in order of trust; a figure that one row has taken is not offered to the next. ``take`` is
the tag of the token that is the value.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.extract.sentence import Sentence, language
from pipeline.normalize.lexeme import words

if TYPE_CHECKING:
    from spacy.matcher import Matcher

Step = dict[str, Any]

_INNER = [
    "WORD",
    "NAME",
    "DATE",
    "YEAR",
    "MARK",
    "COLON",
    "FIG_SHARE",
    "CUE_AREA",
    "CUE_POPULATION",
    "CUE_LIVING",
    "NOUN",
]
_COUNTED = ["FIG_PERSON", "FIG_BARE"]


def _gap(most: int, *more: str) -> Step:
    """Up to so many tokens that break no clause and are no other figure."""
    return {"TAG": {"IN": [*_INNER, *more]}, "OP": f"{{0,{most}}}"}


def _tag(*tags: str) -> Step:
    return {"TAG": {"IN": list(tags)}}


def _word(*words: str) -> Step:
    return {"LOWER": {"IN": list(words)}}


class Row(NamedTuple):
    """One way of saying a fact: the field, the tokens, the tags of the value, how sure it is."""

    name: str
    field: str
    take: tuple[str, ...]
    steps: tuple[Step, ...]
    trust: float = 1.0

    @property
    def needs(self) -> tuple[frozenset[str], ...]:
        """For every step that must match, the tags or words of which a sentence needs one."""
        return _needs(self.name)


def _listed(table: str) -> Step:
    """A token that is a word of a table of the lexicon."""
    return _word(*words(table))


_OF = ("of", "with", "von", "mit", "de", "avec", "con", "com", "di", "van", "met")
_ON = _word("on", "over", "auf", "sur", "su", "op", "na", "en", "em")
_HAVE = _listed("having_words")
_HOLDS = _word(
    "holds", "has", "houses", "contains", "counts", "supports", "carries", "accommodates"
)

ROWS: tuple[Row, ...] = (
    Row("density", "density_per_km2", ("FIG_DENSITY",), (_tag("FIG_DENSITY"),)),
    Row(
        "density of",
        "density_per_km2",
        ("FIG_PERSON", "FIG_BARE"),
        (_tag("CUE_DENSITY"), _gap(6), _tag(*_COUNTED)),
    ),
    Row(
        "people to the km²",
        "density_per_km2",
        ("FIG_PERSON", "FIG_BARE"),
        (_tag(*_COUNTED), _gap(1), _listed("per_area_words")),
    ),
    Row(
        "population grew to",
        "population",
        ("FIG_PERSON", "FIG_BARE"),
        (
            _tag("CUE_POPULATION"),
            _gap(8),
            _listed("from_words"),
            _gap(2),
            _tag(*_COUNTED),
            _gap(4),
            _listed("to_words"),
            _gap(2),
            _tag(*_COUNTED),
        ),
    ),
    Row(
        "population, which was, is",
        "population",
        ("FIG_PERSON", "FIG_BARE"),
        (
            _tag("CUE_POPULATION"),
            _tag("COMMA"),
            _gap(10, *_COUNTED),
            _tag("COMMA"),
            _listed("being_words"),
            {"LOWER": {"IN": ["now", "still", "some", "about"]}, "OP": "?"},
            _tag(*_COUNTED),
        ),
    ),
    Row(
        "population of",
        "population",
        ("FIG_PERSON", "FIG_BARE"),
        (_tag("CUE_POPULATION"), _gap(8), _tag(*_COUNTED)),
    ),
    Row(
        "population, year",
        "population",
        ("FIG_PERSON", "FIG_BARE"),
        (
            _tag("CUE_POPULATION"),
            _gap(3),
            _tag("OPEN"),
            _gap(5),
            _tag("CLOSE"),
            _gap(4),
            _tag(*_COUNTED),
        ),
    ),
    Row(
        "population ratio",
        "population",
        ("FIG_PERSON",),
        (_tag("CUE_POPULATION"), _gap(4), _tag("FIG_BARE"), _gap(3), _tag("FIG_PERSON")),
    ),
    Row(
        "population, figure",
        "population",
        ("FIG_PERSON", "FIG_BARE"),
        (_tag("CUE_POPULATION"), _tag("COMMA"), _tag(*_COUNTED)),
        0.9,
    ),
    Row("home to", "population", ("FIG_PERSON",), (_HAVE, _gap(4), _tag("FIG_PERSON")), 0.9),
    Row(
        "people live",
        "population",
        ("FIG_PERSON",),
        (_tag("FIG_PERSON"), _gap(3), _tag("CUE_LIVING")),
        0.8,
    ),
    Row(
        "there live",
        "population",
        ("FIG_PERSON",),
        (_tag("CUE_LIVING"), _gap(4), _tag("FIG_PERSON")),
        0.8,
    ),
    Row(
        "so many live",
        "population",
        ("FIG_BARE",),
        (_tag("FIG_BARE"), _tag("CUE_LIVING")),
        0.7,
    ),
    Row(
        "people are so many",
        "population",
        ("FIG_BARE",),
        (
            _word("people", "inhabitants", "residents", "citizens", "persons"),
            _word("are", "were", "number", "count"),
            _gap(2),
            _tag("FIG_BARE"),
        ),
        0.6,
    ),
    Row(
        "so many population",
        "population",
        ("FIG_BARE",),
        (
            _tag("FIG_BARE"),
            _word("population", "populations", "populace", "inhabitants", "residents"),
        ),
        0.7,
    ),
    Row("inhabitants", "population", ("FIG_PERSON",), (_tag("FIG_PERSON"),), 0.7),
    Row(
        "town of so many",
        "population",
        ("FIG_BARE",),
        (_listed("place_nouns"), _word(*_OF), _gap(2), _tag("FIG_BARE"), _tag("COMMA", "BREAK")),
        0.7,
    ),
    Row(
        "town of so many people",
        "population",
        ("FIG_PERSON",),
        (_listed("place_nouns"), _word(*_OF), _gap(2), _tag("FIG_PERSON")),
        0.7,
    ),
    Row(
        "so many km² and people",
        "population",
        ("FIG_PERSON",),
        (
            _tag("FIG_AREA"),
            _gap(6, "COMMA"),
            _word("and", "und", "et", "y", "e", "en", "и"),
            _gap(2),
            _tag("FIG_PERSON"),
        ),
        0.6,
    ),
    Row(
        "there are people",
        "population",
        ("FIG_PERSON",),
        (_word("there"), _word("are", "were"), _gap(2), _tag("FIG_PERSON")),
        0.7,
    ),
    Row("area of", "area_km2", ("FIG_AREA",), (_tag("CUE_AREA"), _gap(8), _tag("FIG_AREA"))),
    Row(
        "area ratio",
        "area_km2",
        ("FIG_AREA",),
        (_tag("CUE_AREA"), _gap(4), _tag("FIG_BARE"), _gap(4), _tag("FIG_AREA")),
    ),
    Row("in area", "area_km2", ("FIG_AREA",), (_tag("FIG_AREA"), _gap(1), _tag("CUE_AREA")), 0.9),
    Row(
        "at so many km²",
        "area_km2",
        ("FIG_AREA",),
        (_word("at", "with", "mit", "avec", "con"), _gap(1), _tag("FIG_AREA")),
        0.7,
    ),
    Row(
        "people on so many km²",
        "area_km2",
        ("FIG_AREA",),
        (_tag("FIG_PERSON"), _gap(3), _ON, _tag("FIG_AREA")),
        0.7,
    ),
    Row(
        "so many km² with people",
        "area_km2",
        ("FIG_AREA",),
        (_tag("FIG_AREA"), _gap(6), _word("with", "and", "for"), _gap(4), _tag("FIG_PERSON")),
        0.6,
    ),
    Row(
        "on so many km² live people",
        "area_km2",
        ("FIG_AREA",),
        (_ON, _gap(1), _tag("FIG_AREA"), _gap(3), _tag("CUE_LIVING")),
        0.7,
    ),
    Row("its km²", "area_km2", ("FIG_AREA",), (_word("its"), _tag("FIG_AREA")), 0.7),
    Row("so many km²", "area_km2", ("FIG_AREA",), (_tag("FIG_AREA"),), 0.5),
    Row(
        "bare area",
        "area_km2",
        ("FIG_BARE",),
        (_tag("CUE_AREA"), _word("of", "is", "为", "是", ":"), _gap(1), _tag("FIG_BARE")),
        0.4,
    ),
    Row(
        "elevation of",
        "elevation_m",
        ("FIG_LENGTH",),
        (_tag("CUE_ELEVATION"), _gap(4), _tag("FIG_LENGTH")),
    ),
    Row(
        "above the sea",
        "elevation_m",
        ("FIG_LENGTH",),
        (_tag("FIG_LENGTH"), _gap(1), _word("above"), _gap(1), _word("sea")),
        0.9,
    ),
    Row(
        "lies at",
        "elevation_m",
        ("FIG_LENGTH",),
        (_listed("lying_words"), _gap(3), _word("at"), _gap(2), _tag("FIG_LENGTH")),
        0.7,
    ),
    Row(
        "at such a height",
        "elevation_m",
        ("FIG_LENGTH",),
        (_word("at"), _tag("FIG_LENGTH"), _tag("COMMA"), _tag("NAME")),
        0.6,
    ),
    Row("height above the sea", "elevation_m", ("FIG_HEIGHT",), (_tag("FIG_HEIGHT"),), 0.9),
    Row(
        "so high",
        "elevation_m",
        ("FIG_LENGTH",),
        (_tag("FIG_LENGTH"), _gap(2), _tag("CUE_ELEVATION")),
        0.8,
    ),
    Row("households", "households", ("FIG_HOUSEHOLD",), (_tag("FIG_HOUSEHOLD"),)),
    Row(
        "households in",
        "households",
        ("FIG_BARE", "FIG_HOUSEHOLD"),
        (_tag("CUE_HOUSEHOLD"), _gap(6), _tag("FIG_BARE", "FIG_HOUSEHOLD")),
    ),
    Row(
        "founded in",
        "founded",
        ("DATE", "YEAR"),
        (_tag("CUE_FOUNDED"), _gap(8), _tag("DATE", "YEAR")),
    ),
    Row(
        "in such a year founded",
        "founded",
        ("DATE", "YEAR"),
        (_tag("DATE", "YEAR"), _gap(4), _tag("CUE_FOUNDED")),
        0.8,
    ),
    Row(
        "GDP per head of",
        "gdp_per_capita",
        ("FIG_MONEY",),
        (_tag("CUE_GDP_HEAD"), _gap(6), _tag("FIG_MONEY")),
    ),
    Row("GDP of", "gdp", ("FIG_MONEY",), (_tag("CUE_GDP"), _gap(6), _tag("FIG_MONEY"))),
    Row(
        "temperature of",
        "annual_temperature_c",
        ("FIG_TEMPERATURE",),
        (_tag("CUE_TEMPERATURE"), _gap(5), _tag("FIG_TEMPERATURE")),
    ),
    Row(
        "rainfall of",
        "annual_rainfall_mm",
        ("FIG_LENGTH",),
        (_tag("CUE_RAINFALL"), _gap(5), _tag("FIG_LENGTH")),
    ),
)

BY_NAME = {row.name: row for row in ROWS}
# Rows of which every figure is explained by the match, not the value alone.
WHOLE = frozenset({"population grew to", "population, which was, is"})


@cache
def _needs(name: str) -> tuple[frozenset[str], ...]:
    wanted = (step for step in BY_NAME[name].steps if "OP" not in step)
    return tuple(frozenset(next(iter(step.values()))["IN"]) for step in wanted)


_TAKEN = frozenset(tag for row in ROWS for tag in row.take)
ORDER = {row.name: index for index, row in enumerate(ROWS)}


def find_matches(sentence: Sentence) -> list[tuple[str, int, int]]:
    """Every match of a row: its name, its first token and the one behind its last.

    spaCy sees only the rows of several steps whose tags and words the sentence has.
    """
    given = {*sentence.words, *(token.tag for token in sentence.tokens)}
    if given.isdisjoint(_TAKEN):
        return []
    rows = [row for row in ROWS if all(not given.isdisjoint(needed) for needed in row.needs)]
    found = [
        (row.name, at, at + 1)
        for row in rows
        if len(row.steps) == 1
        for at, token in enumerate(sentence.tokens)
        if token.tag in row.needs[0]
    ]
    longer = tuple(row.name for row in rows if len(row.steps) > 1)
    if longer:
        match = _matcher(longer)
        names = language().vocab.strings
        found += [(names[key], start, end) for key, start, end in match(sentence.as_doc())]
    return found


@lru_cache(maxsize=512)
def _matcher(names: tuple[str, ...]) -> Matcher:
    """SpaCy's matcher with some of the rows."""
    from spacy.matcher import Matcher as SpacyMatcher

    found = SpacyMatcher(language().vocab, validate=True)
    for name in names:
        found.add(name, [list(BY_NAME[name].steps)], greedy="FIRST")
    return found
