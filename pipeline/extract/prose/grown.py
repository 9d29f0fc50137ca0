"""How prose sets what a place counted once beside what it counts now, in order of trust."""

from __future__ import annotations

from pipeline.extract.prose.way import Row, gap, listed, perhaps, tag

COUNTED = ("FIG_PERSON", "FIG_BARE")

GROWN: tuple[Row, ...] = (
    Row(
        "population grew to",
        "population",
        ("FIG_PERSON", "FIG_BARE"),
        (
            tag("CUE_POPULATION"),
            gap(8),
            listed("from_words"),
            gap(2),
            tag(*COUNTED),
            gap(4),
            listed("to_words"),
            gap(2),
            tag(*COUNTED),
        ),
    ),
    Row(
        "population, which was, is",
        "population",
        ("FIG_PERSON", "FIG_BARE"),
        (
            tag("CUE_POPULATION"),
            tag("COMMA"),
            gap(10, *COUNTED),
            tag("COMMA"),
            listed("being_words"),
            perhaps("lasting_words"),
            tag(*COUNTED),
        ),
    ),
    Row(
        "population, now so many",
        "population",
        ("FIG_PERSON", "FIG_BARE"),
        (tag("CUE_POPULATION"), tag("COMMA"), listed("now_words"), gap(2), tag(*COUNTED)),
    ),
    Row(
        "counts so many now",
        "population",
        ("FIG_BARE",),
        (listed("counting_verbs"), gap(1), tag("FIG_BARE"), listed("now_words")),
        0.95,
    ),
)
# Rows of which every figure is explained by the match, not the value alone.
WHOLE = frozenset({"population grew to", "population, which was, is"})
