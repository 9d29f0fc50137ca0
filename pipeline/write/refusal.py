"""Why a run could not be: one class per thing that a caller can do about it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class CannotRunError(Exception):
    """The run could not start or end; the message says what to do. Input never causes it."""


class RawMissingError(CannotRunError):
    """There is no folder to read."""

    def __init__(self, raw: Path) -> None:
        super().__init__(f"{raw} is not a folder: name the folder that holds the profiles")


class OverlapError(CannotRunError):
    """Input and output folder contain each other."""

    def __init__(self, raw: Path, output: Path) -> None:
        super().__init__(f"{output} and {raw} contain each other: choose another --output")


class CacheInsideError(CannotRunError):
    """The cache lies inside a folder of the run, or holds one."""

    def __init__(self, cache: Path, folder: Path) -> None:
        super().__init__(f"the cache {cache} and {folder} contain each other: set PIPELINE_CACHE")


class WatcherMissingError(CannotRunError):
    """The library that watches folders is not installed."""

    def __init__(self) -> None:
        super().__init__("--watch needs watchfiles: pip install 'place-profiles[watch]'")


class NotOursError(CannotRunError):
    """The output folder holds what this program did not write."""

    def __init__(self, output: Path) -> None:
        super().__init__(f"{output} holds files of others: choose an empty or new --output")


class LockedError(CannotRunError):
    """Another run writes the same output folder."""

    def __init__(self, output: Path) -> None:
        super().__init__(f"another run is writing {output}: wait for it or choose another --output")


class NotWritableError(CannotRunError):
    """The machine refused to write."""

    def __init__(self, output: Path, error: OSError) -> None:
        reason = error.strerror or str(error)
        super().__init__(f"cannot write {output}: {reason}; choose another --output")


class NoOutputError(CannotRunError):
    """No run has written the folder that was asked about."""

    def __init__(self, output: Path) -> None:
        super().__init__(f"{output} holds no output: run `pipeline run` first or name its --output")


class UnknownIdError(CannotRunError):
    """An id, or the beginning of one, does not stand for exactly one value or record."""

    def __init__(self, asked: str, output: Path, near: Sequence[str]) -> None:
        column = f"value_id and record_id in {output / 'values.csv'}"
        several = f"several ids begin with {asked}: {', '.join(near)}, ..." if near else ""
        super().__init__(several or f"nothing has the id {asked}: look at {column}")
