"""What says what a run left: the data package's description, the texts."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from pipeline.model.source import RawDocument
from pipeline.write.column import Column, ColumnKind, Table
from pipeline.write.layout import tables
from pipeline.write.own import PROGRAM, write_json

TEXTS = "texts"
PLAIN_FORMATS = frozenset({"txt", "text", "md", ""})
LONGEST_NAME = 255  # bytes, of one path component

FRICTIONLESS_TYPES = {
    ColumnKind.TEXT: "string",
    ColumnKind.TEXTS: "string",
    ColumnKind.INTEGER: "integer",
    ColumnKind.DECIMAL: "number",
    ColumnKind.BOOLEAN: "boolean",
}


def write_package(folder: Path) -> None:
    """Writes ``datapackage.json``, a Frictionless Data Package of the CSV files."""
    package = {
        "name": PROGRAM,
        "title": "Place profiles, read into traceable records",
        "profile": "tabular-data-package",
        "resources": [_resource(table) for table in tables()],
    }
    write_json(folder / "datapackage.json", package)


def kept_text(document: RawDocument) -> str:
    """The text that has to be kept because the file does not hold it as it is, or nothing."""
    kept = document.text if document.format not in PLAIN_FORMATS else ""
    return kept.encode("utf-8", "backslashreplace").decode("utf-8")


def write_text(folder: Path, document: str, text: str) -> None:
    """Keeps the text of a document, if there is any to keep."""
    if text:
        path = folder / TEXTS / text_name(document)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))


def text_name(document: str) -> Path:
    """Where the text of a document is kept below ``texts``: its path and ``.txt``.

    A name too long for that gives way to a hash of the path.
    """
    path = Path(f"{document}.txt")
    if len(os.fsencode(path.name)) <= LONGEST_NAME:
        return path
    digest = sha256(document.encode("utf-8", "backslashreplace")).hexdigest()
    return path.with_name(f"{digest}.txt")


def _resource(table: Table) -> dict[str, object]:
    return {
        "name": table.name,
        "description": table.doc,
        "profile": "tabular-data-resource",
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": [_field(c) for c in table.columns], "primaryKey": table.key},
    }


def _field(column: Column) -> dict[str, str]:
    described = {
        "name": column.name,
        "type": FRICTIONLESS_TYPES[column.kind],
        "description": column.doc,
    }
    return described | ({"unit": column.unit} if column.unit else {})
