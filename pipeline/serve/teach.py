"""Lessons given on the page: what a form teaches, and what there is to choose from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from pipeline.model.teaching import Mute, OwnField, Teaching
from pipeline.normalize.dimension import unit_names
from pipeline.review.entry import KINDS, NO_FIELD
from pipeline.review.lecture import (
    Change,
    Taught,
    TeachingRefusedError,
    expect,
    forget,
    label_means,
    mute_check,
    own_field,
    unit_means,
)
from pipeline.schema.place import FIELDS
from pipeline.write.reporting.wording import SHOWN_UNIT, field_name

Form = Mapping[str, str]
SCOPES = ("document", "place", "label")


NEW = "new:"  # before the kind of a field that a label is to have for itself
NEW_FIELDS = tuple((f"{NEW}{kind}", f"a new field: {kind}") for kind in KINDS)


class Lecture(NamedTuple):
    """A change of what is taught, and how to say it."""

    change: Change
    words: str


class Choices(NamedTuple):
    """What the forms offer: pairs of a value and its words."""

    fields: tuple[tuple[str, str], ...]
    own: tuple[tuple[str, str], ...]
    units: tuple[tuple[str, str], ...]
    new: tuple[tuple[str, str], ...] = NEW_FIELDS
    kinds: tuple[str, ...] = KINDS
    no_field: str = NO_FIELD


def choices_of(teaching: Teaching) -> Choices:
    """The fields and units that a label or a spelling can mean."""
    return Choices(
        tuple(sorted(((one.name, field_name(one.name)) for one in FIELDS), key=lambda two: two[1])),
        tuple((one.name, field_name(one.name)) for one in teaching.fields),
        tuple((name, SHOWN_UNIT.get(name) or field_name(name)) for name in unit_names()),
    )


def column_name(label: str) -> str:
    """The name of a column that a label suggests."""
    return re.sub(r"[\s/_-]+", "_", label.strip().lower())


def lecture_of(form: Form, teaching: Teaching, by: str) -> Lecture:
    """What a form teaches.

    Raises:
        TeachingRefusedError: it teaches nothing that there is.
    """
    read = LECTURES.get(form.get("kind", ""))
    if read is None:
        raise TeachingRefusedError("there is no such lesson")
    return read(form, teaching, by)


def _label(form: Form, teaching: Teaching, by: str) -> Lecture:
    label, field = form.get("label", "").strip(), form.get("field", "")
    if field.startswith(NEW):
        new = {"name": form.get("name", "") or label, "kind_of": field.removeprefix(NEW)}
        return _field({"labels": label, **new}, teaching, by)
    means = "names no field" if field == NO_FIELD else f"means {field_name(field)}"
    return Lecture(label_means(label, field), f"“{label}” {means}")


def _unit(form: Form, _teaching: Teaching, _by: str) -> Lecture:
    spelling, unit = form.get("spelling", "").strip(), form.get("unit", "")
    return Lecture(unit_means(spelling, unit), f"“{spelling}” is {SHOWN_UNIT.get(unit) or unit}")


def _field(form: Form, _teaching: Teaching, _by: str) -> Lecture:
    labels = (part.strip() for part in form.get("labels", "").split(","))
    name = column_name(form.get("name", ""))
    kind, doc, unit = (form.get(part, "").strip() for part in ("kind_of", "doc", "unit"))
    field = OwnField(name, kind, doc, unit, tuple(filter(None, labels)))
    return Lecture(own_field(field), f"{field_name(name)} is a field of your own")


def _mute(form: Form, _teaching: Teaching, by: str) -> Lecture:
    scope = form.get("scope", "")
    where = {scope: form.get(scope, "").strip()} if scope in SCOPES else {}
    try:
        until = date.fromisoformat(form.get("until", ""))
    except ValueError as error:
        raise TeachingRefusedError("a mute needs a day of expiry, such as 2027-01-31") from error
    reason = " ".join(form.get("reason", "").split())
    mute = Mute(form.get("check", ""), reason, until, **where, by=by)
    return Lecture(mute_check(mute), f"{mute.check} is muted until {until}")


def _expected(form: Form, teaching: Teaching, _by: str) -> Lecture:
    document, field = form.get("document", "").strip(), form.get("field", "")
    now = next((one.fields for one in teaching.expected if one.document == document), ())
    fields = tuple(dict.fromkeys((*now, field)))
    return Lecture(expect(document, fields), f"{field_name(field)} is expected")


def _forget(form: Form, _teaching: Teaching, _by: str) -> Lecture:
    entry = Taught(form.get("section", ""), form.get("key", ""))
    return Lecture(forget(entry), f"{form.get('words') or entry.key} is forgotten")


LECTURES: dict[str, Callable[[Form, Teaching, str], Lecture]] = {
    "label": _label,
    "unit": _unit,
    "field": _field,
    "mute": _mute,
    "expected": _expected,
    "forget": _forget,
}
