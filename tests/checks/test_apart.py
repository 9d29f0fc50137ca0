"""Units, marks and scale words lost where nothing but the neighbours or the sentence tells."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.result import result_of_text

TODAY = date(2026, 1, 1)
HEAD = "| Town | Area (km²) | Population |\n|---|---|---|\n"
ROWS = "| Aldmoor | 48.12 | 11,953 |\n| Birchley | 55.66 | 9,660 |\n| Corwen | 13.34 | 3,790 |\n"
FORM = "City: {}\nCountry: Canada\nArea: {}\nPopulation: {}\n\n"
THREE = "".join(
    FORM.format(*one)
    for one in (("Aldmoor", "41 km²", "139,966"), ("Birchley", "8 km²", "15,327"), ("Corwen", "102 km²", "341,567"))
)  # fmt: skip
COPY = "".join(
    FORM.format(*one)
    for one in (("Aldmoor", "128.68 km²", "175,000"), ("Birchley", "135.7 km²", "146,000"))
)
SENTENCE = "Aldmoor, Germany\n{}\n"

MANY = "District area (km²) population\n" + "".join(
    f"{name}\n" for name in ("Aldmoor 2,717 17,820", "Birchley 1,880 68,966", "Corwen 1,724 24,965",
    "Denby 3,118 3,952", "Elmet 2,854 14,437", "Farrow 1,940 37,150", "Gale 1,287 46,316")
)  # fmt: skip

# The text, the code, the field to blame, the first suggestion.
WRONG = [
    (HEAD + ROWS + "| Denby | 586 | 1,911 |\n", "F05", "area_km2", "5.86"),
    (HEAD + ROWS + "| Elm | 18.10 | 27,239 |\n| Denby | 3530 | 141,200 |\n", "F05", "area_km2", "35.3"),
    (THREE + FORM.format("Denby", "79 km²", "about 200"), "F05", "population", "200000"),
    (SENTENCE.format("The town has 76,000 inhabitants and is 32 m² large."), "F03", "area_km2", "32"),
    (SENTENCE.format("On 58 m² it holds 870,000 residents."), "F03", "area_km2", "58"),
    (SENTENCE.format("It covers an area of 7.7 square miles (19.9 m²)."), "A07", "area_km2", "19.9"),
    (COPY + FORM.format("Corwen", "128.68 km²", "119,000"), "X02", "area_km2", None),
    ("City: Aldmoor\nCountry: Poland\nArea: 292,820 km²\nPopulation: 634,000\n", "E01", "area_km2", "292.82"),
    ("City: Aldmoor\nArea: 16.69万㎡\nPopulation: 45,190,000\n", "A04", "area_km2", "166900"),
]  # fmt: skip

RIGHT = [
    # The widest and emptiest of all, but not impossibly so; a district named like its town in Bhutan.
    MANY + "Harrow 3,655 2,905\n",
    "Districts of Bhutan\n\n" + MANY,
    HEAD + ROWS + "| Denby | 5.86 | 1,911 |\n",
    # A wide one among them, as empty as they are.
    HEAD + ROWS + "| Denby | 353 | 9,911 |\n",
    # As empty as its neighbours.
    HEAD + ROWS + "| Denby | 58 | 9,911 |\n",
    # A hamlet beside its like.
    THREE + FORM.format("Denby", "0.4 km²", "about 200"),
    SENTENCE.format("The town has 76,000 inhabitants. A hall of 3,200 m² is new."),
    SENTENCE.format("76,000 people saw the new hall, which has 3,200 m² and a stage."),
    SENTENCE.format("It covers an area of 7.7 square miles (19.9 km²)."),
    # The same place further down.
    COPY + FORM.format("Aldmoor", "128.68 km²", "175,000"),
    # Three digits are shared by chance.
    COPY.replace("128.68", "128") + FORM.format("Corwen", "128 km²", "119,000"),
    # A desert.
    "City: New Valley\nCountry: Egypt\nArea: 440,098 km²\nPopulation: 256,000\n",
]


def loud(text):
    found = result_of_text(text, TODAY).findings
    return [one for one in found if one.severity in ("error", "warning")]


@pytest.mark.parametrize(("text", "code", "field", "meant"), WRONG)
def test_what_is_lost_is_named_and_mended(text, code, field, meant):
    (found,) = loud(text)
    first = next((one.value for one in found.suggestions), None)
    assert (found.code, found.field, first) == (code, field, meant)


@pytest.mark.parametrize("text", RIGHT)
def test_what_nothing_speaks_against_passes(text):
    assert [(one.code, one.message) for one in loud(text)] == []


PROVINCES = (
    "| Province | Area (km²) | Population |\n|---|---|---|\n| Aldmoor | 2,756 | 132,925 |\n"
    "| Birchley | 2,090 | 260,367 |\n| Corwen | 1,242 | 265,770 |\n| Denby | 5,349 | 235,075 |\n"
    "| Elm | 2,086 | 254,397 |\n| Fenn | 3,799 | 235,537 |\n"
)


@pytest.mark.parametrize(
    ("row", "meant"),
    [("| Garth | 128,609 | 2,704 |\n", ["2704", "128609"]), ("| Garth | 2,704 | 128,609 |\n", [])],
)
def test_area_and_people_far_from_their_columns_are_exchanged(row, meant):
    found = loud(PROVINCES + row)
    assert [one.suggestions[0].value for one in found] == meant


def test_figures_beyond_all_others_of_their_columns_change_places():
    found = loud(MANY + "Harrow 13,655 1,905\n")
    assert [(one.code, one.field, one.suggestions[0].value) for one in found] == [
        ("A04", "area_km2", "1905"),
        ("A04", "population", "13655"),
    ]
