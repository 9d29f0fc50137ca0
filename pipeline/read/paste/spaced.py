"""Pages with a blank line below every line, as pastes from a word processor have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from pipeline.model.source import Span
from pipeline.read.paste.piece import Piece, without

_TIGHT = re.compile(r"\n[^\S\n]*\S[^\n]*(?=\n[^\S\n]*\S)")
_GAP = re.compile(r"(?<=\n)[^\S\n]*\n(?:[^\S\n]*\n)*")
_FEWEST = 8  # lines
_MOST_TIGHT = 0.05  # of the lines stand right below another one
_PARAGRAPH = 140  # characters that are no row of a table and no label with its value
_LONG = re.compile(rf"[^\n]{{{_PARAGRAPH + 1},}}")


def unspaced(text: str) -> Iterator[Piece]:
    """A page without the blank lines that say nothing, if all of its lines are set off by one.

    Where more of them stand, one is left; where more stand nowhere, that beside a paragraph too.
    """
    if _is_spaced(text):
        gaps = [Span(*match.span()) for match in _GAP.finditer(text)]
        several = [gap for gap in gaps if text.find("\n", gap.start, gap.end - 1) >= 0]
        yield from without(text, _behind_first(text, gaps) if several else _in_rows(text, gaps))


def _is_spaced(text: str) -> bool:
    """Whether nearly every line has a blank one below, and most lines are no paragraphs."""
    most = text.count("\n") // 2
    if most < _FEWEST:
        return False
    allowed = int(_MOST_TIGHT * most)
    tight = sum(1 for _ in islice(_TIGHT.finditer(text), allowed + 1))
    return tight <= allowed and len(_LONG.findall(text)) <= most // 2


def _behind_first(text: str, gaps: Sequence[Span]) -> Iterator[Span]:
    """Gaps of one line, and what stands behind the first line of the others."""
    for start, end in gaps:
        first = text.find("\n", start, end) + 1
        yield Span(start, end) if first == end else Span(first, end)


def _in_rows(text: str, gaps: Sequence[Span]) -> Iterator[Span]:
    """Gaps with a short line above and below."""
    for start, end in gaps:
        above = text.rfind("\n", 0, start - 1) + 1
        below = text.find("\n", end)
        if start - above <= _PARAGRAPH and below >= 0 and below - end <= _PARAGRAPH:
            yield Span(start, end)
