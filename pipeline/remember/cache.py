"""What documents left in earlier runs, kept outside of input and output.

An entry is named by a hash of everything that it was made from: the document's path and bytes, the
options, the program and its libraries. So no entry is ever out of date; one that is damaged or
gone is only made again, and any number of runs may share the folder.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import NamedTemporaryFile

from pipeline.version import VERSION

LARGEST = 2_000_000_000  # bytes of all entries; the oldest go first
SAMPLE, TELLING = "0[0-9a-f]", 50  # folders of a sixteenth of the entries, how many tell of all
FOLDER = "place-profiles"
VARIABLE = "PIPELINE_CACHE"
CHECKED = 16  # bytes of the hash that an entry begins with
LIBRARIES = (
    *(
        "ahocorasick-rs",
        "charset-normalizer",
        "dateparser",
        "inscriptis",
        "numpy",
        "pandas",
        "pint",
    ),
    *("pyarrow", "pypdfium2", "python-docx", "rapidfuzz", "spacy"),
)
HOME = Path(__file__).parent.parent
PARTS = ("*.py", "*.toml", "*.csv")  # of the program, lexicon included


def user_cache(environment: Mapping[str, str]) -> Path:
    """Where the user's cache is: ``PIPELINE_CACHE``, else the place for caches of the system."""
    if environment.get(VARIABLE):
        return Path(environment[VARIABLE])
    base = environment.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / FOLDER


@cache
def program(home: Path = HOME) -> str:
    """A hash of this program, its lexicon and the libraries that it reads with."""
    digest = hashlib.sha256(f"{VERSION} {sys.version}".encode())
    for library in LIBRARIES:
        with suppress(PackageNotFoundError):
            digest.update(f"{library} {version(library)}\n".encode())
    for path in sorted(path for part in PARTS for path in home.rglob(part)):
        digest.update(f"{path.relative_to(home)}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


class Cache:
    """Entries of bytes in a folder; what goes wrong with it costs time and nothing else."""

    def __init__(self, folder: Path, made_by: str = "", largest: int = LARGEST) -> None:
        """``made_by`` is what all entries depend on: the program, unless told otherwise."""
        self.folder = folder
        self._home = os.fspath(folder)
        self._made_by = made_by or program()
        self._largest = largest
        self._added = False

    def key(self, *parts: str) -> str:
        """The name of the entry that depends on some texts, and on the program."""
        return hashlib.sha256(json.dumps([self._made_by, *parts]).encode()).hexdigest()

    def beginning(self, key: str, size: int) -> bytes:
        """The first bytes of an entry, empty where there is none; it may yet prove damaged."""
        try:
            with open(self._path(key), "rb") as file:  # noqa: PTH123 - of thousands
                return file.read(CHECKED + size)[CHECKED:]
        except OSError:
            return b""

    def get(self, key: str) -> bytes | None:
        """The content of an entry, None where there is none or it is damaged."""
        try:
            with open(self._path(key), "rb") as file:  # noqa: PTH123 - of thousands
                stored = file.read()
        except OSError:
            return None
        content = stored[CHECKED:]
        return content if stored[:CHECKED] == _check(content) else None

    def put(self, key: str, content: bytes) -> None:
        """Makes an entry, whole or not at all."""
        path = Path(self._path(key))
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=path.parent, delete=False) as file:
                file.write(_check(content) + content)
            Path(file.name).replace(path)
            self._added = True

    def trim(self) -> None:
        """Deletes the oldest entries, if any were added, until the rest is within bounds."""
        if not self._added or self._is_small():
            return
        entries = sorted(_entries(self.folder), reverse=True)
        total = 0
        for _, size, path in entries:
            total += size
            if total > self._largest:
                with suppress(OSError):
                    path.unlink()

    def _is_small(self) -> bool:
        """Whether a sixteenth of the entries, named by hashes, tells that all are within bounds."""
        sizes = [size for _, size, _ in _entries(self.folder, SAMPLE)]
        return len(sizes) >= TELLING and 2 * 16 * sum(sizes) < self._largest

    def _path(self, key: str) -> str:
        return f"{self._home}/{key[:2]}/{key[2:]}"


def _check(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=CHECKED).digest()


def _entries(folder: Path, named: str = "[0-9a-f][0-9a-f]") -> Iterable[tuple[int, int, Path]]:
    """Age, size and place of every entry, or of those in some of the folders."""
    for below in folder.glob(named):
        with suppress(OSError):
            for entry in os.scandir(below):
                state = entry.stat()
                yield state.st_mtime_ns, state.st_size, Path(entry.path)
