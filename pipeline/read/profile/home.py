"""Pages that show a home town beside its partner: the home town's own lines are none of the partner's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import BLANK, FIELD, HEADING, NOTE, PROSE, Line
from pipeline.normalize.lexeme import flatten
from pipeline.normalize.text import key
from pipeline.read.grammar import meaning_at

_MOST_TITLES = 4
_HOME_FIELDS = {"website", "region", "location"}


@cache
def _home_labels() -> frozenset[str]:
    return frozenset(key(word) for word in flatten(toml_table("structure.toml")["home_labels"]))


def without_home(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with the home town's name and address turned into notes, where a partner is named too."""
    homes = [i for i, line in enumerate(lines) if _is_home(text, line)]
    if not homes:
        return tuple(lines)
    named = sorted({*homes, *(i for i, line in enumerate(lines) if "name" in _fields(text, line))})
    if len(homes) == len(named):
        return tuple(lines)
    dropped = {
        index
        for home in homes
        for index in (home, *_address(text, lines, home), *_again(text, lines, home, named))
    }
    return tuple(
        line._replace(kind=NOTE, label=None) if index in dropped else line
        for index, line in enumerate(lines)
    )


def _is_home(text: str, line: Line) -> bool:
    return line.label is not None and is_home_label(text[line.label.start : line.label.end])


@lru_cache(1024)
def is_home_label(label: str) -> bool:
    """Whether a label is that of the home town on a page that shows it beside its partner."""
    return key(label).strip(" :") in _home_labels()


def _again(text: str, lines: Sequence[Line], home: int, named: Sequence[int]) -> list[int]:
    """The home town's own figures: those up to the next name that come again behind it."""
    after = next((index for index in named if index > home), len(lines))
    later = {field for line in lines[after:] for field in _fields(text, line)}
    own = [index for index in range(home + 1, after) if _fields(text, lines[index])]
    return [index for index in own if later.issuperset(_fields(text, lines[index]))]


def _fields(text: str, line: Line) -> tuple[str, ...]:
    return meaning_at(text, line.label).fields if line.label is not None else ()


def _address(text: str, lines: Sequence[Line], home: int) -> list[int]:
    """The labelled lines that directly follow the home town's name and say where to find it."""
    found = []
    for index in range(home + 1, len(lines)):
        line = lines[index]
        if line.kind is BLANK:
            continue
        if line.label is None or not _HOME_FIELDS & set(meaning_at(text, line.label).fields):
            break
        found.append(index)
    return found


def home_text(text: str, lines: Sequence[Line]) -> str:
    """The titles above the prose of a page, as a key: the names in them are the page's own place."""
    titles: list[str] = []
    for line in lines:
        if line.kind is PROSE or len(titles) == _MOST_TITLES:
            break
        if line.kind in {HEADING, FIELD}:
            titles.append(text[slice(*line.span)])
    return key(" ; ".join(titles))
