"""The check of characters that look like others, and of letters that stand among digits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.checks.check import Doubt, check
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import plain
from pipeline.model.finding import Change, Problem, Severity, Suggestion
from pipeline.model.source import Span
from pipeline.normalize.digits import amounts

_COMPATIBLE = re.compile("[㎢㎞㎡㎥㏊℃℉․％，．]")
# R11: letters that scanners and typists put for digits, between digits.
LIKE_DIGITS = {"O": "0", "o": "0", "l": "1", "I": "1"}
_MIXED = re.compile(
    r"\d(?<![\w.,]\d)\d*+(?:[.,]\d++)*+(?:[.,]?[OolI](?:[.,]?\d++)*+)++(?<=\d)(?![^\W\d_])"
)


@check(
    "T02",
    Severity.NOTE,
    level=0,
    good=("Area: 425 km²",),
    bad={
        "City: Lindenau\nCountry: Germany\nArea: 425㎢": ("",),
        "City: Lindenau\nCountry: Germany\nArea: 425 km²\nPopulation: 1O,234": ("population",),
    },
)
def characters_are_what_they_look_like(page: Page) -> Iterator[Doubt]:
    """Characters that look like others are told apart by programs, not by readers.

    Ligature signs such as ㎢ and ℃, full-width digits and the one-dot leader are read as what they
    stand for; the note tells who edits the page that a search for "km²" misses them. A letter
    between digits ("1O,234") is more than that: the figure is read wrongly.
    """
    text = page.document.text
    for match in _MIXED.finditer(text):
        yield from _letters_in_figure(page, Span(*match.span()))
    found = Counter(() if text.isascii() else _COMPATIBLE.findall(text))
    if found and page.records:
        kinds = ", ".join(f"{character} ({count})" for character, count in sorted(found.items()))
        start = min(text.index(character) for character in found)
        problem = Problem(
            f"The text has compatibility characters: {kinds}. They are read as what they stand for.",
            span=Span(start, start + 1),
        )
        yield Doubt(page.records[0], problem)


def _letters_in_figure(page: Page, span: Span) -> Iterator[Doubt]:
    """The figure with digits for its letters, as a warning on the value that was read there."""
    record = page.record_at(span)
    if any(one.span.covers(span) for one in page.extraction.identifiers):
        return
    literal = page.document.quote(span)
    mended = "".join(LIKE_DIGITS.get(character, character) for character in literal)
    number = plain(amounts(mended)[0].value)
    at = tuple(v for v in record.values if v.evidence.span.meets(span) and v.rank == 0)[:1]
    reason = "letters stand for digits"
    changes = tuple(Change(value.field, value.id, literal, number, mended) for value in at)
    yield Doubt(
        record,
        Problem(
            f"“{literal}” has letters between its digits. Probably “{mended}”: {reason}.",
            at,
            (Suggestion(number, "R11", reason, -0.5, changes),),
            field=at[0].field if at else "",
            span=span,
            severity=Severity.WARNING,
        ),
    )
