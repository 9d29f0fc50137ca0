"""Which labels are open: their value stands on the line below."""

from __future__ import annotations

import pytest

from pipeline.normalize.text import fold
from pipeline.read.join import join
from pipeline.read.lines import physical_lines, read_line

# (page, the label and the value of its first labelled line)
OPEN = (
    ("Households 2011\n33,004 in all", ("Households 2011", "33,004 in all")),
    ("Households 2011\nMayor: A. Bell", ("Households", "2011")),
    ("Founded 1868\n33,004 people came", ("Founded", "1868")),
    ("Households 2,011\n33,004 people came", ("Households", "2,011")),
    ("Population\n(2011) [1]\n33,004", ("Population (2011) [1]", "33,004")),
)


@pytest.mark.parametrize(("page", "expected"), OPEN)
def test_what_belongs_to_a_label_is_not_its_value(page, expected):
    text = fold(page)
    lines = [line for span in physical_lines(text) for line in read_line(text, span)]
    first = next(line for line in join(text, lines) if line.label is not None)
    said = " ".join(text[slice(*first.label)].split()), text[slice(*first.body)]
    assert said == expected


def test_a_page_without_lines_has_none():
    assert join("", ()) == ()
