"""Which mistakes of a text were found, blamed on the right field, and mended."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.score.gold import Anomaly, Gold
from pipeline.score.likeness import letters, name_likeness, same_number
from pipeline.score.table import Alarm, Row, one_field

# A suggestion is computed, the gold correction rounded by hand.
ROUNDED = 0.01


class Verdict(NamedTuple):
    """What became of one mistake; ``mended`` is None where no correction is known."""

    anomaly: Anomaly
    found: bool
    blamed: bool
    mended: bool | None


def judged(
    gold: Gold, rows: Sequence[Row], row_of: Mapping[int, int], alarms: Sequence[Alarm]
) -> Iterator[Verdict]:
    """A verdict per mistake; each alarm explains one, and first one whose field it blames."""
    used: set[int] = set()
    for anomaly, place in zip(gold.anomalies, places(gold), strict=True):
        at = None if place is None else row_of.get(place)
        record = None if at is None else rows[at].record_id
        field = one_field(anomaly.field)
        near = [at for at, one in enumerate(alarms) if one.record_id == record]
        fits = [at for at in near if at not in used and field in alarms[at].fields]
        fits.sort(key=lambda at: alarms[at].fields[0] != field)
        used.update(fits[:1])
        yield Verdict(
            anomaly,
            found=bool(fits),
            blamed=any(alarms[at].fields[0] == field for at in fits[:1]),
            mended=_mended(anomaly, [alarms[at].suggestion for at in fits]),
        )


def places(gold: Gold) -> Iterator[int | None]:
    """The position of the place that each mistake is about.

    Several of one kind about places without a name go to those in the order of the text.
    """
    nameless: Counter[tuple[str, str]] = Counter()
    for anomaly in gold.anomalies:
        kind = one_field(anomaly.field), anomaly.kind
        yield _place(gold, anomaly, nameless[kind])
        nameless[kind] += not anomaly.place and anomaly.position is None


def by_kind(verdicts: Sequence[Verdict]) -> Mapping[str, Counter[str]]:
    """How many mistakes of each kind there are, were found, blamed, mended and could be mended."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for one in verdicts:
        kinds[one.anomaly.kind].update(
            all=1,
            found=int(one.found),
            blamed=int(one.blamed),
            mended=int(bool(one.mended)),
            mendable=int(one.mended is not None),
        )
    return dict(sorted(kinds.items()))


def _place(gold: Gold, anomaly: Anomaly, earlier: int) -> int | None:
    if anomaly.position is not None:
        return anomaly.position
    if anomaly.place.startswith("#") and anomaly.place[1:].isdecimal():
        return int(anomaly.place[1:]) - 1
    if not anomaly.place:
        bare = [at for at, profile in enumerate(gold.profiles) if not profile.names]
        return bare[min(earlier, len(bare) - 1)] if bare else None
    firsts = [profile.names[0] if profile.names else "" for profile in gold.profiles]
    likeness = [name_likeness(name, anomaly.place) for name in firsts]
    return likeness.index(max(likeness)) if likeness else None


def _mended(anomaly: Anomaly, suggestions: Sequence[str]) -> bool | None:
    repair = anomaly.repair
    if repair is None:
        return None
    return any(
        same_number(one, repair, ROUNDED) or letters(one) == letters(repair) != ""
        for one in suggestions
    )
