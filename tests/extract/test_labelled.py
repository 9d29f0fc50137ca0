"""What labelled lines give beside the field that their label names."""

from __future__ import annotations

import pytest

from pipeline import read_text


def held(page, field):
    values = (record.one(field) for record in read_text(page).records)
    return [str(value.value) for value in values if value]


# Pages, a field and what it holds.
GIVEN = (
    ("Population: 6,931 persons (3,014 households)", "households", "3014"),
    ("인구 : 11,691명 (6,301세대)", "households", "6301"),
    ("Einwohner: 9.000 (4.100 Haushalte)", "households", "4100"),
    ("Households: 4,100 (9,000 residents)", "population", "9000"),
    (
        "Area: 52 km²\nMer information: www.springvale.example.ca",
        "website",
        "www.springvale.example.ca",
    ),
    ("Area: 52 km²\nAddress on the net: http://springvale.ca/", "website", "http://springvale.ca/"),
    ("Area: 52 km²\nwww.springvale.ca", "website", "www.springvale.ca"),
    ("Area: 52 km²\nMunicipality: www.springvale.ca", "website", "www.springvale.ca"),
    ("Area: 52 km²\nMunicipality: www.springvale.ca", "name", "Springvale"),
    ("Area: 52 km²\nHomepage www.springvale.ca", "website", "www.springvale.ca"),
    ("面積　52.1km²\nHP　http://www.springvale.ca", "website", "http://www.springvale.ca"),
    ("Area: 52 km²\nOccupied dwellings: 3,660", "households", "3660"),
    ("Superficie: 52 km²\nAltura s/n mar: 188 m", "elevation_m", "188"),
    ("Area: 52 km²\nwww.springvale.ca\nA town of mills.", "website", "www.springvale.ca"),
    ("Country: Canada\nTerritory: Alba\nArea: 52 km²", "region", "Alba"),
    ("Territory: 101.98 sq. km\nPopulation: 9,000", "area_km2", "101.98"),
    ("Area: 87 square miles (226 square km)", "area_km2", "226"),
    ("Area: 1.2 square miles / 3.2 km²", "area_km2", "3.2"),
    ("Area: 52 km²\nElevation: 466 ft (142 m)", "elevation_m", "142"),
    ("Area: 226 km² (87 square miles)", "area_km2", "226"),
    ("Area: 226 km², of which water 12 km²", "area_km2", "226"),
    (
        "Area: 52 km²\nAltitud de la cabecera municipal (metros sobre el nivel del mar): 1895",
        "elevation_m",
        "1895",
    ),
    ("Area: 52 km²\nHeight from sea level : 302 metre", "elevation_m", "302"),
    ("Area: 52.5 km²\nAltitude of H.Q. : 1852.23 mtrs above MSL", "elevation_m", "1852.23"),
    ("Superficie: 52.5 km²\nAltitud (msnm): 2.149", "elevation_m", "2149"),
    ("Population: 900\nArea of Administration: 1,194.52 hectares", "area_km2", "11.94520000"),
    ("人口：900人\n市の発足：1871年", "founded", "1871"),
    ("Area: 52 km²\nHöhe: 499 m ü. A.", "elevation_m", "499"),
    ("Area: 52 km²\nItinatag bilang bayan: Pebrero 9, 1742", "founded", "1742-02-09"),
    ("Area: 52 km²\nHouse holds : 3,92,044", "households", "392044"),
    ("Co-operation since: 1957", "agreement_date", "1957"),
    ("提携年月日：昭和36年9月22日（1961年）", "agreement_date", "1961-09-22"),
    ("Population: 900\nIt has 200 households.", "households", "200"),
)
NOT_GIVEN = (
    ("Area: 52 km²\nHomepage of www.springvale.ca", "website"),
    ("Area: 52 km²\nCity www.springvale.ca", "website"),
    ("Population: 21,000\nHome of some 200 families of farmers.", "households"),
    ("Population: 6,931 persons (3,014 men)", "households"),
    ("Population: 6,931, of whom 3,014 in the town", "households"),
    ("Area: 52 km²\nPhotos: www.facebook.com/springvale", "website"),
    ("Area: 52 km²\nSource: a page of www.springvale.ca, 2019", "website"),
    ("Area: 52 km²\n\nwww.portal.example.org", "website"),
    ("Area: 52 km²\n\nSee www.springvale.ca for more", "website"),
    ("Territory: Northern Coast\nPopulation: 9,000", "area_km2"),
    ("Area: 52 km²\nAltitude: 1,219m - 2,347m above sea level", "elevation_m"),
    ("Area: 52 km²\nAltitude : 190 to 270 mtrs", "elevation_m"),
    ("Area: 52 km²\nHöhe: 190 bis 270 m", "elevation_m"),
    ("Area: 52 km²\n標高：133～307メートル", "elevation_m"),
    ("Area: 52 km²\nHeight of dam: 138 metres", "elevation_m"),
    ("Population: 900\nArea under irrigation: 1,194.52 hectares", "area_km2"),
    ("Area: 52 km²\nAltitud del aeropuerto: 2.142 m", "elevation_m"),
    ("Area: 52 km²\nCo-operation began with a letter in 1957", "agreement_date"),
)


@pytest.mark.parametrize(("page", "field", "expected"), GIVEN)
def test_a_line_gives_what_stands_beside(page, field, expected):
    assert held(f"City: Springvale\nCountry: Canada\n{page}", field) == [expected]


