"""What a person taught the program about a folder's pages: plain values, the same for every run.

They come from ``_profiles.toml`` beside the texts. Two equal teachings read a text alike, so one is
part of the key of whatever is kept of a reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class OwnField(NamedTuple):
    """A fact of the user's own: a column of the records that the schema does not declare.

    ``kind`` is ``number``, ``date`` or ``text``.
    """

    name: str
    kind: str = "number"
    doc: str = ""
    unit: str = ""
    labels: tuple[str, ...] = ()


class Mute(NamedTuple):
    """A check that is not to ask about a document, a place or a label until a day.

    An empty part stands for any; ``place`` is a place's name or a record's id.
    """

    check: str
    reason: str
    until: date
    document: str = ""
    place: str = ""
    label: str = ""
    by: str = ""


class Expected(NamedTuple):
    """Fields that every profile of a document should have; of all documents where it is empty."""

    document: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Teaching:
    """Everything taught: labels and spellings of units by what they mean, and the rest.

    A label means a field of the schema, one of ``fields``, or nothing (an empty text).
    """

    labels: tuple[tuple[str, str], ...] = ()
    units: tuple[tuple[str, str], ...] = ()
    fields: tuple[OwnField, ...] = ()
    mutes: tuple[Mute, ...] = ()
    expected: tuple[Expected, ...] = ()

    def own(self, name: str) -> OwnField | None:
        """The field of the user's own by its name, or None."""
        return next((field for field in self.fields if field.name == name), None)

    def value_field(self, name: str) -> str:
        """The field of values for a name: one of the user's own stands among the others."""
        return f"{OTHER}{name}" if self.own(name) else name

    def expects(self, document: str) -> tuple[str, ...]:
        """The fields that every profile of a document should have."""
        named = (one for one in self.expected if one.document in ("", document))
        fields = (self.value_field(field) for one in named for field in one.fields)
        return tuple(dict.fromkeys(fields))


NOTHING = Teaching()
OTHER = "other:"  # what begins the field of a value whose label the schema does not know
