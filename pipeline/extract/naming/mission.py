"""Countries in which another's mission stands: a page of "Embassy of Alba in Borun" tells of Alba."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.place import find_countries

_MOST_LINES = 8
_TWO = 2


def hosts(text: str) -> frozenset[str]:
    """The codes of the countries that lines about missions name beside those who sent them."""
    return frozenset(filter(None, _hosts(text)))


def _hosts(text: str) -> Iterator[str]:
    at = 0
    for _ in range(_MOST_LINES):
        hit = _missions().search(text, at)
        if hit is None:
            return
        at = text.find("\n", hit.last) if "\n" in text[hit.last :] else len(text)
        yield _host(text, Span(text.rfind("\n", 0, hit.first) + 1, at), hit.first)


def _host(text: str, line: Span, mission: int) -> str:
    """Of two countries the later one, "Alba to Borun", or the one behind "posted in": "驻日本国加纳大使馆"."""
    named = find_countries(text, *line)
    if len({reading.value for reading in named}) != _TWO:
        return ""
    posts = tuple(toml_table("structure.toml")["mission_posts"])
    posted = (r for r in named if text.endswith(posts, line.start, r.span.start))
    later = named[-1] if named[-1].span.start > mission else None
    host = next(posted, later)
    return host.value if host is not None else ""


@cache
def _missions() -> Glossary:
    return Glossary(toml_table("structure.toml")["mission_words"])
