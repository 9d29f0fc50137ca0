"""Where a clause ends behind a figure: at a mark, at the end of its line, or before another one."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.normalize.lexeme import alternation


@cache
def clause_end() -> re.Pattern[str]:
    """The end of a clause, to be matched right behind a figure of folded text."""
    words = alternation(toml_table("slips.toml")["clauses"]["begin"])
    return re.compile(rf"\s*(?:[.,;)。、]|$|{words})", re.MULTILINE)
