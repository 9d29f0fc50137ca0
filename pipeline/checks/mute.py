"""Checks that a person muted: what they ask is kept as written, with the reason, until a day.

Nothing is dropped: a muted finding stands in the tables as kept, and is open again after the day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from pipeline.lexicon.taught import teaching_in_force
from pipeline.model.finding import Finding, Status
from pipeline.model.teaching import Mute
from pipeline.normalize.text import slug
from pipeline.schema.label import read_label

MUTED = "muted until"


def muted(findings: Iterable[Finding], today: date) -> Iterator[Finding]:
    """The findings; an open one that a mute in force covers is kept, and says by whom and why."""
    in_force = tuple(mute for mute in teaching_in_force().mutes if mute.until >= today)
    for finding in findings:
        mute = next((one for one in in_force if covers(one, finding)), None)
        if mute is None or finding.status is not Status.OPEN:
            yield finding
        else:
            who = f"{mute.by}, " if mute.by else ""
            said = f"{who}{MUTED} {mute.until}: {mute.reason}"
            yield replace(finding, status=Status.KEPT, decided_by=said)


def covers(mute: Mute, finding: Finding) -> bool:
    """Whether a finding is what a mute speaks of, whatever the day."""
    return (
        mute.check == finding.code
        and mute.document in ("", finding.document)
        and (not mute.place or _is_of(finding.record_id, mute.place))
        and (not mute.label or _is_labelled(finding, mute.label))
    )


def _is_of(record_id: str, place: str) -> bool:
    """Whether a record is the one named, by its id or by the name of its place."""
    return record_id == place or record_id.rpartition("#")[2] == slug(place)


def _is_labelled(finding: Finding, label: str) -> bool:
    """Whether a finding is about a field that the label names, or about the label itself."""
    meaning = read_label(label)
    return not {*meaning.fields, f"other:{meaning.slug}"}.isdisjoint(finding.fields)
