"""Where a finding stands in a reviewer's queue: its suspicion times its impact.

Selective editing (Hidiroglou and Berthelot 1986; de Waal 2013) spends the reviewer's time where a
mistake is both likely and costly.
"""

from __future__ import annotations

from decimal import Decimal
from math import exp

from pipeline.checks.view.wording import AGREEMENT_FIELD
from pipeline.model.finding import Finding, Severity
from pipeline.schema.place import AGREEMENTS, BY_NAME

# How likely a finding of each kind is a mistake at all.
SUSPICION = {Severity.ERROR: 1.0, Severity.WARNING: 0.6, Severity.NOTE: 0.1}
# What a reader loses by a wrong value of a field: figures that others are computed from, and
# agreement dates, which the tables are kept for, before the rest.
HEADLINE, DECLARED, UNKNOWN, NO_FIELD = 1.0, 0.6, 0.3, 0.3
# How far the correction of a mechanism moves a value: scales, units, marks and swaps by factors,
# digits and copies by a part, rounding by next to nothing.
MOVES = {
    **dict.fromkeys(("R02", "R03", "R04", "R05", "R07", "R09"), 1.0),
    **dict.fromkeys(("R01", "R06", "R08", "R10", "R11"), 0.8),
    **dict.fromkeys(("R12", "R13"), 0.5),
}
NO_MECHANISM = 0.7
PLACES = Decimal("0.0001")
LEAST_SCORE = -50.0  # a log weight; below it the likelihood is nought


def priority(finding: Finding) -> Decimal:
    """Between 0 and 1: the product of how likely it is a mistake and how much one costs."""
    best = max(finding.suggestions, key=lambda one: one.score, default=None)
    likely = 1 / (1 + exp(-max(best.score, LEAST_SCORE))) if best else 0.0
    suspicion = SUSPICION[finding.severity] * (1 + likely) / 2
    moves = MOVES.get(best.mechanism, NO_MECHANISM) if best else NO_MECHANISM
    return Decimal(suspicion * _weight(finding.field) * moves).quantize(PLACES)


def _weight(field: str) -> float:
    if not field:
        return NO_FIELD
    if field == AGREEMENT_FIELD or field in AGREEMENTS:
        return HEADLINE
    declared = BY_NAME.get(field)
    if declared is None:
        return UNKNOWN
    return HEADLINE if declared.headline else DECLARED
