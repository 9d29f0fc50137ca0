"""Plain words for the report: fields, figures, headlines and the commands that decide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from shlex import quote
from typing import NamedTuple

from pipeline.model.finding import Change, Finding, Severity, Status, Suggestion
from pipeline.write.escape import terminal
from pipeline.write.reporting.content import Report
from pipeline.write.reporting.top import Held

SPACE = "\N{NO-BREAK SPACE}"
SHORTEST_PREFIX = 8
UNIT_SUFFIX = re.compile(r"_(km2|km|mm|m|c|per_km2)$")
PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
SHOWN_UNIT = {
    **dict.fromkeys(("person", "count", "number", "money"), ""),
    "percent": "%",
    "times": "×",
    "kilometer ** 2": "km²",
    "1 / kilometer ** 2": "per km²",
    "kilometer": "km",
    "meter": "m",
    "millimeter": "mm",
    "degree_Celsius": "°C",
}


class Replacement(NamedTuple):
    """A literal as it stands and what would stand for it; ``reads`` is the value that would be."""

    before: str
    after: str
    reads: str = ""


class Answer(NamedTuple):
    """One thing a reviewer can say to a finding, and the command that says it."""

    verdict: str
    command: str
    replacements: tuple[Replacement, ...] = ()
    reason: str = ""
    mechanism: str = ""


def plural(count: int, noun: str) -> str:
    """The count with its noun: ``1 record``, ``1,200 records``."""
    return f"{grouped(count)} {noun}{'' if count == 1 else 's'}"


def grouped(number: Decimal | int) -> str:
    """The number without exponent or padding, grouped by commas as in the messages of checks."""
    text = format(Decimal(number), ",f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def field_name(field: str) -> str:
    """The field in plain words: ``area`` for ``area_km2``, the label for ``other:...``."""
    return UNIT_SUFFIX.sub("", field.removeprefix("other:")).replace("_", " ").replace("-", " ")


def value_text(held: Held) -> str:
    """The value with its unit, as a reader would write it."""
    if not isinstance(held.value, Decimal):
        return held.value
    unit = SHOWN_UNIT.get(held.unit, held.unit)
    figure = f"{grouped(held.value)}{SPACE if unit else ''}{unit}"
    return f"{figure} ({held.of})" if held.of else figure


def headline(report: Report) -> str:
    """What the report says in one sentence; notes inform and wait for nobody."""
    counts = report.counts
    waiting = counts.unanswered(Severity.ERROR) + counts.unanswered(Severity.WARNING)
    if waiting:
        verb = "waits" if waiting == 1 else "wait"
        return f"{plural(waiting, 'finding')} {verb} for an answer"
    answered = counts.total > counts.unanswered()
    return "Nothing waits for an answer" if answered else "Nothing looks wrong"


def severities(report: Report) -> str:
    """The open findings by severity: ``2 errors, 9 warnings and 3 notes``."""
    counts = ((report.counts.unanswered(one), one) for one in Severity)
    parts = [plural(count, one) for count, one in counts if count]
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if parts[1:] else "".join(parts)


def share(part: int, whole: int) -> str:
    """The share as a percentage that never rounds up to a whole: ``99.9``, never ``100``."""
    if not whole:
        return ""
    tenths = part * 1000 // whole
    return f"{tenths // 10}.{tenths % 10}" if tenths < 1000 else "100"


def prefixes(report: Report) -> dict[str, str]:
    """The shortest prefix of each finding's id that names it alone; its id where none is sure."""
    ids = sorted({one.finding.id for one in report.shown})
    if report.left_out:
        return {one: one for one in ids}
    common = [0, *(_common(*pair) for pair in pairwise(ids)), 0]
    return {
        one: one[: max(SHORTEST_PREFIX, 1 + max(common[at : at + 2]))] for at, one in enumerate(ids)
    }


def answers(finding: Finding, prefix: str, values: Iterable[Held] = ()) -> tuple[Answer, ...]:
    """The answers that fit a finding, the suggested ones first; undo for an answered one.

    A decision whose finding is gone can only be undone as well.
    """
    held = tuple(values)
    if finding.status is not Status.OPEN:
        return (Answer("undo", _command(prefix, "undo"), tuple(_decided(finding, held))),)
    offered = (
        _answer(finding, suggestion, held)._replace(
            # The first needs no naming; another is named by the value it suggests.
            command=_command(prefix, "accept", suggestion.value if at else "")
        )
        for at, suggestion in enumerate(finding.suggestions)
    )
    return (*offered, Answer("keep", _command(prefix, "keep")))


def _decided(finding: Finding, held: Iterable[Held]) -> Iterator[Replacement]:
    """What is in force by decision for the literal of a finding."""
    for one in held:
        if one.decision and one.literal == finding.text:
            yield Replacement(finding.text, value_text(one))


def _common(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _answer(finding: Finding, suggestion: Suggestion, held: Sequence[Held]) -> Answer:
    whole = Change(finding.field, "", finding.text, suggestion.value)
    changes = suggestion.changes or (whole,)
    replacements = (_replacement(change, held) for change in changes)
    return Answer("accept", "", tuple(replacements), suggestion.reason, suggestion.mechanism)


def _replacement(change: Change, held: Sequence[Held]) -> Replacement:
    """What stands at the value now, and the text in its place, with how that reads."""
    reads = _after(change.field, change.value, {one.field: one.unit for one in held})
    if change.corrected in ("", change.literal, change.value, reads):
        return Replacement(change.literal, reads)
    return Replacement(change.literal, change.corrected, reads)


def _after(field: str, value: str, units: Mapping[str, str]) -> str:
    if not PLAIN_NUMBER.fullmatch(value):
        return value
    return value_text(Held(field, Decimal(value), units.get(field, ""), ""))


def _command(prefix: str, verdict: str, value: str = "") -> str:
    if terminal(value) != value:  # nobody should paste what they cannot see into a shell
        return ""
    words = ["pipeline", "decide", prefix, verdict]
    options_end = ["--"] if value.startswith("-") else []
    return " ".join(quote(word) for word in [*words, *options_end, *([value] if value else [])])
