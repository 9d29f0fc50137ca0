"""Facts within one line: several labels beside one another, and facts nested in a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.source import Span
from pipeline.normalize.digits import has_digit
from pipeline.normalize.hit import Hit
from pipeline.normalize.stretch import trim
from pipeline.read.form import read_pair
from pipeline.read.grammar import Pair, meaning_at
from pipeline.schema.field import Kind
from pipeline.schema.lookup import label_pattern
from pipeline.schema.place import BY_NAME

_BRACKET = re.compile(r"[(（]([^()（）]{3,120})[)）]")
_PARTS = re.compile(r"[,;/](?!\d)\s*")
_INNER_SEP = re.compile(r"\s*:\s*|\s+(?=[\d$€£¥₩'])")
_INLINE_SEP = re.compile(r"\s*:\s*|,\s+(?=[\d$€£¥₩])|\s+(?=[約约약]?\d)|\s*-\s+(?=\d)")
_YEAR = re.compile(r"\W*(?:1[89]|20)\d\d\W*")
_WIDE = ("   ", "\t")
_MARKS = 2  # before the first label
_STRONG = (";", "/", "|", "·", "•")
SET_OFF = re.compile(r"[;/|·•\t]|   ")
# "人口 144,902人 面積 10.98km²": what East Asia counts ends a value, with a blank behind it.
_COUNTED = re.compile(r"(?<=[人名명戸호²㎢)]) (?=[\u3040-\ud7ff])")
_DIGIT = re.compile(r"\d")
_OPENING = re.compile(r"(?:^|[;,/|·•]\s*|\s{1,}|[.)㎢²%명人]\s*)$")


def inline_pairs(text: str, content: Span) -> list[Pair]:
    """Several facts on one line: ``Population: 6,283 Area: 1,063 km2``, ``Population, 6,283; ...``.

    Two labels with their separators are needed; the first has to open the line, the others are set
    off or have a colon, or stand behind what is counted.
    """
    if text.find(":", *content) < 0 and not _is_set_off(text, *content):
        return []
    return _barred(text, content) or _labelled(text, content) or _divided(text, content)


def _barred(text: str, content: Span) -> list[Pair]:
    """Pieces between bars that all are a label with a colon, the first one not known.

    "Est. relationship: 1984 | Population: 6,283 | Mayor: A. Bell"
    """
    if text.find("|", *content) < 0:
        return []
    pieces = _pieces(text, content, "|")
    told = [
        pair
        for piece in pieces
        if text.find(":", *piece) >= 0 and (pair := read_pair(text, piece)) is not None
    ]
    if len(told) < max(2, len(pieces)) or meaning_at(text, told[0].label).known:
        return []
    return told if any(_is_told(text, pair) for pair in told) else []


def _divided(text: str, content: Span) -> list[Pair]:
    """Pieces between semicolons of which every one is a label with its value."""
    if text.find(";", *content) < 0:
        return []
    pieces = _pieces(text, content, ";")
    pairs: list[Pair] = []
    for piece in pieces if len(pieces) > 1 else ():
        pair = read_pair(text, piece)
        if pair is None or not _is_told(text, pair):
            return []
        pairs.append(pair)
    return pairs


def _pieces(text: str, content: Span, mark: str) -> list[Span]:
    """The stretches between a mark, without blanks around them."""
    pieces, start = list[Span](), content.start
    while start <= content.end:
        cut = text.find(mark, start, content.end)
        end = content.end if cut < 0 else cut
        piece = trim(text, Span(start, end))
        pieces += [piece] if piece.start < piece.end else []
        start = end + 1
    return pieces


def _is_told(text: str, pair: Pair) -> bool:
    """Whether a known label has its value beside it."""
    return pair.body.start < pair.body.end and meaning_at(text, pair.label).known


def _labelled(text: str, content: Span) -> list[Pair]:
    first = _first_label(text, content)
    if first is None or not _may_go_on(text, first.end(), content.end):
        return []
    found = label_pattern().finditer(text, first.end(), content.end)
    starts = [first, *(match for match in found if _opens(text, match, content))]
    if len(starts) < 2:
        return []
    ends = [match.start() for match in starts[1:]] + [content.end]
    return [
        Pair(
            Span(match.start(), match.end()),
            trim(text, Span(_behind_separator(text, match.end(), end), end)),
        )
        for match, end in zip(starts, ends, strict=True)
    ]


def _behind_separator(text: str, at: int, end: int) -> int:
    """Where the value of a label that ends at an offset begins."""
    separator = _INLINE_SEP.match(text, at, end)
    return separator.end() if separator else at


def _may_go_on(text: str, start: int, end: int) -> bool:
    """Whether a further label can open behind the first one, that ends at ``start``.

    Each has one of the marks right before it, or a colon behind it, besides that of the first.
    """
    if _is_set_off(text, start - 1, end):
        return True
    separator = _INLINE_SEP.match(text, start, end)
    return separator is not None and text.find(":", separator.end(), end) >= 0


def _is_set_off(text: str, start: int, end: int) -> bool:
    """Whether something between two offsets is set off from what stands before it."""
    return bool(SET_OFF.search(text, start, end) or _COUNTED.search(text, start, end))


def _first_label(text: str, content: Span) -> Hit | None:
    """The label that begins a fact within the first characters of a line."""
    labels, at = label_pattern(), content.start
    while at <= content.start + _MARKS:
        match = labels.match(text, at, content.end)
        if match and _opens(text, match, content):
            return match
        at = match.end() if match else at + 1
    return None


def _opens(text: str, match: Hit, content: Span) -> bool:
    """Whether a label begins a fact: at the start or behind a separator, with a value behind it."""
    if not _INLINE_SEP.match(text, match.end(), content.end):
        return False
    if match.start() == content.start:
        return True
    before = text[max(content.start, match.start() - 8) : match.start()]
    strong = before.rstrip().endswith(_STRONG) or before.endswith(_WIDE)
    has_colon = text[match.end() : match.end() + 3].lstrip().startswith(":")
    if _COUNTED.match(text, match.start() - 1):
        return True
    return (strong or has_colon) and bool(_OPENING.search(before))


def nested_pairs(text: str, body: Span) -> list[Pair]:
    """``(GDP per person: 72,049 yuan)``, ``(Export 19.9, Import 5.7)``: facts in a bracket."""
    if text.find("(", *body) < 0:
        return []
    return [
        pair
        for bracket in _BRACKET.finditer(text, *body)
        for pair in _bracketed_pairs(text, body, bracket)
    ]


def _bracketed_pairs(text: str, body: Span, bracket: re.Match[str]) -> Iterator[Pair]:
    at = bracket.start(1)
    for end in (*(m.start() for m in _PARTS.finditer(text, at, bracket.end(1))), bracket.end(1)):
        part = trim(text, Span(at, end))
        match = label_pattern().match(text, part.start, part.end)
        separator = _INNER_SEP.match(text, match.end(), part.end) if match else None
        if match and separator and _is_quantity(text, Span(match.start(), match.end())):
            value = Span(separator.end(), part.end)
            if not _is_dated(text, Span(body.start, bracket.start()), value):
                yield Pair(Span(match.start(), match.end()), value)
        at = end + 1


def _is_dated(text: str, before: Span, value: Span) -> bool:
    """Whether a bracket behind a figure only says of when it is, and who counted: "68.088 (Censo 2011 - INEI)"."""
    year = _YEAR.match(text, *value)
    if year is None or not _DIGIT.search(text, *before):
        return False
    cut = text[year.end() - 1].isdigit() and text[year.end() : year.end() + 1].isalnum()
    return not cut and not has_digit(text, year.end(), value.end)


def _is_quantity(text: str, label: Span) -> bool:
    """Whether a label inside a bracket names a figure: "(founded in 1922)" is of what stands before."""
    return all(
        BY_NAME[field].kind not in {Kind.DATE, Kind.TEXT}
        for field in meaning_at(text, label).fields
    )
