"""Known labels that open a line with their value behind a blank or none: "Population 811,400"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.lexicon.taught import cached
from pipeline.model.source import Span
from pipeline.model.value import Context
from pipeline.normalize.lexeme import alternation, words
from pipeline.normalize.place import country_code
from pipeline.normalize.text import is_cjk, key
from pipeline.read.grammar import LONGEST_LABEL, LONGEST_VALUE, Pair, label_at, meaning_at
from pipeline.schema.field import Kind
from pipeline.schema.place import BY_NAME
from pipeline.schema.vocabulary import label_keys

# "標高1,350mの盆地で、...。提携は", "Twinned in 1984. Population about 9,000.": prose, no value
_SENTENCES = re.compile(r"、[^。\n]*。\S")
_MORE = re.compile(r"\d\)?\. (?=[A-ZÀ-ÖØ-ÞĀ-ŽА-Я][^\W\d_]{2,}[^\n]{0,40}?\s\(?[\d~])")
_HEAD, _HEADS = 4, (4, 3, 2)  # letters of a label by which it is found; a shorter one has fewer
_FEWEST_SITE = 5  # letters of a label that an address may follow without a blank: "Sítiowww.elm.br"
_HOST = re.compile(r"(?!www\.|https?:)[\w-]+\.[a-z]{2,}")
_ADDRESS = re.compile(r"(?:www\.|https?://)\S+")
_BRACKET = re.compile(r"\s?\((?:[^()\[\]\n]|\[\w{1,3}\]){2,40}\)(?:\[\w{1,3}\])?")
_FIGURE = re.compile(r"[A-Z]{0,3}[$€£¥₩₱]? ?\d")
_FIGURES = {Kind.COUNT, Kind.NUMBER, Kind.MONEY}
VALUE_START = re.compile(r"[\"'(]?[\d$€£¥₩₱]|'\d")


def opened(text: str, span: Span) -> Pair | None:
    """A known label without a mark behind it: before a blank, else glued to its value."""
    labels = _known_prefixes(text, span) or _composed_prefix(text, span)
    if not labels:
        return None
    return (
        _spaced(text, span, labels) or _glued(text, span, labels) or _bracketed(text, span, labels)
    )


def _spaced(text: str, span: Span, labels: Sequence[Span]) -> Pair | None:
    """``Population 811,400 (2010)``: a known label, a blank, and what its field can read."""
    for label in labels:
        if text[label.end : label.end + 1] in {" ", ","}:
            body = Span(_skip(text, label.end, span.end), span.end)
            if body.start < body.end and (
                _fits(text, label, body) or _is_short_text(text, label, body)
            ):
                return None if _MORE.search(text, *body) else Pair(label, body)
    return None


def _is_short_text(text: str, label: Span, body: Span) -> bool:
    """Whether a label of Han, kana or Hangul has a short text behind a (wide) blank."""
    return (
        is_cjk(text[label.end - 1])
        and label.end - label.start > 1
        and body.end - body.start <= LONGEST_VALUE
    )


def _glued(text: str, span: Span, labels: Sequence[Span]) -> Pair | None:
    """``CountryPhilippines``, ``Kabuuan54.84 km2``: a known label run into its value."""
    for label in labels:
        body = Span(label.end, span.end)
        last, first = text[label.end - 1], text[label.end : label.end + 1]
        if not first or span.end - label.end > 2 * LONGEST_VALUE:
            continue
        if is_cjk(last):
            fits = _fits(text, label, body) and not _SENTENCES.search(text, *body)
        else:
            fits = (first.isdigit() and _fits(text, label, body)) or (
                first.isupper() and last.islower()
            )
        if (fits or _is_site(text, label, body)) and not _is_host(text, label, body):
            return Pair(label, body)
    return None


def _bracketed(text: str, span: Span, labels: Sequence[Span]) -> Pair | None:
    """``PIB (IBGE/2008)R$ 10 621,31``: a known label with its bracket run into a figure."""
    for label in labels:
        bracket = _BRACKET.match(text, label.end, span.end)
        if bracket is None or not _FIGURE.match(text, bracket.end(), span.end):
            continue
        fields = meaning_at(text, label).fields
        if fields and BY_NAME[fields[0]].kind in _FIGURES:
            return Pair(Span(label.start, bracket.end()), Span(bracket.end(), span.end))
    return None


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " ,\t":
        at += 1
    return at


@cached()
def _by_head() -> dict[str, tuple[str, ...]]:
    """Known labels by their first four characters, longest first; a shorter one by all it has."""
    table: dict[str, list[str]] = {}
    for label in sorted(label_keys(), key=len, reverse=True):
        table.setdefault(label[:_HEAD], []).append(label)
    return {head: tuple(labels) for head, labels in table.items()}


def _known_prefixes(text: str, span: Span) -> list[Span]:
    """Every known label that the line begins with, longest first; no single letter."""
    said = text[span.start : span.start + LONGEST_LABEL]
    head, known, most = key(said), _by_head(), span.end - span.start
    return [
        Span(span.start, span.start + len(label))
        for begun in dict.fromkeys(head[:size] for size in _HEADS)
        for label in known.get(begun, ())
        if head.startswith(label) and len(label) < most and said[: len(label)].casefold() == label
    ]


def _composed_prefix(text: str, span: Span) -> list[Span]:
    """What stands before the first blank of a line in Han, kana or Hangul, if its parts make a label."""
    if not is_cjk(text[span.start : span.start + 1]):
        return []
    blank = text.find(" ", span.start, min(span.end, span.start + LONGEST_LABEL))
    label = Span(span.start, blank)
    return [label] if blank > 0 and label_at(text, label) is not None else []


def _fits(text: str, label: Span, body: Span) -> bool:
    """Whether the value starts at once with something that a field of the label reads."""
    if body.end - body.start > 2 * LONGEST_VALUE:
        return False
    fields = meaning_at(text, label).fields
    if not fields:
        return False
    if fields[0] == "country":
        return bool(country_code(text[body.start : body.end].strip()))
    if BY_NAME[fields[0]].kind is Kind.TEXT:
        return _ADDRESS.fullmatch(text, *body) is not None and _is_site(text, label, body)
    start = _after_qualifier(text, body)
    return bool(VALUE_START.match(text, start, body.end)) or _reads(text, fields[0], body)


def _reads(text: str, field: str, body: Span) -> bool:
    """Whether a date field finds a date at the very start ("June 21, 2013")."""
    if BY_NAME[field].kind is not Kind.DATE:
        return False
    found = BY_NAME[field].read(text, body, Context())
    return bool(found) and found[0][0].span.start <= body.start + 4


@cache
def _qualifier() -> re.Pattern[str]:
    return re.compile(
        rf"{alternation(words('about'))}\s*|{alternation(words('over'))}\s*", re.IGNORECASE
    )


def _after_qualifier(text: str, body: Span) -> int:
    match = _qualifier().match(text, body.start, body.end)
    return match.end() if match else body.start


def _is_host(text: str, label: Span, body: Span) -> bool:
    """Whether a label and its value are one name of a site: "Linkfang.org"."""
    short = label.end - label.start < _FEWEST_SITE
    return short and _HOST.match(text, *body) is not None


def _is_site(text: str, label: Span, body: Span) -> bool:
    """Whether a website field finds an address at the very start."""
    if "website" not in meaning_at(text, label).fields:
        return False
    found = BY_NAME["website"].read(text, body, Context())
    return bool(found) and found[0][0].span.start == body.start
