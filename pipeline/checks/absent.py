"""Codes of the catalogue of checks that no check has, and why: ``docs/checks.md`` lists them."""

from __future__ import annotations

ABSENT = {
    "A12": "E02 looks at places and their regions.",
    "D08": "Every date keeps the precision that is written; nothing is assumed.",
    "C07": "Which name a page uses at which time cannot be told from the page.",
    "X05": "No check of one run: `changes.json` lists figures that outgrew those of an earlier run.",
    "X06": "A shift of a column breaks the density, the shares and the reference of every row: A04, A06 and E01.",
    "X07": "A unit that only some rows have shows in the shares (A06) or the density (A04) of the row.",
    "X10": "Completeness is a column of the records, no doubt.",
    "M01": "Tests hold that every span re-reads to its literal.",
    "M02": "A check that lacks one of its fields does not apply; the report counts what was found.",
    "M03": "Tests hold that every check proves its own examples.",
    "M04": "Documents without records stand in the table of documents.",
    "M05": "No check of one run: `changes.json` lists measures that drifted since an earlier run.",
}
