"""The text of a document to lines: what each is by its shape, with its label and its value.

Everything works on the folded text (``text.fold``), whose offsets are the document's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.model.source import Line, LineKind, Span
from pipeline.normalize.digits import has_digit
from pipeline.normalize.place import country_code
from pipeline.read.blank import trim_blank
from pipeline.read.decode.damage import LONGEST_LINE
from pipeline.read.form import read_pair
from pipeline.read.grammar import Pair, meaning_at
from pipeline.read.head import read_headed
from pipeline.read.inline import inline_pairs, nested_pairs
from pipeline.read.marker import after_marker
from pipeline.read.navigation import is_navigation
from pipeline.read.profile.heading import is_parent, is_proper
from pipeline.read.profile.named import opens_ours
from pipeline.read.profile.pagetitle import is_publisher
from pipeline.read.profile.placename import names_place
from pipeline.read.profile.signal import ties
from pipeline.read.profile.since import is_dated_tie
from pipeline.read.shape import HEADING_MARKS, shape_of

_ONLY_MARKS = re.compile(r"[\W_]*")
_MARKUP_SIGNS = "{<`"
_MARKUP = re.compile(r"\{\{[^={}]*|\{\|.*|<[^<>]*>|`{3,}\w*")  # of a template, a table, a tag
_PLAIN_NAME = re.compile(r"[^\d,(]+")
_FAR = re.compile(r"\s{8,}")
_LONGEST_DAY = 40  # characters of what says since when: "|1978年提携"
_LONGEST_STRETCH = 4_000


def physical_lines(text: str) -> Iterator[Span]:
    """Every line of the text without its line end (``\\n`` or ``\\r\\n``).

    A line longer than a page of print is cut at blanks, and what goes beyond ``LONGEST_LINE`` is
    not read: no text of a profile is that long.
    """  # noqa: D301
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        yield from _cut(text, start, end - 1 if line.endswith("\r") else end)
        start = end + 1


def physical_line(text: str, at: int) -> Iterator[Span]:
    """The line around an offset without its line end, in pieces where ``physical_lines`` cuts it."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    end = len(text) if end < 0 else end
    yield from _cut(text, start, end - 1 if end > start and text[end - 1] == "\r" else end)


def _cut(text: str, start: int, end: int) -> Iterable[Span]:
    """The pieces of a line, mostly one."""
    return _pieces(text, start, end) if end - start > _LONGEST_STRETCH else (Span(start, end),)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    last = min(end, start + LONGEST_LINE)
    while last - start > _LONGEST_STRETCH:
        blank = text.rfind(" ", start + 1, start + _LONGEST_STRETCH)
        cut = blank if blank > 0 else start + _LONGEST_STRETCH
        yield Span(start, cut)
        start = cut
    yield Span(start, last)


def read_line(text: str, span: Span) -> list[Line]:
    """The lines that one physical line holds: itself, further facts on it, nested brackets."""
    inner = trim_blank(text, span)
    if inner.start == inner.end:
        return [Line(LineKind.BLANK, inner, None, inner)]
    headed = read_headed(text, inner)
    if headed is None:
        return _read_unheaded(text, inner)
    pairs, has_field = headed
    if not has_field and is_navigation(text, inner):
        return [Line(LineKind.NOTE, inner, None, inner)]
    return [line for each in pairs for line in _field_lines(text, inner, each)]


def _read_unheaded(text: str, inner: Span) -> list[Line]:
    """The lines of one that does not open with a known label and a colon."""
    if _ONLY_MARKS.fullmatch(text, *inner):
        return [Line(LineKind.BLANK, inner, None, inner)]
    bare = _without_bars(text, inner)
    content = after_marker(text, bare)
    pair = read_pair(text, content)
    if _is_markup(text, inner) or _is_furniture(text, inner, pair, bare):
        named = _beside_menu(text, inner)
        return [
            Line(LineKind.HEADING if named else LineKind.NOTE, named or inner, None, named or inner)
        ]
    pairs = inline_pairs(text, content)
    if pairs:
        return [line for each in pairs for line in _field_lines(text, inner, each)]
    if pair and not _in_bracket(text, pair):
        if _is_headline(text, pair):
            return [Line(LineKind.HEADING, inner, None, content)]
        return _field_lines(text, inner, pair)
    return [Line(shape_of(text, inner, content), inner, None, content)]


