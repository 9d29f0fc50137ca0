"""Texts scored against the gold beside them."""

from __future__ import annotations

import json

import pytest

GOLD = {"profiles": [{"name": "Mariposa", "country": "CA", "area_km2": 425, "population": 900}]}
DAY = ("--today", "2026-01-01")


@pytest.fixture
def gold(raw):
    (raw / "a.gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return raw


def test_texts_are_read_and_scored(pipeline, gold):
    code, printed, complained = pipeline("score", gold, *DAY)
    assert (code, complained) == (0, "")
    assert "a [Mariposa]: 900 <- read 1220000" in printed
    assert sorted(path.name for path in gold.iterdir()) == ["a.gold.json", "a.txt"]


def test_an_output_is_scored(pipeline, gold, tmp_path):
    pipeline("run", gold, "--output", tmp_path / "out", *DAY)
    code, printed, _ = pipeline("score", gold, tmp_path / "out", "--json")
    assert code == 0
    assert json.loads(printed)["fields"]["population"]["f1"] == 0


def test_without_gold_it_says_what_to_do(pipeline, raw):
    code, printed, complained = pipeline("score", raw)
    assert (code, printed) == (2, "")
    assert "holds no NAME.gold.json" in complained
