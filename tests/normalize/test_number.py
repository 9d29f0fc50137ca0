"""Numbers with their scale words and qualifiers: (text, value) rows, and what is no scale word."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.model.source import Span
from pipeline.model.value import Context, Marks
from pipeline.normalize.figure import Figure
from pipeline.normalize.lexeme import words
from pipeline.normalize.number import find_numbers
from pipeline.normalize.qualifier import qualifier_of
from pipeline.normalize.text import fold, key


def read(text, unit="", **told):
    context = Context(unit=unit, **told)
    numbers = tuple(find_numbers(fold(text), 0, len(text), context))
    figures = (Figure(n, n.span, n.span.end, unit, unit) for n in numbers)
    return [(text[slice(*figure.span)], figure.read(context)) for figure in figures]


@pytest.mark.parametrize(
    ("text", "literal", "value"),
    [
        ("4.52 million people", "4.52 million", 4_520_000),
        ("2,5 Mio. Einwohner", "2,5 Mio.", 2_500_000),
        ("3,4 млн человек", "3,4 млн", 3_400_000),
        ("12 lakh", "12 lakh", 1_200_000),
        ("1.5 crore", "1.5 crore", 15_000_000),
        ("1만7184명", "1만7184", 17_184),
        ("52万5千人", "52万5千", 525_000),
        ("1億2,000万", "1億2,000万", 120_000_000),
        ("6만 1,222명", "6만 1,222", 61_222),
        ("581 thousand", "581 thousand", 581_000),
        ("850K residents", "850K", 850_000),
        ("20,02,658", "20,02,658", 2_002_658),
        ("2 399 070 people", "2 399 070", 2_399_070),
        ("1'234'567", "1'234'567", 1_234_567),
    ],
)
def test_a_number_is_multiplied_out_with_its_scale_words(text, literal, value):
    ((found, (best, *_)), *_) = read(text)
    assert (found, best.value) == (literal, value)


@pytest.mark.parametrize(
    ("text", "literals"),
    [
        ("12 miles", ["12"]),  # a unit, no thousands
        ("52만 2015년", ["52만", "2015"]),  # a year behind a blank
        ("5 metres", ["5"]),
        ("60 kilometres", ["60"]),
        ("1998 - 2004", ["1998", "2004"]),
        ("8.1\ufffd5 people", []),  # a byte that could not be decoded stood between
        ("about 79\ufffd,3 km² and 12", ["12"]),
        ("no figures here", []),
        ("", []),
    ],
)
def test_what_stands_behind_is_no_part_of_the_number(text, literals):
    assert [literal for literal, _ in read(text)] == literals


@pytest.mark.parametrize(
    ("text", "low", "high", "qualifier"),
    [
        ("8.62", "8.615", "8.625", ""),
        ("133,000", "132999.5", "133000.5", ""),
        ("about 4.0 million", "3752500", "4252500", "about"),
        ("over 200", "199.5", "220.55", "over"),
        ("under 200", "179.55", "200.5", "under"),
        ("2백만", "1500000", "2500000", ""),
    ],
)
def test_a_literal_is_the_interval_that_its_digits_stand_for(text, low, high, qualifier):
    ((_, (best, *_)), *_) = read(text)
    assert (best.low, best.high, best.qualifier) == (Decimal(low), Decimal(high), qualifier)


def test_a_mark_that_could_mean_two_things_keeps_both_readings():
    ((_, rivals),) = read("8.034")
    assert {reading.value for reading in rivals} == {Decimal("8.034"), Decimal(8034)}


def test_the_marks_of_the_document_settle_it():
    ((_, (best, *_)),) = read("8.034", marks=Marks(decimal=",", grouping="."))
    assert best.value == 8034


@pytest.mark.parametrize(("text", "value"), [("133", 133_000), ("1.2 million", 1_200_000)])
def test_a_header_multiplies_only_what_has_no_scale_word_of_its_own(text, value):
    ((_, (best, *_)),) = read(text, multiplier=Decimal(1000))
    assert best.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("tiene 20 mil 78 habitantes", 20_078),
        ("2 millones 345 mil 123 habitantes", 2_345_123),
        ("1 triệu 200 nghìn người", 1_200_000),
        ("1 juta 250 ribu jiwa", 1_250_000),
        ("142 bin 350 kişi", 142_350),
        ("2 crore 13 lakh people", 21_300_000),
        ("1 млн 200 тыс. человек", 1_200_000),
        ("ประชากร 1 ล้าน 2 แสนคน", 1_200_000),
        ("2 millones y 300 mil habitantes", 2_300_000),
        ("5.3 mil. persons", 5_300_000),
        ("48 mil. habitantes", 48_000),
        ("Area / population: 43.75 mil.", 43_750_000),
        ("Počet obyvateľov: 0,47 mil. (2020)", 470_000),
        ("| 1,75 mil. |", 1_750_000),
        ("Población: 433 mil.", 433_000),
        ("sua população chega a 173,9 mil.", 173_900),
        ("População: 687,4 mil", 687_400),
        ("1 million et 200 mille habitants", 1_200_000),
        ("2 million and 12 km of coast", 2_000_000),
        ("45 χιλιάδες κάτοικοι", 45_000),
        ("45 тыс. 120 км²", 45_000),
        ("5 mil 2019", 5_000),
        ("12 thousand 300 km", 12_000),
        ("1.2 million 300 people", 1_200_000),
        ("3 mil 500 metros", 3_000),
    ],
)
def test_a_number_goes_on_behind_its_scale_word(text, value):
    folded = fold(text)
    first, *_ = find_numbers(folded, 0, len(folded), Context())
    assert first.amounts[0].value == value


BEHIND = [
    form
    for name in ("about", "over", "under")
    for word in words(name, "after")
    for form in (word, word.upper(), word.title())
    if key(form) == word
]


@pytest.mark.parametrize("gap", ["", " ", "\t"])
def test_every_word_for_a_quantity_is_seen_behind_a_number(gap):
    missed = [form for form in BEHIND if not qualifier_of(f"9,000{gap}{form} x", Span(0, 5))]
    assert missed == []


@pytest.mark.parametrize(
    "behind", ["", " ", " people", " (2018)", "km²", " pl", ".", "\n(est.", "명", " an"]
)
def test_nothing_else_behind_a_number_says_how_exact_it_is(behind):
    assert qualifier_of(f"9,000{behind}", Span(0, 5)) == ""
