"""The sheets of a run by document, while tables and report are written from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.checks.view.card import Card
from pipeline.model.finding import Extraction
from pipeline.model.source import RawDocument
from pipeline.read.found import Found
from pipeline.read.ingest import read_text
from pipeline.write.pack import unpack, unpack_card, unpack_text
from pipeline.write.sheet import Sheet, sheet_of
from pipeline.write.spool import Spool


class Shelf:
    """The sheets of a run by document, those that decisions changed in their changed form."""

    def __init__(self, found: tuple[Found, ...], spool: Spool) -> None:
        """Takes the documents and their sheets, in the same order."""
        self.found = found
        self.spool = spool
        self._changed: dict[str, Sheet] = {}
        self._at: dict[str, int] = {one.path: at for at, one in enumerate(found)}

    def replace(self, changed: Mapping[str, Extraction]) -> None:
        """Puts documents in the place of those that were read."""
        self._changed = {path: sheet_of(extraction) for path, extraction in changed.items()}

    def cards(self) -> Iterator[Card]:
        """The cards of all documents as they were read."""
        return map(unpack_card, self.spool)

    def __iter__(self) -> Iterator[Sheet]:
        """All sheets, in order."""
        for one, packed in zip(self.found, self.spool, strict=True):
            yield self._changed.get(one.path) or unpack(packed)

    def document(self, path: str) -> RawDocument | None:
        """A document with its text; None where it is gone or has changed since it was read."""
        at = self._at.get(path)
        if at is None:
            return None
        changed = self._changed.get(path)
        _, sha256, kept = changed[:3] if changed else unpack_text(self.spool[at])
        if not sha256:
            return None
        text = kept or read_text(self.found[at], sha256)
        return None if text is None else RawDocument(path, sha256, "", "", "", text)
