"""Figures without a label keep the noun beside them; digits that count nothing are identifiers."""

from hashlib import sha256

import pytest

from pipeline.extract.account.identifier import find_identifiers
from pipeline.extract.document import extract_document
from pipeline.model.source import RawDocument

PAGE = "Norvale\nArea: 312 km²\nPopulation: 84,250\n\n"

LOOSE = (
    ("The male population of the town is 41,000.", "other:male-population-town", 41_000),
    ("There are 23 elementary schools.", "other:elementary-schools", 23),
    ("Sunny days 280.", "other:sunny-days", 280),
    ("Farmers grow beets on 40 ha of fields.", "other:fields", 40),
    ("We counted 12 goats.", "other:goats", 12),
)
IDENTIFIERS = (
    ("Tel. 0155-34-0122", "phone"),
    ("Contact | 028-86277200", "phone"),
    ("Cod. postale | 60100 (Ancona), 60010-60044", "postal code"),
    ("UTC+8 (PST)", "time"),
    ("375 x 500", "version"),
    ("地址:文昌西路8号", "address"),
    ("area_total_km2 = 6,043", "template key"),
    ("the hotel 12,450 guests know", None),
    ("telt 12.450 inwoners", None),
    ("312.5 km²", None),
    ("84,250 people", None),
    ("2,000 x", None),
)


def extract(text):
    digest = sha256(text.encode()).hexdigest()
    return extract_document(RawDocument("a.txt", digest, "text", "utf-8", "given", text))


@pytest.mark.parametrize(("sentence", "field", "value"), LOOSE)
def test_a_figure_without_a_label_keeps_its_noun(sentence, field, value):
    extraction = extract(PAGE + sentence)
    (record,) = extraction.records
    assert [other.value for other in record.all(field) if other.rank == 0] == [value]
    assert extraction.accounted == len(extraction.numbers)


@pytest.mark.parametrize(("text", "kind"), IDENTIFIERS)
def test_digits_that_count_nothing(text, kind):
    found = tuple(find_identifiers(text))
    assert {identifier.kind for identifier in found} == ({kind} if kind else set())


def test_dates_outside_the_profiles_are_time_stamps():
    text = "Updated: 2021-03-15\n\nNorvale, Japan\nArea: 312 km²\nPopulation: 84,250\n\nEasthaven, Japan\nArea: 12 km²\nPopulation: 4,250\n"
    extraction = extract(text)
    assert extraction.accounted == len(extraction.numbers)
