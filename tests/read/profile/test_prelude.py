"""Paragraphs that open with some words before a colon, below the heading that they tell of."""

from __future__ import annotations

import pytest

from pipeline import read_text
from pipeline.model.source import FIELD
from pipeline.normalize.text import fold
from pipeline.read.layout import read_layout

PAGE = """Our partner towns

Kirnau
A small town in Germany, Kirnau has some 8,200 inhabitants on 16.5 sq km. The oath was taken on 4 May 1974.

Norvale
{} It lies at 533 metres and had 16,332 inhabitants in 2015. A funicular goes up to the lake.

Elmstad
Above the valley, in the south of France, stands the castle. The town counts 12,000 residents.
"""


@pytest.mark.parametrize(
    ("opening", "country"),
    [
        ("From sea to summit: Norvale, in Switzerland, is called the town of the sun.", "CH"),
        ("A contrast: Norvale, in Switzerland, is the driest of the towns in this list.", "CH"),
        ("Hills, hills: no town in Switzerland has more of them than Norvale, they say.", "CH"),
        ("Population: 16,332 inhabitants in Norvale, Switzerland, of whom many work here.", None),
        ("Climate of the hills: no other town in Switzerland has so little rain.", None),
    ],
)
def test_a_paragraph_that_says_the_name_above_it_is_no_value_of_a_label(opening, country):
    layout = read_layout(fold(PAGE.format(opening)))
    kinds = [line.kind for p in layout.profiles for line in p.lines if line.label is not None]
    assert kinds == ([] if country else [FIELD])
    if country:
        records = read_text(PAGE.format(opening)).records
        assert [r.one("name").value for r in records] == ["Kirnau", "Norvale", "Elmstad"]
        assert records[1].one("country").value == country
