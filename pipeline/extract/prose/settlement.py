"""How prose counts people behind a word for what the place is: "a town of 9,000 on the coast"."""

from __future__ import annotations

from pipeline.extract.prose.way import Row, gap, listed, tag, word

_OF = ("of", "with", "von", "mit", "de", "avec", "con", "com", "di", "van", "met")

CALLED = "there live so many called after it"

SETTLEMENTS: tuple[Row, ...] = (
    Row(
        CALLED,
        "population",
        ("FIG_BARE",),
        (tag("CUE_LIVING"), gap(3), tag("FIG_BARE"), tag("NAME")),
        0.7,
    ),
    Row(
        "town counts so many",
        "population",
        ("FIG_BARE",),
        (
            listed("settlement_nouns"),
            listed("counting_verbs"),
            gap(2),
            tag("FIG_BARE"),
            tag("COMMA", "BREAK"),
        ),
        0.7,
    ),
    Row(
        "town counts so many today",
        "population",
        ("FIG_BARE",),
        (
            listed("settlement_nouns"),
            listed("counting_verbs"),
            gap(2),
            tag("FIG_BARE"),
            listed("now_words"),
        ),
        0.7,
    ),
    Row(
        "town of so many",
        "population",
        ("FIG_BARE",),
        (listed("settlement_nouns"), word(*_OF), gap(2), tag("FIG_BARE"), tag("COMMA", "BREAK")),
        0.7,
    ),
    Row(
        "town of so many on",
        "population",
        ("FIG_BARE",),
        (
            listed("settlement_nouns"),
            word(*_OF),
            gap(2),
            tag("FIG_BARE"),
            listed("behind_count_words"),
        ),
        0.7,
    ),
    Row(
        "town of so many people",
        "population",
        ("FIG_PERSON",),
        (listed("settlement_nouns"), word(*_OF), gap(2), tag("FIG_PERSON")),
        0.7,
    ),
    Row(
        "so many call a place home",
        "population",
        ("FIG_BARE",),
        (tag("FIG_BARE"), gap(5, "COMMA"), word("call", "calls"), gap(5), word("home")),
        0.7,
    ),
    Row(
        "so many call it home",
        "population",
        ("FIG_BARE",),
        (tag("FIG_BARE"), gap(5, "COMMA"), tag("CUE_LIVING")),
        0.7,
    ),
    Row(
        "people there are so many",
        "population",
        ("FIG_BARE",),
        (
            word("people", "inhabitants", "residents", "persons", "population"),
            listed("there_words"),
            gap(2),
            tag("FIG_BARE"),
        ),
        0.6,
    ),
)

# Land beside a word for a place or beside its people, where no word for an area is.
LAND: tuple[Row, ...] = (
    Row(
        "town of so many km²",
        "area_km2",
        ("FIG_AREA",),
        (listed("settlement_nouns"), word(*_OF), gap(2), tag("FIG_AREA")),
        0.6,
    ),
    Row(
        "people and so much land in a bracket",
        "area_km2",
        ("FIG_AREA",),
        (
            tag("OPEN"),
            gap(2),
            tag("FIG_PERSON"),
            gap(4, "COMMA", "BREAK"),
            tag("FIG_AREA"),
            tag("CLOSE", "COMMA", "BREAK"),
        ),
        0.6,
    ),
    Row(
        "so much land and people in a bracket",
        "area_km2",
        ("FIG_AREA",),
        (
            tag("OPEN"),
            gap(2),
            tag("FIG_AREA"),
            tag("COMMA", "BREAK"),
            gap(2),
            tag("FIG_PERSON"),
        ),
        0.6,
    ),
)
