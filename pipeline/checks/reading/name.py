"""The check of how a profile spells the name of its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.check import check
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import quoted, rewritten
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.value import Record, Value
from pipeline.normalize.text import fold

# Two spellings of one name differ in one or two letters; shorter words differ by meaning.
SLIPS, SHORTEST_NAME = 2, 6
_WORD = re.compile(r"[^\W\d_]+")


@check(
    "T06",
    Severity.WARNING,
    level=1,
    good=("Lindenau Borough, Germany\nCountry: Germany\nCity: Lindenau Borough",),
    bad={
        "Linddenau Borough, Germany\nCountry: Germany\nCity: Lindenau Borough\nArea: 425 km²": (
            "name",
        ),
    },
)
def a_name_is_spelt_in_one_way(record: Record, page: Page) -> Iterator[Problem]:
    """The heading and the lines below it spell the place's name alike.

    A letter more or less in one of them is a slip; which spelling is right the rest of the profile
    tells by majority. Names that differ in more are two names of one place, which is no mistake.
    """
    names = [value for value in record.all("name") if value.value]
    if len({value.value for value in names}) < 2:
        return
    for one in names:
        for two in names:
            if one.evidence.span < two.evidence.span and (pair := _misspelt(one, two)):
                yield _spelling(record, page, (one, two), pair)
                return


def _misspelt(one: Value, two: Value) -> tuple[str, str] | None:
    """Two words of two names that differ in one or two letters, or None."""
    from rapidfuzz.distance import OSA

    words, others = _words(str(one.value)), _words(str(two.value))
    for word in words - others:
        for other in others - words:
            long_enough = min(len(word), len(other)) >= SHORTEST_NAME
            if long_enough and _are_endings(word, other):
                continue
            if long_enough and word[0] == other[0] and OSA.distance(word, other) <= _allowed(word):
                return word, other
    return None


def _are_endings(one: str, other: str) -> bool:
    """Whether two words differ in their last two letters alone: a case, not a slip."""
    shorter = min(len(one), len(other))
    return one[: shorter - 1] == other[: shorter - 1]


def _allowed(word: str) -> int:
    """How many letters may differ: one in a short name, two in a long one."""
    return SLIPS if len(word) > SHORTEST_NAME + 1 else 1


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(fold(text)) if word[0].isupper()}


def _spelling(
    record: Record, page: Page, names: tuple[Value, Value], words: tuple[str, str]
) -> Problem:
    text = fold(page.document.quote(record.span))
    counts = [len(re.findall(rf"\b{re.escape(word)}\b", text)) for word in words]
    order = (1, 0) if counts[1] >= counts[0] else (0, 1)
    right, wrong = names[order[0]], names[order[1]]
    offer = Suggestion(
        str(right.value),
        "R01",
        f"“{words[order[0]]}” stands {max(counts)} times in the profile",
        -0.5,
        (rewritten(wrong, str(right.value), right.evidence.text),),
    )
    return Problem(
        f"The name is spelt {quoted(wrong)} and {quoted(right)}. Probably “{words[order[0]]}”: it "
        f"stands {max(counts)} times in the profile, “{words[order[1]]}” {min(counts)} times.",
        (wrong, right),
        (offer,),
    )
