"""Headings that by themselves name a place."""

from __future__ import annotations

import pytest

from pipeline.read.profile.placename import names_place


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Norvale in Colle (Italien)", True),
        ("Norvale ob der Elm (Deutschland)", True),
        ("Norvale nad Labem (République tchèque)", True),
        ("Norvale al Lago (Italy)", True),
        ("Norvale (Italy)", True),
        ("大谷市", True),
        ("中山区（中国）", True),
        ("大学", False),
        ("大谷大学など20校", False),
        ("Norvale in Colle", False),
        ("Norvale ob der Elm (siehe unten)", False),
        ("We walk with friends (Italy)", False),
    ],
)
def test_small_words_in_a_name_before_its_country(heading, expected):
    assert names_place(heading) is expected
