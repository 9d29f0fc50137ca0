"""What a reviewer chooses on the page, and the decision that a choice is."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from pipeline.model.finding import Decision, Finding, Status
from pipeline.review.decide import Answer, answered
from pipeline.review.decisions import ACCEPT
from pipeline.review.lesson import Written
from pipeline.review.refusal import NothingToAcceptError, StaleFindingError

LONGEST = 60  # characters of a literal that tell which one is meant


class Choice(NamedTuple):
    """What a reviewer chose on a finding's screen.

    ``offer`` counts suggestions from 0. ``seen`` is how many entries of the log about the finding
    the screen knew of.
    """

    verdict: str
    offer: int = 0
    value: str = ""
    note: str = ""
    seen: int = 0


class Action(NamedTuple):
    """One thing done at this desk: the decisions it put on the log, or what it taught.

    ``answered`` is how many findings a lesson will answer at the next run.
    """

    verdict: str
    decisions: tuple[Decision, ...]
    words: str
    taught: Written | None = None
    answered: int = 0


def said(finding: Finding, decision: Decision) -> str:
    """What a decision does to the text, and where: for the person who has just taken it."""
    value = decision.value
    changed = [(one.literal, one.corrected or one.value) for one in decision.changes]
    changes = changed or ([(finding.text, value)] if value else [])
    what = ", ".join(f"{_quoted(old)}{new or 'no value'}" for old, new in changes)
    text = " ".join(finding.text.split())
    return f"{what or _shortened(text) or finding.message} · {finding.document}:{finding.line}"


def _quoted(literal: str) -> str:
    return f"“{_shortened(literal)}” → " if literal else ""


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def chosen(finding: Finding, choice: Choice) -> Decision:
    """The decision that a choice is; the offer counted is the one accepted.

    Raises:
        RefusedError: the choice does not fit the finding.
    """
    if choice.verdict != ACCEPT:
        return answered(finding, Answer(finding.id, choice.verdict, choice.value))
    if finding.status is Status.STALE:
        raise StaleFindingError(finding.id)
    if not 0 <= choice.offer < len(finding.suggestions):
        raise NothingToAcceptError(finding.id, [one.value for one in finding.suggestions])
    offered = replace(finding, suggestions=(finding.suggestions[choice.offer],))
    return answered(offered, Answer(finding.id, ACCEPT))
