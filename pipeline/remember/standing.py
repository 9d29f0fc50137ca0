"""Whether the output of an earlier run still stands: nothing that it depends on has changed.

What a run left is remembered in the cache: a hash of all that it was made from, its figures, and
the state of every file. Where all are the same the files are kept, and only what tells of the run
itself is written anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.remember.cache import Cache
from pipeline.write.changes import CHANGES
from pipeline.write.own import RUN
from pipeline.write.reporting.totals import Counts, FindingKind

OWN = frozenset({RUN, CHANGES})  # what tells of the run and not of the documents


class Standing:
    """The output folder as the last run of this cache left it."""

    def __init__(self, cache: Cache, output: Path) -> None:
        """Takes the cache and the output folder."""
        self._cache = cache
        self._output = output
        self._key = cache.key("output", str(output.resolve()))
        self._known: bytes | None = None

    def counts(self, made_from: str) -> Counts | None:
        """The figures of the output if it was made from this, and no file has changed since."""
        content = self._known = self._cache.get(self._key)
        told: dict[str, Any] = json.loads(content) if content else {}
        if told.get("made_from") != made_from or told["files"] != _states(self._output):
            return None
        findings = {FindingKind(*kind): count for kind, count in told["findings"]}
        return Counts(**told["totals"], findings=findings)

    def keep(self, folder: Path) -> None:
        """Puts the same files into the folder that is to be the output."""
        for path in _files(self._output):
            kept = folder / path.relative_to(self._output)
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.hardlink_to(path)

    def remember(self, made_from: str, counts: Counts) -> None:
        """Notes what the output was made from, once it is in place."""
        totals = ("documents", "records", "values", "numbers", "accounted")
        told = {
            "made_from": made_from,
            "files": _states(self._output),
            "totals": {name: getattr(counts, name) for name in totals},
            "findings": [[kind, count] for kind, count in counts.findings.items()],
        }
        content = json.dumps(told).encode()
        if content != self._known:
            self._cache.put(self._key, content)


def _states(folder: Path) -> dict[str, list[int]]:
    """Size, time and inode of every file; a hard link changes none of them."""
    found = {}
    for path in _files(folder):
        state = path.stat()
        name = str(path.relative_to(folder))
        found[name] = [state.st_size, state.st_mtime_ns, state.st_ino]
    return found


def _files(folder: Path) -> Iterator[Path]:
    """The files of an output but those of others, whose names begin with a dot."""
    for above, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name not in OWN and not name.startswith("."):
                yield Path(above, name)
