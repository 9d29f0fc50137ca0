"""What is left of a statement that has lost its figure or its unit, found beside its cue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pipeline.checks.relation.choice import ASSUMED
from pipeline.checks.view.page import Page
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.model.value import Record, Value
from pipeline.normalize.digits import amounts
from pipeline.normalize.dimension import dimension_of
from pipeline.normalize.lexeme import alternation, flatten, words
from pipeline.normalize.unit import unit_at
from pipeline.schema.place import BY_NAME

# "Area: ㎢ (3 districts)": a figure in the bracket behind a unit is none of the field's.
BEHIND = 4
# A label with nothing but a unit behind it; a form of its own says "Unit: km²".
LONGEST_UNIT, UNIT_ENDS = 8, frozenset("2²㎢㎡m里顷頃")
CUED = {"area_km2": "area_cues", "population": "population_cues"}
_NUMBER = r"\d(?:[\d.,]*\d)?"
# "spreads over 105 of valley floor": what is so large is named, the unit is lost.
_OF_LAND = r"\s+of\s+(?!(?:the|these|those|its|their|our|all|which|them)\b)[a-z]"
_GAP = r"[^\d.;:。；\n]{0,16}?"


class Fragment(NamedTuple):
    """A stretch of the text that should state a field and does not.

    ``number`` is the figure whose unit is lost, or None where the figure is.
    """

    field: str
    span: Span
    number: Decimal | None


def fragments(record: Record, page: Page) -> Iterator[Fragment]:
    """The first remnant of a statement for each field that the record has nothing of."""
    for field in CUED:
        if (value := record.one(field)) is not None:
            lost = _without_figure(record, page, field) if ASSUMED in value.qualifier else None
            if lost is not None and 0 <= value.evidence.span.start - lost.span.end <= BEHIND:
                yield lost
        else:
            found = (
                _without_unit(record, page, field)
                or _without_figure(record, page, field)
                or _without_value(record, page, field)
            )
            if found is not None:
                yield found


def units_alone(record: Record, page: Page) -> Iterator[tuple[Value, Span]]:
    """Labels of the page's own that have a unit and no figure, where others of the record have both.

    The exponent of "km2" may have been read as the figure.
    """
    for value in record.values:
        text = value.evidence.text
        if text[-1:] not in UNIT_ENDS or not value.label or (text[1:] and "0" <= text[0] <= "9"):
            continue
        if len(text) > LONGEST_UNIT:
            continue
        at = value.evidence.span
        start = _first_letter(page.folded, at.start)
        unit = unit_at(page.folded, start, at.end)
        if unit is None or unit.span != (start, at.end) or _names_unit().search(value.label):
            continue
        if _measures(record, value, unit.dimension):
            yield value, unit.span


def _first_letter(text: str, at: int) -> int:
    """Where the letters begin that end at an offset."""
    while at and text[at - 1].isalpha():
        at -= 1
    return at


def _measures(record: Record, alone: Value, dimension: str) -> bool:
    """Whether another label of the record has a figure of a dimension."""
    return any(
        one.label and one.label != alone.label and dimension_of(one.unit) == dimension
        for one in record.figures
    )


@cache
def _names_unit() -> re.Pattern[str]:
    """Words of a label whose value is a unit."""
    words_of = flatten(toml_table("slips.toml")["unit_labels"])
    return re.compile(alternation(words_of), re.IGNORECASE)


@cache
def measured() -> frozenset[str]:
    """The fields whose unit may be lost or break off."""
    return frozenset((*_dangling(), "area_km2"))


def is_cut_off(value: Value, page: Page) -> bool:
    """Whether the unit behind a figure breaks off: "312 per,", "221.6平方，"."""
    pattern = _dangling().get(value.field)
    return pattern is not None and bool(pattern.match(page.folded, value.evidence.span.end))


def _without_unit(record: Record, page: Page, field: str) -> Fragment | None:
    """A figure behind the cue with a piece of a unit, or with a blank before its full stop."""
    pattern = _unitless(field)
    for match in pattern.finditer(page.folded, *record.span) if pattern else ():
        if unit_at(page.folded, match.end("number"), record.span.end) is None:
            number = amounts(match["number"])[0].value
            return Fragment(field, Span(match.start("number"), match.end()), number)
    return None


def _without_figure(record: Record, page: Page, field: str) -> Fragment | None:
    """A unit or a scale word behind the cue without a figure."""
    match = _figureless(field).search(page.folded, *record.span)
    return Fragment(field, Span(match.start(), match.end()), None) if match else None


def _without_value(record: Record, page: Page, field: str) -> Fragment | None:
    """A label that ends its line with its colon, and no figure on the next one."""
    match = _valueless(field).search(page.folded, *record.span)
    return Fragment(field, Span(match.start("label"), match.end("label")), None) if match else None


@cache
def _valueless(field: str) -> re.Pattern[str]:
    own = (*BY_NAME[field].labels, *flatten(toml_table("labels.toml").get(field, ())))
    label = rf"(?:^|\s{{2}}|[-•*◆※·|]\s?)(?P<label>{alternation(own)})"
    # A figure may stand on the next line, behind a word or two at most.
    nothing = r"[ \t]*$(?!\n?[^\d\n:]{0,15}\d)"
    return re.compile(rf"{label}[ \t]*[:：]{nothing}", re.IGNORECASE | re.MULTILINE)


@cache
def _slips(table: str) -> dict[str, str]:
    """Patterns of one table of the slips, by field."""
    return {
        field: alternation(flatten(spellings))
        for field, spellings in toml_table("slips.toml")[table].items()
    }


@cache
def _cue(field: str) -> str:
    labels = flatten(toml_table("labels.toml").get(field, ()))
    return alternation((*words(CUED[field]), *labels))


@cache
def _unitless(field: str) -> re.Pattern[str] | None:
    lost = _slips("lost_units").get(field)
    if lost is None:
        return None
    piece = r"(?:\s[^\W\d_]{1,4})?"
    left = rf"\s?{lost}{piece}\s*(?=$|[.,;:)。、])|(?=\s+[.,;](?:\s|$))|(?={_OF_LAND})"
    return re.compile(
        rf"{_cue(field)}{_GAP}(?P<number>{_NUMBER})(?:{left})", re.IGNORECASE | re.MULTILINE
    )


@cache
def _figureless(field: str) -> re.Pattern[str]:
    link = alternation(flatten(toml_table("slips.toml")["links"]))
    left = _slips("lost_units").get(field) or alternation(())
    scale = _slips("lone_scales").get(field) or alternation(())
    end = r"\s*(?=$|[.,;)\n])"
    bare = _slips("bare_units").get(field) or alternation(())
    about = rf"(?:{alternation(flatten(toml_table('words.toml')['about']['before']))}\s*)?"
    behind = rf"(?:\s*{link})?\s*[:：]\s*{about}(?:{scale}(?:\s*{bare})?{end}|{bare}\s*(?=$|[(.,;)\n]))|\s*{link}\s+{about}(?:{left}|{scale}\b)"
    return re.compile(rf"{_cue(field)}(?:{behind})", re.IGNORECASE | re.MULTILINE)


@cache
def _dangling() -> dict[str, re.Pattern[str]]:
    end = r"\s*(?=[.,;)。、]|$)"
    return {
        field: re.compile(rf"\s*{left}{end}", re.IGNORECASE | re.MULTILINE)
        for field, left in (*_slips("dangling").items(), *_slips("lost_units").items())
    }
