"""Checks of how well the text was read: damaged characters, leftover figures, odd labels, names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks.check import Doubt, check
from pipeline.checks.moment import is_dated
from pipeline.checks.page import Page
from pipeline.checks.wording import plain, quoted, rewritten
from pipeline.model.finding import Change, Problem, Severity, Suggestion
from pipeline.model.source import Cover, Span
from pipeline.model.teaching import OTHER
from pipeline.model.value import Record, Value
from pipeline.normalize.digits import amounts
from pipeline.normalize.text import fold, key
from pipeline.schema.label import read_label
from pipeline.schema.vocabulary import is_taught

# Two spellings of one name differ in one or two letters; shorter words differ by meaning.
SLIPS, SHORTEST_NAME = 2, 6
# A label this near to a known one is its misspelling.
NEAR_LABEL, SHORTEST_LABEL = 2, 6
# A page beside its profiles may be anything, a table of ten thousand prices too.
MOST_OUTSIDE = 20
_COMPATIBLE = re.compile("[㎢㎞㎡㎥㏊℃℉․％，．]")
_WORD = re.compile(r"[^\W\d_]+")
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
    record = _record_at(page, span)
    if record is None or any(one.span.covers(span) for one in page.extraction.identifiers):
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
    spans = (
        value.evidence.span
        for record in page.records
        for value in record.values
        if isinstance(value.value, Decimal) or _is_date(value)
    )
    literals = [*spans, *(one.span for one in page.extraction.identifiers)]
    known, starts = Cover(literals), {one.start for one in literals if one.start < one.end}
    numbers = (one for one in page.extraction.numbers if one.start not in starts)
    left = [number for number in numbers if not known.meets(number)]
    profiles = Cover(record.span for record in page.records)
    outside = [number for number in left if not profiles.meets(number)]
    for number in (*filter(profiles.meets, left), *outside[:MOST_OUTSIDE]):
        literal = page.document.quote(number)
        record = _record_at(page, number)
        yield Doubt(record, Problem(f"“{literal}” is in no value.", span=number))
    if rest := outside[MOST_OUTSIDE:]:
        told = f"{len(rest)} more figures outside the profiles are in no value."
        yield Doubt(_record_at(page, rest[0]), Problem(told, span=rest[0]))


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


def _is_date(value: Value) -> bool:
    """Whether a value is a date of the text, or what a person has put in the place of one."""
    if value.decision:
        return is_dated(value)
    return value.evidence.rule.rpartition("; ")[2].startswith("date:")


def _record_at(page: Page, span: Span) -> Record:
    """The record whose text a span lies in, else one that stands for the whole document."""
    whole = Record("", page.document.path, Span(0, 0), 1, 1, ())
    return next((one for one in page.records if one.span.meets(span)), whole)


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
