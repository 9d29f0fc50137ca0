"""Paragraphs broken into short lines, and what stands on short lines by itself."""

from __future__ import annotations

import pytest

from pipeline.read.unwrap import unwrap

REPORT = """\
REPORT ON OUR PARTNERS
Spring issue

Norvale, Ruritania

The partnership goes back to a visit in 1971, when the choir of the
harbour church sang in Norvale. The province has
1.55 million residents, and Easthaven alone counts 240,000 of them
on 96 square kilometres. In summer it is quiet there, and nobody
walks under the arcades before the evening.

Elmstad, Ruritania

A town on the western
border.
"""
LISTED = """\
- basilica of the twelfth century, seen by many pilgrims
- charter signed in the town hall by both of the mayors
- nine thousand inhabitants, most of them potters
"""
BELOW = """\
Known for
hot springs, oranges and a fleet of two hundred boats
Website
www.norvale.example
Known for
coffee of three hundred farms, turtles on the beach
Website
www.elmstad.example
"""
LABELLED = """\
Area: 96 km², of which one half is wood and the other
Population: 240,000 persons who live there all the year
Height: 112 metres above the sea at the railway station
"""
KEPT = ["REPORT ON OUR PARTNERS\nSpring issue\n", "western\nborder"]
JOINED = [
    "choir of the harbour church",
    "province has 1.55 million",
    "240,000 of them on 96 square",
]


@pytest.mark.parametrize("said", JOINED)
def test_a_line_goes_on_with_the_one_above(said):
    assert said in unwrap(REPORT)


@pytest.mark.parametrize("said", KEPT)
def test_a_line_that_is_not_filled_ends_where_it_does(said):
    assert said in unwrap(REPORT)


def test_offsets_stay():
    assert len(unwrap(REPORT)) == len(REPORT)


@pytest.mark.parametrize(
    "text",
    [
        "Norvale\nElmstad\nAshford\n",
        "Norvale has 9,000 people and two bridges over the river\nand one that is closed.\n",
        LISTED,
        BELOW,
        LABELLED,
        "norvale   12,000   96\nelmstad    9,400   41\nashford    7,100   30\noakville   3,300   22\n",
        "면적은 96제곱킬로미터이며\n인구는 24만 명이고 항구가\n있으며 산이 많다\n",
        "",
    ],
)
def test_a_page_without_broken_paragraphs_stays(text):
    assert unwrap(text) == text