@pytest.mark.parametrize(("page", "field"), NOT_GIVEN)
def test_a_line_gives_nothing_else(page, field):
    assert held(f"City: Springvale\nCountry: Canada\n{page}", field) == []


# Items of a list below a heading, with the people whom they count.
COUNTED = (
    ("9,000 people", "9000"),
    ("9,000 people at mid-2011", "9000"),
    ("about 805,000 people on 46.9 square miles", "805000"),
    ("23 million people (2010 census) on 6,340 sq km", "23000000"),
    ("8.900 ständige Einwohner auf 9,88 km²", "8900"),
    ("9,000 people, of whom many fish", "9000"),
    ("County of 54,612 people", "54612"),
)
NOT_COUNTED = (
    "112 people",  # guests at most
    "9,000 people came to the fair",
    "boats for 9,000 people",
    "9,000 people on the bridge in 2011 alone",
)


def _listed(item):
    page = f"Our twin towns\n\nLindheim, Germany\n- 57 km²\n- {item}\n\nNorvale, Canada\n- 42 km²\n- population 8,000\n"
    return [record.one("population") for record in read_text(page).records][:1]


@pytest.mark.parametrize(("item", "people"), COUNTED)
def test_an_item_counts_the_people_of_its_place(item, people):
    assert [str(int(value.value)) for value in _listed(item) if value] == [people]


def test_the_day_of_a_count_stands_behind_it():
    days = ["9,000 people at mid-2011", "9,000 people (2010 census) on 63 sq km", "9,000 people"]
    assert [_listed(item)[0].as_of for item in days] == ["2011", "2010", ""]


@pytest.mark.parametrize("item", NOT_COUNTED)
def test_an_item_that_counts_others(item):
    assert _listed(item) == [None]


def test_an_area_behind_the_bar_of_a_labelled_item():
    page = "Lindheim, Germany\n- Population 9,000 | 57 square kilometers\n- Elevation 120 m"
    assert held(page, "area_km2") == ["57"]


# Pages whose first line is a title with the place behind it, and the name that they give.
TITLES = (
    ("Our sister city: Lindheim, Germany\nArea: 52 km²\nPopulation: 9,000", "Lindheim"),
    ("자매도시 소개 : 독일 린트하임시\n면적 : 52㎢\n인구 : 9,000명", "린트하임시"),
    ("Area: 52 km²\nTwinning: Lindheim, Germany\nPopulation: 9,000", None),
    ("Springvale, Canada\nArea: 52 km²\nTwinning: Lindheim, Germany", "Springvale"),
    (
        "Town of Springvale\nArea: 52 km²\nPopulation: 9,000\nPartner town: Lindheim",
        "Town of Springvale",
    ),
    ("NORVALE: Gate to the Sea\nArea: 52 km²\nPopulation: 9,000\nNorvale is old.", "NORVALE"),
    ("Slogan: Gate to the Sea\nArea: 52 km²\nPopulation: 9,000", None),
    ("Our sister city: Lindheim\n\nArea: 52 km²\nPopulation: 9,000", "Lindheim"),
    ("Unsere Partnerstadt: Lindheim\n\nFläche: 52 km²\nEinwohner: 9.000", "Lindheim"),
    ("Nuestra ciudad hermana: Lindheim\n\nSuperficie: 52 km²\nPoblación: 9.000", "Lindheim"),
    ("Our mayor: Ada Berg\n\nArea: 52 km²\nPopulation: 9,000", None),
    ("Our partners\nPartner town: Lindheim\nArea: 52 km²\nPopulation: 9,000", "Lindheim"),
)


@pytest.mark.parametrize(("page", "name"), TITLES)
def test_a_title_has_the_place_behind_it(page, name):
    assert [
        record.one("name") and record.one("name").value for record in read_text(page).records
    ] == [name]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Population (2021): 1,555, up from 1,617 in 2016", "2021"),
        ("Population: 1,555 (2016), down from 1,617", "2016"),
        ("Population (2021): 1,555 (2022)", "2022"),
        ("Population: 1,555, up from 1,617", ""),
        ("Población: 1 555 habitantes (Censo 2017 - INEI)", "2017"),
        ("População: 1.555 (Censo 2010, IBGE)", "2010"),
    ],
)
def test_the_date_of_the_first_figure(line, date):
    (record,) = read_text(f"City: Springvale\nCountry: Canada\n{line}\nArea: 52 km²\n").records
    value = record.one("population")
    assert value is not None
    assert value.as_of == date


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Population: figures sent by the partners, 2014~2015", []),
        ("Population: according to the census of 2011", []),
        ("Einwohner: laut Zensus 2011", []),
        ("Population: about 2014", ["2014"]),
        ("Population: 2,014 (census of 2011)", ["2014"]),
        ("Population: estimated 1985", ["1985"]),
    ],
)
def test_the_year_of_a_count_is_no_count(line, people):
    assert held(f"Springvale, Canada\nArea: 52 km²\n{line}\n", "population") == people


def test_a_note_below_a_table_tells_of_no_place():
    page = (
        "Partners\n\nDivision | Springvale | Elmstad\nNation | Canada | Norway\nArea | 5,256㎢ | 481.69㎢\n"
        "Population | 1,590,000 | 95,000\n\n※ Population: figures sent by the partners, 2014~2015\n"
    )
    assert held(page, "population") == ["1590000", "95000"]
