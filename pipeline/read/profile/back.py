"""Paragraphs that go on about the place before them: "It ...", "The city ...", "There ..."."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Line, Span
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import flatten

_NAMED = re.compile(r" (?:of|de|di|da|do|von|van) (?:[dl]['’])?[^\W\d_a-zß-öø-ÿа-яёіїєґ]")


def goes_back(text: str, line: Line) -> bool:
    """Whether a paragraph goes on about the place before it: "The city lies", not "The city of Norvale"."""
    return refers_back(text, line.body)


def refers_back(text: str, sentence: Span) -> bool:
    """Whether a stretch begins with a word for the place told of before it: "It is a port beside Norvale"."""
    told = _back().match(text, *sentence)
    return told is not None and _NAMED.match(text, told.last, sentence.end) is None


@cache
def _back() -> Glossary:
    return Glossary(flatten(toml_table("structure.toml")["back_references"]))
