import re

import pytest

from pipeline.normalize.glossary import glossary
from pipeline.normalize.hint import _DISGUISED, _WORD, Hint, find_word, hint
from pipeline.normalize.lexeme import LETTER, alternation, words
from pipeline.normalize.text import fold

TABLE = ("sister city", "twin town", "people", "km²", "人口", "park", "% of")


@pytest.mark.parametrize(
    ("said", "may"),
    [
        ("the sister city pact", True),
        ("THE SISTER", True),  # the one word that is compared
        ("the city", False),
        ("sistercity", False),
        ("Visitors: 1,200;", False),
        ("12 km²", True),
        ("人口 5人", True),
        ("口 5", False),
        ("東people", True),  # no edge tells Han letters from it
        ("peoples", False),
        ("", False),
    ],
)
def test_a_stretch_without_a_word_of_the_table_holds_none(said: str, may: bool) -> None:
    assert Hint(TABLE).within(said) is may


@pytest.mark.parametrize("said", ["Par\u212a", "SISTER\u00a0CITY", "Sister\ncity", "siſter city"])
def test_letters_in_another_guise_are_found(said: str) -> None:
    assert re.search(alternation(TABLE), fold(said), re.IGNORECASE)
    assert Hint(TABLE).within(fold(said))


def test_letters_are_those_at_whose_edges_spellings_stand() -> None:
    letter = re.compile(LETTER)
    differ = [
        chr(code)
        for code in range(0x110000)
        if bool(_WORD.fullmatch(chr(code))) is not bool(letter.fullmatch(chr(code)))
    ]
    assert differ == []


def test_signs_that_are_letters_in_another_case_are_known() -> None:
    letters = "".join(filter(_WORD.fullmatch, map(chr, range(0x110000))))
    others = (chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    cased = (c for c in others if (c.lower(), c.upper()) != (c, c) and not _WORD.fullmatch(c))
    strange = {c for c in cased if re.search(re.escape(c), letters, re.IGNORECASE)}
    assert {c for c in strange if fold(c) == c and not _DISGUISED.match(c)} == set()


def test_words_are_the_same_without_case_where_re_says_so() -> None:
    letters = [c for c in map(chr, range(0x3000)) if _WORD.fullmatch(c) and fold(c) == c]
    joined = "".join(letters)
    for letter in letters:
        for found in re.findall(re.escape(letter), joined, re.IGNORECASE):
            assert found.casefold() == letter.casefold()


@pytest.mark.parametrize(
    "path", [("agreement_cues",), ("population_cues",), ("founded_cues",), ("person_nouns",)]
)
def test_every_spelling_of_a_table_has_its_hint(path: tuple[str, ...]) -> None:
    for spelling in words(*path):
        said = f"x {spelling} y"
        found = glossary(*path).search(said)
        assert found is None or hint(*path).within(said)


SENTENCES = (
    "The town covers 521.1 square kilometers and had 89,086 inhabitants at the count of 2008.",
    "Our council signed the sister city agreement on November 16, 1987, with a population of many.",
    "ITS AREA IS LARGE; MASSAREA, area2 2area s'area; washed, was, it was founded. Twinned with",
    "Die Stadt zählt 4.300 Einwohner und hat eine Fläche von 12 km².",
    "人口は5万人 population of 9",
    "sister\n  city and SISTER  CITIES",
    "Área: 12 km², població 9.000 habitants; FLÄCHE 3 km² Größe, Fußgänger",
    "η Λυών έχει 9.000 κατοίκους και κάτοικοι",
    "Население 9 000 ЖИТЕЛЕЙ, жители²; людність, в году",
    "Popula\u212aion people\x0bin\x1ctown twin\x0btowns",
    "\ud800 people twin  towns sister\u2028cities 姉妹都市 자매결연",
    "",
)


@pytest.mark.parametrize("said", SENTENCES)
@pytest.mark.parametrize(
    "table", ["agreement_cues", "population_cues", "founded_cues", "area_cues", "person_nouns"]
)
def test_a_word_is_found_where_a_search_finds_it(said: str, table: str) -> None:
    found, searched = find_word(said, table), glossary(table).search(said)
    assert (found and found.span()) == (searched and searched.span())


@pytest.mark.parametrize("said", SENTENCES)
@pytest.mark.parametrize("table", ["agreement_cues", "population_cues"])
def test_a_stretch_of_a_page_may_hold_whatever_is_found_in_it(said: str, table: str) -> None:
    for start in range(len(said)):
        for end in (start + 9, start + 20, len(said)):
            found = find_word(said[start:end], table)
            assert found is None or hint(table).near(said, start, min(end, len(said)))


def test_most_stretches_of_a_page_hold_nothing() -> None:
    page = "Population: 9,000\nIndustry: fish\nÁrea: 12 km²"
    assert hint("population_cues").near(page, 0, 17)
    assert not hint("population_cues").near(page, 18, 32)
    assert not hint("population_cues").near(page, 33, len(page))
