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
)
