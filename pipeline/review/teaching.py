"""What a person taught, read from ``_profiles.toml`` beside the texts and validated.

An entry that says nothing sensible costs that entry, and says so in a finding.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pipeline.checks.catalogue import BY_CODE
from pipeline.model.finding import Finding, Severity
from pipeline.model.teaching import NOTHING, Expected, Mute, OwnField, Teaching
from pipeline.normalize.text import key
from pipeline.normalize.unit import named_unit
from pipeline.schema.place import BY_NAME

FILE = "_profiles.toml"
SPOILED = "M07"
RESERVED = frozenset(
    {
        *("record_id", "document", "line_start", "line_end"),
        *("agreement_dates", "errors", "warnings", "notes", "completeness"),
    }
)
KINDS = ("number", "date", "text")
SECTIONS = ("labels", "units", "fields", "mute", "expected")
NO_FIELD = "other"  # a label that names no field: its figure is kept under the label
EVERYWHERE = "all"
LARGEST = 1_000_000  # bytes; a person's list comes nowhere near
LONGEST_WORD, LONGEST_TEXT = 100, 500

_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")
T = TypeVar("T")


class Lesson(NamedTuple):
    """What the file teaches, and which of its entries teach nothing and why."""

    teaching: Teaching = NOTHING
    problems: tuple[str, ...] = ()


class MeaninglessError(ValueError):
    """An entry says nothing sensible; the message says what is wrong with it."""


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


def teaching_digest(raw: Path) -> str:
    """SHA-256 of the file, empty where there is none: what a run went by."""
    try:
        return sha256((raw / FILE).read_bytes()).hexdigest()
    except OSError:
        return ""


def lesson_of(text: str) -> Lesson:
    """The lesson of a file's text."""
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Lesson(problems=(f"it is no TOML: {error}",))
    own, wrong_fields = _read(_own_field, _table(content, "fields"))
    names = {field.name for field in own}
    labels, wrong_labels = _read(partial(_label, own=names), _table(content, "labels"))
    units, wrong_units = _read(_unit, _table(content, "units"))
    mutes, wrong_mutes = _read(_mute, _listed(content, "mute"))
    expected, wrong_expected = _read(partial(_expected, own=names), _table(content, "expected"))
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
            yield f"“{name}” is no section{_near(name, SECTIONS)}"
        elif not isinstance(section, list if name == "mute" else dict):
            yield f"“{name}” is to be written as {'[[mute]]' if name == 'mute' else f'[{name}]'}"


def _own_field(name: str, entry: Any) -> OwnField:  # noqa: ANN401  (TOML holds anything)
    if not _NAME.fullmatch(name):
        raise MeaninglessError("is no name of a column: use small letters, digits and _")
    if name in RESERVED or name.endswith(("_as_of", "_currency")):
        raise MeaninglessError("is a column already: choose another name")
    if name in BY_NAME:
        raise MeaninglessError("is a field already: teach a label for it instead")
    given = _known_keys(entry, ("kind", "doc", "unit", "labels"))
    labels = given.get("labels", [])
    if not isinstance(labels, list):
        raise MeaninglessError("has labels that are no list")
    words = tuple(_word(label, "label") for label in labels)
    unit = _text(given, "unit")
    kind = _text(given, "kind") or KINDS[0]
    if kind not in KINDS:
        raise MeaninglessError(f"is of the kind {kind!r}, not one of {', '.join(KINDS)}")
    doc = _text(given, "doc")
    return OwnField(name, kind, doc, named_unit(unit) or unit, words or (name.replace("_", " "),))


def _label(label: str, field: Any, own: Iterable[str]) -> tuple[str, str]:  # noqa: ANN401
    word = _word(label, "label")
    return word, "" if field == NO_FIELD else _field(field, own)


def _unit(spelling: str, unit: Any) -> tuple[str, str]:  # noqa: ANN401
    named = named_unit(unit) if isinstance(unit, str) else ""
    if not named:
        raise MeaninglessError(f"means {unit!r}, which is no unit that is known")
    word = _word(spelling, "spelling")
    if not any(map(str.isalpha, word)) and word.isascii():
        raise MeaninglessError("is no spelling of a unit: it has no letter")
    return word, named


def _mute(_where: str, entry: Any) -> Mute:  # noqa: ANN401
    given = _known_keys(entry, ("check", "reason", "until", "document", "place", "label", "by"))
    check, reason = _text(given, "check").upper(), _text(given, "reason")
    if check not in BY_CODE:
        raise MeaninglessError(f"mutes {check or 'no check'!r}{_near(check, BY_CODE)}")
    if not reason:
        raise MeaninglessError("has no reason")
    where = {name: _text(given, name) for name in ("document", "place", "label")}
    if not any(where.values()):
        raise MeaninglessError("names no document, place or label: it would silence the check")
    return Mute(check, reason, _day(given.get("until")), **where, by=_text(given, "by"))


def _expected(where: str, fields: Any, own: Iterable[str]) -> Expected:  # noqa: ANN401
    if not isinstance(fields, list) or not fields:
        raise MeaninglessError("expects no list of fields")
    return Expected("" if where == EVERYWHERE else where, tuple(_field(one, own) for one in fields))


def _field(name: Any, own: Iterable[str]) -> str:  # noqa: ANN401
    known = (*BY_NAME, *own)
    if name not in known:
        raise MeaninglessError(f"means {name!r}, which is no field{_near(str(name), known)}")
    return str(name)


def _known_keys(entry: Any, names: Iterable[str]) -> dict[str, Any]:  # noqa: ANN401
    if not isinstance(entry, dict):
        raise MeaninglessError("is no table")
    strange = sorted(set(entry) - set(names))
    if strange:
        raise MeaninglessError(f"has {strange[0]!r}, which means nothing{_near(strange[0], names)}")
    return entry


def _text(given: Mapping[str, Any], name: str) -> str:
    text = given.get(name, "")
    if not isinstance(text, str) or len(text) > LONGEST_TEXT:
        raise MeaninglessError(f"has no text as its {name!r}")
    return text.strip()


def _word(word: Any, kind: str) -> str:  # noqa: ANN401
    if (
        not isinstance(word, str)
        or not any(map(str.isalnum, key(word)))
        or len(word) > LONGEST_WORD
        or "\n" in word
    ):
        raise MeaninglessError(f"is no {kind} that could stand in a text")
    return word.strip()


def _day(given: Any) -> date:  # noqa: ANN401
    if isinstance(given, date) and not isinstance(given, datetime):
        return given
    try:
        return date.fromisoformat(str(given))
    except ValueError as error:
        raise MeaninglessError("has no day of expiry: until = 2027-01-31") from error


def _near(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, list(known), n=1)
    return f": did you mean {near[0]!r}?" if near else ""


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
