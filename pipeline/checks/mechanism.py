"""The mechanisms of mistakes in figures, in order of trial: the catalogue that ``repair`` asks."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.candidate import Candidate, Clue
from pipeline.checks.literal import written
from pipeline.checks.mark_slip import groups, separators
from pipeline.checks.scale_slip import scale_slips, signs, unit_slips


def candidates(clue: Clue) -> Iterator[Candidate]:
    """Every candidate that needs no equation to be found, in order of mechanism."""
    yield from unit_slips(clue.value)
    parts = written(clue.value)
    if parts is None:
        return
    yield from separators(parts, clue.marks)
    yield from groups(parts)
    yield from scale_slips(parts, clue.siblings)
    yield from signs(clue.value, parts)
