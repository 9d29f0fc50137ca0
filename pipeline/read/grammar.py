"""The line grammar: how a label and its value can stand on one line.

Each form is a function that gives the label's and the value's span, or None; ``FORMS`` lists them
in order of trial. The text is folded (``text.fold``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from pipeline.lexicon.taught import cached
from pipeline.model.source import Line, LineKind, Span
from pipeline.model.value import Context
from pipeline.normalize.figure import find_figures
from pipeline.normalize.lexeme import pattern, words
from pipeline.normalize.place import country_code
from pipeline.normalize.reader import trim
from pipeline.normalize.text import is_cjk, key
from pipeline.schema.field import Kind
from pipeline.schema.label import Meaning, read_heads, read_label
from pipeline.schema.place import BY_NAME
from pipeline.schema.sieve import may_be_label
from pipeline.schema.vocabulary import label_keys

_COLON = re.compile(r"(?<!\d)\s*:(?!//)\s*|(?<=\d)\s*:(?!\d|//)\s*")
_EQUALS = re.compile(r"\s*=\s*")
_SPREAD = re.compile(
    r"(?P<label>(?:[\u3400-\u9fff가-힣] {1,6}){1,5}[\u3400-\u9fff가-힣]) {1,4}(?=\S)"
)
_SENTENCES = re.compile(r"、[^。\n]*。\S")  # "標高1,350mの盆地で、...。提携は": prose, no value
# "Население 10000 человек, площадь - 100 км²": a label holds no clause with a figure.
_TOLD = re.compile(r"\d{3}[^,.]*[,.]\s")
_GAP = re.compile(
    r"\s*\|\s*|\t+|\s{2,}| - |\s+=\s+| : |\s*(?:[→⇒▶►:]|[-=]>)\s*|\s*(?:\.{3,}|…+|·{3,}|_{3,})\s*"
)
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]?")
_FIGURE = re.compile(r"\d(?!\d{3}$)(?<!\s\d{4})|[^\W\d]\d")
_KEY = re.compile(r"[\w.-]+")
_SENTENCE = re.compile(r"[.!?。！？](?:\s|$)|[。！？]|,\s")
_VALUE_START = re.compile(r"[\"'(]?[\d$€£¥₩₱]|'\d")
_PLACES = {("name",), ("region",)}
_FRAMED = re.compile(
    r"【(?P<label>[^【】\n]{1,40})】\s*:?\s*|\[(?P<square>[^\[\]\n]{2,40})\]\s*:?\s+(?=\S)"
)
_LABEL_END = re.compile(r"[\s:,;.)\]-]")
LONGEST_LABEL = 70
LONGEST_VALUE = 80


class Pair(NamedTuple):
    """A label and its value on one line; the value is empty where it stands elsewhere."""

    label: Span
    body: Span


Form = Callable[[str, Span], Pair | None]


def is_open(line: Line) -> bool:
    """Whether a line is a label without its value."""
    return line.kind is LineKind.FIELD and line.body.start >= line.body.end


def read_pair(text: str, span: Span) -> Pair | None:
    """The label and value of one line by the first form that fits, or None."""
    return next((pair for form in FORMS if (pair := form(text, span))), None)


@cached(4096)
def meaning(label: str) -> Meaning:
    """The meaning of a label as it stands in the text."""
    return read_label(label)


def meaning_at(text: str, span: Span) -> Meaning:
    """The meaning of the label at a span."""
    return meaning(text[span.start : span.end])


def label_at(text: str, span: Span) -> Meaning | None:
    """The meaning of a known label or of a word for a total at a span, None for anything else.

    It costs little where there is none, other than ``meaning_at``.
    """
    said = text[span.start : span.end]
    if not may_be_label(said):
        return None
    found = meaning(said)
    return found if found.known or found.total else None


@cached(4096)
def _joined(heads: tuple[str, ...]) -> Meaning:
    return read_heads(heads)


def heads_meaning(text: str, heads: Iterable[Span]) -> Meaning:
    """The meaning of a table's column from the pieces that head it."""
    return _joined(tuple(text[head.start : head.end] for head in heads))


def line_meaning(text: str, line: Line) -> Meaning:
    """The meaning of a line's label, or of what heads the column of a cell.

    A place with an area for its name is an area: "Territory: 101.98 sq. km".
    """
    told = heads_meaning(text, line.heads or filter(None, (line.label,)))
    if told.fields[:1] in _PLACES and text[line.body.start : line.body.start + 1].isdigit():
        figure = next(find_figures(text, line.body, Context()), None)
        if figure is not None and figure.dimension == "area":
            return told._replace(fields=("area_km2",))
    return told


def colon(text: str, span: Span) -> Pair | None:
    """``Area: 425㎢``; an unknown label is one too, unless it reads like a sentence."""
    match = _COLON.search(text, span.start, span.end)
    if match is None or match.start() - span.start > LONGEST_LABEL:
        return None
    pair = _pair(text, span, match)
    if not pair or meaning_at(text, pair.label).known:
        return pair
    label, body = text[slice(*pair.label)], text[slice(*pair.body)]
    if country_code(label) and len(body) <= LONGEST_VALUE and not _FIGURE.search(body):
        return None
    words = len(label.split())
    prose = words > 4 and len(body) > LONGEST_VALUE
    return pair if not _SENTENCE.search(label) and words <= 7 and not prose else None


def framed(text: str, span: Span) -> Pair | None:
    """``【Area】52.1 km²``, ``[Population] 9,000``: a label in brackets, a known one in square ones."""
    match = _FRAMED.match(text, *span)
    if match is None:
        return None
    label = trim(text, Span(*match.span(match.lastgroup or 0)))
    known = meaning_at(text, label).known
    if not known and (match["square"] or match.end() >= span.end):
        return None
    return Pair(label, Span(match.end(), span.end))


