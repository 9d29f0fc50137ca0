"""The page that the project began with, read whole: every fact, every line, every figure.

Its text is not part of the project: the test runs where it lies beside the checkout. The same
facts in our own words are `raw/our-sister-cities.txt`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import pipeline

SEED = Path(__file__).parents[3] / "shared/corpus/seed/our-sister-cities.txt"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the page is not beside the checkout")

BAOSHAN, BURWOOD, BERGEN, GUIYANG, WENDEUNG, HUANCUI, BAYANNUUR = range(7)

# record, field, value in the field's unit, literal, what else the value says
FACTS = (
    (BAOSHAN, "name", "Baoshan District", "Baoshan District", {}),
    (BAOSHAN, "country", "CN", "China", {}),
    (BAOSHAN, "region", "Shanghai", "Shanghai", {}),
    (BAOSHAN, "place_kind", "district", "Baoshan District", {}),
    (BAOSHAN, "location", "Northeast area of Shanghai", "Northeast area of Shanghai", {}),
    (BAOSHAN, "website", "http://www.shbsq.gov.cn/", "http://www.shbsq.gov.cn/", {}),
    (BAOSHAN, "sisterhood_date", "1996-12-06", "Dec. 6, 1996", {}),
    (BAOSHAN, "area_km2", 425, "425㎢", {}),
    (BAOSHAN, "area_ratio", "32.5", "32.5", {"of": "Geumcheon-gu"}),
    (BAOSHAN, "population", 1_220_000, "1,220,000", {}),
    (BAOSHAN, "jurisdiction", 18, "18", {"of": "ris"}),
    (BAOSHAN, "jurisdiction", 65, "65", {"of": "ban"}),
    (BAOSHAN, "jurisdiction", 6, "6", {"of": "streets"}),
    (BAOSHAN, "jurisdiction", 13, "13", {"of": "jin"}),
    (BAOSHAN, "jurisdiction", 3, "3", {"of": "hyang"}),
    (BAOSHAN, "population_share", "44.97", "44.97%", {"of": "social laborers"}),
    (BAOSHAN, "population_share", "23.47", "23.47%", {"of": "rural laborers"}),
    (BURWOOD, "country", "AU", "Australia", {}),
    (BURWOOD, "website", "http://www.burwood.nsw.gov.au", "http://www.burwood.nsw.gov.au", {}),
    (BURWOOD, "sisterhood_date", "2003-09-15", "Sept. 15, 2003", {}),
    (BURWOOD, "location", "West of Sydney, Australia", "West of Sydney, Australia", {}),
    (BURWOOD, "area_km2", 7, "7 ㎢", {}),
    (BURWOOD, "area_ratio", "0.3", "0.3", {"of": "Geumcheon-gu"}),
    (BURWOOD, "population", 32_423, "32,423", {}),
    (BERGEN, "name", "Bergen County", "Bergen County", {}),
    (BERGEN, "country", "US", "The United States", {}),
    (BERGEN, "website", "http://www.co.bergen.nj.us", "http://www.co.bergen.nj.us", {}),
    (BERGEN, "sisterhood_date", "2004-10-15", "Oct. 15, 2004", {}),
    (BERGEN, "area_km2", 620, "620 ㎢", {}),
    (BERGEN, "population", 1_000_000, "1,000,000", {}),
    (BERGEN, "other:people", 36_000, "36,000", {"qualifier": "about"}),
    (BERGEN, "other:people-commute", 70_000, "70,000", {"qualifier": "about"}),
    (GUIYANG, "name", "Guiyang City", "Guiyang City", {}),
    (GUIYANG, "country", "CN", "People’s Republic of China", {}),
    (GUIYANG, "region", "Guizhou province", "Guizhou province", {}),
    (GUIYANG, "website", "http://www.gygov.gov.cn", "http://www.gygov.gov.cn", {}),
    (GUIYANG, "friendship_date", "2015-10-30", "Oct. 30, 2015", {}),
    (GUIYANG, "sisterhood_date", "2004-10-15", "Oct. 15, 2004", {}),
    (GUIYANG, "area_km2", "8.034", "8.034㎢", {}),
    (GUIYANG, "area_share", "4.56", "4.56%", {"of": "Guizhou province"}),
    (GUIYANG, "population", 4_520_000, "4.52 million", {"qualifier": "about"}),
    (GUIYANG, "jurisdiction", 6, "6", {"of": "Districts"}),
    (GUIYANG, "jurisdiction", 3, "3", {"of": "County-city"}),
    (GUIYANG, "jurisdiction", 1, "1", {"of": "County"}),
    (GUIYANG, "industry_shares", "3.9", "3.9%", {"of": "Primary"}),
    (GUIYANG, "industry_shares", "40.7", "40.7%", {"of": "Secondary"}),
    (GUIYANG, "industry_shares", "55.4", "55.4%", {"of": "Tertiary"}),
    (GUIYANG, "other:date", "2013", "2013", {}),
    (GUIYANG, "other:date", "2010", "2010", {}),
    (GUIYANG, "other:date", "2015", "2015", {}),
    (GUIYANG, "other:tourists", 100_000_000, "100 million", {}),
    (GUIYANG, "other:money", 160_000_000_000, "160 billion CNY", {"currency": "CNY"}),
    (GUIYANG, "other:share", 11, "11%", {"qualifier": "over"}),
    (GUIYANG, "other:share", 31, "31%", {}),
    (WENDEUNG, "name", "Wendeung Borough", "Wendeung Borough", {}),
    (WENDEUNG, "country", "CN", "China", {}),
    (WENDEUNG, "region", "Weihai City", "Weihai City", {}),
    (WENDEUNG, "website", "http://www.wendeng.gov.cn/", "http://www.wendeng.gov.cn/", {}),
    (WENDEUNG, "friendship_date", "2015-10-27", "Oct, 27 2015", {}),
    (WENDEUNG, "other:date", "2014-01-25", "January 25, 2014", {}),
    (WENDEUNG, "area_km2", 1_615, "1,615㎢", {}),
    (WENDEUNG, "population", 581_000, "581 thousand", {"as_of": "2013"}),
    (WENDEUNG, "jurisdiction", 2, "2", {"of": "Industrial Developmental Zones"}),
    (WENDEUNG, "jurisdiction", 12, "12", {"of": "towns"}),
    (WENDEUNG, "jurisdiction", 3, "3", {"of": "sub-districts"}),
    (WENDEUNG, "other:years", 1_400, "1,400", {}),
    (WENDEUNG, "rank", 20, "20", {"of": "100 regions of Shantung"}),
    (WENDEUNG, "other:regions", 100, "100", {}),
    (WENDEUNG, "other:date", "2014", "2014", {}),
    (HUANCUI, "name", "Huancui Borough", "Huancui Borough", {}),
    (HUANCUI, "country", "CN", "China", {}),
    (HUANCUI, "region", "Weihai City", "Weihai City", {}),
    (HUANCUI, "website", "http://www.huancui.gov.cn/", "http://www.huancui.gov.cn/", {}),
    (HUANCUI, "friendship_date", "2015-10-25", "Oct 25, 2015", {}),
    (HUANCUI, "area_km2", 991, "991㎢", {}),
    (HUANCUI, "population", 322_000, "322 thousand", {"as_of": "2012"}),
    (HUANCUI, "jurisdiction", 9, "9", {"of": "towns"}),
    (HUANCUI, "jurisdiction", 10, "10", {"of": "sub-districts"}),
    (HUANCUI, "annual_temperature_c", "12.1", "12.1℃", {}),
    (HUANCUI, "annual_rainfall_mm", "734.1", "734.1mm.", {}),
    (HUANCUI, "gdp", 24_300_000_000, "24.3 billion yuan", {"currency": "CNY", "as_of": "2012"}),
    (HUANCUI, "gdp_per_capita", 72_049, "72,049 yuan", {"currency": "CNY", "as_of": "2012"}),
    (HUANCUI, "industry_shares", "8.62", "8.62", {"of": "Primary"}),
    (HUANCUI, "industry_shares", "41.44", "41.44", {"of": "Secondary"}),
    (HUANCUI, "industry_shares", "49.94", "49.94", {"of": "Tertiary"}),
    (HUANCUI, "trade", 2_560_000_000, "2.56 billion dollar", {"currency": "USD"}),
    (HUANCUI, "exports", "19.9", "19.9", {}),
    (HUANCUI, "imports", "5.7", "5.7", {}),
    (HUANCUI, "revenue", 2_560_000_000, "2.56 billion yuan", {"currency": "CNY"}),
    (BAYANNUUR, "name", "Bayannuur sum (District)", "Bayannuur sum (District)", {}),
    (BAYANNUUR, "country", "MN", "Mongol", {}),
    (BAYANNUUR, "region", "Bulgan Province", "Bulgan Province", {}),
    (BAYANNUUR, "friendship_date", "2012-07-26", "Jul 26, 2012", {}),
    (BAYANNUUR, "distance_km", 190, "190 km", {"of": "Ulaanbaatar", "qualifier": "east"}),
    (BAYANNUUR, "population", 1_543, "1,543", {}),
    (BAYANNUUR, "industry_shares", 99, "99%", {"of": "Stock-farming"}),
    (BAYANNUUR, "industry_shares", "0.002", "0.002%", {"of": "Agriculture"}),
    (BAYANNUUR, "industry_shares", "0.9", "0.9%", {"of": "Other"}),
    (BAYANNUUR, "other:wells", 66, "66", {}),
    (BAYANNUUR, "schools", 1, "1", {"of": "Elementary․Middle School"}),
    (BAYANNUUR, "schools", 1, "1", {"of": "Kindergarten"}),
    (BAYANNUUR, "schools", 1, "1", {"of": "Hospital"}),
    (BAYANNUUR, "schools", 1, "1", {"of": "Community Center"}),
    (BAYANNUUR, "students", 262, "262", {"of": "elementary. Middle school students"}),
    (BAYANNUUR, "students", 45, "45", {"of": "kindergarteners"}),
    (BAYANNUUR, "poverty_rate", "32.1", "32.1%", {"as_of": "2007"}),
    (BAYANNUUR, "poverty_rate", 52, "52%", {"as_of": ""}),
    (BAYANNUUR, "other:lakes", 9, "9", {}),
    (BAYANNUUR, "other:lakes", 15, "15", {}),
)


@pytest.fixture(scope="module")
def seed():
    return pipeline.read_text(SEED.read_text("utf-8"), today=date(2026, 1, 1))


def _is(value, expected):
    return value.value == (expected if value.number is None else Decimal(expected))


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"{fact[0]} {fact[1]} {fact[3]}")
def test_a_fact_of_the_page_is_read(seed, fact):
    record, field, expected, literal, more = fact
    values = [value for value in seed.records[record].all(field) if value.rank == 0]
    assert any(
        _is(value, expected)
        and value.evidence.text == literal
        and all(getattr(value, part) == told for part, told in more.items())
        for value in values
    ), values


def test_there_are_seven_profiles_and_one_has_no_name(seed):
    assert [record.one("name") is None for record in seed.records] == [
        *[False, True],
        *[False] * 5,
    ]


def test_the_rival_of_a_doubtful_mark_is_kept(seed):
    areas = [v for v in seed.records[GUIYANG].all("area_km2") if v.evidence.text == "8.034㎢"]
    assert [(value.rank, value.value) for value in areas] == [
        (0, Decimal("8.034")),
        (1, Decimal(8034)),
    ]


def test_every_figure_is_accounted_for(seed):
    (page,) = seed.extractions
    assert page.accounted == len(page.numbers) == 100


def test_every_line_of_a_profile_is_a_value(seed):
    (page,) = seed.extractions
    at, lines = 0, []
    for line in page.document.text.splitlines(keepends=True):
        lines.append((at, at + len(line), line.strip()))
        at += len(line)
    headings = {"Our sister cities", "Regional characteristics", "Current Condition of the City"}
    spans = [value.evidence.span for record in seed.records for value in record.values]
    unread = [
        line
        for start, end, line in lines
        if line and not any(span.start < end and start < span.end for span in spans)
    ]
    assert set(unread) <= {*headings, "Regional Characteristics"}
