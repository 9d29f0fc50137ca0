"""The log followed while others write to it."""

from __future__ import annotations

import pytest

from pipeline.model.finding import Decision
from pipeline.review.decisions import LOG, append_decision, read_decisions
from pipeline.review.journal import Journal
from pipeline.review.refusal import ConflictError, NotWritableError


def said(verdict, finding_id="one", by="Ada"):
    return Decision(finding_id, "A03", "a.txt#a", "", "gdp", ("2",), verdict, "", (), by, "", "")


def test_what_others_append_is_seen(tmp_path):
    journal = Journal(tmp_path)
    assert journal.refresh() == frozenset()
    append_decision(tmp_path, said("keep"))
    append_decision(tmp_path, said("accept", "two", "Grace"))
    assert journal.refresh() == {"one", "two"}
    assert journal.refresh() == frozenset()
    assert journal.standing("two").by == "Grace"
    assert [one.finding_id for one in journal.latest(5)] == ["two", "one"]


VERDICTS = (
    (("keep",), "keep"),
    (("keep", "accept"), "accept"),
    (("keep", "accept", "undo"), "keep"),
    (("keep", "undo"), None),
    (("undo",), None),
    (("keep", "undo", "undo", "accept"), "accept"),
)


@pytest.mark.parametrize(("verdicts", "stands"), VERDICTS)
def test_an_undo_takes_back_the_last(tmp_path, verdicts, stands):
    journal = Journal(tmp_path)
    for verdict in verdicts:
        append_decision(tmp_path, said(verdict))
    journal.refresh()
    standing = journal.standing("one")
    assert (standing.verdict if standing else None) == stands
    assert journal.entries("one") == len(verdicts)


def test_who_has_not_seen_the_last_entry_writes_nothing(tmp_path):
    ours, theirs = Journal(tmp_path), Journal(tmp_path)
    theirs.append([said("keep", by="Grace")], {})
    with pytest.raises(ConflictError, match="Grace"):
        ours.append([said("accept", "two"), said("accept")], {})
    assert [one.by for one in read_decisions(tmp_path).decisions] == ["Grace"]
    ours.append([said("accept")], {"one": 1})
    assert ours.standing("one").verdict == "accept"


def test_half_a_line_waits_for_its_rest(tmp_path):
    journal = Journal(tmp_path)
    append_decision(tmp_path, said("keep"))
    whole = (tmp_path / LOG).read_bytes()
    (tmp_path / LOG).write_bytes(whole[:20])
    assert journal.refresh() == frozenset()
    (tmp_path / LOG).write_bytes(whole)
    assert journal.refresh() == {"one"}


def test_a_line_that_is_no_decision_says_nothing(tmp_path):
    (tmp_path / LOG).write_bytes(b"\n{}\nnonsense\n")
    journal = Journal(tmp_path)
    assert journal.refresh() == frozenset()
    assert len(journal) == 0


def test_another_log_in_its_place_is_read_anew(tmp_path):
    journal = Journal(tmp_path)
    append_decision(tmp_path, said("keep"))
    journal.refresh()
    (tmp_path / LOG).unlink()
    assert journal.refresh() == {"one"}
    assert journal.standing("one") is None


def test_a_folder_that_is_gone_is_said(tmp_path):
    with pytest.raises(NotWritableError):
        Journal(tmp_path / "gone").append([said("keep")], {})
