"""Bytes to text: the encoding found, how, how sure, and what could not be decoded."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from pipeline.model.source import Repair, Span
from pipeline.read.decode.charset import ACCEPTED, Guess, rank_encodings, second_opinion
from pipeline.read.decode.damage import LONGEST_SUGGESTION, MOST, count_rest, foreign_line, mend
from pipeline.read.decode.whole import whole
from pipeline.read.decode.wide import find_wide


class Decoded(NamedTuple):
    """A document's text with its encoding, how that was found, and what had to be mended."""

    text: str
    encoding: str
    detection: str
    repairs: tuple[Repair, ...] = ()


MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ESCAPES = ((b"\x1b$)C", "iso2022_kr"), (b"\x1b$B", "iso2022_jp"), (b"\x1b$@", "iso2022_jp"))
# What pages declare, and the superset that browsers take it for.
MEANT = {
    "euc_kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}
# Encodings that a page may claim; the Western ones are editors' defaults and say nothing.
CLAIMS = ("big5", "cp", "euc", "gb", "hz", "iso", "johab", "koi8", "mac", "shift", "tis", "utf")
NO_CLAIM = ("ascii", "cp1252", "iso8859-1", "utf-7")
# How far ahead the best encoding must be of the next to be called sure, or likely.
SURE, LIKELY = 0.3, 0.1
# charset-normalizer's coherence below which its answer is no better than chance on short pages.
COHERENT = 0.3


def decode(content: bytes, declared: str = "") -> Decoded:
    """The text of a file, without byte-order mark and with its line ends.

    ``declared`` is the encoding that the document claims (a page's charset): taken where the
    bytes do not say otherwise and it decodes them all.
    """
    attempts = (_by_mark, _by_zeros, _by_escape, _as_utf8, _as_declared, _by_characters)
    results = (attempt(content, declared) for attempt in attempts)
    return next((decoded for decoded in results if decoded), None) or _as_broken_utf8(content)


def _settle(content: bytes, encoding: str, detection: str) -> Decoded:
    try:
        text = content.decode(encoding, "surrogateescape")
    except UnicodeDecodeError:  # a broken byte below 0x80 cannot be escaped
        text = content.decode(encoding, "replace")
    text, repairs = mend(text, encoding)
    return Decoded(text, encoding, detection, repairs)


def _by_mark(content: bytes, _: str) -> Decoded | None:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _settle(content[len(mark) :], encoding, "byte-order mark: certain")
    return None


def _by_zeros(content: bytes, _: str) -> Decoded | None:
    encoding = find_wide(content)
    return _settle(content, encoding, "where NUL bytes stand: very likely") if encoding else None


def _by_escape(content: bytes, _: str) -> Decoded | None:
    for escape, encoding in ESCAPES:
        if escape in content and content.isascii():
            return _settle(content, encoding, "escape sequences: very likely")
    return None


def _as_utf8(content: bytes, _: str) -> Decoded | None:
    if content.isascii():
        return Decoded(content.decode(), "utf-8", "only ASCII characters: certain")
    sound = content.decode("utf-8", "ignore")
    kept = len(sound.encode())
    if kept == len(content):
        return Decoded(sound, "utf-8", "every byte is UTF-8: certain")
    narrow = len(content.translate(None, bytes(range(128, 256))))
    wide, letters = kept - narrow, len(sound) - narrow
    # Three bytes are UTF-8 by chance in few texts of another encoding, two bytes in many.
    evidence = 3 * (wide - 2 * letters) + (3 * letters - wide)
    broken = len(content) - kept
    if evidence < broken or (evidence < 4 * broken and rank_encodings(content)[0].score > 0.5):
        return None
    return _as_broken_utf8(content)


def _as_broken_utf8(content: bytes) -> Decoded:
    broken = len(content) - len(content.decode("utf-8", "ignore").encode())
    return _settle(content, "utf-8", f"UTF-8 but for {broken} bytes: likely")


def _as_declared(content: bytes, declared: str) -> Decoded | None:
    try:
        name = codecs.lookup(declared).name if declared.isascii() else ""
        if not name.startswith(CLAIMS) or name in NO_CLAIM:
            return None
        encoding = MEANT.get(name, name)
        return Decoded(content.decode(encoding), encoding, "declared by the page: very likely")
    except (LookupError, ValueError):
        return None


def _by_characters(content: bytes, _: str) -> Decoded | None:
    best, following, *_rest = rank_encodings(content)
    if best.score < ACCEPTED:
        return _by_statistics(content)
    ahead = best.score - following.score
    sure = "very likely" if ahead >= SURE else "likely" if ahead >= LIKELY else "a guess"
    rival = f"next {following.encoding} {following.score:.2f}"
    detection = f"characters: {sure} ({best.score:.2f}, {rival})"
    decoded = _settle(content, best.encoding, detection)
    doubts = (_doubt(content, best, following),) if ahead < LIKELY else ()
    mixed = _find_utf8_lines(content, decoded)
    return decoded._replace(repairs=(*doubts, *decoded.repairs, *mixed))


def _by_statistics(content: bytes) -> Decoded | None:
    guess = second_opinion(content)
    if guess is None or guess.score < COHERENT or _has_utf8_line(content):
        return None
    decoded = _settle(
        content, guess.encoding, f"charset-normalizer: a guess, coherence {guess.score:.2f}"
    )
    doubt = whole(f"the encoding is a guess: {guess.encoding}", decoded.text[:LONGEST_SUGGESTION])
    return decoded._replace(repairs=(doubt, *decoded.repairs))


def _has_utf8_line(content: bytes) -> bool:
    """Whether a whole line with letters beyond ASCII is UTF-8: two texts pasted into one file."""
    lines = (line for line in content.split(b"\n") if not line.isascii())
    return any(line.decode("utf-8", "ignore").encode() == line for line in lines)


def _doubt(content: bytes, best: Guess, following: Guess) -> Repair:
    line = next(line for line in content.splitlines() if not line.isascii())
    reading = line[:LONGEST_SUGGESTION].decode(following.encoding, "replace")
    return whole(f"the encoding is a guess: {best.encoding}, or {following.encoding}", reading)


def _find_utf8_lines(content: bytes, decoded: Decoded) -> tuple[Repair, ...]:
    known = {repair.span for repair in decoded.repairs}
    found = (line for line in _utf8_lines(content, decoded) if line.span not in known)
    told = tuple(islice(found, MOST))
    return (*told, *count_rest(repair.span for repair in found))


def _utf8_lines(content: bytes, decoded: Decoded) -> Iterator[Repair]:
    start = 0
    for line, shown in zip(content.split(b"\n"), decoded.text.split("\n"), strict=False):
        reading = "" if line.isascii() else line.decode("utf-8", "ignore")
        # Two letters of three bytes each are no accident, if the whole line is UTF-8.
        if reading.encode() == line and sum(char > "\u07ff" for char in reading) > 1:
            span = Span(start, start + len(shown))
            yield foreign_line(span, decoded.encoding, "utf-8", reading)
        start += len(shown) + 1
