"""What a person taught, read from ``_profiles.toml`` beside the texts and validated.

An entry that says nothing sensible costs that entry, and says so in a finding.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pipeline.model.finding import Finding, Severity
from pipeline.model.teaching import NOTHING, Teaching
from pipeline.review.beside import FILE
from pipeline.review.entry import (
    MeaninglessError,
    expected_of,
    label_of,
    mute_of,
    near,
    own_field_of,
    unit_of,
)

SPOILED = "M07"
SECTIONS = ("labels", "units", "fields", "mute", "expected")
LARGEST = 1_000_000  # bytes; a person's list comes nowhere near

T = TypeVar("T")


class Lesson(NamedTuple):
    """What the file teaches, and which of its entries teach nothing and why."""

    teaching: Teaching = NOTHING
    problems: tuple[str, ...] = ()


def read_teaching(raw: Path) -> Lesson:
    """The lesson of a folder of texts; nothing where nobody taught anything."""
    path = raw / FILE
    try:
        if not path.is_file():
            return Lesson()
        if path.stat().st_size > LARGEST:
            return Lesson(problems=(f"it is larger than {LARGEST // 1_000_000} MB",))
        return lesson_of(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        return Lesson(problems=(f"it cannot be read: {error}",))


def lesson_of(text: str) -> Lesson:
    """The lesson of a file's text."""
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Lesson(problems=(f"it is no TOML: {error}",))
    own, wrong_fields = _read(own_field_of, _table(content, "fields"))
    names = {field.name for field in own}
    labels, wrong_labels = _read(partial(label_of, own=names), _table(content, "labels"))
    units, wrong_units = _read(unit_of, _table(content, "units"))
    mutes, wrong_mutes = _read(mute_of, _listed(content, "mute"))
    expected, wrong_expected = _read(partial(expected_of, own=names), _table(content, "expected"))
    of_fields = ((label, field.name) for field in own for label in field.labels)
    teaching = Teaching(
        tuple(sorted({**dict(of_fields), **dict(labels)}.items())),
        tuple(sorted(units)),
        tuple(own),
        tuple(mutes),
        tuple(expected),
    )
    wrong = (*wrong_fields, *wrong_labels, *wrong_units, *wrong_mutes, *wrong_expected)
    return Lesson(teaching, (*_strangers(content), *wrong))


def spoiled_findings(lesson: Lesson) -> tuple[Finding, ...]:
    """A warning for every entry that teaches nothing."""
    return tuple(map(_finding, lesson.problems))


def _read(
    parse: Callable[[str, Any], T], entries: Iterable[tuple[str, Any]]
) -> tuple[list[T], list[str]]:
    """What the entries of a section say, and what is wrong with those that say nothing."""
    read, wrong = [], []
    for where, entry in entries:
        try:
            read.append(parse(where, entry))
        except MeaninglessError as error:
            wrong.append(f"“{where}” {error}")
    return read, wrong


def _table(content: Mapping[str, Any], name: str) -> Iterator[tuple[str, Any]]:
    section = content.get(name, {})
    return iter(section.items() if isinstance(section, dict) else ())


def _listed(content: Mapping[str, Any], name: str) -> Iterator[tuple[str, Any]]:
    section = content.get(name, [])
    entries = section if isinstance(section, list) else []
    return ((f"{name} {number}", entry) for number, entry in enumerate(entries, start=1))


def _strangers(content: Mapping[str, Any]) -> Iterator[str]:
    """Sections that mean nothing, or are of the wrong kind."""
    for name, section in content.items():
        if name not in SECTIONS:
            yield f"“{name}” is no section{near(name, SECTIONS)}"
        elif not isinstance(section, list if name == "mute" else dict):
            yield f"“{name}” is to be written as {'[[mute]]' if name == 'mute' else f'[{name}]'}"


def _finding(problem: str) -> Finding:
    return Finding(
        id=f"{SPOILED.lower()}-{sha256(problem.encode()).hexdigest()[:8]}",
        code=SPOILED,
        severity=Severity.WARNING,
        document=FILE,
        record_id="",
        field="",
        fields=(),
        message=f"In {FILE}, {problem}. It teaches nothing.",
        computed="",
        line=1,
        column=1,
        start=0,
        end=0,
        text="",
    )
