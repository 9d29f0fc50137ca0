"""Sentences in every claimed language, with what a careful reader takes from each."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from pipeline.extract.page import NOBODY, Candidate, Page, Whose
from pipeline.extract.prose.fact import read_prose
from pipeline.extract.tie.agreement import read_ties
from pipeline.model.source import RawDocument, Span
from pipeline.model.value import Marks
from pipeline.normalize.date import date_order
from pipeline.normalize.mark import find_marks
from pipeline.normalize.text import fold
from pipeline.schema.place import AGREEMENTS

JUDGED = {"population", "area_km2", "density_per_km2", "elevation_m", "households"}
JUDGED |= {"gdp", "founded", *AGREEMENTS}
DATED = {"population"}


def sentences() -> Iterator[tuple[str, str]]:
    """The rows of sentences.txt: the sentence, and the facts as ``field=value``."""
    for _, sentence, facts in rows("sentences.txt"):
        yield sentence, facts


def rows(table: str) -> Iterator[tuple[str, str, str]]:
    """The rows of a table beside this file, three cells each."""
    for line in Path(__file__).with_name(table).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, sentence, facts = (cell.strip() for cell in f"{line} ".split(" | "))
            yield kind, sentence, facts


def read(text: str, whose: Whose = NOBODY) -> dict[str, Candidate]:
    """The surest candidate of every judged field of a sentence."""
    folded = fold(text)
    marks = find_marks((folded,))
    page = Page(
        RawDocument("a.txt", "0", "text", "utf-8", "given", text),
        folded,
        Marks(marks.decimal, marks.grouping, date_order((folded,))),
    )
    span = Span(0, len(text))
    found = (*read_prose(page, span, whose), *read_ties(page, span, whose))
    ranked = sorted(found, key=lambda candidate: candidate.weight)
    return {c.field: c for c in ranked if c.field in JUDGED}


def shown(field: str, candidate: Candidate) -> str:
    value = candidate.readings[0].value
    number = f"{value.normalize():f}" if isinstance(value, Decimal) else value
    at = f"@{candidate.as_of}" if field in DATED and candidate.as_of else ""
    return f"{field}={number}{at}"


def rounded(fact: str) -> str:
    """A fact with an area to three places: square miles are no round kilometres."""
    field, _, value = fact.partition("=")
    if field != "area_km2":
        return fact
    return f"{field}={Decimal(value).quantize(Decimal('0.001')).normalize():f}"


@pytest.mark.parametrize(("sentence", "facts"), tuple(sentences()))
def test_a_careful_reader_takes_the_same(sentence: str, facts: str) -> None:
    found = {rounded(shown(field, candidate)) for field, candidate in read(sentence).items()}
    assert found == set(map(rounded, facts.split()))


@pytest.mark.parametrize(("kind", "sentence", "facts"), [*rows("english.txt"), *rows("drills.txt")])
def test_prose_of_every_quality(kind: str, sentence: str, facts: str) -> None:
    whose = Whose(frozenset({"norvale"}), partners=kind == "partners")
    found = {rounded(shown(field, c)) for field, c in read(sentence, whose).items()}
    assert found == set(map(rounded, facts.split()))


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Population of the town itself: 506,114.", None),
        ("The population of the capital is 506,114.", None),
        ("Einwohnerzahl der Hauptstadt: 506.114.", None),
        ("La population du chef-lieu est de 45 000 habitants.", None),
        ("The population of the region is 1,213,499.", 1_213_499),
        ("The population of the municipality is 84,000.", 84_000),
    ],
)
def test_a_land_has_not_the_people_of_its_seat(sentence: str, people: int | None) -> None:
    of_land = read(sentence, Whose(frozenset({"norvale region"}))).get("population")
    of_town = read(sentence, Whose(frozenset({"norvale"})))["population"]
    assert (of_land and of_land.readings[0].value) == people
    assert of_town.readings[0].value >= 45_000
