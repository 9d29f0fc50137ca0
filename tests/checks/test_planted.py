"""Mistakes planted in pages of our own: each is found, the right field blamed, the figure offered.

The pages are made of figures that agree; what ``plant.py`` plants in the shared texts is left to it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from pipeline.result import result_of_text

TODAY = date(2026, 1, 1)
NAMES = ("Ashfield", "Brookton", "Corwen")
LOUD = ("error", "warning")
quick = settings(max_examples=6, phases=[Phase.generate], database=None)


class Town(NamedTuple):
    """The figures of one profile, which agree with each other."""

    area: int
    density: int
    year: int

    @property
    def people(self):
        return self.area * self.density

    @property
    def women(self):
        return self.people // 2

    @property
    def men(self):
        return self.people - self.women


def town(least):
    """A town whose figures none of the two others has: its area and its year begin at others."""
    areas, years = (
        st.integers(least, least + 180),
        st.integers(1960 + least // 20, 1972 + least // 20),
    )
    return st.builds(Town, areas, st.integers(101, 899), years)


towns = st.tuples(town(101), town(401), town(701))


def page(profiles, **changed):
    """Three profiles; ``changed`` are lines of the second one, None takes a line out."""
    return "\n\n".join(
        "\n".join(line for line in lines(name, town, changed if at == 1 else {}) if line)
        for at, (name, town) in enumerate(zip(NAMES, profiles, strict=True))
    )


def lines(name, town, changed):
    stated = {
        "name": f"City: {name}",
        "country": "Country: Canada",
        "area": f"Area: {town.area}.5 km²",
        "people": f"Population: {town.people:,}",
        "tie": f"Date of Sisterhood: May 14, {town.year}",
    }
    return (stated | changed).values()


def loud(text):
    found = result_of_text(text, TODAY)
    record = found.records[1]
    return [one for one in found.findings if one.severity in LOUD and one.record_id == record.id]


def offered(found):
    return [suggestion.value for one in found for suggestion in one.suggestions]


def same(one, other):
    return abs(Decimal(one) - other) <= other / 100


def assert_blamed(text, field, meant=None):
    found = [one for one in loud(text) if one.field == field]
    assert found, [(one.code, one.field) for one in loud(text)]
    if isinstance(meant, str):
        assert meant in offered(found)
    elif meant is not None:
        assert any(same(value, Decimal(meant)) for value in offered(found)), offered(found)


@quick
@given(towns)
def test_a_page_of_figures_that_agree_raises_nothing(profiles):
    found = result_of_text(page(profiles), TODAY).findings
    assert [one.message for one in found if one.severity in LOUD and one.code != "D02"] == []


@quick
@given(towns, st.integers(0, 1))
def test_two_digits_transposed_against_a_stated_density(profiles, at):
    here = profiles[1]
    digits = str(here.density)
    swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    assume(swapped != digits and abs(int(swapped) - here.density) > here.density / 50)
    stated = f"Area: {here.area}.5 km²\nDensity: {swapped} per km²"
    assert_blamed(page(profiles, area=stated), "density_per_km2", here.density)


@quick
@given(towns, st.integers(0, 9))
def test_a_digit_of_the_sum_replaced(profiles, digit):
    here = profiles[1]
    digits = list(str(here.people))
    digits[1] = str(digit)
    wrong = int("".join(digits))
    assume(abs(wrong - here.people) > here.people / 8)
    people = f"Population: {wrong:,}\nMale: {here.men:,}\nFemale: {here.women:,}"
    assert_blamed(page(profiles, people=people), "population", here.people)


@quick
@given(towns)
def test_area_and_population_exchanged(profiles):
    here = profiles[1]
    changed = {"area": f"Area: {here.people}", "people": f"Population: {here.area}"}
    assert_blamed(page(profiles, **changed), "area_km2", here.area)


@quick
@given(towns)
def test_the_area_of_the_neighbour_copied(profiles):
    above = profiles[0]._replace(area=4137)
    text = page((above, *profiles[1:]), area="Area: 4137.5 km²")
    assert_blamed(text, "area_km2")


@quick
@given(towns)
def test_hectares_for_square_kilometres(profiles):
    here = profiles[1]
    assume(here.density > 250)
    assert_blamed(page(profiles, area=f"Area: {here.area}.5 ha"), "area_km2", here.area)


@quick
@given(towns, st.integers(0, 2))
def test_a_year_still_to_come(profiles, century):
    year = profiles[1].year + 100 * (1 + century)
    text = page(profiles, tie=f"Date of Sisterhood: May 14, {year}")
    assert_blamed(text, "agreement_dates")


@quick
@given(towns)
def test_a_tie_of_another_century(profiles):
    year = profiles[1].year % 100 + 1800
    meant = f"19{year % 100:02}-05-14"
    assert_blamed(
        page(profiles, tie=f"Date of Sisterhood: May 14, {year}"), "agreement_dates", meant
    )


@quick
@given(towns, st.integers(13, 28))
def test_day_and_month_exchanged(profiles, day):
    year = profiles[1].year
    text = page(profiles, tie=f"Date of Sisterhood: {year}-{day}-05")
    assert_blamed(text, "agreement_dates", f"{year}-05-{day}")


@quick
@given(towns)
def test_the_last_group_cut_off(profiles):
    here = profiles[1]
    assume(here.density < 450)
    cut = f"{here.people:,}".rsplit(",", 1)[0]
    text = page(profiles, people=f"Population: {cut}")
    assert any(one.field == "population" for one in loud(text))


@quick
@given(towns)
def test_a_multiplier_lost(profiles):
    written = [f"Population: {Decimal(town.people) / 1000:.1f} thousand" for town in profiles]
    text = page(profiles, people=written[1].removesuffix(" thousand"))
    for at in (0, 2):
        text = text.replace(f"Population: {profiles[at].people:,}", written[at])
    assert_blamed(text, "population", profiles[1].people)


@quick
@given(towns, st.sampled_from("Ol"))
def test_a_letter_like_a_digit(profiles, letter):
    digits = f"{profiles[1].people:,}"
    digit = {"O": "0", "l": "1"}[letter]
    at = digits.find(digit, 1)
    assume(0 < at < len(digits) - 1)
    wrong = digits[:at] + letter + digits[at + 1 :]
    found = loud(page(profiles, people=f"Population: {wrong}"))
    assert str(profiles[1].people) in offered(found)


@quick
@given(towns, st.integers(0, 1))
def test_percent_and_fraction(profiles, place):
    shares = (
        "Stock-farming: 62%, Agriculture: 0.15%, Other: 23%",
        "Mining: 71%, Fishing: 0.08%, Other: 21%",
    )
    meant = ("15", "8")[place]
    assert_blamed(page(profiles, tie=f"Main Industry: {shares[place]}"), "industry_shares", meant)


@quick
@given(st.integers(201, 899), st.integers(31, 99))
def test_ten_thousands_for_hundred_millions(people, head):
    total = people * head * 10  # 万 people × 千元 = 亿元 / 10 ...
    text = (
        f"城市名称：松岭县\n国家：中国\n面积：{people * 9}平方公里\n人口：{people}万\n"
        f"国内生产总值：{Decimal(total) / 100}亿元\n人均国内生产总值：{Decimal(head) / 10}亿元"
    )
    found = [one for one in result_of_text(text, TODAY).findings if one.severity in LOUD]
    assert any(one.field in {"gdp_per_capita", "gdp"} for one in found)


@quick
@given(towns, st.integers(1, 3))
def test_a_digit_left_out_of_the_people(profiles, at):
    here = profiles[1]
    digits = str(here.people)
    wrong = int(digits[:at] + digits[at + 1 :])
    people = f"Population: {wrong:,}\nMale: {here.men:,}\nFemale: {here.women:,}"
    found = loud(page(profiles, people=people))
    assert any("population" in one.fields for one in found), found


@quick
@given(towns, st.integers(0, 9))
def test_a_digit_too_many_in_the_people(profiles, digit):
    here = profiles[1]
    digits = str(here.people)
    wrong = int(f"{digits[:2]}{digit}{digits[2:]}")
    people = f"Population: {wrong:,}\nMale: {here.men:,}\nFemale: {here.women:,}"
    assert_blamed(page(profiles, people=people), "population", here.people)


@quick
@given(towns)
def test_the_decimal_mark_of_a_density_lost(profiles):
    here = profiles[1]
    exact = Decimal(here.people) / (here.area + Decimal("0.5"))
    stated = f"Area: {here.area}.5 km²\nDensity: {str(round(exact, 1)).replace('.', '')} per km²"
    assert_blamed(page(profiles, area=stated), "density_per_km2", round(exact, 1))


@quick
@given(towns, st.integers(20, 90))
def test_a_year_transposed_against_its_jubilee(profiles, years):
    assume(profiles[1].year % 10 != profiles[1].year // 10 % 10)
    year = profiles[1].year
    wrong = f"{str(year)[:2]}{str(year)[3]}{str(year)[2]}"
    assume(1900 < int(wrong) < 2026 and year + years < 2026 and abs(int(wrong) - year) > 1)
    tie = f"Date of Sisterhood: May 14, {wrong}\nIn {year + years} the {years}th anniversary of the sister tie was kept."
    assert_blamed(page(profiles, tie=tie), "agreement_dates", f"{year}-05-14")


@quick
@given(towns, st.sampled_from(["20.4", "31.6", "42.8"]), st.integers(1, 2))
def test_a_share_that_makes_too_much(profiles, first, tens):
    rest = Decimal(100) - Decimal(first) - Decimal("11.3")
    land = f"Land use: fields {first} %, water 11.3 %, forest {rest + 10 * tens} %"
    text = page(profiles, area=f"Area: {profiles[1].area}.5 km²\n{land}")
    assert any(one.code == "A02" and str(rest) in offered([one]) for one in loud(text))


@quick
@given(st.lists(town(101), min_size=4, max_size=4, unique_by=lambda one: one.area))
def test_area_and_people_exchanged_in_one_row_of_a_table(rows):
    assume(all(one.people > 2 * one.area * 100 for one in rows))
    head = "| City | Area (km²) | Population (1,000) | Density (per km²) |\n|---|---|---|---|\n"
    made = [(one.area, one.area * one.density, one.density * 1000) for one in rows]
    lines = [f"| Town{'abcd'[at]} | {a:,} | {p:,} | {d:,} |" for at, (a, p, d) in enumerate(made)]
    area, people, density = made[1]
    lines[1] = f"| Townb | {people:,} | {area:,} | {density:,} |"
    found = loud(head + "\n".join(lines))
    assert {str(area), str(people * 1000)} <= set(offered(found))


@quick
@given(towns)
def test_metres_and_feet_exchanged(profiles):
    feet = round(Decimal(profiles[1].area) / Decimal("0.3048"))
    heights = f"Elevation (m): {feet:,}\nElevation (ft): {profiles[1].area}"
    text = page(profiles, area=f"Area: {profiles[1].area}.5 km²\n{heights}")
    assert_blamed(text, "elevation_m", profiles[1].area)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("3462006", "346"), ("12.345.6", "12345.6"), ("12,345.6", None)],
)
def test_malformed_and_joined_figures(written, meant):
    text = f"City: Ashfield\nCountry: Canada\nArea: {written} km²\nPopulation: 29,410"
    found = [
        one
        for one in result_of_text(text, TODAY).findings
        if one.severity in LOUD and one.field == "area_km2"
    ]
    assert (meant in offered(found)) if meant else found == []


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Ashfield and Brookton became sister cities on May 188, 1992.", "1992-05-18"),
        (
            "The sister city agreement with Brookton was signed on February 266th, 1999.",
            "1999-02-26",
        ),
        ("Le jumelage avec Brookton a été signé le 155 juillet 1989.", "1989-07-15"),
        ("Die Städtepartnerschaft mit Brookton wurde am 155. Juli 1989 besiegelt.", "1989-07-15"),
        ("Brooktonとは1989年7月155日に姉妹都市提携を結んだ。", "1989-07-15"),
        ("The twinning with Brookton was signed in 2104.", "2014"),
        ("Brookton has been our sister city since 2107.", "2017"),
    ],
)
def test_a_sentence_that_gives_a_tie_a_day_that_cannot_be(said, meant):
    found = result_of_text(f"City: Brookton\nCountry: Canada\n\n{said}", TODAY).findings
    blamed = [one for one in found if one.severity in LOUD and one.field == "agreement_dates"]
    assert meant in offered(blamed), [(one.code, one.message) for one in found]


@pytest.mark.parametrize(
    "said",
    [
        "Brookton invited 188 guests to the sister city fair in May 1992.",
        "The hall of Brookton seats 2104 people and its mayors signed the sister city book.",
    ],
)
def test_a_count_beside_a_tie_is_no_day_of_it(said):
    found = result_of_text(f"City: Brookton\nCountry: Canada\n\n{said}", TODAY).findings
    assert [one.message for one in found if one.severity in LOUD] == []


BESIDE = "City: Ashfield\nCountry: Canada\nArea: 312.5 km²\nPopulation: 47,000\n\n"


@pytest.mark.parametrize(
    ("text", "field", "meant"),
    [
        # square metres of a sentence, in which the people have no room
        ("City: Corwen\nCountry: Canada\n\nIt has 47,000 people on 325 m².", "area_km2", "325"),
        (
            "City: Corwen\nCountry: Canada\nPopulation: 47,000\n\nIts people share 608.81 m², half forest.",
            "area_km2",
            "608.81",
        ),
        # a mark of decimals in a count that needs to be large to be one of residents
        (f"{BESIDE}City: Corwen\nCountry: Canada\n\n30.100 people.", "population", "30100"),
        (
            f"{BESIDE}Corwen, Canada\n- 316.900 people at mid-2011\n- 98.6 km²",
            "population",
            "316900",
        ),
        # one figure is no two of its kind because it has a unit and a line around it
        (
            f"{BESIDE}City: Corwen\nCountry: Canada\nArea: 4,505.882 km²\n\nIt has a population of 404.727.",
            "population",
            "404727",
        ),
        # more than the kind of place has anywhere, or anywhere in its country
        ("村名：Corwen村\n国：スイス\n人口：3,800,000人", "population", "3800"),
        (
            "Town: Corwen Town\nCountry: Japan\nArea: 28.95 km²\nPopulation: 1,690,000",
            "population",
            None,
        ),
        (
            "Place: Corwen\nCountry: Japan\nArea: 237.54 km²\nPopulation: 13,500,000",
            "population",
            "13500",
        ),
        # behind 万 there is room for four digits
        ("시명: 코르벤시\n국가: 일본\n인구: 9만 7,120,000명", "population", "97120"),
        ("州名：Corwen州\n面積：24万8.222平方キロメートル", "area_km2", "248222"),
        ("州名：Corwen州\n面積：16万5,900,000平方キロメートル", "area_km2", "165900"),
    ],
)
def test_figures_that_no_place_of_their_kind_has(text, field, meant):
    found = result_of_text(text, TODAY).findings
    blamed = [one for one in found if one.severity in LOUD and one.field == field]
    assert blamed, [(one.code, one.field, one.message) for one in found]
    if meant is not None:
        assert any(same(value, Decimal(meant)) for value in offered(blamed)), offered(blamed)


@pytest.mark.parametrize(
    "text",
    [
        "City: Corwen\nCountry: Canada\nPopulation: 47,000\n\nIts castle stands on 325 m².",
        "City: Corwen\nCountry: Canada\nPopulation: 47,000\n\nThe park of 20,000 m² is its pride.",
        "City: Corwen\nCountry: Canada\nPopulation: 47,000\nArea: 312 km²\n\nA hall of 608.81 m² opened.",
        "Ward: Corwen Ward\nCountry: Philippines\nArea: 1.2 km²\nPopulation: 47,000",
        "Town: Corwen Town\nCountry: China\nArea: 149 km²\nPopulation: 838,000",
        "州名：Corwen州\n面積：24万8,222平方キロメートル\n人口：4,409万7,120人",
    ],
)
def test_figures_that_some_place_of_their_kind_has(text):
    found = result_of_text(text, TODAY).findings
    assert [(one.code, one.message) for one in found if one.severity in LOUD] == []
