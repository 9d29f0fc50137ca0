"""What the title of a table says its figures are: "Population by municipality, 2011-2021"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary, glossary
from pipeline.read.grammar import meaning_at
from pipeline.read.table.head import IN_BRACKETS

_LONGEST = 18  # words


def find_topic(text: str, titles: Sequence[Span]) -> Span | None:
    """The word for residents in the nearest of some titles that tells of their number.

    One of growth, rates or shares has other figures; a word in a bracket is beside the point.
    """
    for line in reversed(titles):
        said = text[slice(*line)]
        bare = IN_BRACKETS.sub(lambda match: " " * len(match[0]), said)
        cue = glossary("population_cues").search(bare)
        if cue and len(bare.split()) <= _LONGEST and not _is_derived(bare):
            return _label(text, Span(line.start + cue.start(), line.start + cue.end()))
    return None


def _label(text: str, cue: Span) -> Span | None:
    """The longest beginning of a word for residents that is a label: of "人口の" the noun."""
    ends = range(cue.end, cue.start, -1)
    found = (Span(cue.start, end) for end in ends if not text[end - 1].isspace())
    return next((span for span in found if meaning_at(text, span).fields == ("population",)), None)


def _is_derived(said: str) -> bool:
    return "%" in said or _derived().search(said) is not None


@cache
def _derived() -> Glossary:
    return Glossary(toml_table("structure.toml")["derived_figures"])
