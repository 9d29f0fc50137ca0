"""Columns over a folder: cards in, places and values out, and the checks that look at them."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.checks.runner import check_folder
from pipeline.checks.view.card import card_of
from pipeline.checks.view.folder import Folder
from pipeline.checks.view.sketch import sketch
from pipeline.extract.document import extract_document
from pipeline.model.source import RawDocument

TODAY = date(2026, 1, 1)
WORDS = ["river", "town", "hall", "market", "school", "bridge", "stone", "mill", "field", "harbour"]
PAGE = "City: Lindenau\nCountry: Germany\nArea: 425.5 km²\nPopulation: 12,345 (as of 2019)\n"
OTHER = "City: Ashfield\nCountry: Canada\nArea: 31.2 km²\nPopulation: 1,220\n"


def folder_of(texts):
    folder = Folder(TODAY)
    for path, text in texts.items():
        document = RawDocument(path, f"hash of {text}", "txt", "", "", text)
        folder.add((card_of(extract_document(document)),))
    return folder


def prose(seed, words=400):
    return " ".join(f"{WORDS[at % 10]}{(at * at * 31 + seed) % 997}" for at in range(words))


def test_the_columns_have_a_row_for_each_place_and_value():
    folder = folder_of({"one.txt": PAGE, "two.txt": OTHER})
    assert folder.places["name"].tolist() == ["Lindenau", "Ashfield"]
    assert folder.places["country"].tolist() == ["DE", "CA"]
    area = folder.held("area_km2")
    assert area["value"].tolist() == [425.5, 31.2]
    assert area["name"].tolist() == ["Lindenau", "Ashfield"]


def test_a_place_of_the_columns_says_where_its_values_stand():
    folder = folder_of({"one.txt": PAGE, "two.txt": OTHER})
    record = folder.record(0)
    population = record.one("population")
    assert record.id == "one.txt#lindenau"
    assert population.as_of == "2019"
    assert folder.locate(record, population.evidence.span) == (4, 13, "12,345")


def test_an_empty_folder_has_empty_columns():
    folder = folder_of({})
    assert len(folder.places) == len(folder.cells) == 0
    assert check_folder(folder) == ()


def test_cards_do_not_keep_the_text():
    card = card_of(extract_document(RawDocument("a.txt", "", "txt", "", "", PAGE + prose(1))))
    kept = " ".join(card.cells.column("literal").to_pylist())
    assert len(kept) < 40


@pytest.mark.parametrize(
    ("text", "other", "same"),
    [
        (PAGE, PAGE, True),
        (prose(1), prose(1) + " end", True),
        (prose(1), prose(1)[:-60], True),
        (prose(1), prose(2), False),
        (prose(1), prose(1, 200) + prose(3, 200), False),
        (PAGE, OTHER, False),
        (PAGE, PAGE.replace("12,345", "12,354"), False),
        ("", "", False),
    ],
)
def test_a_text_that_is_there_twice_is_named(text, other, same):
    documents = {"one.txt": text, "two.txt": other}
    folder = folder_of(documents)
    if not text:
        folder.hashes[:] = ["", ""]
    found = [one for one in check_folder(folder) if one.code == "T03"]
    assert [one.document for one in found] == (["two.txt"] if same else [])


def test_short_texts_have_no_sketch():
    assert sketch(PAGE) == ()
    assert len(sketch(prose(1))) == 64
