"""Findings about what people keep beside the texts: the decision log and what was taught.

No check of a text makes them: the run does, when it reads the two files. They are listed and
explained like checks, and cannot be muted.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pipeline.checks.check import Scope
from pipeline.model.finding import Severity


class Upkeep(NamedTuple):
    """What should hold of a file that people keep, told in the way of a check."""

    code: str
    severity: Severity
    name: str
    rationale: str
    level: int = 0
    scope: Scope = Scope.FOLDER
    good: tuple[str, ...] = ()
    bad: Mapping[str, tuple[str, ...]] = {}


LOG = Upkeep(
    "M06",
    Severity.NOTE,
    "every_line_of_the_log_decides",
    """Every line of `decisions.jsonl` is a decision.

    A line that is cut short or was changed by hand decides nothing; the others hold. The file is
    only ever added to, so that the line stays until somebody takes it out. Decisions whose finding
    is gone are no such lines: they are listed as stale, each under the code of its own check.
    """,
)
LESSONS = Upkeep(
    "M07",
    Severity.WARNING,
    "what_is_taught_makes_sense",
    """Every entry of `_profiles.toml` teaches something.

    It names a field, a unit, a check or a day that there is. An entry that does not teaches
    nothing, and the message says what was expected in its place; the other entries hold. A mute
    whose day has passed is no such entry, it only mutes no more.
    """,
)
UPKEEP = (LOG, LESSONS)
