"""What the lines above a table say of its figures: when taken, in what unit, in thousands."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.model.value import Context
from pipeline.normalize.glossary import Glossary, glossary
from pipeline.normalize.lexeme import alternation
from pipeline.normalize.stretch import dates
from pipeline.normalize.text import fold
from pipeline.normalize.unit import find_unit
from pipeline.schema.measure import find_multiplier

_MARKS = re.compile(r"\W*")
_NUMBER = re.compile(r"\d+(?:\.\d+)+")


@lru_cache(maxsize=512)
def read_caption(text: str) -> Context:
    """What a caption gives to figures whose label does not say it; the nearest line first.

    A line that speaks of neither residents nor a unit nor a day of counting says nothing: titles of
    books and time stamps of pages have dates too.
    """
    context = Context()
    for line in reversed(fold(text).splitlines()):
        as_of = _as_of(line) if _speaks_of_time(line) else ""
        measured = _cue("unit_cues").search(line)
        unit = find_unit(line, _behind_marks(line, measured.last) if measured else 0, len(line))
        multiplier = find_multiplier(line[measured.first :] if measured else _in_brackets(line))
        context = context._replace(
            as_of=context.as_of or as_of,
            unit=context.unit or (unit.name if unit and measured else ""),
            multiplier=multiplier if context.multiplier == 1 else context.multiplier,
        )
    return context


def _speaks_of_time(line: str) -> bool:
    if glossary("population_cues").search(line) or _cue("as_of_cues").search(line):
        return True
    return _table_number().match(line) is not None


@cache
def _table_number() -> re.Pattern[str]:
    """The number of a table, whose title says of when its figures are: "Table 3. Wards, 2020"."""
    tables = alternation(toml_table("structure.toml")["table_words"])
    return re.compile(rf"\W*{tables}\W{{0,3}}(?:\d|[IVX]+\b)", re.IGNORECASE)


def _as_of(line: str) -> str:
    """The last date of a line; the number of a table ("Table 2.3") is none."""
    plain = _NUMBER.sub(lambda match: match[0] if _is_date(match[0]) else " ", line)
    found = dates(plain, Span(0, len(plain)))
    return found[-1][0].value if found else ""


def _is_date(number: str) -> bool:
    return len(number) >= len("1.1.2000")


def _in_brackets(line: str) -> str:
    return " ".join(re.findall(r"\([^()]*\)", line))


def _behind_marks(line: str, at: int) -> int:
    marks = _MARKS.match(line, at)
    return marks.end() if marks else at


@cache
def _cue(name: str) -> Glossary:
    return Glossary(toml_table("structure.toml")[name])
