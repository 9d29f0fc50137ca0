"""What tells that a run of this program wrote a folder, and the small JSON files of an output."""

from __future__ import annotations

import json
from pathlib import Path

PROGRAM = "place-profiles"
RUN = "run.json"


def write_json(path: Path, content: object) -> None:
    """Writes JSON that a person can read, in the order given."""
    text = json.dumps(content, ensure_ascii=False, indent=1)
    path.write_text(f"{text}\n", encoding="utf-8", errors="backslashreplace")


def is_ours(folder: Path) -> bool:
    """Whether a run of this program wrote the folder."""
    written = read_json(folder / RUN)
    return isinstance(written, dict) and written.get("program") == PROGRAM


def read_json(path: Path) -> object:
    """What a file of ours holds; None where there is none or it holds no JSON."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
