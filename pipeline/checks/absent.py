"""Codes of the catalogue of checks that no check has, and why: ``docs/checks.md`` lists them."""

from __future__ import annotations

ABSENT = {
    "T07": "Names of one record are compared by T06; over a page, two names that are near to each "
    "other are mostly two places.",
    "F03": "A figure with the unit of another dimension is not read as the field's value: the fact "
    "shows as missing (F01) or the figure as left over (T04).",
    "F09": "A country that no list knows is not read as one, so that it shows as missing.",
    "F10": "Addresses are kept as written; without a network nobody can tell which still work.",
    "F12": "Placeholders are not read as values.",
    "A06": "Shares of a part of something else are read as claims, and only those of areas have a "
    "whole that is known.",
    "A09": "Ranges are read as one interval; a reversed one is no range.",
    "A10": "Lists in prose are rarely complete, and say so.",
    "A12": "E02 looks at places and their regions.",
    "A13": "Growth rates and indices are not read as fields.",
    "D07": "A03 and C02 compare only figures of the same time, which leaves nothing to say.",
    "D08": "Every date keeps the precision that is written; nothing is assumed.",
    "D10": "An age in years is rounded to what sounds well.",
    "C06": "Changes are told without the figure before, mostly.",
    "C07": "Which name a page uses at which time cannot be told from the page.",
    "X01": "One place in two files is mostly one text in two files, which T03 finds.",
    "X03": "Over a folder of places of every kind no size is an outlier; F05 looks within a page.",
    "X04": "Places are told apart by document.",
    "X05": "No check of one run: `changes.json` lists figures that outgrew those of an earlier run.",
    "X06": "A shift of a whole column shows as several findings of A04 and E01.",
    "X07": "A unit that only some rows lack is inherited; F05 and A04 find what is left.",
    "X08": "How many partners a page claims is rarely the number of its profiles.",
    "X09": "Records do not name their parts, so that there is nothing to sum.",
    "X10": "Completeness is a column of the records, no doubt.",
    "M01": "Tests hold that every span re-reads to its literal.",
    "M02": "A check that lacks one of its fields does not apply; the report counts what was found.",
    "M03": "Tests hold that every check proves its own examples.",
    "M04": "Documents without records stand in the table of documents.",
    "M05": "No check of one run: `changes.json` lists measures that drifted since an earlier run.",
    "M06": "No check of a text: a run lists the decisions whose finding is gone and the lines of "
    "`decisions.jsonl` that decide nothing.",
}
