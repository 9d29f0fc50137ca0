import pytest

from pipeline.lexicon.tables import countries
from pipeline.normalize.place import country_code, country_readings, find_countries

NAMED = (
    ("China", "CN"),
    ("People’s Republic of China", "CN"),
    ("The United States", "US"),
    ("U.S.A.", "US"),
    ("United States of America", "US"),
    ("ROK", "KR"),
    ("KOR", "KR"),
    ("Republic of Korea", "KR"),
    ("Korea", "KR"),
    ("Sooth Korea", "KR"),
    ("Timog Korea", "KR"),
    ("Mongol", "MN"),
    ("Монгол Улс", "MN"),
    ("England", "GB"),
    ("Holland", "NL"),
    ("Burma", "MM"),
    ("Pilipinas", "PH"),
    ("Republic of Georgia", "GE"),
    ("République du Bénin", "BJ"),
    ("Королевство Швеция", "SE"),
    ("ラトビア共和国", "LV"),
    ("Republic of Springvale", ""),
    ("Guinea-Bissau", "GW"),
    ("Cote d'Ivoire", "CI"),
    ("México", "MX"),
    ("Estaos Xuníos", "US"),
    ("韓国", "KR"),
    ("美國", "US"),
    ("대한민국", "KR"),
    ("Россия", "RU"),
    ("ประเทศไทย", "TH"),
    ("[DK]", "DK"),
    ("JP", "JP"),
    ("None", ""),
    ("NA", ""),
    ("us", ""),
    ("cn", ""),
    ("Georgia", ""),
    ("Congo", ""),
    ("Chinese", ""),
    ("Chinatown", ""),
    ("Guizhou", ""),
    ("Republic", ""),
    ("Chin", ""),
    ("", ""),
    ("China " * 50, ""),
)

COUNTRIES = (
    ("Baoshan District, China", [("China", "CN", "country:name", "")]),
    ("Faaborg [DK]", [("[DK]", "DK", "country:flag", "")]),
    ("Odense 🇩🇰", [("🇩🇰", "DK", "country:flag", "")]),
    ("{{flagicon|JPN}} Nara", [("{{flagicon|JPN}", "JP", "country:flag", "")]),
    ("Sikasso (Mali)", [("Mali", "ML", "country:name", "")]),
    ("CHINA and U.S.A.", [("CHINA", "CN", "country:name", ""), ("U.S.A.", "US", "country:alias", "")]),
    ("the Japanese city", [("Japanese", "JP", "country:adjective", "")]),
    ("36,000 Koreans", [("Koreans", "KR", "country:demonym", "")]),
    ("China and Korea", [("China", "CN", "country:name", ""), ("Korea", "KR", "country:alias", "weak")]),
    ("Kutaisi, Georgia", [("Georgia", "GE", "country:name", "ambiguous")]),
    ("Athens, Georgia, USA", [("USA", "US", "country:alias", "")]),
    ("Northern Ireland", [("Northern Ireland", "GB", "country:alias", "")]),
    ("Papua New Guinea", [("Papua New Guinea", "PG", "country:name", "")]),
    ("中国山东省", [("中国", "CN", "country:name", "")]),
    ("ベナン共和国コトヌー", [("ベナン共和国", "BJ", "country:name", "")]),
    ("タイの首都", [("タイ", "TH", "country:name", "")]),
    ("인도네시아와 인도는", [("인도네시아", "ID", "country:name", ""), ("인도", "IN", "country:name", "")]),
    ("turkey and china", []),
    ("New Mexico, New Jersey, Indiana", []),
    ("the South China Sea and the Sea of Japan", []),
    ("Chinatown on Nanjing Road", []),
    ("Canada Street", []),
    ("Peru, Indiana", []),
    ("CONTACT US", []),
    ("Fuente: DANE, censo", []),
    ("Skagnes, Island", [("Island", "IS", "country:name", "")]),
    ("Norval (Chili)", [("Chili", "CL", "country:name", "")]),
    ("Elm Island", []),
    ("The chef of Norvale, Chili fried", []),
    ("Dane z roku 2012", []),
    ("Jeju Island and the city of Granada", []),
    ("内蒙古 沿海地区 タイトル", []),
    ("서인도 제도", []),
)  # fmt: skip


@pytest.mark.parametrize(("text", "code"), NAMED)
def test_country_code(text, code):
    assert country_code(text) == code


@pytest.mark.parametrize(("text", "expected"), COUNTRIES)
def test_find_countries(text, expected):
    found = find_countries(text)
    assert [
        (text[slice(*one.span)], one.value, one.rule, one.qualifier) for one in found
    ] == expected


def test_georgia_reads_as_a_country_and_as_a_state():
    readings = country_readings(" Georgia ")
    assert [(one.value, one.of) for one in readings] == [("GE", ""), ("US", "US-GA")]
    assert {tuple(one.span) for one in readings} == {(1, 8)}


def test_a_range_hides_what_stands_outside():
    text = "China, Japan, Korea"
    assert [one.value for one in find_countries(text, 7, 12)] == ["JP"]
    assert [one.span.start for one in find_countries(text, 7)] == [7, 14]


def test_every_country_is_found_by_its_own_name():
    named = {code: country_code(country.name) for code, country in countries().items()}
    assert {code for code, found in named.items() if found != code} == {"GE", "MF"}
