"""The figures as lines for people and as JSON for scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from pipeline.score.doubt import by_kind
from pipeline.score.score import Compared, Score
from pipeline.score.tally import Tally

HEAD = f"{'':20}{'right':>7}{'missed':>8}{'wrong':>7}{'precision':>11}{'recall':>8}{'F1':>7}"


def score_lines(score: Score, examples: int) -> tuple[str, ...]:
    """The figures, then up to so many examples of each confusion."""
    return (*_figures(score), *_anomalies(score), *_confusions(score, examples))


def score_json(score: Score) -> str:
    """The figures as one JSON object."""
    told = {
        "values": _numbers(score.values()),
        "records": _numbers(score.records()),
        "fields": {name: _numbers(tally) for name, tally in score.by_field().items()},
        "layouts": {name: _numbers(tally) for name, tally in score.by_group("layout").items()},
        "languages": {name: _numbers(tally) for name, tally in score.by_group("lang").items()},
        "anomalies": by_kind(score.verdicts()),
        "alarms": score.alarms(),
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _figures(score: Score) -> Iterator[str]:
    yield HEAD
    yield from _table(score.by_field())
    yield from _table({"all values": score.values(), "records": score.records()})
    for title, group in (("by layout", "layout"), ("by language", "lang")):
        if any(tallies := score.by_group(group)):
            yield from ("", title)
            yield from _table(tallies)


def _table(tallies: Mapping[str, Tally]) -> Iterator[str]:
    for name, one in tallies.items():
        shares = f"{one.precision:11.3f}{one.recall:8.3f}{one.f1:7.3f}"
        yield f"{name or '(none)':20}{one.right:7}{one.missed:8}{one.wrong:7}{shares}"


def _anomalies(score: Score) -> Iterator[str]:
    verdicts = score.verdicts()
    if not verdicts:
        return
    seen = sum(one.found for one in verdicts)
    yield ""
    yield f"mistakes found {seen} of {len(verdicts)}, errors and warnings raised {score.alarms()}"
    for kind, count in by_kind(verdicts).items():
        found = f"found {count['found']} of {count['all']}, blamed {count['blamed']}"
        mended = f", mended {count['mended']} of {count['mendable']}" if count["mendable"] else ""
        yield f"  {kind}: {found}{mended}"
    for text in score.texts:
        for one in text.verdicts:
            if not one.found:
                place = one.anomaly.place or "(no name)"
                yield f"  missed: {text.gold.document} [{place}] {one.anomaly.field}"


def _confusions(score: Score, examples: int) -> Iterator[str]:
    """By field: what was missed, what was read where there is nothing, what was read as another."""
    for field in score.by_field():
        kinds: dict[str, list[Compared]] = {}
        for one in score.compared:
            if one.field == field and one.tally.missed + one.tally.wrong:
                kinds.setdefault(_kind(one), []).append(one)
        for kind, confused in kinds.items():
            yield from ("", f"{field}, {kind}: {len(confused)}")
            yield from map(_example, confused[:examples])


def _kind(one: Compared) -> str:
    if one.tally.missed and one.tally.wrong:
        return "read as another"
    return "missed" if one.tally.missed else "read where there is none"


def _example(one: Compared) -> str:
    gold, read = (", ".join(texts) or "nothing" for texts in (one.gold, one.read))
    return f"  {one.document} [{one.place}]: {gold} <- read {read}"


def _numbers(tally: Tally) -> dict[str, float]:
    shares = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    return {**tally._asdict(), **{name: round(share, 4) for name, share in shares.items()}}
