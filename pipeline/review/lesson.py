"""Teaching written down: ``_profiles.toml`` changed without losing what a person wrote there."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.model.teaching import Mute, OwnField
from pipeline.review.refusal import NotWritableError, RefusedError
from pipeline.review.teaching import FILE, NO_FIELD, lesson_of

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import AoT

HEADER = """\
# What the pages of this folder mean, beyond what the program knows. It acts at the next run.
#
# [labels]                      a label of a page = the field it names, or "other" for none
# [units]                       a spelling = the unit it means
# [fields.NAME]                 a field of your own: doc, unit, labels
# [[mute]]                      check, reason, until, and a document, place or label
# [expected]                    a document, or all = the fields that every profile should have
"""

Change = Callable[["TOMLDocument"], None]


class TeachingRefusedError(RefusedError):
    """What was to be taught says nothing sensible, or the file is broken already."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"{FILE}: {problem}")


class Taught(NamedTuple):
    """An entry of the file by its section and key; the key of a mute is its number from 0."""

    section: str
    key: str


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


def label_means(label: str, field: str) -> Change:
    """Teaches the field of a label; an empty one says that it names none."""
    return lambda document: _section(document, "labels").__setitem__(
        label.strip(), field or NO_FIELD
    )


def unit_means(spelling: str, unit: str) -> Change:
    """Teaches the unit of a spelling."""
    return lambda document: _section(document, "units").__setitem__(spelling.strip(), unit)


def own_field(field: OwnField) -> Change:
    """Declares a field of the user's own."""

    def change(document: TOMLDocument) -> None:
        import tomlkit

        declared = tomlkit.table()
        given = {
            "kind": field.kind,
            "doc": field.doc,
            "unit": field.unit,
            "labels": list(field.labels),
        }
        for name, said in given.items():
            if said:
                declared.add(name, said)
        _section(document, "fields")[field.name] = declared

    return change


def mute_check(mute: Mute) -> Change:
    """Mutes a check for a document, a place or a label."""

    def change(document: TOMLDocument) -> None:
        import tomlkit

        if "mute" not in document:
            document.add("mute", tomlkit.aot())
        entry = tomlkit.table()
        for name, said in mute._asdict().items():
            if said:
                entry.add(name, said)
        mutes: AoT = document["mute"]
        mutes.append(entry)

    return change


def expect(document: str, fields: tuple[str, ...]) -> Change:
    """Says which fields every profile of a document should have; none takes the word back."""

    def change(file: TOMLDocument) -> None:
        section = _section(file, "expected")
        if fields:
            section[document or "all"] = list(fields)
        else:
            section.pop(document or "all", None)

    return change


def forget(entry: Taught) -> Change:
    """Takes an entry out of the file."""

    def change(document: TOMLDocument) -> None:
        section = document.get(entry.section)
        if section is None:
            return
        if entry.section == "mute" and entry.key.isdigit() and int(entry.key) < len(section):
            del section[int(entry.key)]
        elif entry.section != "mute":
            section.pop(entry.key, None)

    return change


def _section(document: TOMLDocument, name: str) -> MutableMapping[str, Any]:
    import tomlkit

    if name not in document:
        document.add(name, tomlkit.table(is_super_table=name == "fields"))
    section = document[name]
    if not isinstance(section, dict):
        raise TeachingRefusedError(f"“{name}” is to be written as [{name}]")
    return section


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
