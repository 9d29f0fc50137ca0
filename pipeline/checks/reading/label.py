"""The check of labels that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.check import check
from pipeline.checks.view.page import Page
from pipeline.model.finding import Problem, Severity
from pipeline.model.teaching import OTHER
from pipeline.model.value import Record
from pipeline.normalize.text import key
from pipeline.schema.label import read_label
from pipeline.schema.vocabulary import is_taught

# A label this near to a known one is its misspelling.
NEAR_LABEL, SHORTEST_LABEL = 2, 6


def _has_unknown_labels(page: Page) -> bool:
    """Whether a label of the page is not known."""
    return bool(page.once(_unknown_labels))


def _unknown_labels(page: Page) -> frozenset[str]:
    """The labels of the page's own fields that neither the lexicon nor a person has."""
    own = {
        value.label
        for record in page.records
        for value in record.values
        if value.label and value.field.startswith(OTHER)
    }
    return frozenset(one for one in own if not is_taught(one) and not read_label(one).known)


@check(
    "T05",
    Severity.NOTE,
    level=0,
    good=(
        "Population: 1,220,000",
        "City: Lindenau\nCountry: Germany\nMain products: pearls, slate",
    ),
    bad={
        "City: Lindenau\nCountry: Germany\nArea: 425 km²\nPopulatoin: 1,220,000": (
            "other:populatoin",
        )
    },
    among=(OTHER,),
    told=_has_unknown_labels,
)
def labels_are_known(record: Record, page: Page) -> Iterator[Problem]:
    """A label is one that the lexicon knows, with a column or without one.

    A label next to a known one by a letter or two is most likely its misspelling: the figure then
    belongs into that column. Any other label of a figure is kept under its own name.
    """
    seen: set[str] = set()
    unknown = page.once(_unknown_labels)
    for value in record.values:
        if not value.field.startswith(OTHER) or value.label not in unknown:
            continue
        if key(value.label) in seen:
            continue
        seen.add(key(value.label))
        near = _nearest_label(value.label)
        advice = f" Perhaps “{near}” is meant." if near else ""
        yield Problem(
            f"The label “{value.label}” is not known; it is kept as is.{advice}", (value,)
        )


def _nearest_label(label: str) -> str:
    """The known label within two letters of this one, or empty."""
    from rapidfuzz.distance import OSA

    from pipeline.schema.place import FIELDS

    wanted = key(label)
    if len(wanted) < SHORTEST_LABEL:
        return ""
    known = [spelling for field in FIELDS for spelling in field.labels]
    ranked = sorted((OSA.distance(wanted, one, score_cutoff=NEAR_LABEL), one) for one in known)
    return ranked[0][1] if ranked and 0 < ranked[0][0] <= NEAR_LABEL else ""
