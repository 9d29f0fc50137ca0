"""Which files of a folder are documents: found, looked at, and not yet read."""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from pipeline.model.source import Repair
from pipeline.read.decode.whole import whole

# A folder of profiles holds nothing of this size; reading it would only fill the memory.
LARGEST = 256_000_000

# What stands beside the documents and is none; so do names that begin with a dot or underscore.
DECISIONS, GOLD = "decisions.jsonl", ".gold.json"


class Found(NamedTuple):
    """One document of the folder, or one thing in its place that cannot be read.

    ``path`` is relative to the folder with ``/`` between names, printable and unlike every other:
    bytes that are not UTF-8, unprintable characters and backslashes are escaped. ``location`` is
    where to open it. ``problem`` says why it is not to be opened, or is None.
    """

    path: str
    location: str | Path
    problem: Repair | None


class _Place(NamedTuple):
    """What a folder holds at a name, with the real paths of the folders that it lies in."""

    location: str
    path: str
    above: frozenset[str]
    entry: os.DirEntry[str] | None = None


def find_documents(raw: Path) -> Iterator[Found]:
    """Every document under a folder, in the order of their paths.

    Links are followed within the folder only; what is not followed or not readable is found with
    its problem. Never raises, not even where files vanish meanwhile.
    """
    found = sorted(_walk(raw), key=lambda each: each.path)
    return iter(found)


def is_wanted(name: str) -> bool:
    """Whether a file or folder of this name may be a document or hold some."""
    return not name.startswith((".", "_")) and name != DECISIONS and not name.endswith(GOLD)


def read_digest(found: Found) -> str:
    """The SHA-256 that the document at a place will have, empty where it cannot be read."""
    try:
        return hashlib.sha256(content_of(found.location)).hexdigest()
    except OSError:
        return ""


def content_of(location: str | Path) -> bytes:
    """The bytes of a regular file.

    Raises:
        OSError: it is none, too large, or cannot be read.
    """
    # Non-blocking: what was a file when the folder was listed may be a pipe by now.
    handle = os.open(location, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise OSError("it is no regular file any more")
        if state.st_size > LARGEST:
            raise OSError(f"it is larger than {LARGEST // 1_000_000} MB")
        return file.read(LARGEST)


def reason_of(error: OSError) -> str:
    """Why something cannot be read, in a few words."""
    return (error.strerror or str(error)).lower()


def _walk(raw: Path) -> Iterator[Found]:
    waiting = [_Place(os.fspath(raw), "", frozenset())]
    root, linked = os.path.realpath(raw), set[str]()
    while waiting:
        folder = waiting.pop()
        try:
            places = _list(folder)
        except OSError as error:
            path = folder.path or "."
            yield _blocked(folder._replace(path=path), f"cannot be listed: {reason_of(error)}")
            continue
        for place in places:
            found = _classify(place, root, linked)
            if found:
                yield found
            else:
                waiting.append(place)


def _list(folder: _Place) -> tuple[_Place, ...]:
    above = folder.above | {os.path.realpath(folder.location)}
    prefix = f"{folder.path}/" if folder.path else ""
    with os.scandir(folder.location) as entries:
        wanted = sorted((one for one in entries if is_wanted(one.name)), key=attrgetter("name"))
    return tuple(_Place(one.path, prefix + _printable(one.name), above, one) for one in wanted)


def _classify(place: _Place, root: str, linked: set[str]) -> Found | None:
    """What stands at a place, or None for a folder that is to be listed."""
    try:
        mode = _mode(place)
        if stat.S_ISLNK(mode):
            if reason := _refuse_link(place, root, linked):
                return _blocked(place, reason)
            mode = os.stat(place.location).st_mode  # noqa: PTH116 - of many thousands
        if stat.S_ISDIR(mode):
            return _skipped(place) if _is_assets(Path(place.location)) else None
    except OSError as error:
        return _blocked(place, f"cannot be read: {reason_of(error)}")
    if stat.S_ISREG(mode):
        return Found(place.path, place.location, None)
    return _blocked(place, "a pipe, a socket or a device; not opened")


def _mode(place: _Place) -> int:
    """What the folder's list says of a place, which mostly is that it is a file."""
    entry = place.entry
    if entry is not None and entry.is_file(follow_symlinks=False):
        return stat.S_IFREG
    return os.lstat(place.location).st_mode


def _skipped(place: _Place) -> Found:
    problem = whole("the files of a saved page; not read")._replace(harmless=True)
    return Found(place.path, place.location, problem)


def _blocked(place: _Place, reason: str) -> Found:
    return Found(place.path, place.location, whole(reason))


def _refuse_link(place: _Place, root: str, linked: set[str]) -> str:
    """Why a link is not followed, or empty; a folder is entered by one link at most."""
    target = os.path.realpath(place.location)
    if target != root and not target.startswith(root.rstrip("/") + "/"):
        return "a link that leads out of the folder; not followed"
    if not Path(target).exists():
        return "a link that leads nowhere"
    if target in place.above or target in linked:
        return "a link to a folder that is read already; not followed"
    if Path(target).is_dir():
        linked.add(target)
    return ""


def _is_assets(folder: Path) -> bool:
    page = folder.with_name(folder.name.removesuffix("_files") + ".html")
    is_named_so = folder.name.endswith("_files")
    return is_named_so and (page.exists() or page.with_suffix(".htm").exists())


def _printable(name: str) -> str:
    if name.isascii() and name.isprintable() and "\\" not in name:
        return name
    shown = os.fsencode(name).decode("utf-8", "surrogateescape")
    return "".join(map(_escaped, shown))


def _escaped(char: str) -> str:
    if "\udc80" <= char <= "\udcff":
        return f"\\x{ord(char) - 0xDC00:02x}"
    if char != "\\" and (char.isprintable() or unicodedata.category(char) == "Zs"):
        return char
    return char.encode("unicode_escape").decode()
