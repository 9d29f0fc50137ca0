"""Teaching written down: what a person wrote stays as it is, and nothing broken is added."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.model.teaching import Mute, OwnField
from pipeline.review.beside import FILE
from pipeline.review.lecture import (
    Taught,
    TeachingRefusedError,
    expect,
    forget,
    label_means,
    mute_check,
    own_field,
    unit_means,
)
from pipeline.review.lesson import teach
from pipeline.review.teaching import read_teaching

WRITTEN = """\
# our own notes
[labels]
"Head count" = "population"   # on the pages of the north

[[mute]]
check = "T05"
reason = "a crest"
until = 2027-01-31
label = "Coat"
"""
MUTE = Mute("A04", "a desert", date(2027, 1, 31), place="Northtown", by="Ada")


@pytest.mark.parametrize(
    ("change", "added"),
    [
        (label_means("Seelen", "population"), 'Seelen = "population"'),
        (label_means("Coat: of arms", ""), '"Coat: of arms" = "other"'),
        (unit_means("sqk", "kilometer ** 2"), '[units]\nsqk = "kilometer ** 2"'),
        (own_field(OwnField("rivers", labels=("Rivers",))), "[fields.rivers]"),
        (mute_check(MUTE), 'reason = "a desert"\nuntil = 2027-01-31\nplace = "Northtown"'),
        (expect("", ("gdp", "founded")), '[expected]\nall = ["gdp", "founded"]'),
    ],
)
def test_an_entry_is_added_and_the_rest_stays(tmp_path, change, added):
    (tmp_path / FILE).write_text(WRITTEN, encoding="utf-8")
    teach(tmp_path, change)
    now = (tmp_path / FILE).read_text(encoding="utf-8")
    assert added in now
    for line in WRITTEN.splitlines():
        assert line in now
    assert read_teaching(tmp_path).problems == ()


def test_the_first_entry_makes_a_file_that_explains_itself(tmp_path):
    teach(tmp_path, label_means("Head count", "population"))
    assert (tmp_path / FILE).read_text(encoding="utf-8").startswith("# What the pages")
    assert read_teaching(tmp_path).teaching.labels == (("Head count", "population"),)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_every_kind_of_entry_is_read_back(tmp_path):
    teach(tmp_path, own_field(OwnField("rivers", "number", "Rivers", "", ("Rivers",))))
    teach(tmp_path, mute_check(MUTE))
    teach(tmp_path, mute_check(MUTE._replace(place="Weston")))
    teach(tmp_path, expect("a.txt", ("rivers",)))
    teaching = read_teaching(tmp_path).teaching
    assert teaching.fields == (OwnField("rivers", "number", "Rivers", "", ("Rivers",)),)
    assert [mute.place for mute in teaching.mutes] == ["Northtown", "Weston"]
    assert teaching.mutes[0] == MUTE
    assert teaching.expects("a.txt") == ("other:rivers",)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (label_means("Seelen", "popolation"), "did you mean 'population'"),
        (label_means("  ", "gdp"), "is no label"),
        (unit_means("sqk", "fog"), "no unit"),
        (own_field(OwnField("gdp")), "is a field already"),
        (mute_check(MUTE._replace(reason="")), "has no reason"),
        (mute_check(MUTE._replace(place="")), "would silence the check"),
        (expect("", ("gpd",)), "did you mean 'gdp'"),
    ],
)
def test_what_makes_no_sense_is_refused_and_not_written(tmp_path, change, problem):
    (tmp_path / FILE).write_text(WRITTEN, encoding="utf-8")
    with pytest.raises(TeachingRefusedError, match=problem):
        teach(tmp_path, change)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == WRITTEN


def test_what_was_broken_before_is_no_reason_to_refuse(tmp_path):
    (tmp_path / FILE).write_text('[labels]\na = "nonsense"\n', encoding="utf-8")
    teach(tmp_path, label_means("b", "gdp"))
    assert read_teaching(tmp_path).teaching.labels == (("b", "gdp"),)


@pytest.mark.parametrize("text", ["[labels", 'labels = "x"\n'])
def test_a_broken_file_is_to_be_mended_by_hand(tmp_path, text):
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(TeachingRefusedError):
        teach(tmp_path, label_means("b", "gdp"))
    assert (tmp_path / FILE).read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("entry", "gone"),
    [
        (Taught("labels", "Head count"), "Head count"),
        (Taught("mute", "0"), "a crest"),
        (Taught("labels", "never"), ""),
        (Taught("mute", "7"), ""),
        (Taught("units", "x"), ""),
    ],
)
def test_an_entry_is_forgotten(tmp_path, entry, gone):
    (tmp_path / FILE).write_text(WRITTEN, encoding="utf-8")
    teach(tmp_path, forget(entry))
    now = (tmp_path / FILE).read_text(encoding="utf-8")
    assert "# our own notes" in now
    assert (gone in WRITTEN and gone not in now) if gone else now == WRITTEN
