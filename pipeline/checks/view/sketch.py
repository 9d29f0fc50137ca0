"""A text in 64 numbers that nearly the same text shares: one-permutation hashing of word groups.

The share of numbers that two sketches have in common estimates the share of word groups that the
texts have in common (Li, Owen and Zhang, One Permutation Hashing, 2012), at one hash a word.
"""

from __future__ import annotations

import re
from zlib import crc32

Sketch = tuple[int, ...]

BINS = 64
# Groups of four words: fewer are shared by unlike texts, of more a changed figure spoils too many.
GROUP = 4
# Shorter texts are alike by chance: they have no sketch, and only equal bytes make them the same.
FEWEST_GROUPS = 128
EMPTY = 0xFFFFFFFF
NO_SKETCH: Sketch = (EMPTY,) * BINS
_WORD = re.compile(r"\w+")


def sketch(text: str) -> Sketch:
    """The smallest hash in each bin; an empty tuple for a text too short to tell."""
    words = "\n".join(_WORD.findall(text)).encode("utf-8", "replace").split(b"\n")
    groups = len(words) - GROUP + 1
    if groups < FEWEST_GROUPS:
        return ()
    hashes = map(crc32, map(b" ".join, zip(*(words[at:] for at in range(GROUP)), strict=False)))
    least = {number % BINS: number for number in sorted(hashes, reverse=True)}
    return tuple([least.get(at, EMPTY) for at in range(BINS)])
