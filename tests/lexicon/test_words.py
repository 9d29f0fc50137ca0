"""The word lists have the shape that their readers count on, and hold what real pages write."""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

LANGUAGES = (
    *("en", "ko", "ja", "zh", "de", "fr", "es", "pt", "it", "nl"),
    *("pl", "ru", "uk", "tr", "id", "tl", "vi", "th", "ar"),
)
FIELDS = {
    *("name", "country", "region", "place_kind"),
    *("website", "location", "climate", "sisterhood_date"),
    *("friendship_date", "agreement_date", "founded", "renamed_date"),
    *("area_km2", "density_per_km2", "elevation_m", "population"),
    *("households", "gdp", "gdp_per_capita", "trade"),
    *("exports", "imports", "revenue", "industry_shares"),
    *("poverty_rate", "annual_temperature_c", "annual_rainfall_mm", "students"),
    *("schools", "jurisdiction", "distance_km", "coordinates"),
    *("other",),
}
AGREEMENT_FIELDS = ("sisterhood_date", "friendship_date", "agreement_date")
BY_LANGUAGE = (
    "person_nouns",
    "household_nouns",
    "population_cues",
    "area_cues",
    "density_cues",
    "elevation_cues",
    "founded_cues",
    "totals",
    "mean_words",
    "section_headings",
    "page_headings",
    "navigation",
    "footer_cues",
)
FACTS = FIELDS - {"name", "other"}


@cache
def read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("pipeline.lexicon").joinpath(name).read_text(encoding="utf-8"))


def labels() -> dict[str, dict[str, list[str]]]:
    return read("labels.toml")


def words() -> dict[str, Any]:
    return read("words.toml")


@cache
def quoted() -> frozenset[str]:
    """The single words that stand in quotation marks in the program."""
    modules = Path(str(files("pipeline"))).rglob("*.py")
    return frozenset(
        word for path in modules for word in re.findall(r"[\"'](\w+)[\"']", path.read_text("utf-8"))
    )


def strings(table: Any) -> Iterator[str]:
    """Every string value below a table, keys left out."""
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict):
        for value in table.values():
            yield from strings(value)
    elif isinstance(table, list):
        for value in table:
            yield from strings(value)


def lists(table: Any) -> Iterator[list[Any]]:
    """Every list of words below a table."""
    if isinstance(table, list):
        yield table
    elif isinstance(table, dict):
        for value in table.values():
            yield from lists(value)


def fields_of(label: str, language: str) -> list[str]:
    return [field for field, table in labels().items() if label in table.get(language, ())]


def folded(word: str) -> str:
    return unicodedata.normalize("NFC", word.casefold()).strip()


def test_labels_name_schema_fields() -> None:
    assert set(labels()) == FIELDS


@pytest.mark.parametrize("name", ["labels.toml", "words.toml"])
def test_header_tells_source_date_and_licence(name: str) -> None:
    head = files("pipeline.lexicon").joinpath(name).read_text(encoding="utf-8")[:1200]
    assert [word for word in ("# Source:", "# Date:", "Licence: MIT") if word not in head] == []


@pytest.mark.parametrize("name", ["labels.toml", "words.toml"])
def test_words_are_casefolded(name: str) -> None:
    assert [word for word in strings(read(name)) if word != folded(word)] == []


def test_labels_have_no_trailing_mark() -> None:
    assert [label for label in strings(labels()) if label.endswith((":", "：")) or not label] == []


def test_no_label_stands_twice_in_a_language() -> None:
    counts = Counter(
        (language, label)
        for table in labels().values()
        for language, row in table.items()
        for label in row
    )
    assert [key for key, count in counts.items() if count > 1] == []


