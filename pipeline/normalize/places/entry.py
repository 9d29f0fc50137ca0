"""Names as they are looked for: their words, how they are spelt, and what they can mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pipeline.normalize.places.name import is_glyphic, without_accents, word_keys

SHORTEST_WORD = 4  # "Áo" and "Nga" are countries, and words of other languages
SHORTEST_PLAIN = 5  # a name this long is itself without its accents
LONGEST_CODE = 5  # "DPRK", "NSW": found in capitals only


class Meaning(NamedTuple):
    """What a name can mean: a code and how the name says it."""

    kind: str
    code: str


Meanings = frozenset[Meaning]


class Entry(NamedTuple):
    """A name: its words as keys, none in scripts without blanks, and as it is written."""

    words: tuple[str, ...]
    name: str
    meanings: Meanings

    @property
    def is_code(self) -> bool:
        """Whether it stands for a name in capitals only: "DPRK"."""
        return self.name.isupper() and len(self.name) <= LONGEST_CODE


class Family(NamedTuple):
    """The names of one first word: longer ones by their second word, longest first, and the word alone."""

    longer: defaultdict[str, list[Entry]]
    alone: list[Entry]

    def add(self, entry: Entry) -> None:
        """Puts a name behind those that are as long."""
        own = self.longer[entry.words[1]] if len(entry.words) > 1 else self.alone
        own.append(entry)


def entries_of(names: Mapping[str, Meanings]) -> Iterator[Entry]:
    """Names as they are written, and without their accents where they are long enough."""
    merged: dict[tuple[str, ...], Entry] = {}
    for name, meanings in names.items():
        if is_glyphic(name):
            yield Entry((), name, meanings)
            continue
        for words in _spellings(name):
            known = merged.get(words)
            both = meanings | known.meanings if known else meanings
            merged[words] = Entry(words, known.name if known else name, both)
    yield from merged.values()


def _spellings(name: str) -> Iterable[tuple[str, ...]]:
    words = word_keys(name)
    if not words or name[0].islower() or (len(name) < SHORTEST_WORD and not name.isupper()):
        return ()
    if name.isascii() or sum(map(len, words)) < SHORTEST_PLAIN:
        return (words,)
    bare = without_accents(name)
    return {words, word_keys(bare)} if bare != name else (words,)
