"""The sheets of a run on disk while it waits for the checks over the folder."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import Self


class Spool:
    """Packed sheets in the order of their documents, in a file without a name."""

    def __init__(self, folder: Path) -> None:
        """Takes the folder whose disk is to hold the file."""
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115 - closed by __exit__
        self._ends = array("Q", [0])

    def append(self, packed: bytes) -> None:
        """Adds the sheet of the next document."""
        self._file.seek(self._ends[-1])
        self._file.write(packed)
        self._ends.append(self._ends[-1] + len(packed))

    def __len__(self) -> int:
        """How many sheets there are."""
        return len(self._ends) - 1

    def __getitem__(self, at: int) -> bytes:
        """The packed sheet of one document."""
        start, end = self._ends[at : at + 2]
        self._file.seek(start)
        return self._file.read(end - start)

    def __iter__(self) -> Iterator[bytes]:
        """All packed sheets, in order."""
        return map(self.__getitem__, range(len(self)))

    def __enter__(self) -> Self:
        """The spool; leaving the block deletes the file."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Deletes the file."""
        self._file.close()
