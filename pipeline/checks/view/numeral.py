"""Small numbers in digits or words, as lists and titles say how many they name."""

from __future__ import annotations

from pipeline.lexicon.tables import toml_table
from pipeline.normalize.lexeme import flatten


def number_said(word: str) -> int:
    """The number that digits or a word of the lexicon's up to twelve say: "seven" is 7."""
    words = flatten(toml_table("slips.toml")["counted"]["words"])
    return int(word) if word.isdigit() else words.index(word.casefold()) + 2
