"""The output folder: locked, written beside, swapped in whole, healed after a kill."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from pipeline.write.own import is_ours
from pipeline.write.refusal import (
    CacheInsideError,
    LockedError,
    NotOursError,
    NotWritableError,
    OverlapError,
    RawMissingError,
)

OWN_IGNORE = ".gitignore"


class _Places(NamedTuple):
    """The folder and its neighbours, all in one parent so that a rename is enough.

    ``new`` is being written, ``old`` was just replaced, ``spent`` is being deleted.
    """

    output: Path
    new: Path
    old: Path
    spent: Path
    lock: Path


def check_apart(raw: Path, output: Path) -> None:
    """Refuses folders that a run cannot read from and write to."""
    if not raw.is_dir():
        raise RawMissingError(raw)
    if _overlap(raw, output):
        raise OverlapError(raw, output)


def check_beside(cache: Path, *folders: Path) -> None:
    """Refuses a cache that lies inside a folder of a run, or holds one."""
    for folder in folders:
        if _overlap(cache, folder):
            raise CacheInsideError(cache, folder)


def _overlap(one: Path, other: Path) -> bool:
    first, second = one.resolve(), other.resolve()
    return first == second or first in second.parents or second in first.parents


@contextmanager
def swapped_in(output: Path) -> Iterator[Path]:
    """An empty folder that becomes the output when the block ends well, else vanishes."""
    places = _places(output)
    try:
        places.output.parent.mkdir(parents=True, exist_ok=True)
        with _locked(places):
            _heal(places)
            _check_ours(places.output)
            yield from _written(places)
    except OSError as error:
        raise NotWritableError(output, error) from error


def heal(output: Path) -> None:
    """Ends what a killed run began, where no other run is at work and the machine lets us."""
    places = _places(output)
    if places.old.exists():
        with suppress(LockedError, OSError), _locked(places):
            _heal(places)


def _places(output: Path) -> _Places:
    whole = output.resolve()
    beside = (whole.with_name(f".{whole.name}.{role}") for role in ("new", "old", "spent", "lock"))
    return _Places(whole, *beside)


def _check_ours(output: Path) -> None:
    if not output.exists() or is_ours(output):
        return
    if not output.is_dir() or any(_is_visible(path) for path in output.iterdir()):
        raise NotOursError(output)


def _is_visible(path: Path) -> bool:
    return not path.name.startswith(".")


def _written(places: _Places) -> Iterator[Path]:
    places.new.mkdir()
    try:
        (places.new / OWN_IGNORE).write_text("*\n", encoding="utf-8")
        yield places.new
        _swap(places)
    finally:
        if places.new.exists():
            shutil.rmtree(places.new)


def _swap(places: _Places) -> None:
    _settle(places.new)
    if places.output.exists():
        places.output.rename(places.old)
    places.new.rename(places.output)
    _discard_old(places)


def _heal(places: _Places) -> None:
    """Ends what a killed run began: at every moment one of output and old is whole."""
    if places.old.exists() and not places.output.exists():
        places.old.rename(places.output)
    _discard_old(places)
    if places.new.exists():
        shutil.rmtree(places.new)


def _discard_old(places: _Places) -> None:
    """Deletes the replaced output, but keeps dot files of others (``.gitkeep``, ``.git``)."""
    if places.old.exists():
        for path in sorted(places.old.glob(".*")):
            kept = places.output / path.name
            if not kept.exists():
                path.rename(kept)
        places.old.rename(places.spent)
    if places.spent.exists():
        shutil.rmtree(places.spent)


def _settle(folder: Path) -> None:
    """Has what is new on disk before it replaces what was there; what was kept is there already."""
    fresh = (one for one in sorted(folder.iterdir()) if one.is_file() and one.stat().st_nlink == 1)
    for path in (*fresh, folder):
        opened = os.open(path, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


@contextmanager
def _locked(places: _Places) -> Iterator[None]:
    """Holds the lock file; it is deleted while still held, so that none is left over."""
    opened = _lock(places)
    try:
        yield
    finally:
        places.lock.unlink(missing_ok=True)
        os.close(opened)


def _lock(places: _Places) -> int:
    while True:
        opened = os.open(places.lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(opened)
            raise LockedError(places.output) from None
        if _is_still(places.lock, opened):
            return opened
        os.close(opened)  # its holder deleted it between our two steps


def _is_still(path: Path, opened: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(opened))
    except FileNotFoundError:
        return False
