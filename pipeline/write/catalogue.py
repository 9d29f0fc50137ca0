"""The list of fields, for people and for scripts."""

from __future__ import annotations

import json

from pipeline.schema.place import FIELDS

HEAD = ("field", "kind", "unit", "several", "what it is", "labels")


def field_rows() -> tuple[tuple[str, ...], ...]:
    """One row a field below a head, in the order of the schema."""
    rows = (
        (f.name, f.kind.value, f.unit, "yes" if f.is_list else "", f.doc, ", ".join(f.labels))
        for f in FIELDS
    )
    return (HEAD, *rows)


def fields_json() -> str:
    """The fields as a JSON list of objects."""
    listed = [
        {
            "name": field.name,
            "kind": field.kind.value,
            "unit": field.unit,
            "is_list": field.is_list,
            "doc": field.doc,
            "labels": list(field.labels),
        }
        for field in FIELDS
    ]
    return json.dumps(listed, ensure_ascii=False, indent=1)
