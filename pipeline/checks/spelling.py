"""Checks of how the proper names of a page are spelt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.checks.check import Doubt, check
from pipeline.checks.page import Page
from pipeline.model.finding import Change, Problem, Severity, Suggestion
from pipeline.model.source import Span

# Shorter names differ by meaning. A name that stands this often is spelt as its writer means it.
SHORTEST, OFTEN = 7, 3
# Names beyond this many are a directory, of which nothing is said.
MOST_NAMES = 400
_NAME = re.compile(r"(?<![\w.@/-])[A-Z][a-zà-ÿ]{6,}(?![\w@/])")


@check(
    "T07",
    Severity.NOTE,
    level=1,
    good=("Lindenau lies on a lake. Lindenau has a castle. Lindenau and the Lindenauer like it.",),
    bad={
        "City: Wendelstein\nPopulation: 12,000\nWendelstein lies on a lake. The castle of "
        "Wendelstein is old. All of Wendlestein likes it.": ("",),
    },
)
def names_are_spelt_alike_on_a_page(page: Page) -> Iterator[Doubt]:
    """A proper name is spelt in one way wherever a page has it.

    A word that stands once and differs by one slip from a name that stands three times is its
    misspelling. A slip at the end is an ending ("Lindenauer"), of which nothing is said.
    """
    spans: dict[str, Span] = {}
    counts: Counter[str] = Counter()
    for match in _NAME.finditer(page.document.text):
        counts[match[0]] += 1
        spans.setdefault(match[0], Span(*match.span()))
    often = [word for word, count in counts.items() if count >= OFTEN]
    if len(counts) > MOST_NAMES:
        return
    for word in (one for one, count in counts.items() if count == 1):
        for name in often:
            if _is_slip(word, name):
                yield from _misspelt(page, spans[word], (word, name, counts[name]))


def _is_slip(word: str, name: str) -> bool:
    """Whether one letter inside a word makes it the name."""
    from rapidfuzz.distance import OSA

    alike = word[:2] == name[:2] and word[-2:] == name[-2:]
    return alike and OSA.distance(word, name, score_cutoff=1) == 1


def _misspelt(page: Page, span: Span, said: tuple[str, str, int]) -> Iterator[Doubt]:
    word, name, count = said
    record = next((one for one in page.records if one.span.meets(span)), None)
    if record is not None:
        change = Change("", "", word, name, name)
        offer = Suggestion(name, "R01", f"“{name}” stands {count} times", -0.5, (change,))
        message = f"“{word}” is spelt “{name}” {count} times on the page. Probably a slip."
        yield Doubt(record, Problem(message, suggest=(offer,), span=span))
