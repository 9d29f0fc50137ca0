"""What labels, headers in pieces and captions say: field, unit, multiplier, date."""

import pytest

from pipeline.schema.caption import read_caption
from pipeline.schema.heads import read_column
from pipeline.schema.label import read_label

KM2, PER_KM2 = "kilometer ** 2", "1 / kilometer ** 2"

# (label, field, unit, multiplier, as of)
LABELS = (
    ("Land area in square miles, 2020", "area_km2", "mile ** 2", 1, "2020"),
    ("Площадь, тыс. км²", "area_km2", KM2, 1000, ""),
    ("Население на 1 января\n2021 г., тыс. чел.", "population", "", 1000, "2021-01-01"),
    ("powierzchnia w km²", "area_km2", KM2, 1, ""),
    ("Fläche in km²", "area_km2", KM2, 1, ""),
    ("Höhe in m ü. M. (Kirche)", "elevation_m", "meter", 1, ""),
    ("Altitude, metres a.s.l. (church)", "elevation_m", "meter", 1, ""),
    ("Wysokość w m n.p.m.", "elevation_m", "meter", 1, ""),
    ("Höhe des Turms in m", "", "meter", 1, ""),
    ("友好交流に関する覚書", "friendship_date", "", 1, ""),
    ("相互協力協定", "agreement_date", "", 1, ""),
    ("友好協定書締結年月日", "friendship_date", "", 1, ""),
    ("签署友好交流备忘录日期", "friendship_date", "", 1, ""),
    ("우호협력에 관한 양해각서", "friendship_date", "", 1, ""),
    ("Pledged as sister cities", "sisterhood_date", "", 1, ""),
    ("Memorandum of friendship", "friendship_date", "", 1, ""),
    ("Giuramento di gemellaggio", "sisterhood_date", "", 1, ""),
    ("Partnerská dohoda podpísaná", "sisterhood_date", "", 1, ""),
    ("友好交流の歩み", "", "", 1, ""),
    ("協定の内容", "", "", 1, ""),
    ("Twinning committee", "", "", 1, ""),
    ("Friendship", "", "", 1, ""),
    ("populationTotal", "population", "", 1, ""),
    ("areaTotalKm2", "area_km2", KM2, 1, ""),
    ("foundingDate", "founded", "", 1, ""),
    ("McDonald", "", "", 1, ""),
    ("iPhone", "", "", 1, ""),
    ("Land Extent", "area_km2", "", 1, ""),
    ("Altitudine sede (m s.l.m.)", "elevation_m", "meter", 1, ""),
    ("Altitud cabecera", "elevation_m", "", 1, ""),
    ("Elevation of the district headquarters", "elevation_m", "", 1, ""),
    ("县城海拔（米）", "elevation_m", "meter", 1, ""),
    ("Altitudine massima (m)", "", "meter", 1, ""),
    ("Population of the headquarters", "", "", 1, ""),
    ("Area (sq. miles)", "area_km2", "mile ** 2", 1, ""),
    ("Superficie (miles de km²)", "area_km2", KM2, 1000, ""),
    ("Inh. per sq km", "density_per_km2", PER_KM2, 1, ""),
    ("Persons/km2", "density_per_km2", PER_KM2, 1, ""),
    ("Pop. per sq. mile", "density_per_km2", "1 / mile ** 2", 1, ""),
    ("Population, thousands", "population", "", 1000, ""),
    ("Population in thousands", "population", "", 1000, ""),
    ("Population (mil.)", "population", "", 1_000_000, ""),
    ("População (mil)", "population", "", 1000, ""),
    ("Population (in '000)", "population", "", 1000, ""),
    ("Population (1,000 persons)", "population", "", 1000, ""),
    ("人口 (万人)", "population", "", 10_000, ""),
    ("人口万人", "population", "", 10_000, ""),
    ("Population, Census, April 1, 2020", "population", "", 1, "2020-04-01"),
    ("Population per square mile, 2020", "density_per_km2", "1 / mile ** 2", 1, "2020"),
    ("Population per sq km", "density_per_km2", PER_KM2, 1, ""),
    ("Census 2011", "", "", 1, "2011"),
    ("Einw. (31. Dez. 2011)", "population", "", 1, "2011-12-31"),
    ("Einw. 2011", "population", "", 1, "2011"),
    ("Hab. (1 ene. 2016)", "population", "", 1, "2016-01-01"),
    ("Nb hab. (2016)", "population", "", 1, "2016"),
    ("Ab. (31 dic. 2011)", "population", "", 1, "2011-12-31"),
    ("Mieszk. (31 XII 2011)", "population", "", 1, "2011-12-31"),
    ("Насел. (2020), тыс. чел.", "population", "", 1000, "2020"),
    ("К-сть населення (2020)", "population", "", 1, "2020"),
    ("Inh. (2011)", "population", "", 1, "2011"),
    ("Inv. 31 dec. 2019", "population", "", 1, "2019-12-31"),
    ("Sup. (km²)", "area_km2", KM2, 1, ""),
    ("Пл., кв. км", "area_km2", KM2, 1, ""),
    ("Pow. [km²]", "area_km2", KM2, 1, ""),
    ("Dens. (hab./km²)", "density_per_km2", PER_KM2, 1, ""),
    ("Wys. n.p.m. (m)", "elevation_m", "meter", 1, ""),
    ("Gegr.", "founded", "", 1, ""),
    ("Tel. (2011)", "", "", 1, "2011"),
    ("Hab. rurales (2011)", "", "", 1, "2011"),
    ("Ab. straniere (2011)", "", "", 1, "2011"),
    ("Abw. (2011)", "", "", 1, "2011"),
    ("Territory, thsd. sq. km", "area_km2", KM2, 1000, ""),
    ("Territory", "region", "", 1, ""),
    ("Density, persons per 1 sq. km", "density_per_km2", PER_KM2, 1, ""),
    ("Land (ha)", "area_km2", "hectare", 1, ""),
    ("Land", "country", "", 1, ""),
    ("per km²", "density_per_km2", PER_KM2, 1, ""),
    ("Shire town", "", "", 1, ""),
    ("Name of the Taluk", "name", "", 1, ""),
    ("Rural population (thousand)", "", "", 1000, ""),
    ("Area per capita (m2)", "", "meter ** 2", 1, ""),
    ("Name of the mayor", "", "", 1, ""),
    ("No. of Barangays", "", "", 1, ""),
    ("2021", "", "", 1, "2021"),
    ("", "", "", 1, ""),
)

