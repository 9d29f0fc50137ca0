"""What the pieces that head a column mean together, in one language or two."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pipeline.normalize.lexeme import words
from pipeline.normalize.text import fold
from pipeline.schema.label import Meaning, read_label, says_only_context
from pipeline.schema.vocabulary import bare_label

_PARTED = r"(?<=[)])[ ]+(?=[A-Za-z])|\n|[ ]/[ ]"
_OF_SCRIPTS = r"(?<=[\u3040-\ud7ff])[ ]+(?=[A-Za-z])|(?<=[A-Za-z.)])[ ]+(?=[\u3040-\ud7ff])"


def read_heads(heads: Iterable[str]) -> Meaning:
    """The meaning of a column from all pieces that head it, the outermost first.

    Together they are one label ("Land area" above "(sq. km)"); else every piece names the same
    field, as bilingual headers do ("Luas" above "Total Area"), or says only when and in what unit.
    """
    pieces = tuple(heads)
    whole = read_label(" ".join(pieces))
    if whole.known:
        return whole
    parts = [part for piece in pieces for part in _parts(piece) if part.strip()]
    telling = [read_label(part) for part in parts if not says_only_context([part])]
    fields = {part.fields for part in telling}
    if len(parts) < 2 or len(fields) != 1 or not all(part.known for part in telling):
        return whole
    return whole._replace(fields=fields.pop(), known=True)


def read_column(heads: Iterable[str]) -> Meaning:
    """The meaning of a column, which a count and its date name too: "Census 2011".

    On a line of its own such a label may stand above more than its residents.
    """
    pieces = tuple(heads)
    found = read_heads(pieces)
    if found.known or not found.context.as_of:
        return found
    counted = bare_label(" ".join(" ".join(map(fold, pieces)).split())) in words("census_words")
    return found._replace(fields=("population",), known=True) if counted else found


def _parts(piece: str) -> list[str]:
    """A piece of a head cut at a slash, at a line's end and between scripts."""
    return _parting(piece.isascii()).split(piece)


@cache
def _parting(ascii_only: bool) -> re.Pattern[str]:
    return re.compile(_PARTED if ascii_only else f"{_PARTED}|{_OF_SCRIPTS}")
