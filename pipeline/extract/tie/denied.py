"""Sentences that say that there is no tie: "project 2008 - 2011, no agreement yet"."""

from __future__ import annotations

from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary


def is_denied(text: str, span: Span) -> bool:
    """Whether a stretch says of a tie that it was never, or not yet, concluded."""
    return _denied().search(text, *span) is not None


@cache
def _denied() -> Glossary:
    return Glossary(toml_table("structure.toml")["denied_ties"])
