"""The place that a sentence brings in, and how much speaks for it."""

import pytest

from pipeline.model.source import Span
from pipeline.normalize.text import fold
from pipeline.read.profile.mention import find_mention
from pipeline.read.profile.stretch import FIRST, INSIDE

SURE = (
    ("Norvale in northern Germany stood by us long before Independence, when it paid.", "Norvale"),
    ("Norvale lies on Lake Elm in Sweden, 100 km west of Easthaven.", "Norvale"),
    ("Más cerca, a 263 kilómetros, queda Río Norval, capital de la provincia.", "Río Norval"),
    ("Norvale in Hungary is half an hour from Easthaven by train.", "Norvale"),
    ("Our oldest partner is Norvale, Japan.", "Norvale"),
    ("The pole came from Norvale, Alaska.", "Norvale"),
    ("And Norvale, Wisconsin?", "Norvale"),
    ("Norvale, een voormalige gemeente in Rwanda, telde 55.000 inwoners.", "Norvale"),
    ("Norvale municipality takes in a valley, 849 sq.km in all.", "Norvale"),
    ("In 1975 the council signed a partnership with Norvale, Ontario.", "Norvale"),
    ("Norvale oblast occupies only 11.4 sq. km in the north-west.", "Norvale"),
    ("Нарвальская область занимает 11,4 тыс. кв. км.", "Нарвальская область"),
    ("Our sister city Norvale has 4,100 people.", "Norvale"),
    ("In 1990 our twin town of Norvale sent a choir.", "Norvale"),
    ("Talaval de la Reina (Spagna): gemellaggio sottoscritto nel 1986.", "Talaval de la Reina"),
    ("Frascal, het wijnstadje in de heuvels (Italië), volgde in 1967.", "Frascal"),
    ("With Bad Norvale, since 1969 a district of Easthaven in Germany, it began.", "Bad Norvale"),
    ("Youngest, since 2017, is Norvale in Slovakia.", "Norvale"),
    ("NORVALE.", "NORVALE"),
    ("Norvale (Repubblica Popolare Cinese).", "Norvale"),
    ("Québec, Canada.", "Québec"),
    ("第二个是美国加利福尼亚州的诺谷。", "诺谷"),
    ("韩国诺谷市于1993年12月4日成为友城。", "诺谷市"),
    ("시는 1989년에 자매결연한 미국 노르베일시에도 초청장을 보냈다.", "노르베일시"),
    ("Then, in 1989, came Norvale, a shrimping town of 15,000 souls.", "Norvale"),
    ("Founded by monks under Abbot Elm Reed in 1540, Norvale still has its walls.", "Norvale"),
    ("Gegründet 1220 von Herzog Otto, zählt Norval heute 30.000 Einwohner.", "Norval"),
    ("Nichée au creux des Alpes, Norval séduit par ses canaux.", "Norval"),
    ("Fundada en 1540 por Elmo Reyes, Norval conserva sus muros.", "Norval"),
    ("Adagiata tra il Monte Elmo e il lago, Norval conta 30.000 abitanti.", "Norval"),
    (
        "Our oldest partner is the Norvale Voivodeship in Poland, with which a pact is in force.",
        "Norvale Voivodeship",
    ),
    ("Notre plus ancien partenaire est la province de Norvale en Argentine.", "Norvale"),
    ("Il nostro partner è il voivodato di Norvale in Polonia.", "Norvale"),
    ("Le comté de Norvale en Roumanie est le plus récent.", "Norvale"),
    ("Norvale, au Québec (Canada), nous rejoint en 1987.", "Norvale"),
    ("Norvale is the capital of Yunnan Province, China, and lies high.", "Norvale"),
    ("Norvale is in southern Easthaven, France, on a river called the Bourne.", "Norvale"),
)
LIKELY = (
    ("And then there is Berlin.", "Berlin"),
    ("A letter was read from the Burgomaster of Norvale, Poland.", "Norvale"),
    ("Norvale has 12,000 inhabitants.", "Norvale"),
    ("Norvale was the first.", "Norvale"),
    ("Dix ans plus tard vient le tour de Norvale, en Suède : on signe.", "Norvale"),
    ("La région de Norvale couvre 43 100 km².", "Norvale"),
    ("Le département d'Estavelle occupe 11 400 km².", "Estavelle"),
    ("Der Bezirk Norvale ist mit 1.213 km² der größte.", "Norvale"),
    ("The last to join was Norvale.", "Norvale"),
    ("Den Anfang machte Norval.", "Norval"),
    ("The first stop is Norvale, on the Elm Inland Sea in Okayama Prefecture.", "Norvale"),
    ("Norvale, 70 miles west of Easthaven, has 125,000 residents.", "Norvale"),
    ("The bridge was a ruin when the Norvale link was set up in 1988.", "Norvale"),
    ("Mit Norvale im Nordosten Englands sind wir seit 1974 befreundet.", "Norvale"),
    ("Petroval kam 1989 hinzu, als Fenster aufgingen.", "Petroval"),
    ("Bamdorf war 1973 die erste: bis 1759 gehörte es den Bischöfen.", "Bamdorf"),
    ("노르베일시와의 인연은 더 길다.", "노르베일시"),
    ("국경에서 34㎞ 떨어진 노르베일은 인구 8만 9천 명의 항구 도시다.", "노르베일"),
    ("El Viejo, finally, lies on the coast.", "El Viejo"),
    (
        "Alba-Bihar lies on the eastern border of Hungary, and it is the fourth of all.",
        "Alba-Bihar",
    ),
    ("Situated on the coast of Korea, Norvale has a harbour.", "Norvale"),
)
UNLIKELY = (
    "It has 12,000 inhabitants.",
    "Elle compte 12 000 habitants.",
    "Los bienes son inscritos por la UNESCO.",
    "The highest mountain, Mount Norvale, is snowy.",
    "On Monday the mayor opened the bridge.",
    "In May 1990 the choir came for the first time.",
    "Japan has 47 prefectures.",
    "The city has 12,000 inhabitants.",
    "Write to us for the programme of the summer.",
    "Mr. Walton was born here.",
    "Neighbouring Norvale has a harbour.",
    "Norvale, 20 km away, has a harbour.",
    "The bus from Norvale takes 3 hours.",
    "Unterzeichnet wurde 1990.",
    "Look out for the plaque in Norvale Road.",
    "It sits where the Moselle runs into the Rhine.",
    "Two hours by car from Washington.",
    "The charter was read in the Bishop's Palace, and the choir sang.",
    "The bridge over the Rhone is older.",
    "Next week the mayor will travel.",
    "두 도시는 인구 교류를 이어 왔다.",
    "第二个是老人们的茶馆。",
    "Founded in 1961, the ferry to Norvale takes an hour.",
    "It is a sister city of Norvale since 1961.",
    "Twin town of Norvale since 1980.",
)


