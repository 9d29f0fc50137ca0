"""What a run left beside its tables: its own figures, and what changed since the one before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.write.own import RUN

MARKS = ("new", "returned")


def stamp_of(output: Path) -> tuple[int, int] | None:
    """What tells one run's output from the next one's; None while it is being swapped."""
    try:
        state = (output / RUN).stat()
    except OSError:
        return None
    return state.st_ino, state.st_mtime_ns


def marks_of(changes: Mapping[str, Any]) -> dict[str, str]:
    """What the run compared with the one before says of findings: new or returned."""
    listed = ((mark, changes.get(mark, ())) for mark in MARKS)
    return {row["finding_id"]: mark for mark, rows in listed for row in rows}


def read_object(path: Path) -> dict[str, Any]:
    """The JSON object of a file, empty where there is none."""
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}
