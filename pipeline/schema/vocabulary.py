"""The labels that the lexicon and a person give, by their keys, and the words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.lexicon.taught import cached, teaching_in_force
from pipeline.model.source import Span
from pipeline.normalize.lexeme import flatten, words
from pipeline.normalize.stretch import dates
from pipeline.normalize.text import fold, is_cjk, key
from pipeline.schema.place import BY_NAME, FIELDS

OWN = "own:"
BRACKETS = re.compile(r"[(\[（【<][^()\[\]【】<>]*[)\]）】>]?")
_NONE = "other"
_EDGE = re.compile(r"^[\W\d_]+|[\s:;=.,*·•|)\]-]+$")
_NUMBERING = re.compile(r"^[(（]?\d{1,2}[.)）]\s*")


@cached()
def label_fields() -> dict[str, str]:
    """Label key to field; ``other`` for labels known to have none, ``own:`` for taught fields."""
    table = toml_table("labels.toml")
    found = dict(_taught())
    own = ((field.labels, field.name) for field in FIELDS)
    foreign = ((flatten(table.get(field.name, ())), field.name) for field in FIELDS)
    for labels, name in (*own, *foreign):
        for label in labels:
            found.setdefault(key(label), name)
    for name, keys in toml_table("structure.toml")["template_keys"].items():
        for label in flatten(keys):
            found.setdefault(key(label).replace("_", " "), name)
    for label in flatten(table.get("other", ())):
        found.setdefault(key(label), _NONE)
    return found


def _taught() -> Iterator[tuple[str, str]]:
    """What a person taught of labels, which comes before what the lexicon says."""
    for label, field in teaching_in_force().labels:
        meant = field if field in BY_NAME else f"{OWN}{field}" if field else _NONE
        yield key(label), meant
        yield bare_label(" ".join(fold(label).split())), meant


def is_taught(label: str) -> bool:
    """Whether a person taught what the label means, if only that it names no field."""
    return not _taught_words().isdisjoint((key(label), bare_label(" ".join(fold(label).split()))))


@cached()
def _taught_words() -> frozenset[str]:
    return frozenset(word for word, _ in _taught())


def bare_label(plain: str) -> str:
    """A label without numbering, brackets, dates and marks, ready for looking up."""
    bare = key(BRACKETS.sub(" ", _NUMBERING.sub("", plain.strip())).replace("_", " "))
    for found in reversed(dates(bare, Span(0, len(bare)))):
        bare = f"{bare[: found[0].span.start]} {bare[found[0].span.end :]}"
    bare = " ".join(_EDGE.sub("", _EDGE.sub("", bare)).split())
    parts = bare.split()
    if len(parts) > 1 and all(len(part) == 1 and is_cjk(part) for part in parts):
        return "".join(parts)
    return bare


@cache
def modifiers() -> frozenset[str]:
    """Words of a label that change nothing of what it names."""
    return frozenset(key(word) for word in toml_table("structure.toml")["label_modifiers"])


def taken_at(field: str) -> frozenset[str]:
    """Words that say where in a place a height was taken; other fields have none."""
    return _taken_at() if field == "elevation_m" else frozenset()


@cache
def _taken_at() -> frozenset[str]:
    return frozenset(map(key, toml_table("structure.toml")["taken_at"]))


@cache
def totals() -> frozenset[str]:
    """Words such as "Total", which take their meaning from the group above."""
    return frozenset(words("totals")) | frozenset(words("mean_words"))


@cache
def kinds() -> frozenset[str]:
    """Words for kinds of places: the name of a district, taluk or ward is the name of a place."""
    table = toml_table("words.toml")["admin_words"]
    told = {key(str(entry["word"])) for entries in table.values() for entry in entries}
    return frozenset(told | {label for label, field in label_fields().items() if field == "region"})


@cache
def tie_words() -> frozenset[str]:
    """Words that may stand beside the name of a tie in a label of its day."""
    table = toml_table("structure.toml")
    told = map(key, flatten([table[n] for n in ("tie_days", "tie_papers", "concluding_words")]))
    return frozenset(word for phrase in told for word in phrase.split()) | small_words()


@cache
def small_words() -> frozenset[str]:
    """Words that tell nothing of a day: modifiers, and who the tie is with."""
    return modifiers() | frozenset(toml_table("structure.toml")["tie_partners"])


@cached()
def label_tokens() -> frozenset[str]:
    """The words between blanks of all labels, and of what may stand beside them."""
    labels = (word for label in label_fields() for word in label.split())
    return frozenset(labels) | modifiers() | kinds() | taken_at("elevation_m")


@cached()
def label_keys() -> frozenset[str]:
    """The keys of all labels of the lexicon, those without a field included."""
    return frozenset(label_fields())
