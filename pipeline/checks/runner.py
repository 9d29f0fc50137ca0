"""Checks over a document and over a folder: problems stamped into findings with their evidence."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from hashlib import sha256

from pipeline.checks.catalogue import CATALOGUE
from pipeline.checks.check import Check, Doubt, Scope
from pipeline.checks.merge import merged
from pipeline.checks.mute import muted
from pipeline.checks.view.folder import Folder
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import finding_field
from pipeline.lexicon.taught import teaching_in_force
from pipeline.model.finding import Extraction, Finding, Mention, Problem
from pipeline.model.source import Span
from pipeline.model.value import Record, Value

ID_DIGITS = 12
ASKED_OF_ONE = tuple(one for one in CATALOGUE if one.scope is not Scope.FOLDER)

# Line, column and text of a span in the document of a record.
Locate = Callable[[Record, Span], tuple[int, int, str]]


def check_document(extraction: Extraction, today: date) -> tuple[Finding, ...]:
    """Findings of one document: of its bytes, of each record, and of its records together."""
    return checked(extraction, today).findings


def checked(extraction: Extraction, today: date) -> Extraction:
    """What a document gave with its findings, and whether they are the same on every later day."""
    page = Page(extraction, today)
    asked = _asked(page)
    doubts = [
        (one, doubt)
        for one in ASKED_OF_ONE
        for doubt in _doubts(one, page, asked.get(one.code, ()))
    ]
    found = merged(tuple(_stamped(one, doubt, page.locate) for one, doubt in doubts))
    findings = tuple(muted(_numbered(found), today))
    lasting = page.is_lasting and not teaching_in_force().mutes
    return replace(extraction, findings=findings, lasting=lasting)


def check_folder(folder: Folder) -> tuple[Finding, ...]:
    """Findings over all documents together: duplicates, outliers, places that disagree."""
    found = [
        _stamped(one, doubt, folder.locate)
        for one in CATALOGUE
        if one.scope is Scope.FOLDER
        for doubt in one.run(folder)
        if isinstance(doubt, Doubt)
    ]
    return tuple(muted(_numbered(found), folder.today))


def _asked(page: Page) -> dict[str, list[Record]]:
    """The records that each check has to be asked of, by its code."""
    found: dict[str, list[Record]] = {}
    for record in page.records:
        for code in _codes(record.fields_held, record.fields):
            found.setdefault(code, []).append(record)
    return found


@lru_cache(maxsize=1024)  # the records of a page mostly have the same fields
def _codes(held: frozenset[str], known: frozenset[str]) -> tuple[str, ...]:
    """The checks of records that have anything to ask of one with these fields."""
    checks = (one for one in ASKED_OF_ONE if one.scope is Scope.RECORD)
    return tuple(one.code for one in checks if one.is_asked(held, known))


def _doubts(one: Check, page: Page, records: Sequence[Record]) -> Iterator[Doubt]:
    """What a check of a document or of its records says."""
    if one.scope is Scope.DOCUMENT:
        yield from (doubt for doubt in one.run(page) if isinstance(doubt, Doubt))
        return
    if not records or (one.told is not None and not page.once(one.told)):
        return
    for record in records:
        for problem in one.run(**arguments(one, record, page)):
            if isinstance(problem, Problem):
                yield Doubt(record, problem)


def arguments(one: Check, record: Record, page: Page) -> dict[str, object]:
    """What a check of a record is called with; the record has every field that it needs."""
    given: dict[str, object] = {"record": record} if "record" in one.wants else {}
    if "page" in one.wants:
        given["page"] = page
    for field in one.fields:  # True where it takes several values
        given[field] = record.held(field) if one.fields[field] else record.one(field)
    return given


def _stamped(one: Check, doubt: Doubt, locate: Locate) -> Finding:
    """A finding of a doubt, without its number among equals."""
    record, problem = doubt.record, doubt.problem
    span = _span(record, problem)
    line, column, text = locate(record, span)
    fields = tuple(dict.fromkeys(finding_field(name) for name in _fields(problem)))
    return Finding(
        id=_id(one.code, record.id or record.document, fields, _literals(problem, text)),
        code=one.code,
        severity=problem.severity or one.severity,
        document=record.document,
        record_id=record.id,
        field=fields[0] if fields else "",
        fields=fields,
        message=problem.message,
        computed=problem.computed,
        line=line,
        column=column,
        start=span.start,
        end=span.end,
        text=text,
        evidence=tuple(_mentions(doubt)),
        suggestions=problem.suggest,
    )


def _span(record: Record, problem: Problem) -> Span:
    """Where a finding stands: where its problem says, else at the value to blame."""
    if problem.span is not None:
        return problem.span
    return problem.at[0].evidence.span if problem.at else Span(record.span.start, record.span.start)


def _fields(problem: Problem) -> Iterator[str]:
    """The fields that take part, the blamed one first."""
    if problem.field:
        yield problem.field
    yield from (value.field for value in problem.at)


def _mentions(doubt: Doubt) -> Iterator[Mention]:
    for position, value in enumerate(doubt.problem.at):
        owner = _owner(value, (doubt.record, *doubt.others))
        role = "involved" if position else "blamed"
        span, text = value.evidence.span, value.evidence.text
        yield Mention(owner.document, owner.id, span.start, span.end, text, role)


def _owner(value: Value, records: Sequence[Record]) -> Record:
    """Whose value it is, among the records that a doubt names."""
    return next((one for one in records if any(value is own for own in one.values)), records[0])


def _literals(problem: Problem, text: str) -> list[str]:
    """What is quoted of the text: the values involved, or the place that has none."""
    return sorted(value.evidence.text for value in problem.at) or [text]


def _id(code: str, owner: str, fields: Iterable[str], literals: list[str]) -> str:
    """A name that survives other runs: no offsets, no statistics, no order."""
    involved = [code, owner, sorted(fields), literals]
    return sha256(json.dumps(involved).encode()).hexdigest()[:ID_DIGITS]


def _numbered(found: Iterable[Finding]) -> Iterator[Finding]:
    """Findings with equal names told apart by -2, -3 in the order of the text."""
    seen: Counter[str] = Counter()
    for finding in found:
        seen[finding.id] += 1
        number = seen[finding.id]
        yield finding if number == 1 else replace(finding, id=f"{finding.id}-{number}")
