from importlib.resources import files

import pytest

from pipeline.lexicon.tables import (
    countries,
    country_words,
    csv_rows,
    place_words,
    places,
    regions,
    toml_table,
)

TABLES = (
    *("countries.csv", "regions.csv", "places.csv"),
    *("country_words.csv", "place_words.csv", "months.csv", "country_names.csv"),
)
LISTED = {
    "CN": 34,
    "JP": 47,
    "KR": 17,
    "US": 52,
    "AU": 8,
    "NZ": 16,
    "DE": 16,
    "PH": 99,
    "MN": 22,
    "VN": 63,
    "ID": 38,
    "KE": 47,
}


@pytest.mark.parametrize("name", TABLES)
def test_every_file_names_source_licence_and_date(name):
    text = files("pipeline.lexicon").joinpath(name).read_text(encoding="utf-8")
    for line in ("# source: ", "# licence: ", "# compiled: "):
        assert line in text


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_complete_and_differ(name):
    rows = csv_rows(name)
    assert all(None not in row and None not in row.values() for row in rows)
    assert len({tuple(row.values()) for row in rows}) == len(rows)
    assert not any(value != value.strip() for row in rows for value in row.values())


def test_files_are_read_once():
    assert csv_rows("countries.csv") is csv_rows("countries.csv")
    assert toml_table("units.toml") is toml_table("units.toml")


def test_codes_are_keys():
    assert len(countries()) == len(csv_rows("countries.csv")) == 250
    assert len({country.alpha3 for country in countries().values()}) == 250
    assert len(regions()) == len(csv_rows("regions.csv"))


@pytest.mark.parametrize(("country", "count"), LISTED.items())
def test_regions_of_a_country_are_listed(country, count):
    assert sum(region.country == country for region in regions().values()) == count


@pytest.mark.parametrize("country", ["CN", "JP", "DE", "MN", "VN", "ID", "KR", "PL", "TR"])
def test_regions_add_up_to_their_country(country):
    claimed = {"CN-TW", "CN-HK", "CN-MO"} if country == "CN" else set()
    inside = [
        one for one in regions().values() if one.country == country and one.code not in claimed
    ]
    area = sum(one.area_km2 for one in inside)
    people = sum(one.population for one in inside)
    assert 0.97 < area / countries()[country].area_km2 < 1.03
    assert 0.92 < people / countries()[country].population < 1.08


def test_figures_are_possible():
    for one in (*countries().values(), *regions().values(), *places()):
        assert -90 <= one.latitude <= 90
        assert -180 <= one.longitude <= 180
        assert one.area_km2 is None or 0 < one.area_km2 < 17_100_000
        if one.population and one.area_km2:
            assert 0.01 < one.population / one.area_km2 < 60_000, one.name
    assert all(one.lowest_m < one.highest_m <= 8849 for one in countries().values())


def test_words_point_at_countries():
    assert {word.code for word in country_words()} - {""} <= set(countries())
    assert {word.kind for word in country_words() if not word.code} == {"not"}
    assert {word.kind for word in place_words()} == {"region", "town", "feature"}


def test_domain_of_a_country():
    assert (countries()["GB"].domain, countries()["KR"].domain) == ("uk", "kr")
