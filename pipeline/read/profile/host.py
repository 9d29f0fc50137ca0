"""The page's own place, as paragraphs about its partners tell: each of them says its name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.model.source import PROSE, Line, Span
from pipeline.normalize.place import find_countries
from pipeline.normalize.text import key
from pipeline.read.profile.proper import find_names

_DATELINE = re.compile(
    r"(?P<name>[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯІЇЄҐ]{3,}(?:[ -][A-ZÀ-ÖØ-ÞĀ-ŽА-ЯІЇЄҐ]{2,}){0,3})(?:, [^\n.-]{2,30})?\.? ?- "
)
_FEWEST = 3


def host_text(text: str, lines: Sequence[Line], indexes: Iterable[int]) -> str:
    """The names, as a key, of a dateline and of the place that most paragraphs say; empty for none.

    Three have to say it, and no other name may stand in nearly as many.
    """
    told = [lines[index] for index in indexes]
    prose = [line for line in told if line.kind is PROSE]
    dateline = _DATELINE.match(text, *prose[0].body) if prose else None
    found = [dateline["name"]] if dateline else []
    counts = Counter(name for line in told for name in _names(text, line.body))
    first, second = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    if first[1] >= _FEWEST and 2 * second[1] <= first[1] + 1:
        found.append(first[0])
    return key(" ; ".join(found))


def _names(text: str, body: Span) -> frozenset[str]:
    """The names that a paragraph says, each once."""
    names = find_names(text, body, body.start, tuple(find_countries(text, *body)))
    return frozenset(key(text[slice(*name)]).removesuffix("'s") for name in names)
