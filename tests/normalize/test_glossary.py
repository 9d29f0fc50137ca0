import re
import sys
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import LETTER, alternation, spelled, words
from pipeline.normalize.prepared import WORD
from pipeline.normalize.text import fold
from pipeline.schema.vocabulary import label_keys

SPELLINGS = (
    "area",
    "land area",
    "km",
    "km²",
    "Fuß",
    "人口",
    "%",
    "πόλης",
    "pop.",
    "to",
    "to the",
    "d'",
)
GLOSSARY = Glossary(SPELLINGS)
PATTERN = re.compile(alternation(SPELLINGS), re.IGNORECASE)
PIECES = (
    *(
        "area",
        "LAND",
        " ",
        "  ",
        "\n\n",
        "\t",
        "km",
        "²",
        "fuss",
        "Fuß",
        "人口",
        "市",
        "%",
        "ΠΌΛΗΣ",
        "pop",
    ),
    *(".", "to", "the", "d'", "'", "7", "é", "s", "ſ", "İ", "ı", "ﬀ", "-", "\x85"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Area: 9 km", ["Area", "km"]),
        ("the LAND\n\n AREA of", ["LAND\n\n AREA"]),
        ("nine km² to  the east", ["km²", "to  the"]),
        ("3 FUSS, 4 Fuß", ["FUSS", "Fuß"]),
        ("全市人口約三千", ["人口"]),
        ("areas, overarea, kmh", []),
        ("topology", []),
        ("in \ud800 km\udfff", ["km"]),  # lone surrogates
        ("", []),
    ],
)
def test_spellings_stand_alone_in_scripts_with_blanks(text: str, found: list[str]) -> None:
    assert [text[slice(*hit)] for hit in GLOSSARY.finditer(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the land area of 9 km²", ["land area", "area", "km²"]),
        ("to the area", ["to the", "to", "area"]),
        ("overarea, areas", []),
    ],
)
def test_a_spelling_within_another_one_is_found_where_all_are_asked_for(
    text: str, found: list[str]
) -> None:
    spans = list(GLOSSARY.spans(text))
    assert [text[slice(*hit)] for hit in spans] == found
    for hit in spans:
        here = [other for other in spans if other.first == hit.first]
        assert list(GLOSSARY.matches(text, hit.first)) == here


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.integers(0, 9), st.integers(0, 9))
def test_a_glossary_finds_what_the_pattern_of_its_spellings_finds(
    pieces: list[str], first: int, less: int
) -> None:
    text = fold("".join(pieces))
    start, end = min(first, len(text)), max(0, len(text) - less)
    found = [hit.span() for hit in GLOSSARY.finditer(text, start, end)]
    assert found == [match.span() for match in PATTERN.finditer(text, start, end)]
    matched, known = PATTERN.match(text, start, end), GLOSSARY.match(text, start, end)
    assert (known and known.span()) == (matched and matched.span())
    assert bool(GLOSSARY.fullmatch(text)) == bool(PATTERN.fullmatch(text))


@given(st.lists(st.sampled_from(PIECES), min_size=200, max_size=260))
def test_a_page_is_found_in_as_its_lines_are(pieces: list[str]) -> None:
    text = fold("".join(pieces) + "x" * 400)
    assert [hit.span() for hit in GLOSSARY.finditer(text)] == [
        m.span() for m in PATTERN.finditer(text)
    ]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_spellings_are_replaced(pieces: list[str]) -> None:
    text = fold("".join(pieces))
    assert GLOSSARY.sub("_", text) == PATTERN.sub("_", text)
    assert GLOSSARY.masked(text) == PATTERN.sub(lambda match: " " * len(match[0]), text)


def test_letters_are_those_at_whose_edges_spellings_stand() -> None:
    every = (chr(code) for code in range(0x110000))
    differ = [c for c in every if bool(WORD.fullmatch(c)) is not bool(re.fullmatch(LETTER, c))]
    assert differ == []


@pytest.mark.parametrize("text", ["Par\u212a", "LAND\u00a0AREA", "Land\narea", "pariſ", "ΠΌΛΗΣ"])
def test_letters_in_another_guise_are_found(text: str) -> None:
    spellings = ("park", "land area", "paris", "πόλης")
    assert Glossary(spellings).search(fold(text))
    assert re.search(alternation(spellings), fold(text), re.IGNORECASE)


def test_places_are_known_once_for_all_stretches() -> None:
    assert GLOSSARY.places("area, km to the area").starts == (0, 6, 9, 9, 16)
    assert GLOSSARY.places("elsewhere").starts == ()


def test_an_empty_table_has_no_spelling() -> None:
    assert Glossary(()).search("area") is None
    assert Glossary(()).fullmatch("") is None


@pytest.mark.parametrize(
    ("start", "end", "may"),
    [(0, 5, False), (0, 6, True), (4, 12, True), (5, 9, True), (6, 8, True), (9, 14, False)],
)
def test_a_stretch_may_hold_what_begins_in_it_or_what_its_edges_make(
    start: int, end: int, may: bool
) -> None:
    assert GLOSSARY.may_stand("Main area here", start, end) is may


def test_a_stretch_may_hold_what_the_pattern_finds_there_wherever_it_is_cut() -> None:
    text = "Total land area 人口, Fuß 425km² to  the d'un Kurfußball areas"
    for start, end in product(range(len(text) + 1), repeat=2):
        assert GLOSSARY.may_stand(text, start, end) or PATTERN.search(text[start:end]) is None


def test_letters_that_patterns_take_for_each_other_are_the_same() -> None:
    cased = tuple(chr(code) for code in range(sys.maxunicode) if is_cased(code))
    cased = tuple(letter for letter in cased if letter not in "\u0345\u1c88")  # no page has them
    twice = {2 * letter.lower() for letter in cased}
    table, pattern = Glossary(twice), re.compile(alternation(twice), re.IGNORECASE)
    for first, second in ((c, form) for c in cased for form in (c, c.lower(), c.upper())):
        text = f"9 {first}{second} 9"
        assert pattern.search(text) is None or table.may_stand(text, 0, len(text)), text


def is_cased(code: int) -> bool:
    return len({chr(code).lower(), chr(code).upper(), chr(code).casefold()}) > 1


def test_keys_of_the_lexicon_are_searched_for_as_they_are() -> None:
    keys = [*label_keys(), *words("place_nouns"), *words("person_nouns"), *words("navigation")]
    assert spelled(keys) == sorted(set(keys))
    assert spelled(["Fuß", "ΟΔΟΣ"]) == ["fuss", "fuß", "οδος", "οδοσ"]  # no keys yet
