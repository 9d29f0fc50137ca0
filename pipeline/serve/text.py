"""The text of a document for the page: from the folder of texts or the run's own copy of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from pipeline.model.source import RawDocument
from pipeline.read.found import Found, find_documents
from pipeline.read.ingest import read_document
from pipeline.write.package import PLAIN_FORMATS, TEXTS, text_name

DOCUMENTS_HELD = 8


class DocumentRow(NamedTuple):
    """What the run says of a document."""

    sha256: str
    format: str


def read_documents(output: Path) -> dict[str, DocumentRow]:
    """What the run of a folder says of every document it read."""
    import pyarrow.parquet as pq

    wanted = ["document", "sha256", "format"]
    with pq.ParquetFile(output / "documents.parquet") as file:
        table = file.read(columns=wanted)
    columns = (table[name].to_pylist() for name in wanted)
    return {path: DocumentRow(*said) for path, *said in zip(*columns, strict=True)}


class Texts:
    """Texts of the documents that a run has read; nothing else can be asked for."""

    def __init__(self, raw: Path, output: Path, documents: Mapping[str, DocumentRow]) -> None:
        self._raw, self._output, self._documents = raw, output, documents
        self.read = lru_cache(DOCUMENTS_HELD)(self._read)

    def _read(self, path: str) -> RawDocument | None:
        """The document as the run read it; None where it has changed since, or is gone."""
        known = self._documents.get(path)
        if known is None:
            return None
        if known.format not in PLAIN_FORMATS:
            return self._copy(path, known)
        found = self._found(path)
        document = read_document(found) if found else None
        return document if document and document.sha256 == known.sha256 else None

    def _found(self, path: str) -> Found | None:
        """The file of a document: at its path, or under a name that its path had to escape."""
        location = self._raw / path
        if location.is_file() and location.resolve().is_relative_to(self._raw.resolve()):
            return Found(path, location, None)
        return next((one for one in find_documents(self._raw) if one.path == path), None)

    def _copy(self, path: str, known: DocumentRow) -> RawDocument | None:
        try:
            content = (self._output / TEXTS / text_name(path)).read_bytes()
        except OSError:
            return None
        text = content.decode("utf-8", "backslashreplace")
        return RawDocument(path, known.sha256, known.format, "utf-8", "", text)
