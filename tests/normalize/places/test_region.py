import pytest

from pipeline.normalize.place import find_regions

REGIONS = (
    ("Guizhou province (贵州省)", [("Guizhou province", "CN-GZ", "region:full"), ("贵州省", "CN-GZ", "region:full")]),
    ("Jeollanam-do", [("Jeollanam-do", "KR-46", "region:name")]),
    ("east of Shantung", [("Shantung", "CN-SD", "region:name")]),
    ("state of Virginia", [("state of Virginia", "US-VA", "region:full")]),
    ("Burwood, NSW", [("NSW", "AU-NSW", "region:name")]),
    ("Boston, MA", [("MA", "US-MA", "region:postal")]),
    ("Osaka Prefecture", [("Osaka Prefecture", "JP-27", "region:full")]),
    ("Melbourne, Victoria, Australia", [("Victoria", "AU-VIC", "region:name")]),
    ("Bulgan Province, Mongol", [("Bulgan Province", "MN-067", "region:full")]),
    ("Seoul City", [("Seoul City", "KR-11", "region:full")]),
    ("Machakos County", [("Machakos County", "KE-22", "region:full")]),
    ("Washington, D.C.", [("Washington, D.C.", "US-DC", "region:name")]),
    ("전라남도 순천시", [("전라남도", "KR-46", "region:full")]),
    ("Osaka City and Osaka", []),
    ("Washington County", []),
    ("Norvale-Bihar has 539,674 inhabitants", []),
    ("Victoria-Elmstadt has 249,000", []),
    ("Norvale-Victoria, Australia", [("Victoria", "AU-VIC", "region:name")]),
    ("New York City", []),
    ("Victoria was queen", []),
    ("the Ohio River", []),
    ("nsw", []),
    ("HELLO, IN THE", []),
    ("illinois", []),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REGIONS)
def test_find_regions(text, expected):
    found = find_regions(text)
    assert [(text[slice(*one.span)], one.value, one.rule) for one in found] == expected


def test_a_name_that_is_also_a_country_is_ambiguous():
    assert [one.qualifier for one in find_regions("Georgia")] == ["ambiguous"]
    assert [one.qualifier for one in find_regions("Georgia, USA")] == [""]
