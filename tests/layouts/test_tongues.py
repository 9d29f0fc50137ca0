"""Every fact of a paragraph or of labelled lines reads back equal in every language."""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import read_text
from pipeline.lexicon.tables import toml_table

sys.path.insert(0, str(Path(__file__).parent))
from tongues import LAYOUTS, PARAGRAPHS, number

TIES = ("sisterhood_date", "friendship_date", "agreement_date")
FIELDS = ("population", "area_km2", "density_per_km2", "elevation_m", "households", "founded")

LARGEST_HOUSEHOLD = 19


def with_people(given_facts):
    """People of a number that the households can hold: more than two each, less than twenty."""
    households, people = given_facts["households"], given_facts["population"]
    held = people % (LARGEST_HOUSEHOLD * households)
    return {**given_facts, "population": max(held, 2 * households + people % households)}


facts = st.fixed_dictionaries(
    {
        "population": st.integers(10_000, 9_999_999),
        "area_km2": st.decimals(11, 9_000, places=1).filter(lambda area: area % 1 != 0),
        "density_per_km2": st.integers(11, 900),
        "elevation_m": st.integers(11, 950),
        "households": st.integers(5_000, 900_000),
        "founded": st.integers(1500, 1990),
        "day": st.dates(date(1950, 1, 1), date(2019, 12, 31)),
        "counted": st.dates(date(2000, 1, 1), date(2022, 12, 31)),
    }
).map(with_people)


def told(language, given_facts):
    """The facts as words of a language."""
    said = {
        "name": "Norvale",
        "population": number(given_facts["population"], language),
        "area": number(given_facts["area_km2"], language),
        "density": number(given_facts["density_per_km2"], language),
        "elevation": number(given_facts["elevation_m"], language),
        "households": number(given_facts["households"], language),
        "year": given_facts["founded"],
        "day": day(given_facts["day"], language),
        "counted": day(given_facts["counted"], language),
    }
    if language == "th":
        said["year"] = given_facts["founded"] + 543 if given_facts["founded"] > 1857 else 2400 + 57
    return said


def day(when, language):
    """A day at length; Thai pages count from the Buddha."""
    if language == "th":
        months = Locale.parse("th").months["format"]["wide"]
        return f"{when.day} {months[when.month]} {when.year + 543}"
    if language == "ar":
        months = Locale.parse("ar").months["format"]["wide"]
        return f"{when.day} {months[when.month]} {when.year}"
    return format_date(when, "long", locale=language)


def read(page):
    (record,) = read_text(page).records
    one = {field: record.one(field) for field in FIELDS}
    held = {field: value.value for field, value in one.items() if value is not None}
    counted = record.one("population")
    ties = [value.value for field in TIES for value in record.held(field)]
    return {**held, "day": ties, "counted": counted.as_of if counted else ""}


def expected(given_facts, language):
    year = given_facts["founded"]
    if language == "th":
        year = year if year > 1857 else 1914
    return {
        **{field: given_facts[field] for field in FIELDS[:5]},
        "founded": str(year),
        "day": [given_facts["day"].isoformat()],
        "counted": given_facts["counted"].isoformat(),
    }


def same(found, wanted):
    values = {k: v if isinstance(v, str | list) else Decimal(v) for k, v in found.items()}
    assert values == wanted


def heading(language):
    return f"Norvale, {Locale.parse(language).territories['JP']}\n\n"


@pytest.mark.parametrize("language", PARAGRAPHS)
@given(given_facts=facts, layout=st.sampled_from(sorted(LAYOUTS)), data=st.data())
@settings(max_examples=4)
def test_sentences_read_back_equal(language, given_facts, layout, data):
    said = told(language, given_facts)
    sentences = [sentence.format(**said) for sentence in PARAGRAPHS[language]]
    first, *others = sentences
    others = data.draw(st.permutations(others))
    page = LAYOUTS[layout]([first, *others])
    same(read(f"{heading(language)}{page}\n"), expected(given_facts, language))


LABELS = {"zh_Hant": "zh", "ms": "id", "fil": "tl"}
LABELLED = (
    ("area_km2", "{area} km²"),
    ("population", "{population} ({counted})"),
    ("density_per_km2", "{density}"),
    ("elevation_m", "{elevation} m"),
    ("households", "{households}"),
    ("founded", "{year}"),
    ("sisterhood_date", "{day}"),
)
SEPARATORS = (": ", "\t", " - ", "：", " = ", ":\n", " | ")


@pytest.mark.parametrize("language", PARAGRAPHS)
@given(given_facts=facts, separator=st.sampled_from(SEPARATORS), data=st.data())
@settings(max_examples=4)
def test_labels_read_back_equal(language, given_facts, separator, data):
    said = told(language, given_facts)
    lines = []
    for field, form in LABELLED:
        labels = toml_table("labels.toml")[field].get(LABELS.get(language, language))
        labels = labels or toml_table("labels.toml")["agreement_date"][language]
        label = data.draw(st.sampled_from(labels[:3]))
        lines.append(f"{label}{separator}{form.format(**said)}")
    same(read(f"{heading(language)}" + "\n".join(lines) + "\n"), expected(given_facts, language))
