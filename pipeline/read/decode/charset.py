"""How well bytes read in each encoding: a score from the characters that they would be.

Only words with bytes above 7F are looked at, so one Korean line on an English page is judged as
the Korean it is; statistical detectors are misled by the English around it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.read.decode.alphabet import ALPHABETS, Alphabet

# Below this mean weight nobody writes so; found on lines of place profiles in nine encodings.
ACCEPTED = 0.3
# One line against the rest of its document must be clearer than that.
CONVINCING = 0.6
# A sample of so many bytes settles it: more changes no verdict and costs time on a 5 MB line.
SAMPLE = 16_000
RARE, BROKEN, ODD, LONG = -0.5, -1.5, 1.5, 0.6


class Guess(NamedTuple):
    """How well bytes read in an encoding: 1 is frequent characters only, below 0 is noise."""

    encoding: str
    score: float


def rank_encodings(content: bytes) -> tuple[Guess, ...]:
    """Every reading that we score, best first; encodings that give the same text count once."""
    sample = _sample(content)
    readings: dict[str, Guess] = {}
    for alphabet in ALPHABETS:
        text = sample.decode(alphabet.encoding, "replace")
        guess = Guess(alphabet.encoding, _score(text, alphabet))
        readings[text] = max(readings.get(text, guess), guess, key=_score_of)
    return tuple(sorted(readings.values(), key=_score_of, reverse=True))


def reread(content: bytes, encoding: str) -> tuple[str, str] | None:
    """The best clean reading of a line in an encoding other than the given, with its name."""
    likely = (guess.encoding for guess in rank_encodings(content) if guess.score >= CONVINCING)
    for other in ("utf-8", *likely):
        text = _strictly(content, other)
        if text is not None and other != encoding:
            return other, text
    return None


def second_opinion(content: bytes) -> Guess | None:
    """What charset-normalizer takes the bytes for, with its coherence (0 to 1) as the score."""
    from charset_normalizer import from_bytes

    lines = (line for line in content.splitlines() if not line.isascii())
    best = from_bytes(b"\n".join(_first(lines))).best()
    return Guess(best.encoding, best.coherence) if best else None


def _score_of(guess: Guess) -> float:
    return guess.score


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _sample(content: bytes) -> bytes:
    # Bytes below 0x30 are second bytes in none of the encodings: cutting there breaks no character.
    words = re.finditer(rb"[\x80-\xff][\x30-\xff]*", content)
    return b" ".join(_first(content[max(0, word.start() - 1) : word.end()] for word in words))


def _first(pieces: Iterator[bytes]) -> Iterator[bytes]:
    room = SAMPLE
    for piece in pieces:
        yield piece[:room]
        room -= len(piece)
        if room <= 0:
            return


def _score(text: str, alphabet: Alphabet) -> float:
    counts = {char: count for char, count in Counter(text).items() if char > "\x7f"}
    total = sum(_weight(alphabet, char) * count for char, count in counts.items())
    odd = sum(len(match[0]) for match in alphabet.odd.finditer(text))
    return (total - ODD * odd) / max(alphabet.least, sum(counts.values()))


@cache
def _weight(alphabet: Alphabet, char: str) -> float:
    if char == "\ufffd":
        return BROKEN
    if char in alphabet.frequent:
        return 1.0
    code = char.encode(alphabet.encoding, "ignore")
    if len(code) == 4:  # GB 18030's long form: a pattern that no other encoding shows
        return LONG
    if len(code) > 1 and code[1] < alphabet.trail:
        return RARE
    number = int.from_bytes(code)
    return next((weight for low, high, weight in alphabet.ranges if low <= number <= high), RARE)
