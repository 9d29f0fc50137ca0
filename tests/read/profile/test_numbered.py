"""Names before a colon, with numbers, countries and brackets beside them."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.result import result_of_text

TODAY = date(2026, 11, 28)
ROWS = [
    (
        "国际友好城市一览\n\n1.法国东港市：1996年结好，人口8.8万。\n2.俄罗斯布拉港克市：2003年结好，人口24.6万。\n",
        [("东港市", "FR"), ("布拉港克市", "RU")],
    ),
    (
        "海外の姉妹都市\n\n①アメリカ・ポートノース市：人口６万３千人\n②オーストラリア・バンノース市：人口３万２千人\n",
        [("ポートノース市", "US"), ("バンノース市", "AU")],
    ),
    (
        "I. Norvale (Francia): abitanti 36.100\nII. Elmstadt am Berg (Germania): abitanti 15.400\n",
        [("Norvale", "FR"), ("Elmstadt am Berg", "DE")],
    ),
    (
        "Elmstadt (Saale), Alemanha: 238 700 habitantes\nNorvale, Portugal: 143 000 habitantes\n",
        [("Elmstadt", "DE"), ("Norvale", "PT")],
    ),
    (
        "友好城市简介\n\n东港市——德国北部城市，人口16.2万。\n南原市——韩国城市，人口31万。\n",
        [("东港市", "DE"), ("南原市", "KR")],
    ),
    (
        "Norvale: Ciudad de Portugal, de 43.200 habitantes.\nElmeda: Ciudad italiana de 18.700 habitantes.\n",
        [("Norvale", "PT"), ("Elmeda", "IT")],
    ),
]
NOT_NAMED = [
    "I. Population: 9,120\nII. Area: 96 km²\n",
    "①人口：63,000人\n②面積：96平方キロメートル\n",
]


@pytest.mark.parametrize(("page", "told"), ROWS)
def test_a_name_before_a_colon_begins_a_profile(page, told):
    records = result_of_text(page, TODAY).records
    assert [(_one(record, "name"), _one(record, "country")) for record in records] == told


@pytest.mark.parametrize("page", NOT_NAMED)
def test_a_numbered_label_names_nothing(page):
    records = result_of_text(page, TODAY).records
    assert [_one(record, "name") for record in records if record.one("name")] == []


def _one(record, field):
    value = record.one(field)
    return str(value.value) if value else ""
