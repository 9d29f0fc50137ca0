"""What the words around a date lead to: that of a count, or that of an event."""

from __future__ import annotations

import re
from functools import cache

from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary, glossary
from pipeline.normalize.lexeme import alternation, words


def is_of_count(before: str, behind: str = "") -> bool:
    """Whether the words around a date lead to that of a count: "By the final results of the 2011 census"."""
    if _as_of().fullmatch(before) and _as_of().fullmatch(behind):
        return True
    said = f"{before}{behind}".strip()
    if not any(hit.first == 0 or hit.last == len(said) for hit in _according().spans(said)):
        return False
    return any(glossary(table).search(said) for table in ("census_words", "data_words"))


def is_event(text: str, said: Span) -> bool:
    """Whether words beside a date are more than those that lead to one, and none of a count."""
    if _as_of().fullmatch(text, *said):
        return False
    return not any(glossary(words).search(text, *said) for words in ("census_words", "data_words"))


@cache
def _according() -> Glossary:
    """What a source stands behind, or before: "according to", "göre"."""
    return Glossary(words("according_words"))


@cache
def _as_of() -> re.Pattern[str]:
    """Nothing but the words that lead to the date of a count."""
    return re.compile(
        rf"(?:{alternation(words('as_of_words'))}|\W|\b(?:the|de|do|del|of|der|dem)\b)*",
        re.IGNORECASE,
    )
