"""Words without one of which there is no known label: a count of them bounds that of the labels.

``sieve`` says of one text whether it may be a label; this says of many words together how many
labels they can hold at most, however they are cut.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.lexicon.tables import toml_table
from pipeline.lexicon.taught import cached
from pipeline.normalize.dimension import spellings_of
from pipeline.normalize.lexeme import flatten
from pipeline.normalize.text import is_cjk, key
from pipeline.schema.vocabulary import label_keys, totals

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")  # a label may be a sign: "㎢"
_WORD = re.compile(r"[^\W\d_]+")
_TAGS = "<>"  # may stand within a word


def most_labels(text: str) -> int:
    """How many known labels and totals the words of a text can be at most."""
    known = label_words()
    tokens = _TOKEN.findall(key(text))
    said = frozenset(tokens)
    begun = known.keys() & said
    found = {token for token in begun if any(map(said.issuperset, known[token].values()))}
    return sum(token in found for token in tokens) + _unbroken(text)


def _unbroken(text: str) -> int:
    """How many letters a text has of scripts whose words may be a part of a label."""
    return 0 if text.isascii() else sum(map(is_cjk, text))


@cached()
def label_words() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The words of each label, total and tie, and of the units that make labels of other words.

    They are found by the longest word of each, or a sign, as no label is without all of its words.
    """
    ties = flatten(toml_table("words.toml")["agreement_cues"])
    measures = spellings_of("area", "density")
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for label in (*label_keys(), *totals(), *map(key, ties), *measures, *_TAGS):
        is_plain = label.replace(" ", "").isalpha()
        tokens = label.split() if is_plain else _WORD.findall(label) or _TOKEN.findall(label)
        if tokens:
            found[max(tokens, key=len) if tokens[1:] else tokens[0]][label] = tokens
    return found