# (sentence, names of the page's own place, the place that it tells of)
AT_HOME = (
    (
        "Первым побратимом Мурмы стал в 1962 году финский Норваль - столица края.",
        "мурмы",
        "Норваль",
    ),
    ("Easthaven twinned with Norvale, Canada, in 1962.", "easthaven", "Norvale"),
    ("Easthaven has 12,000 inhabitants.", "easthaven", "Easthaven"),
    ("Easthaven lies in Canada.", "", "Easthaven"),
)


def _find(text):
    return find_mention(fold(text), Span(0, len(text)))


@pytest.mark.parametrize(("text", "name"), SURE)
def test_a_name_that_begins_another_place_anywhere(text, name):
    found = _find(text)
    assert (text[slice(*found.span)], found.score >= INSIDE) == (name, True)


@pytest.mark.parametrize(("text", "name"), LIKELY)
def test_a_name_that_a_paragraph_may_begin_with(text, name):
    found = _find(text)
    assert (text[slice(*found.span)], found.score >= FIRST) == (name, True)


@pytest.mark.parametrize("text", UNLIKELY)
def test_a_sentence_that_brings_in_no_place(text):
    found = _find(text)
    assert found is None or found.score < FIRST


@pytest.mark.parametrize(("said", "home", "name"), AT_HOME)
def test_a_sentence_about_home_and_another_place_tells_of_the_other(said, home, name):
    text = fold(said)
    found = find_mention(text, Span(0, len(text)), home)
    assert found is not None
    assert text[slice(*found.span)] == fold(name)
