"""Every field, label, date form and unit proves its own examples through the whole flow."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

import pipeline
from pipeline.lexicon.tables import toml_table
from pipeline.normalize.conversion import convert
from pipeline.normalize.date import FORMS
from pipeline.normalize.lexeme import flatten
from pipeline.schema.field import Kind
from pipeline.schema.label import read_label
from pipeline.schema.place import FIELDS

# What makes a profile of the text around an example: two fields that the example is not of.
AROUND = {
    "name": "City: Elgin",
    "area_km2": "Area: 12 km²",
    "population": "Population: 12,400",
}


def _held(field, *lines):
    """What the records hold for a field in a profile with these lines: values and literals."""
    around = [line for name, line in AROUND.items() if name != field]
    if field == "country":
        around = around[1:]
    records = pipeline.read_text("\n".join((*around[:2], *lines)) + "\n").records
    return [(v.value, v.evidence.text) for record in records for v in record.held(field)]


def _is(value, expected):
    return value == (Decimal(expected) if isinstance(value, Decimal) else expected)


EXAMPLES = [
    pytest.param(field, text, expected, id=f"{field.name}-{text}")
    for field in FIELDS
    for text, expected in field.examples.items()
]


@pytest.mark.parametrize(("field", "text", "expected"), EXAMPLES)
def test_a_field_reads_its_example(field, text, expected):
    held = _held(field.name, text)
    assert any(_is(value, expected) for value, _ in held), held
    assert all(literal in text for _, literal in held[:1])


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_field_has_an_example(field):
    assert field.examples
    assert field.doc.endswith(".")


UNTOLD = ("", "-", "unknown", "not known", "n/a", "see below", "will follow")


@pytest.mark.parametrize("said", UNTOLD)
@pytest.mark.parametrize(
    "field",
    [field for field in FIELDS if field.kind is not Kind.TEXT],
    ids=lambda field: field.name,
)
def test_a_label_without_a_figure_gives_no_value(field, said):
    for label in field.labels[:2]:
        assert _held(field.name, f"{label.capitalize()}: {said}") == []


LABELS = {
    field.name: (*field.labels, *flatten(toml_table("labels.toml").get(field.name, ())))
    for field in FIELDS
}
# One word may be a label of two fields ("Land" is an area and a German state): the first has it.
EVERY = 12  # of six thousand labels so many are read in a text
SHARED = {
    label for label, n in Counter(x for ls in LABELS.values() for x in {*ls}).items() if n > 1
}


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_field_is_named_by_each_of_its_labels(field):
    own = [label for label in LABELS[field.name] if label not in SHARED and "_" not in label]
    assert [label for label in own if field.name not in read_label(label).fields] == []
    labelled = [text for text in field.examples if ": " in text]
    for text in labelled[:1]:
        said = text.split(": ", 1)[1]
        assert [x for x in own[::EVERY] if not _held(field.name, f"{x}: {said}")] == []


ORDERS = {"dmy": "27/10/2015", "mdy": "10/27/2015", "ymd": "2015/10/27", "minguo": "民國104年"}
TIE = "Establishment Date of Sisterhood"
DATES = [
    pytest.param(form, literal, iso, id=f"{form.name}-{literal}")
    for form in FORMS
    for literal, iso in form.good.items()
]
NO_DATES = [
    pytest.param(form, literal, id=f"{form.name}-{literal}")
    for form in FORMS
    for literal in form.bad
]


def _told(*lines):
    """All readings of the tie's date, rivals too; an impossible date is read as none."""
    text = "\n".join((*AROUND.values(), *lines)) + "\n"
    return [v.value for r in pipeline.read_text(text).records for v in r.all("sisterhood_date")]


@pytest.mark.parametrize(("form", "literal", "iso"), DATES)
def test_a_date_form_reads_its_example(form, literal, iso):
    pages = [[]] if not form.only_with_order else [[f"Founded: {day}"] for day in ORDERS.values()]
    told = [_told(*page, f"{TIE}: {literal}") for page in pages]
    assert [iso] in told or iso.split() in told, told


@pytest.mark.parametrize(("form", "literal"), NO_DATES)
def test_a_date_form_leaves_what_is_none_of_it(form, literal):
    result = pipeline.read_text(f"City: Lindenau\nArea: 12 km²\n{TIE}: {literal}\n")
    rules = [v.evidence.rule for record in result.records for v in record.held("sisterhood_date")]
    assert not any(rule.endswith(f"date:{form.name}") for rule in rules)


# dimension, field, label, a dimension that is none of it
MEASURED = (
    ("area", "area_km2", "Area", "length"),
    ("length", "elevation_m", "Elevation", "area"),
    ("density", "density_per_km2", "Population density", "temperature"),
    ("temperature", "annual_temperature_c", "Average temperature", "length"),
    ("share", "poverty_rate", "Poverty rate", "length"),
)


def _units(dimension):
    for unit, spellings in toml_table("units.toml")[dimension].items():
        yield unit, flatten(spellings)


@pytest.mark.parametrize(("dimension", "field", "label"), [row[:3] for row in MEASURED])
def test_a_measure_is_read_in_every_unit_and_spelling(dimension, field, label):
    target = next(declared.unit for declared in FIELDS if declared.name == field)
    wrong = {}
    for unit, spellings in _units(dimension):
        for spelling in spellings:
            held = [value for value, _ in _held(field, f"{label}: 12 {spelling}")]
            if held != [convert(Decimal(12), unit, target)]:
                wrong[spelling] = held
    assert wrong == {}


@pytest.mark.parametrize(("field", "label", "other"), [row[1:] for row in MEASURED])
def test_a_measure_is_not_read_in_units_of_another_kind(field, label, other):
    unit, spellings = next(iter(_units(other)))
    for spelling in spellings[:3]:
        assert _held(field, f"{label}: 12 {spelling}") == [], unit
