"""Checks of how the proper names of a page are spelt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.checks.check import Doubt, check
from pipeline.checks.view.page import Page
from pipeline.model.finding import Change, Problem, Severity, Suggestion
from pipeline.model.source import Span

# Shorter names differ by meaning. A name that stands this often is spelt as its writer means it.
SHORTEST, OFTEN = 7, 3
# Names beyond this many are a directory, of which nothing is said.
MOST_NAMES = 400
# The capital comes first, which is searched for faster than the edge before it.
_NAME = re.compile(r"[A-Z](?<![\w.@/-][A-Z])[a-zà-ÿ]{6,}(?![\w@/])")


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
    counts = Counter(_NAME.findall(page.document.text))
    if len(counts) > MOST_NAMES:
        return
    often: dict[str, list[str]] = {}
    for word, count in counts.items():
        if count >= OFTEN:
            often.setdefault(_ends(word), []).append(word)
    for word, count in counts.items():
        for name in often.get(_ends(word), ()) if count == 1 else ():
            if _is_slip(word, name):
                yield from _misspelt(page, _place(page, word), (word, name, counts[name]))


def _ends(word: str) -> str:
    """The letters that a slip inside a word leaves as they are."""
    return f"{word[:2]}…{word[-2:]}"


def _is_slip(word: str, name: str) -> bool:
    """Whether one letter inside a word makes it the name, which has the same ends."""
    from rapidfuzz.distance import OSA

    return OSA.distance(word, name, score_cutoff=1) == 1


def _place(page: Page, word: str) -> Span:
    """Where a name stands that the page has once."""
    found = _NAME.finditer(page.document.text)
    return next(Span(*match.span()) for match in found if match[0] == word)


def _misspelt(page: Page, span: Span, said: tuple[str, str, int]) -> Iterator[Doubt]:
    word, name, count = said
    record = next((one for one in page.records if one.span.meets(span)), None)
    if record is not None:
        change = Change("", "", word, name, name)
        offer = Suggestion(name, "R01", f"“{name}” stands {count} times", -0.5, (change,))
        message = f"“{word}” is spelt “{name}” {count} times on the page. Probably a slip."
        yield Doubt(record, Problem(message, suggest=(offer,), span=span))
