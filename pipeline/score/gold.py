"""What a careful reader found in a text: the files ``NAME.gold.json`` beside the texts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.score.refusal import GoldMissingError, GoldSpoiledError

MEASURES = ("area_km2", "population", "elevation_m", "density_per_km2", "households", "gdp")
TEXTS = ("country", "population_as_of", "founded", "website")
TIES = "agreement_dates"
FIELDS = ("name", *TEXTS, *MEASURES, TIES)
SUFFIX = ".gold.json"
UNREADABLE = "unreadable"


class Profile(NamedTuple):
    """One place of a text: its names, the first one preferred, and its values by field.

    Every value is a text, as many as the place has; a field without any is not in the mapping.
    """

    names: tuple[str, ...]
    values: Mapping[str, tuple[str, ...]]

    def of(self, field: str) -> tuple[str, ...]:
        """The values of a field."""
        return self.values.get(field, ())


class Anomaly(NamedTuple):
    """A mistake of a text: where and in which field, of which kind, and its correction if known.

    ``place`` is a name, its number (``#2``), or empty for a place without a name; ``position``
    counts from 0 and goes before it.
    """

    place: str
    position: int | None
    field: str
    kind: str
    repair: str | None


class Gold(NamedTuple):
    """What one text holds; ``document`` is its path below the folder, without suffix."""

    document: str
    groups: Mapping[str, str]
    profiles: tuple[Profile, ...]
    anomalies: tuple[Anomaly, ...]


def read_gold(folder: Path) -> tuple[Gold, ...]:
    """Every gold file below a folder, in order.

    Raises:
        GoldMissingError: there is none.
        GoldSpoiledError: one is not what a gold file is.
    """
    paths = sorted(folder.rglob(f"*{SUFFIX}"))
    if not paths:
        raise GoldMissingError(folder)
    return tuple(_gold(path, folder) for path in paths)


def _gold(path: Path, folder: Path) -> Gold:
    document = path.relative_to(folder).as_posix().removesuffix(SUFFIX)
    try:
        given = json.loads(path.read_bytes())
        groups = {name: str(given.get(name) or "") for name in ("layout", "lang")}
        profiles = tuple(map(_profile, given["profiles"]))
        return Gold(document, groups, profiles, tuple(map(_anomaly, given.get("anomalies", ()))))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldSpoiledError(path, error) from error


def _profile(given: Mapping[str, Any]) -> Profile:
    names = filter(None, (given.get("name"), *given.get("name_also", ())))
    values = {field: tuple(_texts(given.get(field))) for field in FIELDS[1:]}
    return Profile(tuple(names), {field: texts for field, texts in values.items() if texts})


def _texts(given: object) -> Iterator[str]:
    """The values in a cell of a gold file: one, several in a list, or the amount of a sum."""
    if isinstance(given, list):
        yield from (str(one) for one in given if one)
    elif isinstance(given, dict):
        yield str(given["amount"])
    elif given is not None and given != "":
        yield str(given)


def _anomaly(given: Mapping[str, Any]) -> Anomaly:
    place, repair = given["profile"], given.get("repair")
    return Anomaly(
        "" if place in {None, "(no name)"} else str(place),
        given.get("index"),
        given["field"],
        given["kind"],
        None if repair is None else str(repair),
    )
