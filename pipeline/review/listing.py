"""Findings and checks as lines and rows: what ``findings``, ``checks`` and ``explain`` show."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.checks.absent import ABSENT
from pipeline.checks.catalogue import TOLD
from pipeline.checks.check import Check
from pipeline.checks.example import documents
from pipeline.checks.upkeep import Upkeep
from pipeline.model.finding import Decision, Finding, Severity
from pipeline.review.decisions import ACCEPT, KEEP, REPLACE, UNDO
from pipeline.review.refusal import UnknownCheckError, UnknownDocumentError
from pipeline.review.written import read_digests, read_findings

CHECKS_HEAD = ("code", "severity", "level", "looks at", "what should hold")

_WORST_FIRST = tuple(Severity)


class Wanted(NamedTuple):
    """Which findings to list; an empty part asks for all."""

    severity: str = ""
    document: str = ""
    code: str = ""
    status: str = ""


def finding_lines(output: Path, wanted: Wanted) -> tuple[str, ...]:
    """The findings wanted as ``path:line:column: CODE id message``, worst first.

    Raises:
        NoFindingsError: the folder holds no output of a run.
        UnknownCheckError, UnknownDocumentError: there is none of that name to be asked about.
    """
    findings = read_findings(output)
    _refuse_unknown(output, findings, wanted)
    return tuple(map(line_of, select(findings, wanted)))


def _refuse_unknown(output: Path, findings: Iterable[Finding], wanted: Wanted) -> None:
    """A name mistyped must not look like a document without findings."""
    if wanted.code and wanted.code.upper() not in TOLD:
        raise UnknownCheckError(wanted.code, difflib.get_close_matches(wanted.code.upper(), TOLD))
    known = {*read_digests(output), *(finding.document for finding in findings)}
    if wanted.document and wanted.document not in known:
        near = difflib.get_close_matches(wanted.document, sorted(known))
        raise UnknownDocumentError(wanted.document, near)


def select(findings: Iterable[Finding], wanted: Wanted) -> tuple[Finding, ...]:
    """The findings wanted: errors, then warnings, then notes, each in the order given."""
    fitting = (finding for finding in findings if _fits(finding, wanted))
    return tuple(sorted(fitting, key=lambda finding: _WORST_FIRST.index(finding.severity)))


def line_of(finding: Finding) -> str:
    """One finding as editors and scripts read it; control characters are left to the terminal."""
    place = f"{finding.document}:{finding.line}:{finding.column}"
    return f"{place}: {finding.code} {finding.id} {finding.message}"


def decision_line(decision: Decision) -> str:
    """One decision in words, for the person who has just taken it."""
    said = {
        ACCEPT: f"is {decision.value}, as suggested",
        KEEP: "is kept as written",
        REPLACE: f"is {decision.value}",
        UNDO: "is as it was before the last decision",
    }
    place = f"{decision.code} {decision.finding_id}: {decision.record_id}"
    return f"{place} {decision.field} {said[decision.verdict]}".replace("  ", " ")


def check_rows() -> tuple[tuple[str, ...], ...]:
    """One row a check below a head, in the order of trial."""
    return (CHECKS_HEAD, *((*map(str, _facts(one).values()),) for one in TOLD.values()))


def checks_json() -> str:
    """The checks as a JSON list of objects, with rationale and examples."""
    listed = [
        {**_facts(one), "rationale": one.rationale, "passes": one.good, "fails": list(one.bad)}
        for one in TOLD.values()
    ]
    return json.dumps(listed, ensure_ascii=False, indent=1)


def explanation(code: str) -> tuple[str, ...]:
    """What a check looks for and why, with an example that fails and one that passes.

    Of a code that no check has on purpose, the reason.

    Raises:
        UnknownCheckError: the catalogue does not have the code.
    """
    asked = code.strip().upper()
    if asked in ABSENT:
        return (f"{asked}: {ABSENT[asked]}",)
    if asked not in TOLD:
        raise UnknownCheckError(code, difflib.get_close_matches(asked, TOLD))
    return tuple(_explained(TOLD[asked]))


def _explained(one: Check | Upkeep) -> Iterator[str]:
    yield f"{one.code} ({one.severity.value}): {_claim(one)}"
    yield ""
    yield from (line.strip() for line in one.rationale.splitlines())
    for title, examples in (("Fails:", tuple(one.bad)), ("Passes:", one.good)):
        if examples:
            yield ""
            yield title
            yield from _indented(examples[0])


def _indented(example: str) -> Iterator[str]:
    """An example as whole documents, as one could save them."""
    for number, text in enumerate(documents(example)):
        if number:
            yield "and"
        yield from (f"    {line}" for line in text.splitlines())


def _facts(one: Check | Upkeep) -> dict[str, str | int]:
    return {
        "code": one.code,
        "severity": one.severity.value,
        "level": one.level,
        "scope": one.scope.value,
        "claim": _claim(one),
    }


def _claim(one: Check | Upkeep) -> str:
    """The check's name as a sentence: what should hold."""
    return one.name.replace("_", " ")


def _fits(finding: Finding, wanted: Wanted) -> bool:
    asked = (
        (wanted.severity, finding.severity.value),
        (wanted.document, finding.document),
        (wanted.code.upper(), finding.code),
        (wanted.status, finding.status.value),
    )
    return all(not wish or wish == fact for wish, fact in asked)
