"""Prose to sentences of tagged tokens, which rows of ``extract.prose.pattern`` are matched against.

A sentence is known by its figures, dates and cues (``extract.token``); the words and marks between
them are cut only where a way of telling a fact can hold, which is one sentence in three.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pipeline.extract.page import Page
from pipeline.extract.prose.boundary import ENDS, WORD, bounds, goes_on
from pipeline.extract.prose.token import Token, find_tokens, gaps
from pipeline.model.source import Span

_NO_END = "\u00b7"
_MARKS = {
    **dict.fromkeys(",，、", "COMMA"),
    **dict.fromkeys("(（", "OPEN"),
    **dict.fromkeys((")",), "CLOSE"),
    **dict.fromkeys((":",), "COLON"),
    **dict.fromkeys((";", "；", *ENDS), "BREAK"),
}


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence with its figures, dates and cues; the tokens between are cut when asked for."""

    page: Page
    span: Span
    taken: tuple[Token, ...]

    @cached_property
    def tags(self) -> frozenset[str]:
        """The kinds of its figures, dates and cues."""
        return frozenset(token.tag for token in self.taken)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Its words in lower case, known before there are tokens of them."""
        text = self.page.text
        found = [text[slice(*token.span)] for token in self.taken]
        for gap in gaps(self.span, self.taken):
            found += WORD.findall(text, *gap)
        return frozenset(map(str.lower, found))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All its tokens in the order of the text."""
        return tuple(_tokens(self.page.text, self.span, self.taken))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """What ways of telling see of the tokens: their text in lower case."""
        text = self.page.text
        return tuple(_spelling(text, token) for token in self.tokens)


@lru_cache(maxsize=8)  # facts and ties of a stretch are read one after the other
def find_sentences(page: Page, span: Span) -> tuple[Sentence, ...]:
    """The sentences of a stretch of prose in which a figure, a date or a cue stands."""
    taken = find_tokens(page, span)
    return tuple(
        Sentence(page, own, taken[first:last])
        for own, first, last in bounds(page.text, span, taken)
        if first < last
    )


def _tokens(text: str, span: Span, taken: Sequence[Token]) -> Iterator[Token]:
    """Figures, dates and cues, and the words and marks between them."""
    at = span.start
    for token in (*taken, None):
        stop = token.span.start if token else span.end
        for match in WORD.finditer(text, at, stop):
            yield Token(Span(*match.span()), _tag(text, match.start(), match[0]))
        if token:
            yield token
            at = max(at, token.span.end)


def _spelling(text: str, token: Token) -> str:
    """The text of a token; the full stop of an abbreviation ends no sentence."""
    said = text[token.span.start : token.span.end].lower()
    return _NO_END if token.tag == "MARK" and said == "." else said


def _tag(text: str, at: int, word: str) -> str:
    if word[0].isalnum():
        return "NAME" if word[0].isupper() else "WORD"
    return "MARK" if word == "." and goes_on(text, at) else _MARKS.get(word, "MARK")
