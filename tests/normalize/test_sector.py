from __future__ import annotations

import pytest

from pipeline.model.source import Span
from pipeline.normalize.sector import sector_of, sector_spans
from pipeline.normalize.text import fold

NAMES = (
    ("Primary", "primary"),
    ("1차", "primary"),
    ("第二产业", "secondary"),
    ("secteur tertiaire", "tertiary"),
    ("Agriculture", "agriculture"),
    ("", ""),
)


@pytest.mark.parametrize(("name", "sector"), NAMES)
def test_a_sector_has_one_name(name, sector):
    assert sector_of(name) == sector


TEXTS = (
    ("1차 24.2%, 2차 48.1%", ["1차", "2차"]),
    ("第一次産業 3.1%", ["第一次産業"]),
    ("Primary (3.9%)", ["Primary"]),
    ("24.2%, 48.1%", []),
    ("21차례 열렸다", []),
)


@pytest.mark.parametrize(("text", "named"), TEXTS)
def test_sectors_are_found_where_they_are_named(text, named):
    spans = sector_spans(fold(text), Span(0, len(text)))
    assert [text[span.start : span.end] for span in spans] == named
