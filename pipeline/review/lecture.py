"""What can be taught, as changes of ``_profiles.toml``: each adds, replaces or drops one entry."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.model.teaching import Mute, OwnField
from pipeline.review.beside import FILE
from pipeline.review.entry import NO_FIELD
from pipeline.review.refusal import RefusedError

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import AoT

Change = Callable[["TOMLDocument"], None]


class TeachingRefusedError(RefusedError):
    """What was to be taught says nothing sensible, or the file is broken already."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"{FILE}: {problem}")


class Taught(NamedTuple):
    """An entry of the file by its section and key; the key of a mute is its number from 0."""

    section: str
    key: str


def label_means(label: str, field: str) -> Change:
    """Teaches the field of a label; an empty one says that it names none."""
    return lambda document: _section(document, "labels").__setitem__(
        label.strip(), field or NO_FIELD
    )


def unit_means(spelling: str, unit: str) -> Change:
    """Teaches the unit of a spelling."""
    return lambda document: _section(document, "units").__setitem__(spelling.strip(), unit)


def own_field(field: OwnField) -> Change:
    """Declares a field of the user's own."""

    def change(document: TOMLDocument) -> None:
        import tomlkit

        declared = tomlkit.table()
        given = {
            "kind": field.kind,
            "doc": field.doc,
            "unit": field.unit,
            "labels": list(field.labels),
        }
        for name, said in given.items():
            if said:
                declared.add(name, said)
        _section(document, "fields")[field.name] = declared

    return change


def mute_check(mute: Mute) -> Change:
    """Mutes a check for a document, a place or a label."""

    def change(document: TOMLDocument) -> None:
        import tomlkit

        if "mute" not in document:
            document.add("mute", tomlkit.aot())
        entry = tomlkit.table()
        for name, said in mute._asdict().items():
            if said:
                entry.add(name, said)
        mutes: AoT = document["mute"]
        mutes.append(entry)

    return change


def expect(document: str, fields: tuple[str, ...]) -> Change:
    """Says which fields every profile of a document should have; none takes the word back."""

    def change(file: TOMLDocument) -> None:
        section = _section(file, "expected")
        if fields:
            section[document or "all"] = list(fields)
        else:
            section.pop(document or "all", None)

    return change


def forget(entry: Taught) -> Change:
    """Takes an entry out of the file."""

    def change(document: TOMLDocument) -> None:
        section = document.get(entry.section)
        if section is None:
            return
        if entry.section == "mute" and entry.key.isdigit() and int(entry.key) < len(section):
            del section[int(entry.key)]
        elif entry.section != "mute":
            section.pop(entry.key, None)

    return change


def _section(document: TOMLDocument, name: str) -> MutableMapping[str, Any]:
    import tomlkit

    if name not in document:
        document.add(name, tomlkit.table(is_super_table=name == "fields"))
    section = document[name]
    if not isinstance(section, dict):
        raise TeachingRefusedError(f"“{name}” is to be written as [{name}]")
    return section
