"""Spellings by the word that begins them, tried only where a text has that word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from pipeline.normalize.prepared import WORD, Prepared, cuts_word

# Where a spelling begins, where it ends with its sign changed, whether no letter goes on behind it:
# sorted, the longest of each place comes first.
Stand = tuple[int, int, bool]


class Headed:
    """The spellings that begin with one word or sign."""

    def __init__(self, head: str, keys: Sequence[str]) -> None:
        """Takes the head and the spellings, of which it may be one itself."""
        self._head, self._keys = head, keys
        self._alone = head in keys

    @cached_property
    def _longer(self) -> Mapping[str, Sequence[str]]:
        """The spellings that go on behind the head, by their next word; by no word those without."""
        found: dict[str, list[str]] = defaultdict(list)
        for key in self._keys:
            if key != self._head:
                word = WORD.search(key, len(self._head))
                found[word[0] if word else ""].append(key)
        return found

    def stands(self, page: Prepared, starts: Iterable[int]) -> list[Stand]:
        """Those that end where a word does, of the offsets at which their head stands."""
        text, size = page.text, len(self._head)
        found = [(at, -at - size, True) for at in starts] if self._alone else []
        words = [word for word in self._longer if not word or word in page.words]
        longer = tuple([key for word in words for key in self._longer[word]])
        for at in starts if longer else ():
            if text.startswith(longer, at):
                ends = [at + len(key) for key in longer if text.startswith(key, at)]
                found += [(at, -end, True) for end in ends if not cuts_word(text, end)]
        return found


class ByHeadword(dict[str, Headed]):
    """Spellings by their first words, each of these made ready when a text first has it."""

    def __init__(self, keys: Iterable[str]) -> None:
        """Takes the spellings; ``own`` has those that begin with no word by their first character."""
        super().__init__()
        self.own: dict[str, list[str]] = defaultdict(list)
        for key in keys:
            word = WORD.match(key)
            self.own[word[0] if word else key[0]].append(key)

    def __missing__(self, head: str) -> Headed:
        """The spellings that begin with one of the words."""
        self[head] = Headed(head, self.own[head])
        return self[head]
