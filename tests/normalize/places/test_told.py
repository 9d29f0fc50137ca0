import pytest

from pipeline.normalize.places.entry import Meaning
from pipeline.normalize.places.index import NameIndex
from pipeline.normalize.places.mention import _index
from pipeline.normalize.places.told import Told
from pipeline.normalize.text import fold

TEXTS = (
    "New Mexico, Mexico and Mexico City; U.S.A. or US. Georgia, United States",
    "Papua New Guinea-Bissau (Guinea); iMexico MexicoChad éChad Égypte, Côte d'Ivoire.",
    "The Korea, Republic of Korea / Korea (South) of\nAmerica Germany_Spain 2Chad Ch ad",
    "韩国济州道 중국 산동성은 日本北海道 China中国 ประเทศไทย ชาด Mexico市",
    "Trinidad and Tobago & Bosnia and Herzegovina an The",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
def test_every_stretch_has_the_names_that_a_scan_of_it_finds(text: str) -> None:
    text, index = fold(text), _index()
    told = Told(index, text)
    for start in range(len(text) + 1):
        for end in range(start, len(text) + 1):
            assert told.within(start, end) == tuple(index.scan(text, start, end)), text[start:end]


def test_a_longer_name_of_the_same_words_comes_first() -> None:
    names = ("Nova York", "Nova York City", "Nova", "Nova Spain", "York")
    index = NameIndex({name: frozenset({Meaning("name", name)}) for name in names})
    text = "Nova York City, Nova York, Nova Spain, Nova, the York"
    found = [text[match.start : match.end] for match in index.scan(text, 0, len(text))]
    assert found == ["Nova York City", "Nova York", "Nova Spain", "Nova", "York"]
