"""Words broken over a line end: "popu-" above "lation"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.text import key
from pipeline.read.paste.piece import Piece

_ENDS = re.compile(r"[^\W\d_][-\u00ad¬][ \t]*\r?\n")
_BROKEN = re.compile(
    r"(?<=[^\W\d_])(?P<sign>[-\u00ad¬])(?P<end>[ \t]*\r?\n[ \t]*)(?P<tail>[^\W\d_]+)"
)
_HEAD = re.compile(r"[^\W_]*$")
_HYPHENED = re.compile(r"[^\W_]++-[^\W\d_]++")
# Of a page with broken words the other lines of prose go on below as well.
_OPEN = re.compile(r"(?<=[^\s.!?:|¬\u00ad-])[ \t]*\r?\n[ \t]*(?P<next>[^\W_])(?!\d{0,2}[.)])")
_CELLS = re.compile(r"\S(?:[ ]{2,}|[ ]*\t)[^\W_]")
# Words before, so that a label that ends in a dash above its value is no broken word.
_WORDS = 3


def unbroken(text: str) -> Iterator[Piece]:
    """A text with its broken words whole and their lines in one, if it has some."""
    if not _ENDS.search(text):
        return
    breaks = tuple(_breaks(text))
    if not breaks:
        return
    width = min(len(_line_before(text, piece.start)) for piece in breaks)
    gaps = [Piece(start, end, said=" ") for start, end in _open_ends(text, width)]
    at = 0
    for gap in sorted((*breaks, *gaps)):
        yield Piece(at, gap.start)
        if gap.said:
            yield Piece(gap.end - 1, gap.end, said=" ")
        at = gap.end
    yield Piece(at, len(text))


def _breaks(text: str) -> Iterator[Piece]:
    """What stands between the halves of broken words."""
    hyphened = frozenset(match[0] for match in _HYPHENED.finditer(text))
    for match in _BROKEN.finditer(text):
        before = _line_before(text, match.start())
        if _goes_on(before, match["tail"]):
            kept = _keeps_sign(hyphened, before, match)
            yield Piece(match.start("end" if kept else "sign"), match.start("tail"))


def _open_ends(text: str, width: int) -> Iterator[Span]:
    """The ends of lines that end in the middle of a sentence.

    What goes on begins with a small letter, or stands below a line as wide as those that end in a
    broken word, which are full. Titles in capitals and rows of cells do not go on.
    """
    for match in _OPEN.finditer(text):
        before = _line_before(text, match.start())
        full = len(before) >= width
        small = match["next"].islower() or (match["next"].isdigit() and before[-1].islower())
        if not (full or small) or len(before.split()) < _WORDS or before.isupper():
            continue
        if not (_CELLS.search(before) or _has_cells(text, match.start("next"))):
            yield Span(match.start(), match.start("next"))


def _has_cells(text: str, start: int) -> bool:
    """Whether wide gaps keep apart what stands in a line, as in the row of a table."""
    end = text.find("\n", start)
    return _CELLS.search(text, start, end if end >= 0 else len(text)) is not None


def _line_before(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 : at]


def _goes_on(before: str, tail: str) -> bool:
    """Whether a word goes on below in a line of prose: no label with a dash, no "Town- / and"."""
    joint = key(tail) in toml_table("structure.toml")["joining_words"]
    return tail[0].islower() and not joint and len(before.split()) >= _WORDS


def _keeps_sign(hyphened: Collection[str], before: str, match: re.Match[str]) -> bool:
    """Whether the page writes the word with its hyphen elsewhere: "north-east"."""
    head = _HEAD.search(before)
    return match["sign"] == "-" and head is not None and f"{head[0]}-{match['tail']}" in hyphened
