"""Spellings by the word that begins them, tried only where a text has that word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pipeline.normalize.prepared import WORD, cuts_word

# Where a spelling begins, where it ends with its sign changed, whether no letter goes on behind it:
# sorted, the longest of each place comes first.
Stand = tuple[int, int, bool]


class Headed(NamedTuple):
    """The spellings that begin with one word or sign; ``alone`` where that is one itself."""

    head: str
    alone: bool
    longer: tuple[str, ...]

    def stands(self, text: str, starts: Iterable[int]) -> list[Stand]:
        """Those that end where a word does, of the offsets at which their head stands."""
        size, longer = len(self.head), self.longer
        found = [(at, -at - size, True) for at in starts] if self.alone else []
        for at in starts if longer else ():
            if text.startswith(longer, at):
                ends = [at + len(key) for key in longer if text.startswith(key, at)]
                found += [(at, -end, True) for end in ends if not cuts_word(text, end)]
        return found


def by_headword(keys: Iterable[str]) -> Mapping[str, Headed]:
    """Spellings by their first words, and those that begin otherwise by their first characters."""
    found: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        word = WORD.match(key)
        found[word[0] if word else key[0]].append(key)
    return {
        head: Headed(head, head in own, tuple([key for key in own if key != head]))
        for head, own in found.items()
    }
