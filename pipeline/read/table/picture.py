"""Headers with a column of pictures, of which a copied page keeps the label alone.

Arms  Municipality  Area
Norvale  29,510
"""

from __future__ import annotations

from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.text import key


def is_of_pictures(text: str, label: Span) -> bool:
    """Whether a label is for pictures: "Wappen", "Flag", "Photo"."""
    return key(text[slice(*label)]) in _picture_labels()


@cache
def _picture_labels() -> frozenset[str]:
    return frozenset(map(key, toml_table("structure.toml")["picture_labels"]))
