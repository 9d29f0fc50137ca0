"""The hashes of documents' bytes, without reading again those that nobody has touched.

As git's index does, a file counts as untouched while size, times, inode and device are the same,
and only if it was last changed well before it was looked at: a second change within the same tick
of the clock would not show.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

from pipeline.read.found import Found, read_digest
from pipeline.remember.cache import Cache

SETTLED = 2_000_000_000  # nanoseconds: more than a tick of any clock of a file system

State = tuple[int, int, int, int, int]


class Digests:
    """SHA-256 of the documents below a folder, remembered in the cache from run to run."""

    def __init__(self, cache: Cache, raw: Path, clock: Callable[[], int] = time.time_ns) -> None:
        """Takes the cache and the folder whose documents are asked for."""
        self._cache = cache
        self._key = cache.key("digests", str(raw.resolve()))
        self._known = _loaded(cache.get(self._key))
        self._now: dict[str, tuple[State, str]] = {}
        self._started = clock()

    def of(self, found: Found) -> str:
        """The digest of a document's bytes, empty where they cannot be read."""
        if found.problem:
            return ""
        try:
            state = _state(found.location)
        except OSError:
            return ""
        known = self._known.get(found.path)
        digest = known[1] if known and known[0] == state else read_digest(found)
        if digest and max(state[1:3]) < self._started - SETTLED:
            self._now[found.path] = (state, digest)
        return digest

    def save(self) -> None:
        """Remembers what was asked for in this run."""
        if self._now != self._known:
            self._cache.put(self._key, json.dumps(self._now).encode())


def _state(location: str | Path) -> State:
    state = os.stat(location)  # noqa: PTH116 - tens of thousands of times
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino, state.st_dev


def _loaded(content: bytes | None) -> dict[str, tuple[State, str]]:
    if content is None:
        return {}
    return {path: (tuple(state), digest) for path, (state, digest) in json.loads(content).items()}
