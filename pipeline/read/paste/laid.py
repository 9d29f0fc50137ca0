"""A text as it was written, with the offset in the document of every character of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from pipeline.model.source import Span
from pipeline.normalize.text import fold
from pipeline.read.paste.asked import answered
from pipeline.read.paste.beside import in_cards
from pipeline.read.paste.broken import unbroken
from pipeline.read.paste.gutter import in_columns
from pipeline.read.paste.hanging import continued, relabelled
from pipeline.read.paste.mailed import unquoted
from pipeline.read.paste.piece import Piece
from pipeline.read.paste.spaced import unspaced

# A step gives the pieces of the folded text in the order in which they are read; none where the
# page has nothing of what it undoes.
Step = Callable[[str], Iterable[Piece]]
_STEPS: tuple[Step, ...] = (
    unquoted,
    unspaced,
    in_cards,
    in_columns,
    unbroken,
    continued,
    relabelled,
    answered,
)


class Laid(NamedTuple):
    """A text laid anew, and where in the document each of its characters stands."""

    text: str
    offsets: Sequence[int]

    def in_document(self, span: Span) -> Span:
        """Where in the document a stretch of the text stands, with what was left out inside it."""
        if span.start >= span.end:
            at = self.offsets[min(span.start, len(self.offsets) - 1)]
            return Span(at, at)
        own = self.offsets[span.start : span.end]
        return Span(min(own), max(own) + 1)


def lay(text: str) -> Laid | None:
    """The text of a document as it was written, None where it stands so."""
    laid = Laid(text, range(len(text)))
    for step in _STEPS:
        laid = _laid(laid, tuple(step(fold(laid.text))))
    return None if laid.text is text else laid


def _laid(laid: Laid, pieces: Sequence[Piece]) -> Laid:
    if not pieces:
        return laid
    texts, offsets = [], list[int]()
    for start, end, said in pieces:
        texts.append(said or laid.text[start:end])
        offsets += [laid.offsets[start]] * len(said) if said else laid.offsets[start:end]
    return Laid("".join(texts), offsets)
