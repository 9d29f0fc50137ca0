"""What a place is called today, right behind an older name: "Elmburg is today's Norvale"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import alternation
from pipeline.normalize.place import country_code
from pipeline.normalize.text import key
from pipeline.read.profile.proper import CAPITAL
from pipeline.read.profile.told import is_name

_REACH = 48  # characters behind the older name


def name_of_today(text: str, older: Span) -> Span | None:
    """The name right behind an older one and a word for today; no country, of which it is a part."""
    end = min(len(text), older.end + _REACH)
    if _today().search(text, older.end, end) is None:
        return None
    found = _renamed().match(text, older.end)
    if found is None or country_code(found["name"]) or not is_name(key(found["name"])):
        return None
    return Span(*found.span("name"))


@cache
def _today() -> Glossary:
    return Glossary(toml_table("structure.toml")["today_words"])


@cache
def _renamed() -> re.Pattern[str]:
    """Words for today between two names; of "today a town" the second is none."""
    today = alternation(toml_table("structure.toml")["today_words"])
    being = alternation(toml_table("structure.toml")["being_today"])
    return re.compile(
        rf",? ?\(?(?i:{being} )?(?i:{today}),? ?"
        rf"(?P<name>{CAPITAL}[\w'’-]+(?:[ -]{CAPITAL}[\w'’-]+){{0,2}})(?=\s?[,.;:()]|\s-\s|$)"
    )
