import re
import sys
from itertools import product

import pytest

from pipeline.model.source import Span
from pipeline.normalize.lexeme import alternation, words
from pipeline.normalize.spelled import find_runs
from pipeline.normalize.wordlist import Wordlist

SPELLINGS = ("population", "Population density", "área", "人口", "km²", "Fuß", "per 1 km", "kk")
WORDS = Wordlist(SPELLINGS)
PATTERN = re.compile(alternation(SPELLINGS), re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Its population density (per 1 km).", ["population density", "per 1 km"]),
        ("POPULATION of 9", ["POPULATION"]),
        ("population\n\n  density, population\t9", ["population\n\n  density", "population"]),
        ("per 1   km and per\n1\u2028km", ["per 1   km", "per\n1\u2028km"]),
        ("populations and depopulation", []),
        ("425km² of area", ["km²"]),
        ("the ÁREA is 9 KM²", ["ÁREA", "KM²"]),
        ("总人口population为9", ["人口", "population"]),
        ("10 fuß, 10 fuss", ["fuß", "fuss"]),
        (
            "10 k\u212a, 10 \u212am²",
            ["k\u212a"],
        ),  # the sign of the Kelvin is a k, but begins no word
        ("", []),
    ],
)
def test_a_page_is_searched_as_by_the_pattern(text: str, found: list[str]) -> None:
    matches = WORDS.finditer(PATTERN, text, 0, len(text))
    assert [match[0] for match in matches] == found == PATTERN.findall(text)


def test_a_stretch_is_searched_as_by_the_pattern_wherever_it_is_cut() -> None:
    text = "Total population density 人口, área 425km² per 1 km² Kurfußball populations"
    for start, end in product(range(len(text) + 1), repeat=2):
        found = [match.span() for match in WORDS.finditer(PATTERN, text, start, end)]
        assert found == [match.span() for match in PATTERN.finditer(text, start, end)]
        assert WORDS.may_stand(text, start, end) or PATTERN.search(text[start:end]) is None


@pytest.mark.parametrize(
    ("start", "end", "may"),
    [(0, 5, False), (0, 6, True), (4, 12, True), (5, 15, True), (6, 14, True), (15, 20, False)],
)
def test_a_stretch_may_hold_what_begins_in_it_or_what_its_edges_make(
    start: int, end: int, may: bool
) -> None:
    assert WORDS.may_stand("Main population here", start, end) is may


def test_letters_that_patterns_take_for_each_other_are_the_same() -> None:
    cased = tuple(chr(code) for code in range(sys.maxunicode) if is_cased(code))
    twice = {2 * letter.lower() for letter in cased}
    wordlist, pattern = Wordlist(twice), re.compile(alternation(twice), re.IGNORECASE)
    for first, second in ((c, form) for c in cased for form in (c, c.lower(), c.upper())):
        text = f"9 {first}{second} 9"
        assert pattern.search(text) is None or wordlist.may_stand(text, 0, len(text)), text


def is_cased(code: int) -> bool:
    return len({chr(code).lower(), chr(code).upper(), chr(code).casefold()}) > 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("twenty-five people", ["twenty-five"]),
        ("Zweihundertfünfzig Einwohner", ["Zweihundertfünfzig"]),
        ("einundzwanzig", ["einundzwanzig"]),
        ("三千五百人", ["三千五百"]),
        ("the tender of oneself", []),
        ("a hundred and one", ["hundred and one"]),
    ],
)
def test_number_words_are_tried_where_one_begins(text: str, found: list[str]) -> None:
    spans = find_runs(text, Span(0, len(text)))
    assert [text[slice(*span)] for span in spans] == found


def test_every_table_is_searched_as_by_its_pattern() -> None:
    text = "The population of Norvale is 9,000; die Einwohnerzahl, 인구는 9, población: 1 - Fläche 9 km²"
    for table in ("population_cues", "area_cues", "person_nouns", "place_nouns", "having_words"):
        pattern = re.compile(alternation(words(table)), re.IGNORECASE)
        found = Wordlist(words(table)).finditer(pattern, text, 0, len(text))
        assert [match.span() for match in found] == [m.span() for m in pattern.finditer(text)]
