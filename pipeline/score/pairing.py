"""Which record is about which gold place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.score.gold import FIELDS, Profile
from pipeline.score.likeness import agrees, name_likeness
from pipeline.score.table import Row

# A pair has about a name in common, or a value.
LEAST_LIKENESS = 0.9
# Of two pairs as like, the one whose places stand nearer to each other on the page.
POSITION = 0.01
NAME = 2


def paired(profiles: Sequence[Profile], rows: Sequence[Row]) -> Mapping[int, int]:
    """The position of the record for each gold place that has one; the likest pairs first."""
    found: dict[int, int] = {}
    for likeness, place, row in sorted(_likenesses(profiles, rows), reverse=True):
        if likeness < LEAST_LIKENESS:
            break
        if place not in found and row not in found.values():
            found[place] = row
    return found


def _likenesses(
    profiles: Sequence[Profile], rows: Sequence[Row]
) -> Iterator[tuple[float, int, int]]:
    for place, profile in enumerate(profiles):
        for at, row in enumerate(rows):
            apart = abs(place / len(profiles) - at / len(rows))
            yield _likeness(profile, row) - POSITION * apart, place, at


def _likeness(profile: Profile, row: Row) -> float:
    """Twice the likeness of the names, and one for each value in common."""
    first = profile.names[0] if profile.names else ""
    common = sum(
        any(agrees(field, gold, read) for read in row.of(field))
        for field in FIELDS[1:]
        for gold in profile.of(field)
    )
    return NAME * name_likeness(first, row.name) + common
