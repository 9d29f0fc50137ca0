"""The file beside the texts in which a person teaches; ``teaching`` reads it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

FILE = "_profiles.toml"


def teaching_digest(raw: Path) -> str:
    """SHA-256 of the file, empty where there is none: what a run went by."""
    try:
        return sha256((raw / FILE).read_bytes()).hexdigest()
    except OSError:
        return ""
