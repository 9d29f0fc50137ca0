"""The decision log: ``decisions.jsonl`` beside the texts, one JSON object a line, append-only.

No function rewrites it. A line that cannot be read costs that line, and says so in a finding.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.model.finding import Change, Decision, Finding, Severity

LOG = "decisions.jsonl"
ACCEPT, KEEP, REPLACE, UNDO = VERDICTS = ("accept", "keep", "replace", "undo")

MALFORMED = "M06"

_LISTS = ("literals", "changes")
_LONGEST_LINE = 1_000_000  # bytes; no decision of a person comes near
_OWN_ONLY = 0o644


class NoDecisionError(ValueError):
    """A line of the log holds no decision; the message says why."""


class Malformed(NamedTuple):
    """A line of the log that is no decision: its number, counted from 1, and why."""

    line: int
    reason: str


class Log(NamedTuple):
    """What the log holds: decisions in the order they were taken, and lines that are none."""

    decisions: tuple[Decision, ...] = ()
    malformed: tuple[Malformed, ...] = ()


def read_decisions(raw: Path) -> Log:
    """The log of a folder of texts; empty where nobody has decided anything yet."""
    decisions, malformed = [], []
    for number, line in enumerate(_lines(raw / LOG), start=1):
        try:
            decisions.append(decision_of(line))
        except (ValueError, RecursionError) as error:
            malformed.append(Malformed(number, str(error)))
    return Log(tuple(decisions), tuple(malformed))


def append_decision(raw: Path, decision: Decision) -> None:
    """Adds one line to the log and sees it onto the disk; waits for whoever else is writing.

    Raises:
        OSError: the machine refuses to write there.
    """
    with held_log(raw) as log:
        append_to(log, (decision,))


@contextmanager
def held_log(raw: Path) -> Iterator[int]:
    """The log opened, made where there is none, for whoever wants to write it alone.

    Raises:
        OSError: the machine refuses to write there.
    """
    log = os.open(raw / LOG, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, _OWN_ONLY)
    try:
        fcntl.flock(log, fcntl.LOCK_EX)
        yield log
    finally:
        os.close(log)


def append_to(log: int, decisions: Iterable[Decision]) -> None:
    """Adds a line per decision to a held log and sees them onto the disk."""
    lines = (json.dumps(_fields(one), ensure_ascii=False) + "\n" for one in decisions)
    text = "".join(lines).encode("utf-8", "backslashreplace")
    if text:
        _write(log, _line_end(log) + text)
        os.fsync(log)


def malformed_findings(log: Log) -> tuple[Finding, ...]:
    """A note for every line of the log that could not be read, so that none is lost silently."""
    return tuple(_finding(one) for one in log.malformed)


def _lines(path: Path) -> Iterator[bytes]:
    """Lines of the log without their ends, blank ones left in so that numbers hold."""
    if path.is_file():
        yield from path.read_bytes().removesuffix(b"\n").split(b"\n")


def decision_of(line: bytes) -> Decision:
    """The decision that a line of the log holds.

    Raises:
        NoDecisionError: it holds none; the message says why.
        ValueError: it is no JSON.
        RecursionError: it is nested without end.
    """
    if len(line) > _LONGEST_LINE:
        raise NoDecisionError("is too long for a decision")
    given = json.loads(line)
    if not isinstance(given, dict):
        raise NoDecisionError("is no JSON object")
    texts = {name: _text(given, name) for name in Decision._fields if name not in _LISTS}
    if texts["verdict"] not in VERDICTS:
        raise NoDecisionError(
            f"has the verdict {texts['verdict']!r}, not one of {', '.join(VERDICTS)}"
        )
    literals = tuple(_text({"literals": one}, "literals") for one in _list(given, "literals"))
    return Decision(
        **texts, literals=literals, changes=tuple(map(_change, _list(given, "changes")))
    )


def _text(given: Mapping[str, Any], name: str) -> str:
    text = given.get(name)
    if not isinstance(text, str):
        raise NoDecisionError(f"has no text {name!r}")
    return text


def _list(given: Mapping[str, Any], name: str) -> list[Any]:
    listed = given.get(name)
    if not isinstance(listed, list):
        raise NoDecisionError(f"has no list {name!r}")
    return listed


def _change(given: object) -> Change:
    if not isinstance(given, dict):
        raise NoDecisionError("has a change that is no JSON object")
    return Change(*(_text({"corrected": "", **given}, name) for name in Change._fields))


def _fields(decision: Decision) -> dict[str, Any]:
    return {**decision._asdict(), "changes": [change._asdict() for change in decision.changes]}


def _line_end(log: int) -> bytes:
    """A line feed where the last writer was stopped in the middle of a line."""
    size = os.fstat(log).st_size
    return b"\n" if size and os.pread(log, 1, size - 1) != b"\n" else b""


def _write(log: int, line: bytes) -> None:
    while line:
        line = line[os.write(log, line) :]


def _finding(one: Malformed) -> Finding:
    return Finding(
        id=f"{MALFORMED.lower()}-{one.line}",
        code=MALFORMED,
        severity=Severity.NOTE,
        document=LOG,
        record_id="",
        field="",
        fields=(),
        message=f"Line {one.line} of {LOG} {one.reason}; it decides nothing.",
        computed="",
        line=one.line,
        column=1,
        start=0,
        end=0,
        text="",
    )
