"""The check of lowest, mean and highest."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from pipeline.checks.check import check
from pipeline.checks.view.interval import of
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import figure, quoted, rewritten, spoken
from pipeline.lexicon.tables import toml_table
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.value import Record, Value
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.text import key

EXTREMES = ("lowest", "mean", "highest")
# The two ends first: where they are exchanged, the mean is out of order with both.
PAIRS = (("lowest", "highest"), ("lowest", "mean"), ("mean", "highest"))


def _has_extremes(page: Page) -> bool:
    """Whether any label of the page names an extreme."""
    return any(_extreme(label)[0] for label in page.labels)


@check(
    "A09",
    Severity.WARNING,
    level=1,
    good=(
        (
            "City: Lindenau\nPopulation: 12,000\nMinimum temperature: -11 ℃\n"
            "Average temperature: 12.1 ℃\nMaximum temperature: 31.5 ℃"
        ),
    ),
    bad={
        "City: Lindenau\nPopulation: 12,000\nMinimum temperature: 31.5 ℃\n"
        "Average temperature: 12.1 ℃\nMaximum temperature: -11 ℃": ("other:minimum-temperature",),
    },
    told=_has_extremes,
)
def the_mean_lies_between_the_extremes(record: Record) -> Iterator[Problem]:
    """The lowest of a measure is no higher than its mean, the mean no higher than the highest.

    Labels name the three in one list; two lines that were exchanged, or a sign that was lost, put
    them out of order.
    """
    measured: dict[str, dict[str, Value]] = {}
    for value in record.values:
        if not value.unit or not value.in_force or value.number is None:
            continue
        kind, measure = _extreme(value.label)
        if kind:
            measured.setdefault(f"{measure} {value.unit}", {}).setdefault(kind, value)
    for kinds in measured.values():
        pairs = ((kinds[low], kinds[high]) for low, high in PAIRS if {low, high} <= kinds.keys())
        wrong = next((pair for pair in pairs if of(pair[0]).low > of(pair[1]).high), None)
        if wrong is not None:
            yield _exchanged(*wrong)


def _exchanged(low: Value, high: Value) -> Problem:
    changes = tuple(
        rewritten(one, str(other.number), other.evidence.text)
        for one, other in ((low, high), (high, low))
    )
    offer = Suggestion(str(high.number), "R07", "the two were exchanged", -1.5, changes)
    return Problem(
        f"{spoken(low.field).capitalize()} {quoted(low)} is more than {spoken(high.field)} "
        f"{quoted(high)}. Probably the two were exchanged.",
        (low, high),
        (offer,),
        computed=f"{figure(low)} > {figure(high)}",
    )


@lru_cache(maxsize=4096)
def _extreme(said: str) -> tuple[str, str]:
    """Which extreme a label names, and what it is one of; empty for any other label."""
    label = key(said)
    for kind in EXTREMES:
        hit = _extreme_words()[kind].search(label)
        if hit:
            return kind, (label[: hit.first] + label[hit.last :]).strip(" :.")
    return "", ""


@cache
def _extreme_words() -> dict[str, Glossary]:
    return {kind: Glossary(words) for kind, words in toml_table("slips.toml")["extremes"].items()}
