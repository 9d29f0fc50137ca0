"""What a mistaken figure may have been meant to be: one candidate, and how likely its slip is.

Priors are logarithms of shares. Those of digits are Scholtus (2009), table 1 (a digit replaced
.74, omitted .10, transposed .10, added .07); the others order the slips as pages show them: a
mark or a unit mistaken is common, a lost scale word rarer, a scale word mistaken for another
rarest.
"""

from __future__ import annotations

from decimal import Decimal
from math import log
from typing import NamedTuple

from pipeline.model.value import Marks, Value

REPLACED, OMITTED, TRANSPOSED, ADDED = log(0.74), log(0.10), log(0.10), log(0.07)
MARK, EMPTY_GROUP, UNIT, INHERITED, DOUBLED = -0.7, -1.0, -0.7, -0.7, -0.3
GROUP_LOST, SCALE_LOST, SCALE_MISTAKEN, OTHER_UNIT, GROUP_ADDED = -2.5, -3.0, -4.0, -4.0, -8.0
IN_FULL, MISPLACED, JOINED, FRACTION, SWAPPED = -1.0, -2.5, -2.0, -3.0, -1.5
COMPUTED, AGAINST_THE_PAGE = -6.0, -3.0


class Candidate(NamedTuple):
    """One way a literal may have been meant.

    ``evident`` tells that the literal itself shows the slip, not only what follows from it.
    """

    literal: str
    number: Decimal
    mechanism: str
    reason: str
    prior: float
    evident: bool = False


class Clue(NamedTuple):
    """A figure to mend with what stands around it.

    ``rivals`` are the other readings of its literal, ``siblings`` the same field's values in the
    page's other records, ``marks`` those that the page's other figures use.
    """

    value: Value
    rivals: tuple[Value, ...] = ()
    siblings: tuple[Value, ...] = ()
    marks: Marks = Marks()
