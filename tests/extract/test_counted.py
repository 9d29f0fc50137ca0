"""A page that says once when its residents were counted: for whom it holds, and what says nothing."""

from __future__ import annotations

import pytest

from pipeline import read_text

TWO = "Norvale\nPopulation: 12,345\nArea: 40 km²\n\nEasthaven\nPopulation: 8,120\nArea: 25 km²\n"


def days(page: str) -> list[str]:
    values = [record.one("population") for record in read_text(page).records]
    return [value.as_of for value in values if value is not None]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("OUR DISTRICTS (Census 2012)", "2012"),
        ("Statistics at the end of June 2020 are shown as follows.", "2020-06"),
        ("Facts and figures (3rd Census of Housing, 2012)", "2012"),
        ("Distritos (5º Censo Nacional de Población, 2010)", "2010"),
        ("Cantons (4e recensement de la population, 2014)", "2014"),
        ("Kreise (4. Volkszählung, 2012)", "2012"),
        ("Районы (4-я перепись населения, 2009)", "2009"),
        ("各区概况（第7次人口普查，2020年）", "2020"),
        ("군별 현황 (제18차 인구총조사, 2010)", "2010"),
        ("Two 4th places (3rd Farmers' Fair, 2012)", ""),
        ("Census takers wanted: 40 (2012)", ""),
        ("Source: Statistical Office, 2011", "2011"),
        (
            "We went to three towns. Figures from the September 2018 census, just published.",
            "2018-09",
        ),
        ("This list was published in September 2018.", ""),
        ("Residents: census 2011. Areas rounded.", "2011"),
        ("(Las cifras municipales son del INE, 2011.)", "2011"),
        ("Fuente: Censo de Población 2017", "2017"),
        ("Fonte: IBGE, Censo 2010", "2010"),
        ("Alle Einwohnerzahlen: Stand 31.12.2019", "2019-12-31"),
        ("Quelle: Statistisches Landesamt, Stichtag 30.06.2021", "2021-06-30"),
        ("Données : Insee, recensement de 2018", "2018"),
        ("Dati ISTAT al 31 dicembre 2019", "2019-12-31"),
        ("Bron: CBS, 1 januari 2021", "2021-01-01"),
        ("Dane GUS, stan na 31.12.2019 r.", "2019-12-31"),
        ("(по состоянию на 01.01.2020)", "2020-01-01"),
        ("(станом на 01.01.2020)", "2020-01-01"),
        ("Kaynak: TÜİK, 2020", "2020"),
        ("Sumber: BPS, Sensus Penduduk 2020", "2020"),
        ("Nguồn: Tổng điều tra dân số 2019", "2019"),
        ("ข้อมูล ณ ธันวาคม 2562", "2019-12"),
        ("المصدر: تعداد 2017", "2017"),
        ("자료: 주민등록인구, 2019년 12월 말 기준", "2019-12"),
        ("※人口は2020年3月末現在の統計による。", "2020-03"),
        ("数据来源：2010年人口普查", "2010"),
        ("資料時間：109年6月底", ""),
        ("Källa: SCB, folkmängd 31 december 2020", "2020-12-31"),
        ("Zdroj: ČSÚ, stav k 1. 1. 2021", "2021-01-01"),
        ("Last updated: 3 March 2021", ""),
        ("Copyright © 2017 City Hall", ""),
        ("更新日：2020年2月3日", ""),
        ("Stand der Seite: zuletzt geändert 12.03.2021", ""),
        ("Figures from the September 2018 census, just published.", "2018-09"),
        ("Published after the census on 3 March 2021", ""),
        ("Sister cities since 1999", ""),
        ("Die Einwohner Ende 2018", "2018"),
        ("Seit 2000 zählt man sie zu den Heilbädern des Landes.", ""),
        ("Depuis 1998, elle compte parmi les villes au patrimoine.", ""),
        ("Dal 1995 conta fra le località al mare con bandiera.", ""),
        ("Desde 2001 cuenta con un acceso a la costa.", ""),
        ("Sinds 2003 telt de streek mee, met per dorp een molen.", ""),
        ("The museum was founded in 1921.", ""),
        ("The festival of 2019 was the largest so far.", ""),
        ("In 2011 the census counted 4,000 cattle.", ""),
        (
            "After the vote of 27 June 2018 this holds. Figures are those of the 2021 census:",
            "2021",
        ),
        ("Date: 2013-4-22", ""),
    ],
)
@pytest.mark.parametrize("page", ["{line}\n\n{two}", "{two}\n\n{line}"])
def test_a_day_said_once_holds_for_all(line, day, page):
    assert days(page.format(line=line, two=TWO)) == [day, day]


def test_a_day_above_holds_for_those_below():
    first, second = TWO.split("\n\n")
    page = f"Towns (Census 2012)\n\n{first}\n\nVillages (Census 2016)\n\n{second}"
    assert days(page) == ["2012", "2016"]


def test_a_day_inside_a_profile_is_its_own():
    first, second = TWO.split("\n\n")
    assert days(f"{first}\nSource: census 2011\n\n{second}") == ["2011", ""]


def test_a_date_beside_the_figure_comes_first():
    page = TWO.replace("12,345", "12,345 (2018)")
    assert days(f"Source: census 2011\n\n{page}") == ["2018", "2011"]
