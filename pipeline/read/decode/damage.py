"""What is broken in the characters of a text: each place becomes a T01 repair with its span."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice

from pipeline.model.source import Repair, Span
from pipeline.read.decode.charset import reread
from pipeline.read.decode.whole import CODE

# A reviewer reads the first few; a text of nothing but damage would flood the tables.
MOST = 20
# Some fifty pages of print: no profile is written in one line of that length.
LONGEST_LINE = 100_000
# A longer line is no line of a profile, and a suggestion as long as a document helps nobody.
LONGEST_SUGGESTION = 2_000

# How a byte that cannot be decoded stands in a Python text until `mend` replaces it.
_HOLE, _HOLES = re.compile("[\ud800-\udfff]"), re.compile("[\ud800-\udfff]+")
# U+0800 to U+FFEF but the holes, told by what they are not: `re` takes in a set sign by sign.
_WIDE = re.compile("[^\x00-\u07ff\ud800-\udfff\ufff0-\U0010ffff]")
_MARKS = re.compile("\ufffd+|[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]+")


def mend(text: str, encoding: str) -> tuple[str, tuple[Repair, ...]]:
    """The text with U+FFFD for each byte that could not be decoded, and a repair for each run.

    A line that reads cleanly in another encoding is one repair with that reading as suggestion.
    """
    if not _HOLES.search(text):
        return text, ()
    told = tuple(islice(_undecodable(text, encoding), MOST))
    rest = _HOLES.finditer(text, told[-1].span.end)
    return _HOLE.sub("\ufffd", text), (*told, *count_rest(map(re.Match.span, rest)))


def find_damage(text: str, known: Iterable[Repair] = ()) -> tuple[Repair, ...]:
    """Replacement and control characters that no known repair covers, and overlong lines."""
    return (*_find_marks(text, known), *_find_overlong(text))


def _find_overlong(text: str) -> Iterator[Repair]:
    """Lines of which the end is not read, each at the end of what is."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        length = (end if end >= 0 else len(text)) - start
        if length > LONGEST_LINE:
            message = f"a line of {length:,} characters: only the first {LONGEST_LINE:,} are read"
            yield Repair(CODE, message, Span(start + LONGEST_LINE, start + LONGEST_LINE + 1))
        start += length + 1


def _find_marks(text: str, known: Iterable[Repair]) -> tuple[Repair, ...]:
    gaps = _gaps([repair.span for repair in known], len(text))
    marks = (mark for gap in gaps for mark in _MARKS.finditer(text, *gap))
    told = tuple(_describe(mark) for mark in islice(marks, MOST))
    return (*told, *count_rest(map(re.Match.span, marks)))


def count_rest(spans: Iterator[tuple[int, int]]) -> Iterator[Repair]:
    """One repair that covers and counts all further places, if there are any."""
    first = next(spans, None)
    if first:
        number, last = next(iter(deque(enumerate(spans, 2), maxlen=1)), (1, first))
        yield Repair(CODE, f"{number} more places like these", Span(first[0], last[1]))


def _gaps(spans: list[Span], end: int) -> Iterator[Span]:
    at = 0
    for span in sorted(spans):
        yield Span(at, max(at, span.start))
        at = max(at, span.end)
    yield Span(at, end)


def _describe(mark: re.Match[str]) -> Repair:
    char = mark[0][0]
    if char == "\ufffd":
        message = "a replacement character: what stood here is lost"
    else:
        name = "NUL character" if char == "\0" else f"control character U+{ord(char):04X}"
        message = f"a {name} within the text; kept as it is"
    return Repair(CODE, message, Span(*mark.span()))


def _undecodable(text: str, encoding: str) -> Iterator[Repair]:
    at = 0
    while run := _HOLES.search(text, at):
        repair = _reread_line(text, run.start(), encoding) or _broken_run(run, encoding)
        at = repair.span.end
        yield repair


def _reread_line(text: str, at: int, encoding: str) -> Repair | None:
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    span = Span(start, end if end >= 0 else len(text))
    line = text[start : span.end]
    if len(line) > LONGEST_SUGGESTION or (encoding == "utf-8" and _is_mostly_sound(line)):
        return None
    reading = reread(_bytes(line, encoding), encoding)
    return reading and foreign_line(span, encoding, *reading)


def _is_mostly_sound(line: str) -> bool:
    # Whole characters of three bytes: the line is UTF-8 with damage, not of another encoding.
    return 3 * len(_WIDE.findall(line)) >= len(_HOLE.findall(line))


def foreign_line(span: Span, encoding: str, other: str, reading: str) -> Repair:
    """A line of another encoding than its document's, with its reading as suggestion."""
    message = f"the document is {encoding} but this line reads as {other}: mixed encodings"
    return Repair(CODE, message, span, reading.rstrip("\r"))


def _broken_run(run: re.Match[str], encoding: str) -> Repair:
    content = _bytes(run[0], encoding)
    shown = content[:8].hex(" ").upper() + (" ..." if len(content) > 8 else "")
    return Repair(CODE, f"bytes that are not {encoding}: {shown}", Span(*run.span()))


def _bytes(text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding, "surrogateescape")
    except UnicodeEncodeError:  # a lone half of UTF-16 stands for no byte
        return text.encode("utf-8", "replace")