def _beside_menu(text: str, line: Span) -> Span | None:
    """The place whose page it is, far from a menu on its line: "Elm District          Sitemap  A+"."""
    gap = _FAR.search(text, *line)
    named = Span(line.start, gap.start()) if gap else None
    return named if named and names_place(text[slice(*named)]) else None


def _in_bracket(text: str, pair: Pair) -> bool:
    """Whether a colon stands inside brackets: "Norvale (Swedish: Norvaldorf) is a city"."""
    label = text[pair.label.start : pair.label.end]
    return label.count("(") > label.count(")") and text.find(")", *pair.body) >= 0


def _is_headline(text: str, pair: Pair) -> bool:
    """Whether what looks like a label is a place, and the value its region, its country, their government or its tie."""
    label, parent = text[slice(*pair.label)], text[slice(*pair.body)].strip(" :")
    if opens_ours(label):  # "Our sister city: Norvale"
        return bool(parent) and is_proper(parent) and _PLAIN_NAME.fullmatch(parent) is not None
    of = country_code(parent) or is_parent(parent) or is_publisher(parent)
    if not parent or not (of or _is_tie_day(parent)) or meaning_at(text, pair.label).known:
        return False
    return names_place(label) and (bool(of) or is_dated_tie(parent))


def _is_tie_day(said: str) -> bool:
    """Whether words may say since when, with a word for a tie, as "1978年提携" does behind a bar."""
    return len(said) <= _LONGEST_DAY and said[-1].isalpha() and has_digit(said) and bool(ties(said))


def _is_markup(text: str, span: Span) -> bool:
    return text[span.start] in _MARKUP_SIGNS and _MARKUP.fullmatch(text, *span) is not None


def _is_furniture(text: str, span: Span, pair: Pair | None, bare: Span) -> bool:
    """Whether a line is the page's own; none that opens with the label of a field and its value.

    ``pair`` is that of the line without its bars, which furniture is asked for with them.
    """
    if bare != span:
        pair = read_pair(text, after_marker(text, span))
    return not _is_fact(text, pair) and is_navigation(text, span)


def _is_fact(text: str, pair: Pair | None) -> bool:
    return (
        pair is not None
        and pair.body.start < pair.body.end
        and bool(meaning_at(text, pair.label).fields)
    )


def _without_bars(text: str, span: Span) -> Span:
    """A line without the bars at both its ends, or a closing mark: "| Country | Canada |", "◆沿革◆"."""
    if span.end - span.start <= 2 or text[span.start] != text[span.end - 1]:
        return span
    if text[span.start] in HEADING_MARKS:
        return trim_blank(text, Span(span.start, span.end - 1))
    closed = text[span.start] == "|"
    return trim_blank(text, Span(span.start + 1, span.end - 1)) if closed else span


def _field_lines(text: str, span: Span, pair: Pair) -> list[Line]:
    """The line of a pair, then the lines nested in the brackets of its value."""
    body = trim_blank(text, pair.body)
    nested = nested_pairs(text, body)
    if not nested:
        return [Line(LineKind.FIELD, span, pair.label, body)]
    first = text.rfind("(", body.start, nested[0].body.start)
    rest = trim_blank(text, Span(body.start, first)) if first > body.start else body
    body = rest if rest.start < rest.end else body
    return [
        Line(LineKind.FIELD, span, pair.label, body),
        *(Line(LineKind.FIELD, span, inner.label, inner.body) for inner in nested),
    ]
