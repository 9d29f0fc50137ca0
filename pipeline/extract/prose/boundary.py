"""Where sentences end, by the rule of spaCy's sentencizer: at a full stop and the marks behind it.

A full stop inside a figure, a date, an abbreviation or before small letters ends none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from pipeline.extract.prose.token import Token
from pipeline.model.source import Span
from pipeline.normalize.text import is_cjk

# Words whose full stop ends no sentence.
_SHORT = (
    *("Mt", "St", "Ft", "Dr", "Mr", "Mrs", "Ms", "No", "nos", "ca", "approx"),
    *("bzw", "inkl", "etc", "vs", "str"),
)
WORD = re.compile(
    rf"(?:[A-Z]\.){{2,}}|(?:{'|'.join(_SHORT)})\.|[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]",
    re.IGNORECASE,
)
_SHORT_ENDS = tuple(map(str.lower, _SHORT))
_CIRCA = re.compile(r"(?<!\w)c$")  # "c. 22,000 people"
_LONGEST = max(map(len, _SHORT))
ENDS = frozenset([".", "!", "?", "。", "！", "？", "…", "।", "؟", "．"])
_END = re.compile("[.!?。！？…।؟．]")
_INNER_MARKS = frozenset(",;:)")
_JOINTS = frozenset("_.'’-")  # what can stand inside a word


class Bound(NamedTuple):
    """Where a sentence stands, and which of the tokens it has (from ``first``, below ``last``)."""

    span: Span
    first: int
    last: int


def bounds(text: str, span: Span, tokens: Sequence[Token]) -> Iterator[Bound]:
    """The sentences of a stretch that have one of its figures, dates and cues."""
    if not tokens:
        return
    start = min(span.start, tokens[0].span.start)  # "US$ 1,900" of a stretch that begins behind US$
    while start < tokens[0].span.start and _is_blank(text[start]):
        start += 1
    reach = tuple(accumulate((token.span.end for token in tokens), max))
    cuts = ((start, 0), *_starts(text, span, tokens), (span.end, len(tokens)))
    for (begin, first), (end, last) in pairwise(cuts):
        if first < last:
            stop = _last(text, reach[last - 1], end) or tokens[last - 1].span.end
            yield Bound(Span(begin, stop), first, last)


def _last(text: str, start: int, at: int) -> int:
    """Where what stands before an offset ends, 0 if nothing does from the start on."""
    while at > start and _is_blank(text[at - 1]):
        at -= 1
    return at if at > start else 0


def _starts(text: str, span: Span, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where sentences begin behind others, with the number of tokens before them."""
    at, ended = span.start, False
    for index, token in enumerate(tokens):
        begun, ended = _begun(text, Span(at, token.span.start), ended=ended)
        yield from ((start, index) for start in begun)
        ends = _closes(text, token)
        if ended and not ends and not _is_marks(text[slice(*token.span)]):
            yield token.span.start, index
            ended = False
        ended = ended or ends
        at = max(at, token.span.end)
    begun, _ = _begun(text, Span(at, span.end), ended=ended)
    yield from ((start, len(tokens)) for start in begun)


def _begun(text: str, gap: Span, *, ended: bool) -> tuple[list[int], bool]:
    """Where sentences begin between two tokens, and whether the last has ended there."""
    starts, at = [], gap.start
    while at < gap.end:
        if ended:
            while at < gap.end and (_is_blank(text[at]) or _is_mark(text[at])):
                at += 1
            if at == gap.end:
                break
            starts.append(at)
        end = _END.search(text, at, gap.end)
        while end and _goes_on_behind(text, end.start(), gap):
            end = _END.search(text, end.end(), gap.end)
        ended = end is not None
        at = end.end() if end else gap.end
    return starts, ended


def _goes_on_behind(text: str, at: int, gap: Span) -> bool:
    """Whether a mark is a full stop that ends no sentence."""
    return text[at] == "." and (goes_on(text, at) or _abbreviates(text, at, gap))


def goes_on(text: str, at: int) -> bool:
    """Whether a sentence goes on behind a full stop: "тыс. чел. в", in small letters."""
    behind = text[at + 1 : at + 4].lstrip(" ")[:1]
    if at and text[at - 1].isdigit() and is_cjk(behind):
        return True  # "2011. 10. 25. 협정 체결"
    if behind.isdigit() and _CIRCA.search(text, max(0, at - 2), at):
        return True
    return behind.islower() or behind in _INNER_MARKS


def _abbreviates(text: str, at: int, gap: Span) -> bool:
    """Whether a full stop belongs to the word before it: "approx.", "U.S."."""
    start = at
    if not _may_abbreviate(text[max(gap.start, at - _LONGEST) : at]):
        return False
    while start > gap.start and (text[start - 1].isalnum() or text[start - 1] in _JOINTS):
        start -= 1
    words = WORD.finditer(text, start, gap.end)
    return next(word for word in words if word.end() > at).start() < at


def _may_abbreviate(before: str) -> bool:
    """Whether what stands before a full stop ends as a short form does, or in a letter alone."""
    alone = before[-1:].isalpha() and not before[-2:-1].isalnum()
    return alone or before.casefold().endswith(_SHORT_ENDS)


def _closes(text: str, token: Token) -> bool:
    """Whether the full stop of a unit or a year ends a sentence too: "320 m n.p.m. Umowę"."""
    start, end = token.span
    if text[end - 1] == ".":
        return end - start == 1 or text[end : end + 3].lstrip(" ")[:1].isupper()
    return end - start == 1 and text[start] in ENDS


def _is_blank(character: str) -> bool:
    """Whether a character belongs to no token."""
    return character.isspace() or character == "_"


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("P")


def _is_marks(said: str) -> bool:
    return all(map(_is_mark, said))
