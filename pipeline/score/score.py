"""All texts with gold scored: figures by field, layout and language, and what was confused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from pipeline.score.doubt import Verdict, judged, places
from pipeline.score.gold import FIELDS, UNREADABLE, Gold, Profile
from pipeline.score.likeness import agrees, is_named
from pipeline.score.pairing import paired
from pipeline.score.table import Output, Row
from pipeline.score.tally import Tally, compared

# Where the gold does not say these, it does not judge them.
OPEN = ("name", "country")


class Compared(NamedTuple):
    """One field of one place: what there is, what was read, and how many are right.

    ``place`` is its name in the gold; a record without a gold place has an empty ``gold``.
    """

    document: str
    place: str
    field: str
    gold: tuple[str, ...]
    read: tuple[str, ...]
    tally: Tally


class Scored(NamedTuple):
    """One text: its fields one by one, its records, its mistakes."""

    gold: Gold
    fields: tuple[Compared, ...]
    records: Tally
    verdicts: tuple[Verdict, ...]
    alarms: int


class Score(NamedTuple):
    """Everything scored."""

    texts: tuple[Scored, ...]

    @property
    def compared(self) -> tuple[Compared, ...]:
        """Every field of every place."""
        return tuple(chain.from_iterable(text.fields for text in self.texts))

    def by_field(self) -> Mapping[str, Tally]:
        """The figures of each field, in the order of the schema."""
        sums = _sums((one.field, one.tally) for one in self.compared)
        return {field: sums.get(field, Tally()) for field in FIELDS}

    def by_group(self, group: str) -> Mapping[str, Tally]:
        """The figures by ``layout`` or ``lang``, the worst first."""
        named = ((text.gold.groups[group], one.tally) for text in self.texts for one in text.fields)
        return dict(sorted(_sums(named).items(), key=lambda pair: (pair[1].f1, pair[0])))

    def values(self) -> Tally:
        """The figures of all values together."""
        return total(one.tally for one in self.compared)

    def records(self) -> Tally:
        """The figures of the records."""
        return total(text.records for text in self.texts)

    def verdicts(self) -> tuple[Verdict, ...]:
        """What became of each mistake."""
        return tuple(chain.from_iterable(text.verdicts for text in self.texts))

    def alarms(self) -> int:
        """How many errors and warnings were raised on texts with gold."""
        return sum(text.alarms for text in self.texts)


def score(golds: Sequence[Gold], output: Output) -> Score:
    """Every text with gold against what a run wrote of it."""
    return Score(tuple(_scored(gold, output) for gold in golds))


def total(tallies: Iterator[Tally]) -> Tally:
    """All together."""
    return Tally(*map(sum, zip(Tally(), *tallies, strict=True)))


def _scored(gold: Gold, output: Output) -> Scored:
    rows, alarms = output.rows.get(gold.document, ()), output.alarms.get(gold.document, ())
    row_of = paired(gold.profiles, rows)
    unmatched = [row for at, row in enumerate(rows) if at not in row_of.values()]
    missed = len(gold.profiles) - len(row_of)
    return Scored(
        gold,
        (*_matched(gold, rows, row_of), *chain.from_iterable(_extra(gold, r) for r in unmatched)),
        Tally(len(row_of), missed, len(unmatched)),
        tuple(judged(gold, rows, row_of, alarms)),
        len(alarms),
    )


def _matched(gold: Gold, rows: Sequence[Row], row_of: Mapping[int, int]) -> Iterator[Compared]:
    """The fields of every gold place, read or not, but for those that nobody could read."""
    pairs = zip(gold.anomalies, places(gold), strict=True)
    unreadable = {(place, one.field) for one, place in pairs if one.kind == UNREADABLE}
    for place, profile in enumerate(gold.profiles):
        row = rows[row_of[place]] if place in row_of else Row("", "", {})
        for field in FIELDS:
            if (place, field) not in unreadable and (_given(profile, field) or field not in OPEN):
                yield _compared(gold.document, profile, row, field)


def _compared(document: str, profile: Profile, row: Row, field: str) -> Compared:
    name = profile.names[0] if profile.names else "(no name)"
    gold, read = _given(profile, field), _read(row, field)
    if field != "name":
        tally = compared(gold, read, partial(agrees, field))
    else:
        tally = compared(gold, read, lambda _, other: is_named(profile.names, other))
    return Compared(document, name, field, gold, read, tally)


def _extra(gold: Gold, row: Row) -> Iterator[Compared]:
    """The fields of a record that is about no gold place: all wrong."""
    for field in FIELDS:
        if read := _read(row, field):
            yield Compared(gold.document, row.name, field, (), read, Tally(wrong=len(read)))


def _given(profile: Profile, field: str) -> tuple[str, ...]:
    return profile.of(field) if field != "name" else profile.names[:1]


def _read(row: Row, field: str) -> tuple[str, ...]:
    if field != "name":
        return row.of(field)
    return (row.name,) if row.name else ()


def _sums(named: Iterator[tuple[str, Tally]]) -> dict[str, Tally]:
    found: dict[str, Tally] = defaultdict(Tally)
    for name, tally in named:
        found[name] = found[name].plus(tally)
    return found
