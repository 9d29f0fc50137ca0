"""Right, missed and wrong, and what they make."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple


class Tally(NamedTuple):
    """How many values were right, missed and wrong."""

    right: int = 0
    missed: int = 0
    wrong: int = 0

    def plus(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(*(one + two for one, two in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        """The share of what was read that is right; 1 where nothing was read."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what there is that was read; 1 where there is nothing."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def compared(gold: Sequence[str], read: Sequence[str], agree: Callable[[str, str], bool]) -> Tally:
    """The values of one field of one place: each that was read counts for one gold value."""
    left, right = list(read), 0
    for wanted in gold:
        hit = next((one for one in left if agree(wanted, one)), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    return Tally(right, len(gold) - right, len(left))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
