"""What a field is: how it is read, in which unit, under which labels, with examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.normalize.reader import Reader


class Kind(StrEnum):
    """What a field's values are, which decides their column."""

    TEXT = "text"
    DATE = "date"
    COUNT = "count"
    NUMBER = "number"
    MONEY = "money"


@dataclass(frozen=True)
class Field:
    """One fact that a profile can state.

    ``labels`` are the English labels that its examples and most pages have; all others, of every
    language, are data in ``lexicon/labels.toml`` under the field's name. A list field holds several
    values at once. ``headline`` fields begin a profile: when one comes twice, another has begun.
    """

    name: str
    kind: Kind
    read: Reader
    doc: str
    unit: str = ""
    labels: tuple[str, ...] = ()
    is_list: bool = False
    headline: bool = False
    examples: Mapping[str, object] = field(default_factory=dict)
