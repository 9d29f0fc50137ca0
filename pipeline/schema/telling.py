"""Words without one of which there is no known label: a count of them bounds that of the labels.

``sieve`` says of one text whether it may be a label; this says of many words together how many
labels they can hold at most, however they are cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.lexicon.tables import toml_table
from pipeline.lexicon.taught import cached
from pipeline.normalize.lexeme import flatten
from pipeline.normalize.text import key
from pipeline.normalize.unit import spellings_of
from pipeline.schema.vocabulary import label_keys, totals

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")  # a label may be a sign: "㎢"
_UNBROKEN = re.compile("[\u0e00-\u0e7f\u3040-\ud7ff]")  # scripts whose words may be a part of one
_TAGS = "<>"  # may stand within a word


def most_labels(text: str) -> int:
    """How many known labels and totals the words of a text can be at most."""
    known = _telling()
    said = key(text)
    found = sum(token in known for token in _TOKEN.findall(said))
    return found + len(_UNBROKEN.findall(said))


@cached()
def _telling() -> frozenset[str]:
    """One word of each label, total and tie, and of the units that make labels of other words."""
    ties = flatten(toml_table("words.toml")["agreement_cues"])
    spelled = (*label_keys(), *totals(), *map(key, ties), *spellings_of("area", "density"))
    return frozenset((*_representatives(spelled), *_TAGS))


def _representatives(spelled: Iterable[str]) -> Iterator[str]:
    """Of each spelling the longest word, of one without words a sign or a figure."""
    for said in spelled:
        if tokens := _TOKEN.findall(said):
            yield max(tokens, key=lambda token: (token.isalpha(), len(token), token))
