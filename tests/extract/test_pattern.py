"""Rows are asked only of sentences that can have them, and all that match are found."""

import random

import pytest
import spacy
from spacy.matcher import Matcher
from spacy.tokens import Doc

from pipeline.extract.page import Page
from pipeline.extract.prose.pattern import BY_NAME, ROWS, find_matches
from pipeline.extract.prose.sentence import find_sentences
from pipeline.model.source import RawDocument, Span
from pipeline.model.value import Marks

LANGUAGE = spacy.blank("xx")
PIECES = (
    *("population", "area", "density", "households", "founded", "live", "GDP", "height", "sea"),
    *("9,000 people", "8 km²", "700 m", "1901", "on 1 May 1902", "US$ 5", "12 °C", "600", "3 %"),
    *("of", "from", "to", "with", "and", "is", "its", "at", "above", "was", "there are", "town"),
    *(",", "(", ")", ":", ";", "Norvale", "stood"),
)


def matcher() -> Matcher:
    found = Matcher(LANGUAGE.vocab, validate=True)
    for row in ROWS:
        found.add(row.name, [list(row.steps)], greedy="FIRST")
    return found


@pytest.mark.parametrize("seed", range(40))
def test_no_row_is_left_out_that_the_matcher_would_find(seed: int) -> None:
    chosen = random.Random(seed)  # noqa: S311
    text = " ".join(chosen.choice(PIECES) for _ in range(200))
    page = Page(RawDocument("a.txt", "0", "text", "utf-8", "given", text), text, Marks())
    for sentence in find_sentences(page, Span(0, len(text))):
        tags = [token.tag for token in sentence.tokens]
        doc = Doc(LANGUAGE.vocab, words=list(sentence.words), tags=tags)
        wanted = {(LANGUAGE.vocab.strings[key], a, b) for key, a, b in matcher()(doc)}
        assert set(find_matches(sentence)) == wanted


def test_every_row_needs_its_value() -> None:
    for row in BY_NAME.values():
        wanted = [step["TAG"]["IN"] for step in row.steps if "TAG" in step and "OP" not in step]
        assert any(set(row.take) >= set(tags) for tags in wanted), row.name
