"""Checks muted by a person: for a document, a place or a label, until a day."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.checks.mute import muted
from pipeline.lexicon.taught import taught
from pipeline.model.finding import Finding, Severity, Status
from pipeline.model.teaching import Mute, Teaching

DAY = date(2026, 1, 15)
LATER = date(2026, 12, 31)


def found(field="population", status=Status.OPEN):
    return Finding(
        "id", "A04", Severity.WARNING, "a.txt", "a.txt#north-town", field, (field,), "", "", 1, 1,
        0, 1, "1", status=status,
    )  # fmt: skip


MUTES = (
    (Mute("A04", "known", LATER, document="a.txt"), True),
    (Mute("A04", "known", DAY, document="a.txt"), True),
    (Mute("A04", "known", date(2026, 1, 14), document="a.txt"), False),
    (Mute("A05", "known", LATER, document="a.txt"), False),
    (Mute("A04", "known", LATER, document="b.txt"), False),
    (Mute("A04", "known", LATER, place="North Town"), True),
    (Mute("A04", "known", LATER, place="a.txt#north-town"), True),
    (Mute("A04", "known", LATER, place="Town"), False),
    (Mute("A04", "known", LATER, label="Population"), True),
    (Mute("A04", "known", LATER, label="Area"), False),
    (Mute("A04", "known", LATER, document="a.txt", label="Area"), False),
)


@pytest.mark.parametrize(("mute", "is_muted"), MUTES)
def test_a_mute_covers_what_it_names(mute, is_muted):
    with taught(Teaching(mutes=(mute,))):
        (one,) = muted([found()], DAY)
    assert (one.status is Status.KEPT) == is_muted


def test_it_says_by_whom_until_when_and_why():
    with taught(Teaching(mutes=(Mute("A04", "a desert", LATER, document="a.txt", by="Ada"),))):
        (one,) = muted([found()], DAY)
    assert one.decided_by == "Ada, muted until 2026-12-31: a desert"


def test_an_answer_is_left_as_it_is():
    with taught(Teaching(mutes=(Mute("A04", "known", LATER, document="a.txt"),))):
        (one,) = muted([found(status=Status.ACCEPTED)], DAY)
    assert one.status is Status.ACCEPTED


def test_a_label_that_is_not_known_is_muted_by_its_words():
    with taught(Teaching(mutes=(Mute("A04", "known", LATER, label="Port tonnage:"),))):
        (one,) = muted([found(field="other:port-tonnage")], DAY)
    assert one.status is Status.KEPT
