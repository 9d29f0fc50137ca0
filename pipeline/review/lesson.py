"""Teaching written down: ``_profiles.toml`` changed without losing what a person wrote there."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from pipeline.review.beside import FILE
from pipeline.review.lecture import Change, TeachingRefusedError
from pipeline.review.refusal import NotWritableError
from pipeline.review.teaching import lesson_of

HEADER = """\
# What the pages of this folder mean, beyond what the program knows. It acts at the next run.
#
# [labels]                      a label of a page = the field it names, or "other" for none
# [units]                       a spelling = the unit it means
# [fields.NAME]                 a field of your own: doc, unit, labels
# [[mute]]                      check, reason, until, and a document, place or label
# [expected]                    a document, or all = the fields that every profile should have
"""


class Written(NamedTuple):
    """The file's text before and after a change; no text is no file."""

    before: str
    after: str


def teach(raw: Path, change: Change) -> Written:
    """Changes the file of a folder, if it is then no worse than before.

    Comments, order and layout of what is there stay as they are. Whoever else teaches waits.

    Raises:
        TeachingRefusedError: the change makes no sense; nothing is written.
        NotWritableError: the machine refuses to write there.
    """
    import tomlkit
    from tomlkit.exceptions import ParseError

    try:
        with _held(raw):
            before = _text(raw)
            try:
                document = tomlkit.parse(before or HEADER)
            except ParseError as error:
                raise TeachingRefusedError(f"mend it by hand first, {error}") from error
            change(document)
            after = tomlkit.dumps(document)
            _refuse_worse(before, after)
            _write(raw / FILE, after)
    except OSError as error:
        raise NotWritableError(raw / FILE, error) from error
    return Written(before, after)


def take_back(raw: Path, written: Written) -> None:
    """Puts the file back as it was before a change.

    Raises:
        TeachingRefusedError: somebody has changed it since; nothing is written.
        NotWritableError: the machine refuses to write there.
    """
    try:
        with _held(raw):
            if _text(raw) != written.after:
                raise TeachingRefusedError("somebody has changed it since: forget the entry there")
            if written.before:
                _write(raw / FILE, written.before)
            else:
                (raw / FILE).unlink()
    except OSError as error:
        raise NotWritableError(raw / FILE, error) from error


def _refuse_worse(before: str, after: str) -> None:
    known = lesson_of(before).problems
    worse = [problem for problem in lesson_of(after).problems if problem not in known]
    if worse:
        raise TeachingRefusedError(worse[0])


def _text(raw: Path) -> str:
    path = raw / FILE
    return path.read_text(encoding="utf-8") if path.exists() else ""


@contextmanager
def _held(raw: Path) -> Iterator[None]:
    """The folder locked against others who teach."""
    folder = os.open(raw, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _write(path: Path, text: str) -> None:
    """The file replaced in whole, or not at all."""
    beside = path.with_name(f".{path.name}.new")
    with beside.open("w", encoding="utf-8", newline="\n") as new:
        new.write(text)
        new.flush()
        os.fsync(new.fileno())
    beside.replace(path)
