"""How prose counts the people of a place, in order of trust."""

from __future__ import annotations

from pipeline.extract.prose.grown import GROWN
from pipeline.extract.prose.settlement import SETTLEMENTS
from pipeline.extract.prose.way import Row, gap, listed, tag, word

_COUNTED = ("FIG_PERSON", "FIG_BARE")
_HAVE = listed("having_words")

COUNTS: tuple[Row, ...] = (
    Row("density", "density_per_km2", ("FIG_DENSITY",), (tag("FIG_DENSITY"),)),
    Row(
        "density of",
        "density_per_km2",
        ("FIG_PERSON", "FIG_BARE"),
        (tag("CUE_DENSITY"), gap(6), tag(*_COUNTED)),
    ),
    Row(
        "people to the km²",
        "density_per_km2",
        ("FIG_PERSON", "FIG_BARE"),
        (tag(*_COUNTED), gap(1), listed("per_area_words")),
    ),
    *GROWN,
    Row(
        "population of",
        "population",
        ("FIG_PERSON", "FIG_BARE"),
        (tag("CUE_POPULATION"), gap(8), tag(*_COUNTED)),
    ),
    Row(
        "population, year",
        "population",
        ("FIG_PERSON", "FIG_BARE"),
        (
            tag("CUE_POPULATION"),
            gap(8),
            tag("OPEN"),
            gap(5),
            tag("CLOSE"),
            gap(4),
            tag(*_COUNTED),
        ),
    ),
    Row(
        "population ratio",
        "population",
        ("FIG_PERSON",),
        (tag("CUE_POPULATION"), gap(4), tag("FIG_BARE"), gap(3), tag("FIG_PERSON")),
    ),
    Row(
        "population, figure",
        "population",
        ("FIG_PERSON", "FIG_BARE"),
        (tag("CUE_POPULATION"), tag("COMMA"), tag(*_COUNTED)),
        0.9,
    ),
    Row("home to", "population", ("FIG_PERSON",), (_HAVE, gap(4), tag("FIG_PERSON")), 0.9),
    Row(
        "people live",
        "population",
        ("FIG_PERSON",),
        (tag("FIG_PERSON"), gap(3), tag("CUE_LIVING")),
        0.8,
    ),
    Row(
        "there live",
        "population",
        ("FIG_PERSON",),
        (tag("CUE_LIVING"), gap(4), tag("FIG_PERSON")),
        0.8,
    ),
    Row(
        "so many live",
        "population",
        ("FIG_BARE",),
        (tag("FIG_BARE"), tag("CUE_LIVING")),
        0.7,
    ),
    Row(
        "so many of a name live",
        "population",
        ("FIG_BARE",),
        (tag("FIG_BARE"), tag("NAME"), tag("CUE_LIVING")),
        0.7,
    ),
    Row(
        "people are so many",
        "population",
        ("FIG_BARE",),
        (
            word("people", "inhabitants", "residents", "citizens", "persons"),
            word("are", "were", "number", "count"),
            gap(2),
            tag("FIG_BARE"),
        ),
        0.6,
    ),
    Row(
        "a census found so many",
        "population",
        ("FIG_BARE",),
        (listed("census_words"), gap(3), listed("finding_verbs"), gap(2), tag("FIG_BARE")),
        0.8,
    ),
    Row(
        "so many population",
        "population",
        ("FIG_BARE",),
        (
            tag("FIG_BARE"),
            word("population", "populations", "populace", "inhabitants", "residents"),
        ),
        0.7,
    ),
    Row(
        "so many in population",
        "population",
        ("FIG_BARE",),
        (tag("FIG_BARE"), word("in", "an", "en", "em", "di"), tag("CUE_POPULATION")),
        0.7,
    ),
    Row(
        "people call a place home",
        "population",
        ("FIG_PERSON",),
        (tag("FIG_PERSON"), gap(2), word("call", "calls"), gap(5), word("home")),
        0.8,
    ),
    Row(
        "people there",
        "population",
        ("FIG_PERSON",),
        (tag("FIG_PERSON"), {**tag("NOUN"), "OP": "?"}, listed("there_words")),
        0.6,
    ),
    Row("inhabitants", "population", ("FIG_PERSON",), (tag("FIG_PERSON"),), 0.7),
    *SETTLEMENTS,
    Row(
        "so many km² and people",
        "population",
        ("FIG_PERSON",),
        (
            tag("FIG_AREA"),
            gap(6, "COMMA"),
            word("and", "und", "et", "y", "e", "en", "и"),
            gap(2),
            tag("FIG_PERSON"),
        ),
        0.6,
    ),
    Row(
        "so many km², people",
        "population",
        ("FIG_PERSON",),
        (tag("FIG_AREA"), tag("COMMA"), gap(2), tag("FIG_PERSON")),
        0.5,
    ),
    Row(
        "people on so much land",
        "population",
        ("FIG_PERSON",),
        (
            tag("FIG_PERSON"),
            gap(1),
            word("on", "auf", "sur", "su", "op", "na"),
            gap(1),
            tag("FIG_AREA"),
        ),
        0.5,
    ),
    Row(
        "there are people",
        "population",
        ("FIG_PERSON",),
        (word("there"), word("are", "were"), gap(2), tag("FIG_PERSON")),
        0.7,
    ),
)
