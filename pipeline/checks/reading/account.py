"""The check that every figure of a text is accounted for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks.check import Doubt, check
from pipeline.checks.view.moment import is_dated
from pipeline.checks.view.page import Page
from pipeline.model.finding import Problem, Severity
from pipeline.model.source import Cover
from pipeline.model.value import Value

# A page beside its profiles may be anything, a table of ten thousand prices too.
MOST_OUTSIDE = 20


@check(
    "T04",
    Severity.NOTE,
    level=0,
    good=("Population: 1,220,000",),
    bad={"City: Lindenau\nCountry: Germany\nArea: 425 km²\nPopulation: 1,220\n- 17": ("",)},
)
def every_figure_is_accounted_for(page: Page) -> Iterator[Doubt]:
    """Every figure of the text lies in a value or is known to count nothing.

    What is left over is listed, so that nothing is dropped in silence: a label that no rule knows,
    a sentence that tells more than the table has columns for, the row of a table's totals. Of a
    page's figures outside its profiles only the first are listed one by one.
    """
    literals = [
        value.evidence.span
        for record in page.records
        for value in record.values
        if isinstance(value.value, Decimal) or _is_date(value)
    ]
    literals += [one.span for one in page.extraction.identifiers]
    known, starts = Cover(literals), {one.start for one in literals if one.start < one.end}
    numbers = (one for one in page.extraction.numbers if one.start not in starts)
    left = [number for number in numbers if not known.meets(number)]
    profiles = Cover(record.span for record in page.records)
    outside = [number for number in left if not profiles.meets(number)]
    for number in (*filter(profiles.meets, left), *outside[:MOST_OUTSIDE]):
        literal = page.document.quote(number)
        record = page.record_at(number)
        yield Doubt(record, Problem(f"“{literal}” is in no value.", span=number))
    if rest := outside[MOST_OUTSIDE:]:
        told = f"{len(rest)} more figures outside the profiles are in no value."
        yield Doubt(page.record_at(rest[0]), Problem(told, span=rest[0]))


def _is_date(value: Value) -> bool:
    """Whether a value is a date of the text, or what a person has put in the place of one."""
    if value.decision:
        return is_dated(value)
    return "; date:" in value.evidence.rule
