"""The sheets of a run by document, while tables and report are written from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.checks.view.card import Card
from pipeline.model.finding import Extraction
from pipeline.model.source import RawDocument
from pipeline.read.found import Found
from pipeline.read.ingest import read_text
from pipeline.write.pack import Source, unpack, unpack_card, unpack_source
from pipeline.write.sheet import Sheet, sheet_of
from pipeline.write.spool import Spool


class Shelf:
    """The sheets of a run by document, those that decisions changed in their changed form."""

    def __init__(self, found: tuple[Found, ...], spool: Spool) -> None:
        """Takes the documents and their sheets, in the same order."""
        self.found = found
        self.spool = spool
        self._changed: dict[str, Sheet] = {}
        self._last: tuple[str, Source] | None = None
        self._at: dict[str, int] = {one.path: at for at, one in enumerate(found)}

    def replace(self, changed: Mapping[str, Extraction]) -> None:
        """Puts documents in the place of those that were read."""
        self._last = None
        self._changed = {path: sheet_of(extraction) for path, extraction in changed.items()}

    def cards(self) -> Iterator[Card]:
        """The cards of all documents as they were read."""
        return map(unpack_card, self.spool)

    def __iter__(self) -> Iterator[Sheet]:
        """All sheets, in order."""
        for one, packed in zip(self.found, self.spool, strict=True):
            yield self._changed.get(one.path) or unpack(packed)

    def source(self, path: str) -> Source | None:
        """What a finding of a document is shown with; None where there is no such document."""
        if self._last is not None and self._last[0] == path:
            return self._last[1]
        at = self._at.get(path)
        if at is None:
            return None
        changed = self._changed.get(path)
        source = _source_of(changed) if changed else unpack_source(self.spool[at])
        self._last = path, source  # who asks for it asks for the text next
        return source

    def document(self, path: str) -> RawDocument | None:
        """A document with its text; None where it is gone or has changed since it was read."""
        source = self.source(path)
        if source is None or not source.sha256:
            return None
        text = source.text or read_text(self.found[self._at[path]], source.sha256)
        return None if text is None else RawDocument(path, source.sha256, "", "", "", text)


def _source_of(sheet: Sheet) -> Source:
    return Source(*sheet[:3], sheet.records.batch, sheet.values.batch)
