"""Words for a kind of place beside its name: "La région de Norvale", "Norvale oblast"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.hit import Hit
from pipeline.normalize.lexeme import words

_LONG = 4  # a suffix as "-si", "-do" is none where a blank parts it from the name


def behind_kind(text: str, start: int, end: int) -> int:
    """Where a name begins behind an article and its kind: "La région de Norvale", "Der Bezirk Norvale"."""
    article = _article().match(text, start, end)
    for at in (article.end(), start) if article else (start,):
        kind = _kinds_before().match(text, at, end)
        if kind is not None and text.startswith(" ", kind.last):
            of = _of().match(text, kind.last, end)
            return of.end() if of else kind.last
    return start


@cache
def _article() -> re.Pattern[str]:
    return re.compile(r"(?:the|el|la|o|a|il|le|l'|die|der|das|de|het) ?", re.IGNORECASE)


@cache
def _of() -> re.Pattern[str]:
    return re.compile(r" ?(?:(?:of|de(?: la)?|du|del|di|do|da|von|van|ng) |d['’])?", re.IGNORECASE)


@cache
def _of_before() -> re.Pattern[str]:
    return re.compile(r" (?:de(?: la)?|du|del|di|do|da|ng|d')$")


@cache
def _kinds_before() -> Glossary:
    said = (_of_before().sub("", word) for word in _admin_words("prefix"))
    return Glossary((*words("place_nouns"), *said))


def kind_behind(text: str, name: Span, end: int) -> Hit | None:
    """The word for a kind of place that a blank parts from the name before it: "Norvale oblast"."""
    return _kinds().match(text, name.end + 1, end) if text.startswith(" ", name.end) else None


def with_kind(text: str, name: Span, end: int) -> Span:
    """An adjective in Cyrillic with the noun that it is no name without: "Тальская область"."""
    kind = kind_behind(text, name, end) if not text[name.start].isascii() else None
    adjective = kind is not None and text[name.end - 1] in "яйе" and not text[kind.first].isascii()
    return Span(name.start, kind.last) if kind is not None and adjective else name


@cache
def _kinds() -> Glossary:
    return Glossary((*words("place_nouns"), *_admin_words("suffix")))


def _admin_words(position: str) -> Iterator[str]:
    """The longer words for kinds of places that stand before or behind a name."""
    for rows in toml_table("words.toml")["admin_words"].values():
        for entry in rows:
            if entry["position"] == position and len(entry["word"]) >= _LONG:
                yield str(entry["word"])