# (pieces that head a column, field)
HEADS = (
    (("Land area", "(sq. km)"), "area_km2"),
    (("Population", "2021"), "population"),
    (("Population", "Total"), "population"),
    (("Luas\nTotal Area\n(km²/sq.km)",), "area_km2"),
    (("Penduduk (ribu)\nPopulation (thousand)",), "population"),
    (("人口 Population",), "population"),
    (("Name of", "the Block"), "name"),
    (("Population", "Male"), ""),
    (("Population", "Area"), ""),
    (("Population", "Mayor"), ""),
    (("2011",), ""),
    (("Census 2011",), "population"),
    (("2011", "census"), "population"),
    (("Zensus (9.5.2011)",), "population"),
    (("Census",), ""),
    (("Census tracts 2011",), ""),
    ((), ""),
)

# (caption, unit, multiplier, as of)
CAPTIONS = (
    ("Table 2.3: Land area, population and density, Aldar County, 2019", "", 1, "2019"),
    ("(令和4年10月1日現在)", "", 1, "2022-10-01"),
    ("資料時間:民國112年12月底\n單位:平方公里;戶;人", KM2, 1, "2023-12"),
    ("Population by district (in thousands)", "", 1000, ""),
    ("Population, census of 2011\nPopulation at 1 January 2021", "", 1, "2021-01-01"),
    ("Table 3. Five biggest wards, 2020", "", 1, "2020"),
    ("Cuadro 2: municipios del norte (2015)", "", 1, "2015"),
    ("The round table of 2020", "", 1, ""),
    ("2012 Aldar City Administration White Paper", "", 1, ""),
    ("Published: 15 March 2018 09:26", "", 1, ""),
    ("Our partners", "", 1, ""),
    ("", "", 1, ""),
)


@pytest.mark.parametrize(("label", "field", "unit", "multiplier", "as_of"), LABELS)
def test_label(label, field, unit, multiplier, as_of):
    meaning = read_label(label)
    assert meaning.fields == ((field,) if field else ())
    assert meaning.context[:3] == (unit, multiplier, as_of)


@pytest.mark.parametrize(("pieces", "field"), HEADS)
def test_heads_of_a_column(pieces, field):
    assert read_column(pieces).fields == ((field,) if field else ())


@pytest.mark.parametrize(("caption", "unit", "multiplier", "as_of"), CAPTIONS)
def test_caption(caption, unit, multiplier, as_of):
    assert read_caption(caption)[:3] == (unit, multiplier, as_of)


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Land (ha)", "area_km2"),
        ("per km²", "density_per_km2"),
        ("Einwohner/km²", "density_per_km2"),
        ("Densità abitanti/km²", "density_per_km2"),
        ("Land", "country"),
        ("Area (km²)", "area_km2"),
        ("Population", "population"),
    ],
)
def test_a_unit_tells_what_a_label_means(label, field):
    assert read_label(label).fields == (field,)
