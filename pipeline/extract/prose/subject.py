"""Whose a figure of a sentence is: the place's own, or a part's, a neighbour's, a visitor's."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from pipeline.extract.page import Page
from pipeline.extract.prose.clause import negative_words
from pipeline.extract.prose.elsewhere import Names, is_elsewhere
from pipeline.extract.prose.extent import is_area, is_elevation
from pipeline.extract.prose.founding import is_founding
from pipeline.extract.prose.resident import is_population
from pipeline.extract.prose.seat import is_of_seat
from pipeline.extract.prose.sentence import Sentence
from pipeline.extract.prose.settlement import CALLED
from pipeline.extract.prose.token import Token
from pipeline.extract.prose.way import Row
from pipeline.lexicon.tables import toml_table
from pipeline.normalize.lexeme import alternation
from pipeline.normalize.text import key

_BEFORE, _BEHIND = 24, 16
_SHORTEST, _ENDING = 4, 2  # letters: of a name, and of its end that another takes the place of
_WORD = re.compile(r"\s([^\W\d_]+)")

Gate = Callable[[Page, Sentence, Token, str], bool]


def speaks_of_place(page: Page, sentence: Sentence, token: Token, row: Row, names: Names) -> bool:
    """Whether a figure is the place's own and not of a part, of another place or of visitors."""
    if is_elsewhere(page, sentence, token, names):
        return False
    gate = _gates().get(row.field)
    if gate is not None and not gate(page, sentence, token, row.name):
        return False
    if row.field == "population" and is_of_seat(page, sentence, token, names):
        return False
    if row.name == CALLED and not _are_called_after(page, token, names):
        return False
    return row.field != "founded" or is_founding(page, sentence, token, names)


def _are_called_after(page: Page, token: Token, names: Names) -> bool:
    """Whether a count is of people whose name comes from the place's: "5.100 Neumarkter"."""
    word = _WORD.match(page.text, token.span.end)
    said = key(word[1]) if word else ""
    own = {part for name in names for part in name.split() if len(part) > _SHORTEST}
    return any(said not in own and said.startswith(part[:-_ENDING]) for part in own)


@cache
def _gates() -> dict[str, Gate]:
    """What a figure of a field has to pass."""
    return {
        "population": is_population,
        "area_km2": is_area,
        "elevation_m": is_elevation,
        "households": _is_stated,
    }


def _is_stated(page: Page, sentence: Sentence, token: Token, name: str) -> bool:
    """Whether households are counted ("there are", "with") and not told of ("37 households came")."""
    if name != "households":
        return True
    start = max(sentence.span.start, token.span.start - _BEFORE)
    stop = token.figure.stop if token.figure else token.span.end
    others = negative_words("households")
    if others.search(page.text, start, token.span.start) or others.search(
        page.text, stop, min(sentence.span.end, stop + 2 * _BEHIND)
    ):
        return False
    before = page.text[start : token.span.start]
    return not before.strip() or bool(_stating().search(before))


@cache
def _stating() -> re.Pattern[str]:
    """Words before a count that state it, with one more between; scripts without blanks need none."""
    stating = alternation(toml_table("structure.toml")["stating_words"])
    return re.compile(rf"{stating}\s+(?:\w+\s+)?$|[\u0e00-\u0e7f\u3040-\ud7ff:]\s*$", re.IGNORECASE)
