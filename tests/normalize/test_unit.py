"""Units by their spellings, converted by pint; what only looks like one is none."""

from __future__ import annotations

from decimal import Decimal

import pint
import pytest

from pipeline.normalize.conversion import convert, factor
from pipeline.normalize.dimension import dimension_of, named_unit
from pipeline.normalize.text import fold
from pipeline.normalize.unit import find_unit, unit_at


@pytest.mark.parametrize(
    ("text", "literal", "dimension"),
    [
        ("㎢", "㎢", "area"),
        (" km²", "km²", "area"),
        (" km2", "km2", "area"),
        (" sq. km", "sq. km", "area"),
        (" square kilometres", "square kilometres", "area"),
        (" Quadratkilometer", "Quadratkilometer", "area"),
        ("平方公里", "平方公里", "area"),
        (" hectares", "hectares", "area"),
        (" ha,", "ha", "area"),
        ("坪", "坪", "area"),
        (" кв. км", "кв. км", "area"),
        (" m above", "m", "length"),
        (" ft", "ft", "length"),
        ("°C", "°C", "temperature"),
        ("%", "%", "share"),
        (" per 1 sq. km", "per 1 sq. km", "density"),
        ("/k㎡", "/k㎡", "density"),
        (" na 1 km²", "na 1 km²", "density"),
        (" на 1 кв. км", "на 1 кв. км", "density"),
        (" km. kuw.", "km. kuw.", "area"),
        (" km. cuad.", "km. cuad.", "area"),
        (" km quadrati", "km quadrati", "area"),
        (" km. kw.", "km. kw.", "area"),
        (" štvorcových kilometrov", "štvorcových kilometrov", "area"),
        (" वर्ग किमी", "वर्ग किमी", "area"),
        (" კვ. კმ", "კვ. კმ", "area"),
        (" bawat km. kuw.", "bawat km. kuw.", "density"),
        (" obyvatel na km²", "obyvatel na km²", "density"),
        (" abitanti/kmq", "abitanti/kmq", "density"),
        (" mtrs", "mtrs", "length"),
    ],
)
def test_a_spelling_is_a_unit(text, literal, dimension):
    unit = unit_at(fold(text), 0, len(text))
    assert unit is not None
    assert (text[unit.span.start : unit.span.end], unit.dimension) == (literal, dimension)


@pytest.mark.parametrize(
    "text",
    [
        " halls",
        " million",
        " people",
        " mayor",
        "",
        " 12",
        " per year",
        " na 3 km²",
        " kuwadra",
        " mtsa",
    ],
)
def test_a_word_that_begins_like_a_unit_is_none(text):
    assert unit_at(fold(text), 0, len(text)) is None


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        ("100", "hectare", "kilometer ** 2", "1"),
        ("1", "kilometer ** 2", "kilometer ** 2", "1"),
        ("2.54", "centimeter", "millimeter", "25.4"),
        ("68", "degree_Fahrenheit", "degree_Celsius", "20"),
        ("0", "degree_Celsius", "degree_Celsius", "0"),
    ],
)
def test_conversions_are_exact_decimals(value, unit, to, expected):
    assert round(convert(Decimal(value), unit, to), 9) == Decimal(expected)


def test_a_square_mile_is_as_large_as_the_statute_says():
    assert round(factor("mile ** 2", "kilometer ** 2"), 6) == Decimal("2.589988")


def test_what_measures_something_else_cannot_be_converted():
    with pytest.raises(pint.DimensionalityError):
        factor("hectare", "meter")


@pytest.mark.parametrize(
    ("label", "name"),
    [("Area (in Sq.K.M.)", "kilometer ** 2"), ("Land area (ha)", "hectare"), ("Population", None)],
)
def test_a_label_names_the_unit_of_the_figures_beside_it(label, name):
    unit = find_unit(fold(label), 0, len(label))
    assert (unit.name if unit else None) == name


def test_names_and_spellings_are_told_apart_from_other_words():
    assert (named_unit("hectares"), named_unit("kilometer ** 2")) == ("hectare", "kilometer ** 2")
    assert (named_unit("9**9"), dimension_of("hectare"), dimension_of("persons")) == (
        "",
        "area",
        "",
    )
