"""The line grammar: how a label and its value can stand on one line.

Each form is a function that gives the label's and the value's span, or None; ``FORMS`` lists them
in order of trial. The text is folded (``text.fold``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from pipeline.model.source import Span
from pipeline.normalize.lexeme import words
from pipeline.normalize.place import country_code
from pipeline.normalize.stretch import trim
from pipeline.normalize.text import key
from pipeline.read.grammar import LONGEST_LABEL, LONGEST_VALUE, Pair, label_at, meaning_at
from pipeline.read.opener import VALUE_START, opened

_COLON = re.compile(r"(?<!\d)\s*:(?!//)\s*|(?<=\d)\s*:(?!\d|//)\s*")
_EQUALS = re.compile(r"\s*=\s*")
# "Население 10000 человек, площадь - 100 км²": a label holds no clause with a figure.
_TOLD = re.compile(r"\d{3}[^,.]*[,.]\s")
_GAP = re.compile(
    r"\s*\|\s*|\t+|\s{2,}| - |\s+=\s+| : |\s*(?:[→⇒▶►:]|[-=]>)\s*|\s*(?:\.{2,}|…+|·{3,}|_{3,})\s*"
)
# What every gap has: found faster.
_GAP_SIGN = re.compile(r"[|\t=:→⇒▶►>…]|\s(?=\s)| (?=- )|\.(?=\.)|·(?=··)|_(?=__)")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]?")
_FIGURE = re.compile(r"\d(?!\d{3}$)(?<!\s\d{4})|[^\W\d]\d")
_KEY = re.compile(r"[\w.-]+")
_SENTENCE = re.compile(r"[.!?。！？](?:\s|$)|[。！？]|,\s")
_FRAMED = re.compile(
    r"【(?P<label>[^【】\n]{1,40})】\s*:?\s*|\[(?P<square>[^\[\]\n]{2,40})\]\s*:?\s*(?=[^\s(\[])"
)

Form = Callable[[str, Span], Pair | None]


def read_pair(text: str, span: Span) -> Pair | None:
    """The label and value of one line by the first form that fits, or None."""
    for form in FORMS:
        pair = form(text, span)
        if pair:
            return pair
    return None


def colon(text: str, span: Span) -> Pair | None:
    """``Area: 425㎢``; an unknown label is one too, unless it reads like a sentence."""
    first = text.find(":", *span)
    if first < 0 or _is_bracketed(text, span.start, first):
        return None
    start = span.start + len(text[span.start : first].rstrip())  # blanks before it belong to it
    match = _COLON.search(text, start, span.end)
    if match is None or match.start() - span.start > LONGEST_LABEL:
        return None
    pair = _pair(text, span, match)
    if not pair or meaning_at(text, pair.label).known:
        return pair
    label, body = text[slice(*pair.label)], text[slice(*pair.body)]
    if _FIGURE.search(label) and opened(text, span):  # "Elevation 11,152 feet: bring a coat"
        return None
    if country_code(label) and len(body) <= LONGEST_VALUE and not _FIGURE.search(body):
        return None
    words = len(label.split())
    prose = words > 4 and len(body) > LONGEST_VALUE
    return pair if not _SENTENCE.search(label) and words <= 7 and not prose else None


def _is_bracketed(text: str, start: int, at: int) -> bool:
    """Whether a bracket is open at an offset: "Signed in 1996 (at: the town hall)"."""
    return text.count("(", start, at) > text.count(")", start, at)


def framed(text: str, span: Span) -> Pair | None:
    """``【Area】52.1 km²``, ``[Population] 9,000``: a label in brackets, a known one in square ones."""
    match = _FRAMED.match(text, *span) if text.startswith(("【", "["), *span) else None
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
    match = _GAP.search(text, *span) if _GAP_SIGN.search(text, *span) else None
    if match is None or match.start() - span.start > LONGEST_LABEL:
        return None
    pair = _pair(text, span, match)
    if not pair or VALUE_START.match(text, *pair.label) or _TOLD.search(text, *pair.label):
        return None
    known = meaning_at(text, pair.label)
    if known.known or known.total:
        return pair
    if _FIGURE.search(text, *pair.label) and opened(text, span):  # "Population 9,000 | 57 km²"
        return None
    figure = VALUE_START.match(text, pair.body.start, pair.body.end)
    short = pair.body.end - pair.body.start <= LONGEST_VALUE and len(known.slug.split("-")) <= 6
    return pair if figure and short and _is_mark(match[0].strip()) else None


def _is_mark(mark: str) -> bool:
    """Whether what stands between sets off any label: a mark, or leader dots."""
    return mark in {"-", "=", "|", ":"} or (bool(mark) and set(mark) <= set(".…·_"))


def spread(text: str, span: Span) -> Pair | None:
    """``人  口 約65万人``: a known label of single letters of Han or Hangul with blanks between."""
    match = None if text[span.start : span.end].isascii() else _spread().match(text, *span)
    whole = label_at(text, span) if match else None
    if match is None or (whole is not None and whole.known):
        return None
    label = label_at(text, Span(*match.span("label")))
    if label is None or not label.known:
        return None
    return Pair(Span(*match.span("label")), Span(match.end(), span.end))


@cache
def _spread() -> re.Pattern[str]:
    sign = r"[\u3400-\u9fff가-힣]"
    return re.compile(rf"(?P<label>(?:{sign} {{1,6}}){{1,5}}{sign}) {{1,4}}(?=\S)")


def alone(text: str, span: Span) -> Pair | None:
    """A known label by itself: its value stands on another line, or it heads a group."""
    inner = trim(text, span)
    if inner.end - inner.start > LONGEST_LABEL or inner.start == inner.end:
        return None
    said = text[inner.start : inner.end]
    if said.startswith("[") and not said.endswith("]"):  # "[Norvale, Canada] - sister city"
        return None
    known = label_at(text, inner)
    if known is None or _FIGURE.search(_BRACKETS.sub("", said)):
        return None
    if "name" in known.fields and key(said) in words("page_headings"):
        return None
    return Pair(inner, Span(span.end, span.end))


FORMS: tuple[Form, ...] = (framed, template, colon, spread, gap, alone, opened)


def _pair(text: str, span: Span, match: re.Match[str]) -> Pair | None:
    label = trim(text, Span(span.start, match.start()))
    return Pair(label, Span(match.end(), span.end)) if label.start < label.end else None
