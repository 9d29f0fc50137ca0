import pytest

from pipeline.lexicon.tables import countries, places, regions
from pipeline.normalize.geometry import distance_km
from pipeline.normalize.place import (
    country_reference,
    place_reference,
    region_country,
    region_reference,
)


@pytest.mark.parametrize(
    ("name", "country", "code"),
    [
        ("Guizhou", "", "CN-GZ"),
        ("Guizhou Province", "", "CN-GZ"),
        ("贵州省", "", "CN-GZ"),
        ("US-NJ", "", "US-NJ"),
        ("New Jersey", "US", "US-NJ"),
        ("Bulgan aimag", "MN", "MN-067"),
        ("Guizho", "", None),
        ("New Jersey", "CN", None),
        ("Distrito Federal", "US", None),
        ("", "", None),
    ],
)
def test_region_reference(name, country, code):
    region = region_reference(name, country)
    assert (region and region.code) == code


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Guiyang City", "CN", "Guiyang"),
        ("Baoshan District", "CN", "Baoshan"),
        ("Wendeung Borough", "CN", "Wendeng"),
        ("綿陽市", "CN", "Mianyang"),
        ("수원시", "", "Suwon"),
        ("Suwon-si", "KR", "Suwon"),
        ("Geumcheon-gu", "", "Geumcheon-gu"),
        ("Anyang", "KR", "Anyang"),
        ("Anyang", "", None),
        ("Guiyan", "CN", None),
        ("Springfield", "US", None),
        ("", "", None),
    ],
)
def test_place_reference(name, country, expected):
    place = place_reference(name, country)
    assert (place and place.name) == expected


def test_references_by_code():
    guizhou, vietnam = regions()["CN-GZ"], country_reference("VN")
    assert guizhou.area_km2 == 176_167
    assert vietnam is not None
    assert vietnam.currency == "VND"
    assert country_reference("XX") is None
    assert region_country("CN-GZ") == "CN"


def test_every_place_lies_in_its_region():
    for place in places():
        assert place.country in countries()
        if place.region:
            region = regions()[place.region]
            reach = 1.6 * float(region.area_km2) ** 0.5 + 50
            assert distance_km(place, region) < reach, place.name
