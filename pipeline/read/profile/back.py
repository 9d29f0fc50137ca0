"""Paragraphs that go on about the place before them: "It ...", "The city ...", "There ..."."""

from __future__ import annotations

from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Line
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import flatten


def goes_back(text: str, line: Line) -> bool:
    """Whether a paragraph goes on about the place before it."""
    return _back().match(text, *line.body) is not None


@cache
def _back() -> Glossary:
    return Glossary(flatten(toml_table("structure.toml")["back_references"]))
