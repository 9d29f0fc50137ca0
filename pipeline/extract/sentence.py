"""Prose to sentences of tagged tokens: spaCy splits and matches what our readers have found.

A figure, a date or a cue of the lexicon is one token with its kind as tag, in every script; so a
full stop inside "Dec. 6, 1996" ends no sentence, and "인구는" is found although no blank follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.extract.page import Page
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.date import find_dates
from pipeline.normalize.figure import Figure, find_figures
from pipeline.normalize.lexeme import alternation, flatten, words
from pipeline.normalize.reader import Readings
from pipeline.normalize.reader import years as lone_years

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Mt|St|Ft|Dr|Mr|Mrs|Ms|No|nos|ca|approx|bzw|inkl|etc|vs|str)\.|[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]",
    re.IGNORECASE,
)
_ENDS = [".", "!", "?", "。", "！", "？", "…", "।", "؟", "．", "\n"]
_LABEL_CUES = {
    "household": "households",
    "gdp": "gdp",
    "gdp_head": "gdp_per_capita",
    "temperature": "annual_temperature_c",
    "rainfall": "annual_rainfall_mm",
}


class Token(NamedTuple):
    """A token with its tag and, where it is a figure or a date, what was read there."""

    span: Span
    tag: str
    figure: Figure | None = None
    date: Readings | None = None


class Sentence(NamedTuple):
    """The tokens of one sentence and spaCy's view of them for matching."""

    span: Span
    tokens: tuple[Token, ...]
    doc: Doc


def find_sentences(page: Page, span: Span) -> Iterator[Sentence]:
    """The sentences of a stretch of prose."""
    tokens = tuple(_tokens(page, span))
    if not tokens:
        return
    doc = _document(page, tokens)
    for sentence in doc.sents:
        own = tokens[sentence.start : sentence.end]
        whole = Span(own[0].span.start, own[-1].span.end)
        yield Sentence(whole, own, sentence.as_doc())


def _document(page: Page, tokens: Sequence[Token]) -> Doc:
    from spacy.tokens import Doc as SpacyDoc

    nlp = language()
    texts = [page.text[slice(*token.span)].lower() or "." for token in tokens]
    doc = SpacyDoc(nlp.vocab, words=texts, tags=[token.tag for token in tokens])
    return nlp.get_pipe("sentencizer")(doc)


@cache
def language() -> Language:
    """The blank spaCy pipeline: its own rules for the ends of sentences, no statistical model."""
    import spacy

    nlp = spacy.blank("xx")
    nlp.add_pipe("sentencizer", config={"punct_chars": _ENDS})
    return nlp


def _tokens(page: Page, span: Span) -> Iterator[Token]:
    """Figures, dates and cues as tokens, and the words and marks between them."""
    at = span.start
    for token in (*_taken(page, span), Token(Span(span.end, span.end), "END")):
        for match in _WORD.finditer(page.text, at, token.span.start):
            yield Token(Span(match.start(), match.end()), _tag(match[0]))
        if token.tag != "END":
            yield token
        at = max(at, token.span.end)


def _tag(word: str) -> str:
    if word[0].isalnum():
        return "NAME" if word[0].isupper() else "WORD"
    return {
        ",": "COMMA",
        "，": "COMMA",
        "、": "COMMA",
        "(": "OPEN",
        "（": "OPEN",
        ")": "CLOSE",
        ":": "COLON",
    }.get(word, "BREAK" if word in {";", "；"} or word in _ENDS else "MARK")


def _taken(page: Page, span: Span) -> tuple[Token, ...]:
    """Figures and dates first, then the cues that touch none of them, in the order of the text."""
    dates = find_dates(page.text, span.start, span.end, page.marks.date_order)
    tokens = [Token(found[0].span, "DATE", date=found) for found in dates]
    numbers = find_figures(page.text, span, page.context, [token.span for token in tokens])
    years = {found[0].span: found for found in lone_years(page.text, span)}
    for figure in numbers:
        if page.is_identifier(figure.number.digits):
            continue
        year = (
            years.get(figure.span) if not figure.dimension and not figure.number.explicit else None
        )
        tag = "YEAR" if year else f"FIG_{figure.dimension.upper() or 'BARE'}"
        tokens.append(Token(figure.span, tag, figure, year))
    free = [
        cue for cue in _cues(page.text, span) if not any(cue.span.meets(t.span) for t in tokens)
    ]
    return tuple(sorted((*tokens, *free), key=lambda token: token.span))


def _cues(text: str, span: Span) -> Iterator[Token]:
    for match in _cue_pattern().finditer(text, span.start, span.end):
        yield Token(Span(match.start(), match.end()), f"CUE_{(match.lastgroup or '').upper()}")


@cache
def _cue_pattern() -> re.Pattern[str]:
    """One pattern for the cues of all properties; more specific properties first."""
    labels = toml_table("labels.toml")
    tables = {name: flatten(labels.get(field, ())) for name, field in _LABEL_CUES.items()}
    tables |= {cue: words(f"{cue}_cues") for cue in ("density", "elevation", "founded")}
    tables |= {cue: words(f"{cue}_cues") for cue in ("population", "area")}
    groups = "|".join(f"(?P<{name}>{alternation(spellings)})" for name, spellings in tables.items())
    return re.compile(groups, re.IGNORECASE)
