"""The entries of ``_profiles.toml``: what each says, or why it says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from pipeline.checks.catalogue import BY_CODE
from pipeline.model.teaching import Expected, Mute, OwnField
from pipeline.normalize.dimension import named_unit
from pipeline.normalize.text import key
from pipeline.schema.place import BY_NAME

RESERVED = frozenset(
    {
        *("record_id", "document", "line_start", "line_end"),
        *("agreement_dates", "errors", "warnings", "notes", "completeness"),
    }
)
KINDS = ("number", "date", "text")
NO_FIELD = "other"  # a label that names no field: its figure is kept under the label
EVERYWHERE = "all"
LONGEST_WORD, LONGEST_TEXT = 100, 500

_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")


class MeaninglessError(ValueError):
    """An entry says nothing sensible; the message says what is wrong with it."""


def own_field_of(name: str, entry: object) -> OwnField:
    """The field of one's own that an entry declares."""
    if not _NAME.fullmatch(name):
        raise MeaninglessError("is no name of a column: use small letters, digits and _")
    if name in RESERVED or name.endswith(("_as_of", "_currency")):
        raise MeaninglessError("is a column already: choose another name")
    if name in BY_NAME:
        raise MeaninglessError("is a field already: teach a label for it instead")
    given = _known_keys(entry, ("kind", "doc", "unit", "labels"))
    labels = given.get("labels", [])
    if not isinstance(labels, list):
        raise MeaninglessError("has labels that are no list")
    words = tuple(_word(label, "label") for label in labels)
    unit = _text(given, "unit")
    kind = _text(given, "kind") or KINDS[0]
    if kind not in KINDS:
        raise MeaninglessError(f"is of the kind {kind!r}, not one of {', '.join(KINDS)}")
    doc = _text(given, "doc")
    return OwnField(name, kind, doc, named_unit(unit) or unit, words or (name.replace("_", " "),))


def label_of(label: str, field: object, own: Iterable[str]) -> tuple[str, str]:
    """A label with the field it names, or with none."""
    word = _word(label, "label")
    return word, "" if field == NO_FIELD else _field(field, own)


def unit_of(spelling: str, unit: object) -> tuple[str, str]:
    """A spelling with the unit it means."""
    named = named_unit(unit) if isinstance(unit, str) else ""
    if not named:
        raise MeaninglessError(f"means {unit!r}, which is no unit that is known")
    word = _word(spelling, "spelling")
    if not any(map(str.isalpha, word)) and word.isascii():
        raise MeaninglessError("is no spelling of a unit: it has no letter")
    return word, named


def mute_of(_where: str, entry: object) -> Mute:
    """The mute that an entry is."""
    given = _known_keys(entry, ("check", "reason", "until", "document", "place", "label", "by"))
    check, reason = _text(given, "check").upper(), _text(given, "reason")
    if check not in BY_CODE:
        raise MeaninglessError(f"mutes {check or 'no check'!r}{near(check, BY_CODE)}")
    if not reason:
        raise MeaninglessError("has no reason")
    where = {name: _text(given, name) for name in ("document", "place", "label")}
    if not any(where.values()):
        raise MeaninglessError("names no document, place or label: it would silence the check")
    return Mute(check, reason, _day(given.get("until")), **where, by=_text(given, "by"))


def expected_of(where: str, fields: object, own: Iterable[str]) -> Expected:
    """The fields that an entry expects of a document."""
    if not isinstance(fields, list) or not fields:
        raise MeaninglessError("expects no list of fields")
    return Expected("" if where == EVERYWHERE else where, tuple(_field(one, own) for one in fields))


def _field(name: object, own: Iterable[str]) -> str:
    known = (*BY_NAME, *own)
    if name not in known:
        raise MeaninglessError(f"means {name!r}, which is no field{near(str(name), known)}")
    return str(name)


def _known_keys(entry: object, names: Iterable[str]) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise MeaninglessError("is no table")
    strange = sorted(set(entry) - set(names))
    if strange:
        raise MeaninglessError(f"has {strange[0]!r}, which means nothing{near(strange[0], names)}")
    return entry


def _text(given: Mapping[str, Any], name: str) -> str:
    text = given.get(name, "")
    if not isinstance(text, str) or len(text) > LONGEST_TEXT:
        raise MeaninglessError(f"has no text as its {name!r}")
    return text.strip()


def _word(word: object, kind: str) -> str:
    if (
        not isinstance(word, str)
        or not any(map(str.isalnum, key(word)))
        or len(word) > LONGEST_WORD
        or "\n" in word
    ):
        raise MeaninglessError(f"is no {kind} that could stand in a text")
    return word.strip()


def _day(given: object) -> date:
    if isinstance(given, date) and not isinstance(given, datetime):
        return given
    try:
        return date.fromisoformat(str(given))
    except ValueError as error:
        raise MeaninglessError("has no day of expiry: until = 2027-01-31") from error


def near(word: str, known: Iterable[str]) -> str:
    """A question whether the known word nearest to one is meant, empty where none is near."""
    near = get_close_matches(word, list(known), n=1)
    return f": did you mean {near[0]!r}?" if near else ""
