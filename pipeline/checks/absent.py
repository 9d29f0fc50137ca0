"""Codes of the catalogue of checks that no check has, and why: ``docs/checks.md`` lists them."""

from __future__ import annotations

ABSENT = {
    "T07": "Names of one record are compared by T06; over a page, two names that are near to each "
    "other are mostly two places.",
    "A12": "E02 looks at places and their regions.",
    "A13": "Growth rates and indices are not read as fields.",
    "D07": "A03 and C02 compare only figures of the same time, which leaves nothing to say.",
    "D08": "Every date keeps the precision that is written; nothing is assumed.",
    "D10": "An age in years is rounded to what sounds well.",
    "C07": "Which name a page uses at which time cannot be told from the page.",
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
