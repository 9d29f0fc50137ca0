"""One finding a cause: doubts about the same literal with the same correction become one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.finding import Finding, Severity, Suggestion

_ORDER = tuple(Severity)
ADVICE = " Probably "  # begins what a message advises, which is the same for one cause


def merged(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Findings in their order, each cause once, with the other checks' words added to the first.

    A cause is a literal that is blamed with the same first correction: a reviewer who sees that
    8.034 km² should be 8,034 km² need not be asked again for every relation that it broke.
    """
    chosen: dict[tuple[object, ...], Finding] = {}
    for position, finding in enumerate(findings):
        key = _cause(finding) or (position,)
        chosen[key] = _joined(chosen[key], finding) if key in chosen else finding
    return tuple(chosen.values())


def _cause(finding: Finding) -> tuple[object, ...] | None:
    """What two findings of one cause have in common; None where nothing is suggested."""
    if not finding.suggestions or finding.severity is Severity.NOTE:
        return None
    return finding.record_id, finding.field, finding.start, finding.suggestions[0].value


def _joined(first: Finding, second: Finding) -> Finding:
    fields = tuple(dict.fromkeys((*first.fields, *second.fields)))
    return replace(
        first,
        severity=min(first.severity, second.severity, key=_ORDER.index),
        fields=fields,
        message=f"{first.message} {second.code} says so too: {_without_advice(second)}",
        computed="; ".join(filter(None, (first.computed, second.computed))),
        evidence=tuple(dict.fromkeys((*first.evidence, *second.evidence))),
        suggestions=_pooled(first, second),
    )


def _without_advice(finding: Finding) -> str:
    return finding.message.partition(ADVICE)[0]


def _pooled(first: Finding, second: Finding) -> tuple[Suggestion, ...]:
    values = {one.value for one in first.suggestions}
    return (*first.suggestions, *(one for one in second.suggestions if one.value not in values))[:5]
