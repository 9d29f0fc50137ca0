"""R02 and R09: what stands behind 万 is more than it leaves room for, or has a point for a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks.mend.candidate import EMPTY_GROUP, GROUP_ADDED, MARK, Candidate
from pipeline.model.value import Value
from pipeline.normalize.digits import DIGITS, amounts
from pipeline.normalize.myriad import composite
from pipeline.normalize.text import fold

_REST = re.compile(r"(?P<rest>\d{1,4}(?:,\d{3})*),(?P<group>\d{3})(?=\D*$)")
_POINT = re.compile(r"(?<![\d.,])\d\.\d{3}(?=\D*$)")
MALFORMED, RULE = "malformed", "number:myriad"


def myriad_slips(value: Value) -> Iterator[Candidate]:
    """Figures that a malformed one in the East Asian way can stand for: 9만 7,120,000, 24万8.222."""
    if MALFORMED not in value.qualifier or RULE not in value.evidence.rule:
        return
    literal = value.evidence.text
    folded = fold(literal)
    group, point = _REST.search(folded), _POINT.search(folded)
    if group:
        kept = literal[: group.end("rest")] + literal[group.end() :]
        reason = f"the group “,{group['group']}” is one too many"
        prior = GROUP_ADDED if group["group"].strip("0") else EMPTY_GROUP
        yield Candidate(kept, _number(value, kept), "R09", reason, prior, evident=True)
    if point:
        kept = literal[: point.start()] + point[0].replace(".", ",") + literal[point.end() :]
        reason = "the mark groups thousands"
        yield Candidate(kept, _number(value, kept), "R02", reason, MARK, evident=True)


def _number(value: Value, literal: str) -> Decimal:
    """What a literal in place of a value's own comes to, in the value's unit."""
    return (value.number or Decimal(0)) / _amount(value.evidence.text) * _amount(literal)


def _amount(literal: str) -> Decimal:
    folded = fold(literal).replace(" ", "")  # a blank ends a figure, but for what it counts
    first = DIGITS.search(folded)
    if first is None:
        return Decimal(1)
    return composite(folded, amounts(first[0])[0], first.end(), len(folded))[1].value or Decimal(1)
