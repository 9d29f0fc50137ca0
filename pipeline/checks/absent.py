"""Codes of the catalogue of checks that no check has, and why: ``docs/checks.md`` lists them."""

from __future__ import annotations

ABSENT = {
    "D08": "Every date keeps the precision that is written; nothing is assumed, so that nothing is lost.",
    "C07": "Pages use an old name on purpose, in a title of its time or for a ship; which they mean cannot be told.",
    "X05": "No check of one run: `changes.json` lists figures that outgrew those of an earlier run.",
    "X10": "Completeness is a column of the records; what neighbours have and one lacks is F01.",
    "M01": "It cannot fail in a run: tests hold that every span re-reads to its literal.",
    "M02": "A check that lacks one of its fields does not apply; the report counts what was found.",
    "M03": "Tests hold that every check proves its own examples.",
    "M05": "No check of one run: `changes.json` lists measures that drifted since an earlier run.",
}
