"""Finds the literals of declared forms in a window of text around a year.

The forms are tried only at characters that can begin one: a run of figures, the name of a month
or of an era, a bracket or a mark.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from pipeline.model.source import Span
from pipeline.normalize.dates.form import ANY_MONTH, Form, any_of, expand
from pipeline.normalize.dates.part import months
from pipeline.normalize.dates.sign import may_match
from pipeline.normalize.lexeme import lower

_LETTER = re.compile(r"[^\W\d_]")
# Behind a date of Bikram Sambat, of the Hijra, of Ethiopia.
OTHER_CALENDAR = re.compile(
    r" ?\(?(?:B\. ?S\.?|BS|V\. ?S\.|A\. ?H\.|AH|E\. ?C\.|هـ|वि\.? ?सं)(?!\w)"
)
_LOOKBEHIND = 12  # as far as the patterns look back from where they begin
_BEGINNING = r"(?<!\d)\d|['{]|<E>|<L>\.?\d|<h>|tháng|ปี|(?<![^\W\d_])(<M>)"
_WORD = re.compile(r"[^\W\d_]+")
_FEW = 3  # letters, with which hardly a word begins but months


class Literal(NamedTuple):
    """A stretch of text that has the shape of a declared form, with its parts in lower case."""

    form: Form
    span: Span
    parts: Mapping[str, str | None]


class Scanner:
    """The declared forms, ready to search with; compiled when the first window is read."""

    def __init__(self, forms: tuple[Form, ...]) -> None:
        """Takes the forms in their order of trial."""
        self._forms = forms

    def scan(self, text: str, window: Span) -> Iterator[Literal]:
        """Every literal of a declared form that is clearly a date, in the order of the text."""
        origin = max(0, window.start - _LOOKBEHIND)
        folded = lower(text[origin : window.end])
        at = window.start - origin
        if not may_match(folded):
            return
        while (beginning := _next_beginning(folded, at)) >= 0:
            at = beginning + 1
            literal = self._literal(folded, beginning, origin)
            if literal and _clear(literal, text):
                at = literal.span.end - origin
                yield literal

    def _literal(self, folded: str, at: int, origin: int) -> Literal | None:
        """The literal that begins here, with its parts, which the form's own pattern tells."""
        form = self._first(self._any_likely, folded, at)
        parts = _likely_parts(form.pattern, folded, at) if form else None
        if form and parts is None:
            parts = _exact(form.pattern).match(folded, at)
        if form and parts is None:
            form = self._first(self._any_form, folded, at)
            parts = _exact(form.pattern).match(folded, at) if form else None
        if form is None or parts is None:
            return None
        return Literal(form, Span(at + origin, parts.end() + origin), parts.groupdict())

    def _first(self, any_form: re.Pattern[str], folded: str, at: int) -> Form | None:
        """The form that an alternation of all finds here."""
        match = any_form.match(folded, at)
        return self._forms[int((match.lastgroup or "").removeprefix("form"))] if match else None

    @cached_property
    def _any_form(self) -> re.Pattern[str]:
        return self._alternation()

    @cached_property
    def _any_likely(self) -> re.Pattern[str]:
        """The same with any word for a month: a tenth of the pattern, and right but for odd words."""
        return self._alternation(M=ANY_MONTH)

    def _alternation(self, **instead: str) -> re.Pattern[str]:
        """All forms in order of trial; the group that matched tells which."""
        branches = (expand(form.pattern, capture=False, **instead) for form in self._forms)
        return re.compile("|".join(f"(?P<form{n}>{branch})" for n, branch in enumerate(branches)))


def _next_beginning(folded: str, at: int) -> int:
    """Where a date can begin, -1 for nowhere."""
    while found := _beginning().search(folded, at):
        at = found.start()
        if found[1] is None or _is_month(folded, at):
            return at
        at += 1
    return -1


@cache
def _beginning() -> re.Pattern[str]:
    """What a date begins with, of the names of months the first letters alone."""
    few = any_of({name[:_FEW] for name in months()})
    return re.compile(expand(_BEGINNING, capture=False, M=few))


def _is_month(folded: str, at: int) -> bool:
    """Whether the name of a month begins at the first letter of a word, and ends with a word."""
    word = _WORD.match(folded, at)
    ends = [
        at + len(name)
        for name in (_months_by_word().get(word[0], ()) if word else ())
        if folded.startswith(name, at)
    ]
    return any(not _LETTER.match(folded, end) for end in ends)


@cache
def _months_by_word() -> Mapping[str, Sequence[str]]:
    """The names of months by their first words."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in months():
        for word in _WORD.findall(name)[:1]:
            found[word].append(name)
    return found


def _likely_parts(pattern: str, folded: str, at: int) -> re.Match[str] | None:
    """The parts of a form's literal whose month is a name that no other one goes on from.

    What the exact pattern finds there; it takes in the names of all months.
    """
    if "<M>" not in pattern:
        return None
    match = _likely(pattern).match(folded, at)
    if match is None or match["M"] is None:
        return None
    start, end = match.span("M")
    edges = folded[start - 1 : start] + folded[end : end + 1]
    return match if match["M"] in _sure_months() and not _LETTER.search(edges) else None


@cache
def _likely(pattern: str) -> re.Pattern[str]:
    return re.compile(expand(pattern, capture=True, M=ANY_MONTH))


@cache
def _sure_months() -> frozenset[str]:
    """Names of months but those with which a longer one begins: "tháng mười", "tháng mười một"."""
    begun = {name[:at] for name in months() for at, sign in enumerate(name) if not sign.isalpha()}
    return frozenset(months()) - begun


@cache
def _exact(pattern: str) -> re.Pattern[str]:
    """One form's pattern with its parts as named groups."""
    return re.compile(expand(pattern, capture=True))


def _clear(literal: Literal, text: str) -> bool:
    """Whether a literal is a date of our calendar, and nothing else: "2073/11/27 B.S." is none."""
    if OTHER_CALENDAR.match(text, literal.span.end):
        return False
    clear = literal.form.clear
    return clear is None or clear(text[literal.span.start : literal.span.end], literal.parts)