def template(text: str, span: Span) -> Pair | None:
    """``| area_total_km2 = 6,043``."""
    if not text.startswith("|", span.start, span.end):
        return None
    inner = trim(text, Span(span.start + 1, span.end))
    match = _EQUALS.search(text, span.start + 1, span.end)
    if match is None or not _KEY.fullmatch(text[inner.start : match.start()].strip()):
        return None
    return Pair(trim(text, Span(inner.start, match.start())), Span(match.end(), span.end))


def gap(text: str, span: Span) -> Pair | None:
    """``Superficie | 955 km²``, ``Villages - 2117``: a known label, or any before a bare figure."""
    match = _GAP.search(text, span.start, span.end)
    if match is None or match.start() - span.start > LONGEST_LABEL:
        return None
    pair = _pair(text, span, match)
    if not pair or _VALUE_START.match(text, *pair.label) or _TOLD.search(text, *pair.label):
        return None
    known = meaning_at(text, pair.label)
    if known.known or known.total:
        return pair
    figure = _VALUE_START.match(text, pair.body.start, pair.body.end)
    short = pair.body.end - pair.body.start <= LONGEST_VALUE and len(known.slug.split("-")) <= 6
    return pair if figure and short and match[0].strip() in {"-", "=", "|", ":"} else None


def spread(text: str, span: Span) -> Pair | None:
    """``人  口 約65万人``: a known label of single letters of Han or Hangul with blanks between."""
    match = _SPREAD.match(text, span.start, span.end)
    whole = label_at(text, span) if match else None
    if match is None or (whole is not None and whole.known):
        return None
    label = label_at(text, Span(*match.span("label")))
    if label is None or not label.known:
        return None
    return Pair(Span(*match.span("label")), Span(match.end(), span.end))


def spaced(text: str, span: Span) -> Pair | None:
    """``Population 811,400 (2010)``: a known label, a blank, and what its field can read."""
    for label in _known_prefixes(text, span):
        if text[label.end : label.end + 1] in {" ", ","}:
            body = Span(_skip(text, label.end, span.end), span.end)
            if body.start < body.end and (
                _fits(text, label, body) or _is_short_text(text, label, body)
            ):
                return Pair(label, body)
    return None


def _is_short_text(text: str, label: Span, body: Span) -> bool:
    """Whether a label of Han, kana or Hangul has a short text behind a (wide) blank."""
    return (
        is_cjk(text[label.end - 1])
        and label.end - label.start > 1
        and body.end - body.start <= LONGEST_VALUE
    )


def glued(text: str, span: Span) -> Pair | None:
    """``CountryPhilippines``, ``Kabuuan54.84 km2``: a known label run into its value."""
    for label in _known_prefixes(text, span):
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
        if fits or _is_site(text, label, body):
            return Pair(label, body)
    return None


def alone(text: str, span: Span) -> Pair | None:
    """A known label by itself: its value stands on another line, or it heads a group."""
    inner = trim(text, span)
    if inner.end - inner.start > LONGEST_LABEL or inner.start == inner.end:
        return None
    known = label_at(text, inner)
    said = text[inner.start : inner.end]
    if known is None or _FIGURE.search(_BRACKETS.sub("", said)):
        return None
    if "name" in known.fields and key(said) in words("page_headings"):
        return None
    return Pair(inner, Span(span.end, span.end))


FORMS: tuple[Form, ...] = (framed, template, colon, spread, gap, alone, spaced, glued)


def _pair(text: str, span: Span, match: re.Match[str]) -> Pair | None:
    label = trim(text, Span(span.start, match.start()))
    return Pair(label, Span(match.end(), span.end)) if label.start < label.end else None


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " ,\t":
        at += 1
    return at


@cached()
def _prefixes() -> dict[str, tuple[str, ...]]:
    """Known labels by their first two characters, longest first."""
    table: dict[str, list[str]] = {}
    for label in sorted(label_keys(), key=len, reverse=True):
        table.setdefault(label[:2], []).append(label)
    return {start: tuple(labels) for start, labels in table.items()}


def _known_prefixes(text: str, span: Span) -> tuple[Span, ...]:
    """Every known label that the line begins with, longest first."""
    head = key(text[span.start : span.start + LONGEST_LABEL])
    candidates = _prefixes().get(head[:2], ())
    return tuple(
        Span(span.start, span.start + len(label))
        for label in candidates
        if head.startswith(label)
        and text[span.start : span.start + len(label)].casefold() == label
        and span.start + len(label) < span.end
    )


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
        return False
    start = _after_qualifier(text, body)
    return bool(_VALUE_START.match(text, start, body.end)) or _reads(text, fields[0], body)


def _reads(text: str, field: str, body: Span) -> bool:
    """Whether a date field finds a date at the very start ("June 21, 2013")."""
    if BY_NAME[field].kind is not Kind.DATE:
        return False
    found = BY_NAME[field].read(text, body, Context())
    return bool(found) and found[0][0].span.start <= body.start + 4


@cache
def _qualifier() -> re.Pattern[str]:
    return re.compile(rf"{pattern('about').pattern}\s*|{pattern('over').pattern}\s*", re.IGNORECASE)


def _after_qualifier(text: str, body: Span) -> int:
    match = _qualifier().match(text, body.start, body.end)
    return match.end() if match else body.start


def _is_site(text: str, label: Span, body: Span) -> bool:
    """Whether a website field finds an address at the very start."""
    if "website" not in meaning_at(text, label).fields:
        return False
    found = BY_NAME["website"].read(text, body, Context())
    return bool(found) and found[0][0].span.start == body.start
