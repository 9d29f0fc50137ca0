"""Which encoding single lines of place profiles are taken for, alone and on an English page."""

import pytest

from pipeline.read.decode.charset import ACCEPTED, rank_encodings, reread, second_opinion

LINES = (
    ("cp949", "인구: 약 32만 명 (2013년)"),
    ("cp949", "결연일 2010년 5월 12일"),
    ("cp949", "연평균 기온 12.1℃"),
    ("cp949", "전라남도 여수시 돌산읍"),
    ("cp949", "초등학교 21개교, 중학교 9개교"),
    ("cp949", "몽골 울란바토르"),
    ("cp949", "바다를 끼고 있는 항구 도시"),
    ("gb18030", "人口约32万人"),
    ("gb18030", "贵州省贵阳市"),
    ("gb18030", "建立友好关系日期 1996年12月6日"),
    ("gb18030", "上海市宝山区"),
    ("gb18030", "中学21所"),
    ("gb18030", "森林覆盖率44.97%"),
    ("gb18030", "降水量734毫米"),
    ("cp932", "人口 約12万3千人"),
    ("cp932", "提携年月日 昭和63年10月4日"),
    ("cp932", "位置:札幌から東へ約30km"),
    ("cp932", "ブラジル モジ・ダス・クルーゼス市"),
    ("cp932", "小学校 18校"),
    ("cp932", "福岡県糸島市"),
    ("cp932", "鹿児島県南さつま市"),
    ("euc_jp", "人口 約12万3千人"),
    ("euc_jp", "提携年月日 昭和63年10月4日"),
    ("euc_jp", "位置:札幌から東へ約30km"),
    ("euc_jp", "ブラジル モジ・ダス・クルーゼス市"),
    ("euc_jp", "小学校 18校"),
    ("euc_jp", "福岡県糸島市"),
    ("euc_jp", "鹿児島県南さつま市"),
    ("big5", "人口約32萬人"),
    ("big5", "高雄市鳳山區"),
    ("big5", "位於臺北以東約30公里"),
    ("big5", "香港特別行政區"),
    ("big5", "盛產茶葉和稻米"),
    ("big5", "每年吸引遊客一百萬人次"),
    ("big5", "澎湖群島"),
    ("cp1252", "Einwohner: 82.000 (geschätzt)"),
    ("cp1252", "Jährliche Durchschnittstemperatur 9,1 °C"),
    ("cp1252", "Région Provence-Alpes-Côte d'Azur"),
    ("cp1252", "población estimada en 45 mil"),
    ("cp1252", "Göteborg, Sverige"),
    ("cp1252", "Århus Kommune"),
    ("cp1252", "Budget €2.4 million"),
    ("cp1251", "Площадь 425 кв. км"),
    ("cp1251", "Республика Саха (Якутия)"),
    ("cp1251", "расположен в 40 км к востоку"),
    ("cp1251", "Хабаровск"),
    ("cp1251", "Дата соглашения 12 мая 2010 г."),
    ("cp1251", "Город основан в 1860 году"),
    ("cp1251", "река Ангара"),
    ("koi8_r", "Площадь 425 кв. км"),
    ("koi8_r", "Республика Саха (Якутия)"),
    ("koi8_r", "расположен в 40 км к востоку"),
    ("koi8_r", "Хабаровск"),
    ("koi8_r", "Дата соглашения 12 мая 2010 г."),
    ("koi8_r", "Город основан в 1860 году"),
    ("koi8_r", "река Ангара"),
    ("cp1254", "Şehir nüfusu ve yüzölçümü"),
    ("cp1254", "Kardeş şehir anlaşması"),
    ("cp1250", "Ludność: 120 tysięcy mieszkańców"),
    ("cp1250", "Główne gałęzie przemysłu: rolnictwo"),
    ("cp1253", "Πληθυσμός: 120 χιλιάδες κάτοικοι"),
    ("cp1253", "Αδελφοποιημένη πόλη"),
)
# No writing that we know: nothing but stray bytes, or UTF-8 taken apart.
NOISE = (
    b"Name: Foo \xff\xfe\xfa Town",
    b"Area: 5\x81\x8d",
    b"Name: Foo\xff",
    b"the end \xe2\x80",
    b"plain ASCII",
)
# (line, encoding of its document, what it reads as instead)
MIXED = (
    ("인구는 약 삼십만".encode("cp949"), "utf-8", "인구는 약 삼십만"),
    ("Universität".encode("cp1252"), "utf-8", "Universität"),
    ("인구: 3만".encode(), "cp949", "인구: 3만"),
    (b"Name: Foo\xff", "utf-8", None),
    (b"\xec\x9d", "utf-8", None),
)
PAGE = b"Country: Republic of Korea\nPopulation: 320,000 persons\n%s\nArea: 425.3 km2\n"
# Too few characters to tell: (encoding, line, what it is taken for).
KNOWN_FAILURES = (("gb18030", "青岛啤酒节"), ("gb18030", "埃及"), ("big5", "喀麥隆"))


@pytest.mark.parametrize(("encoding", "line"), LINES)
def test_a_line_is_taken_for_the_encoding_it_was_written_in(encoding, line):
    best = rank_encodings(line.encode(encoding))[0]
    assert (best.encoding, best.score >= ACCEPTED) == (encoding, True)


@pytest.mark.parametrize(("encoding", "line"), LINES)
def test_one_line_on_an_english_page_settles_its_encoding(encoding, line):
    assert rank_encodings(PAGE % line.encode(encoding))[0].encoding == encoding


@pytest.mark.parametrize("content", NOISE)
def test_noise_is_no_encoding(content):
    assert rank_encodings(content)[0].score < ACCEPTED


@pytest.mark.xfail(reason="too few characters to tell")
@pytest.mark.parametrize(("encoding", "line"), KNOWN_FAILURES)
def test_shortest_lines(encoding, line):
    assert rank_encodings(line.encode(encoding))[0].encoding == encoding


@pytest.mark.parametrize(("content", "encoding", "expected"), MIXED)
def test_reread_gives_a_clean_reading_or_none(content, encoding, expected):
    reading = reread(content, encoding)
    assert (reading and reading[1]) == expected


def test_second_opinion_names_an_encoding_that_we_do_not_score():
    text = "ประชากรของเมืองมีประมาณสามแสนคน\nพื้นที่ทั้งหมดของจังหวัด\n" * 5
    guess = second_opinion(text.encode("tis-620"))
    assert guess is not None
    assert text.encode("tis-620").decode(guess.encoding) == text
