"""What the title of a table says its figures are: "Population by municipality, 2011-2021"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary, glossary
from pipeline.normalize.hit import Hit
from pipeline.normalize.lexeme import words
from pipeline.read.grammar import meaning_at
from pipeline.read.table.align import Column
from pipeline.read.table.head import IN_BRACKETS, column_of

_LONGEST = 18  # words
_STEM, _SHORTEST, _BESIDE = (
    8,
    4,
    16,
)  # letters of a word for a household, and of what stands beside a label
_COMMAS = ",;，、；"


def find_topic(text: str, titles: Sequence[Span]) -> Span | None:
    """The word for residents in the nearest of some titles that tells of their number.

    One of growth, rates or shares has other figures; a word in a bracket is beside the point.
    """
    for line in reversed(titles):
        said = text[slice(*line)]
        bare = IN_BRACKETS.sub(lambda match: " " * len(match[0]), said)
        cue = glossary("population_cues").search(bare)
        if cue and len(bare.split()) <= _LONGEST and not _is_derived(_clause(bare, cue)):
            return _label(text, Span(line.start + cue.start(), line.start + cue.end()))
    return None


def without_sizes(
    text: str, columns: Sequence[Column], titles: Sequence[Span]
) -> tuple[Column, ...]:
    """Columns of which a "Size" is that of the households which a title names, and no area."""
    return tuple(
        _beside(text, column, columns)
        if column.field == "area_km2" and _is_of_homes(text, column, titles)
        else column
        for column in columns
    )


def _beside(text: str, column: Column, columns: Sequence[Column]) -> Column:
    """A column under a label that names no field, with that of another column before its own."""
    heads = ((*other.heads, *column.heads) for other in columns if other is not column)
    joined = (column_of(text, each) for each in heads)
    return next((each for each in joined if not each.field), column)


def _is_of_homes(text: str, column: Column, titles: Sequence[Span]) -> bool:
    """Whether a title has the one word that heads a column beside a word for households."""
    if len(column.heads) != 1 or column.context.unit:
        return False
    head = text[slice(*column.heads[0])].lower()
    said = (text[slice(*title)].lower() for title in titles)
    beside = (title.partition(head) for title in said if head in title)
    near = [f"{before[-_BESIDE:]} {behind[:_BESIDE]}" for before, _, behind in beside]
    homes = {home[:_STEM] for home in words("household_nouns") if len(home) >= _SHORTEST}
    return any(home in each for each in near for home in homes)


def _label(text: str, cue: Span) -> Span | None:
    """The longest beginning of a word for residents that is a label: of "人口の" the noun."""
    ends = range(cue.end, cue.start, -1)
    found = (Span(cue.start, end) for end in ends if not text[end - 1].isspace())
    return next((span for span in found if meaning_at(text, span).fields == ("population",)), None)


def _clause(said: str, cue: Hit) -> str:
    """What a title says of residents up to a comma: "Population by Council, Average Household Size"."""
    start = max(said.rfind(mark, 0, cue.start()) for mark in _COMMAS) + 1
    ends = [at for mark in _COMMAS if (at := said.find(mark, cue.end())) >= 0]
    return said[start : min(ends, default=len(said))]


def _is_derived(said: str) -> bool:
    return "%" in said or _derived().search(said) is not None


@cache
def _derived() -> Glossary:
    return Glossary(toml_table("structure.toml")["derived_figures"])