def test_no_word_stands_twice_in_a_list() -> None:
    rows = [row for row in lists(words()) if all(isinstance(word, str) for word in row)]
    assert [row for row in rows if len(set(row)) < len(row)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", ["name", "country", "population", "area_km2", "website", "other"])
def test_every_language_has_labels(field: str, language: str) -> None:
    assert labels()[field].get(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_label_of_an_agreement(language: str) -> None:
    assert any(labels()[field].get(language) for field in AGREEMENT_FIELDS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", BY_LANGUAGE)
def test_every_language_has_words(table: str, language: str) -> None:
    assert words()[table].get(language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["sisterhood", "friendship", "other"])
def test_every_language_has_cues_of_an_agreement(kind: str, language: str) -> None:
    assert words()["agreement_cues"][kind].get(language)


@pytest.mark.parametrize(
    ("table", "low", "high"),
    [
        ("scale", 1, 18),
        ("eras", -2333, 2018),
        ("era_letters", 1867, 2018),
    ],
)
def test_exponents_and_offsets_are_integers(table: str, low: int, high: int) -> None:
    rows = words()[table].items()
    assert [row for row in rows if type(row[1]) is not int or not low <= row[1] <= high] == []


@pytest.mark.parametrize("table", ["scale", "eras", "bearings"])
def test_keys_are_casefolded(table: str) -> None:
    assert [word for word in words()[table] if word != folded(word)] == []


def test_number_words_are_numbers() -> None:
    tables = words()["number_words"]
    assert [
        (language, word)
        for language, table in tables.items()
        for word, value in table.items()
        if word != folded(word) or not 0 <= value <= 1_000_000
    ] == []


def test_bearings_are_degrees() -> None:
    assert [row for row in words()["bearings"].items() if not 0 <= row[1] < 360] == []


def test_months_are_twelve_a_language() -> None:
    assert [code for code, months in words()["months"].items() if len(months) != 12] == []


@pytest.mark.parametrize("position", ["before", "after"])
def test_a_hedge_has_one_meaning(position: str) -> None:
    counts = Counter(
        (language, word)
        for hedge in ("about", "over", "under")
        for language, row in words()[hedge][position].items()
        for word in row
    )
    assert [key for key, count in counts.items() if count > 1] == []


def test_admin_words_say_kind_and_position() -> None:
    rows = [row for table in words()["admin_words"].values() for row in table]
    assert [row for row in rows if set(row) != {"word", "kind", "position"}] == []
    assert {row["position"] for row in rows} == {"prefix", "suffix"}


@pytest.mark.parametrize("name", ["words.toml", "slips.toml", "structure.toml", "units.toml"])
def test_every_table_is_read_somewhere(name: str) -> None:
    told = {table: {table, table.removesuffix("_cues")} for table in read(name)}
    assert [table for table, names in told.items() if not names & quoted()] == []


@pytest.mark.parametrize("table", ["section_headings", "page_headings", "navigation"])
def test_a_heading_is_no_label_of_a_fact(table: str) -> None:
    assert [
        (language, word)
        for language, row in words()[table].items()
        for word in row
        if FACTS & set(fields_of(word, language))
    ] == []


@pytest.mark.parametrize(
    ("language", "label", "field"),
    [
        ("en", "population", "population"),
        ("en", "number of inhabitants", "population"),
        ("en", "land size", "area_km2"),
        ("en", "total geographical area", "area_km2"),
        ("en", "establishment date of sisterhood", "sisterhood_date"),
        ("en", "affiliated as a sister city since", "sisterhood_date"),
        ("en", "date of friendship cooperation conclusion", "friendship_date"),
        ("en", "the date of establishment of ties", "agreement_date"),
        ("en", "date of mou", "agreement_date"),
        ("en", "size of public finance", "revenue"),
        ("en", "regional characteristics", "other"),
        ("en", "urban population", "other"),
        ("en", "forest area", "other"),
        ("en", "main industry", "other"),
        ("en", "highest point", "other"),
        ("ko", "자매결연일", "sisterhood_date"),
        ("ko", "특산물", "other"),
        ("ja", "提携相手先", "name"),
        ("ja", "提携年月日", "agreement_date"),
        ("ja", "提携の経緯", "other"),
        ("zh", "结好签字时间", "agreement_date"),
        ("zh", "市区人口", "other"),
        ("de", "fläche", "area_km2"),
        ("fr", "maire", "other"),
        ("it", "data di istituzione", "founded"),
        ("ru", "год основания", "founded"),
        ("ru", "мэр", "other"),
        ("id", "luas wilayah", "area_km2"),
        ("tl", "pagkatatag", "founded"),
        ("tl", "ganap na lungsod", "other"),
    ],
)
def test_a_label_names_its_field(language: str, label: str, field: str) -> None:
    assert fields_of(label, language) == [field]


@pytest.mark.parametrize(
    ("language", "label"),
    [("en", "total"), ("en", "copyright"), ("it", "posto"), ("de", "insgesamt"), ("ja", "人")],
)
def test_a_word_that_names_nothing_is_no_label(language: str, label: str) -> None:
    assert fields_of(label, language) == []


@pytest.mark.parametrize(
    ("word", "exponent"),
    [("lakh", 5), ("crore", 7), ("万", 4), ("억", 8), ("млн", 6), ("mila", 3), ("juta", 6)],
)
def test_a_scale_word_has_its_power(word: str, exponent: int) -> None:
    assert words()["scale"][word] == exponent


@pytest.mark.parametrize("word", ["people", "km", "k", "m", "year", "billón de"])
def test_what_is_no_scale_word(word: str) -> None:
    assert word not in words()["scale"]
