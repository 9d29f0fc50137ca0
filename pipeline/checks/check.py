"""The declaration of a check: ``@check("A03", Severity.WARNING, ...)`` above a function.

What a check runs on follows from the types of its parameters, which are verified at import:

- ``gdp: Value`` or ``industry_shares: tuple[Value, ...]``: the values in force of that field; the
  check runs once a record, and only where all of its fields are present;
- ``record: Record``: the record itself; the check runs once a record;
- ``page: Page``: the document with all its records; alone, the check runs once a document;
- ``folder: Folder``: all documents; the check runs once.

A check that could say something of few records only declares when it is asked at all: ``among``
names fields of which a record needs a value, in force or not (``other:`` stands for every field of
the page's own), ``missing`` names fields of which it lacks one in force,
``told`` is a question about the page. All are necessary conditions of any problem.

Checks of a record yield ``Problem``; those of a document or folder yield ``Doubt``, which says
whose problem it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, get_type_hints

from pipeline.checks.view.folder import Folder
from pipeline.checks.view.page import Page
from pipeline.model.finding import Problem, Severity
from pipeline.model.teaching import OTHER
from pipeline.model.value import Record, Value
from pipeline.schema.place import FIELD_NAMES

Values = tuple[Value, ...]


class BrokenCheckError(Exception):
    """A check is declared wrongly; the message names it and what is wrong."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(f"check {code}: {reason}")


class Scope(StrEnum):
    """What a check looks at in one go."""

    RECORD = "record"
    DOCUMENT = "document"
    FOLDER = "folder"


class Doubt(NamedTuple):
    """A problem with the record it belongs to; ``others`` own the further values it rests on."""

    record: Record
    problem: Problem
    others: tuple[Record, ...] = ()


Yields = Iterator[Problem] | Iterator[Doubt]
Run = Callable[..., Yields]
Told = Callable[[Page], bool]


@dataclass(frozen=True)
class Check:
    """One declared check: its code, how sure it is, what it needs and the function that looks.

    ``level`` is that of the European statistical system: 0 format, 1 within a record, 2 between
    records of a source, 3 to 5 against others. ``bad`` maps a text to the fields it blames there.
    """

    code: str
    severity: Severity
    level: int
    good: tuple[str, ...]
    bad: Mapping[str, tuple[str, ...]]
    run: Run
    scope: Scope
    fields: Mapping[str, bool] = field(default_factory=dict)
    wants: tuple[str, ...] = ()
    among: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    told: Told | None = None

    def is_asked(self, held: frozenset[str], known: frozenset[str]) -> bool:
        """Whether a check of records has anything to ask of one with these fields.

        ``held`` are those with a value in force, ``known`` those with any.
        """
        if not self.fields.keys() <= held or (self.missing and self.missing <= held):
            return False
        return not self.among or not self.among.isdisjoint(map(_kind, known))

    @property
    def name(self) -> str:
        """The function's name, which reads as the claim that should hold."""
        return self.run.__name__

    @property
    def rationale(self) -> str:
        """Why the check exists, for the reviewer: its docstring."""
        return (self.run.__doc__ or "").strip()


def check(  # noqa: PLR0913 - a declaration names each
    code: str,
    severity: Severity,
    *,
    level: int,
    good: tuple[str, ...] = (),
    bad: Mapping[str, tuple[str, ...]] | None = None,
    among: tuple[str, ...] = (),
    missing: tuple[str, ...] = (),
    told: Told | None = None,
) -> Callable[[Run], Check]:
    """Declare a check; see the module's docstring for what its parameters may be.

    Raises:
        BrokenCheckError: at import, for an unknown field, a wrong type or a missing rationale.
    """

    def declare(run: Run) -> Check:
        hints = {name: hint for name, hint in get_type_hints(run).items() if name != "return"}
        if not run.__doc__:
            raise BrokenCheckError(code, "has no docstring, which is its rationale")
        fields = {name: hint == Values for name, hint in hints.items() if hint in (Value, Values)}
        _verify(code, hints, fields)
        _verify_blamed(code, bad or {})
        _verify_among(code, (*among, *missing))
        wants = tuple(name for name in hints if name not in fields)
        scope = _scope(code, hints)
        asked = (frozenset(among), frozenset(missing), told)
        return Check(code, severity, level, good, bad or {}, run, scope, fields, wants, *asked)

    return declare


CONTEXTS = {"record": Record, "page": Page, "folder": Folder}


def _verify(code: str, hints: Mapping[str, object], fields: Mapping[str, bool]) -> None:
    for name, hint in hints.items():
        if name in fields and name not in FIELD_NAMES:
            raise BrokenCheckError(code, f"the schema has no field {name!r}")
        if name not in fields and CONTEXTS.get(name) is not hint:
            raise BrokenCheckError(code, f"parameter {name!r} cannot be of type {hint}")


def _verify_blamed(code: str, bad: Mapping[str, tuple[str, ...]]) -> None:
    for blamed in (name for fields in bad.values() for name in fields):
        if blamed not in (*FIELD_NAMES, "agreement_dates", "") and not blamed.startswith("other:"):
            raise BrokenCheckError(code, f"its example blames {blamed!r}, which is no field")


def _verify_among(code: str, among: tuple[str, ...]) -> None:
    for name in among:
        if name not in (*FIELD_NAMES, OTHER):
            raise BrokenCheckError(code, f"the schema has no field {name!r}")


def _kind(field: str) -> str:
    """A field, all of the page's own as one."""
    return OTHER if field.startswith(OTHER) else field


def _scope(code: str, hints: Mapping[str, object]) -> Scope:
    kinds = set(hints.values())
    if Folder in kinds and len(kinds) > 1:
        raise BrokenCheckError(code, "a check of the folder takes nothing else")
    if Folder in kinds:
        return Scope.FOLDER
    if not kinds:
        raise BrokenCheckError(code, "has no parameter to look at")
    return Scope.DOCUMENT if kinds == {Page} else Scope.RECORD


def declared(*checks: Check) -> tuple[Check, ...]:
    """The checks as a catalogue.

    Raises:
        BrokenCheckError: where two have the same code.
    """
    seen: set[str] = set()
    for one in checks:
        if one.code in seen:
            raise BrokenCheckError(one.code, "is declared twice")
        seen.add(one.code)
    return checks
