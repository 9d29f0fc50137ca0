"""Prose to sentences of tagged tokens: spaCy splits and matches what our readers have found.

A figure, a date or a cue of the lexicon is one token with its kind as tag, in every script; so a
full stop inside "Dec. 6, 1996" ends no sentence, and "인구는" is found although no blank follows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from pipeline.extract.page import Page
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Cover, Span
from pipeline.normalize.date import find_dates
from pipeline.normalize.figure import Figure, find_figures, find_spelled_figures
from pipeline.normalize.lexeme import alternation, alternations, flatten, pattern, words
from pipeline.normalize.reader import Readings, trim
from pipeline.normalize.reader import years as lone_years
from pipeline.normalize.text import is_cjk, key
from pipeline.normalize.unit import find_bases

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Mt|St|Ft|Dr|Mr|Mrs|Ms|No|nos|ca|approx|bzw|inkl|etc|vs|str)\.|[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]",
    re.IGNORECASE,
)
_ENDS = frozenset([".", "!", "?", "。", "！", "？", "…", "।", "؟", "．", "\n"])
_NO_END = "\u00b7"
_INNER_MARKS = frozenset(",;:)")
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
    """The tokens of one sentence, and their words in lower case."""

    span: Span
    tokens: tuple[Token, ...]
    words: tuple[str, ...]

    def as_doc(self) -> Doc:
        """The sentence as spaCy's matcher takes it; most sentences state nothing and need none."""
        from spacy.tokens import Doc as SpacyDoc

        tags = [token.tag for token in self.tokens]
        return SpacyDoc(language().vocab, words=list(self.words), tags=tags)


def find_sentences(page: Page, span: Span) -> Iterator[Sentence]:
    """The sentences of a stretch of prose."""
    return iter(_sentences(page, span))


@lru_cache(maxsize=8)  # facts and ties of a stretch are read one after the other
def _sentences(page: Page, span: Span) -> tuple[Sentence, ...]:
    tokens = tuple(_tokens(page, span))
    words = tuple(_spelling(page, token) for token in tokens)
    return tuple(
        Sentence(Span(tokens[a].span.start, tokens[b - 1].span.end), tokens[a:b], words[a:b])
        for a, b in _bounds(words, [_closes(page.text, token) for token in tokens])
    )


def _closes(text: str, token: Token) -> bool:
    """Whether the full stop of a unit or a year ends a sentence too: "320 m n.p.m. Umowę"."""
    if token.tag in {"NAME", "WORD", "MARK"} or text[token.span.end - 1] != ".":
        return False
    return text[token.span.end : token.span.end + 3].lstrip(" ")[:1].isupper()


def _bounds(words: Sequence[str], closed: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where sentences begin and end, by the rule of spaCy's sentencizer.

    A sentence goes on behind its full stop as long as marks follow.
    """
    start, ended = 0, False
    for at, word in enumerate(words):
        ends = word in _ENDS or closed[at]
        if ended and not ends and not _is_mark(word):
            yield start, at
            start, ended = at, False
        ended = ended or ends
    if words:
        yield start, len(words)


def _is_mark(word: str) -> bool:
    return all(unicodedata.category(character).startswith("P") for character in word)


def _spelling(page: Page, token: Token) -> str:
    """What spaCy sees of a token; the full stop of an abbreviation ends no sentence."""
    said = page.text[slice(*token.span)].lower()
    return _NO_END if token.tag == "MARK" and said == "." else said


@cache
def language() -> Language:
    """The blank spaCy pipeline that the matcher's words and tags belong to."""
    import spacy

    return spacy.blank("xx")


def _tokens(page: Page, span: Span) -> Iterator[Token]:
    """Figures, dates and cues as tokens, and the words and marks between them."""
    at = span.start
    for token in (*_taken(page, span), Token(Span(span.end, span.end), "END")):
        for match in _WORD.finditer(page.text, at, token.span.start):
            tag = "MARK" if _goes_on(page.text, match.start()) else _tag(match[0])
            yield Token(Span(match.start(), match.end()), tag)
        if token.tag != "END":
            yield token
        at = max(at, token.span.end)


def _goes_on(text: str, at: int) -> bool:
    """Whether a full stop ends no sentence: "тыс. чел. в", what goes on in small letters."""
    behind = text[at + 1 : at + 4].lstrip(" ")[:1]
    if text[at] == "." and at and text[at - 1].isdigit() and is_cjk(behind):
        return True  # "2011. 10. 25. 협정 체결"
    return text[at] == "." and (behind.islower() or behind in _INNER_MARKS)


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
    years = {found[0].span: found for found in lone_years(page.text, span)}
    for figure in find_figures(page.text, span, page.context, [token.span for token in tokens]):
        if not page.is_identifier(figure.number.digits):
            tokens += _figure_tokens(page.text, figure, years)
    tokens = _with_bases(page, span, tokens)
    known = Cover(token.span for token in tokens)
    for figure in find_spelled_figures(page.text, span):
        if not known.meets(figure.span):
            tokens += _figure_tokens(page.text, figure, {})
    taken = sorted(tokens, key=lambda token: token.span)
    return tuple(sorted((*taken, *_cues(page.text, span, taken)), key=lambda token: token.span))


def _with_bases(page: Page, span: Span, tokens: Sequence[Token]) -> list[Token]:
    """Tokens with "on one square kilometre" as the word for a density that it is, and no area."""
    densities = Cover(token.span for token in tokens if token.tag == "FIG_DENSITY")
    bases = [base for base in find_bases(page.text, span) if not densities.meets(base)]
    covered = Cover(bases)
    kept = [token for token in tokens if not covered.meets(token.span)]
    return [*kept, *(Token(base, "CUE_DENSITY") for base in bases)]


def _figure_tokens(text: str, figure: Figure, years: Mapping[Span, Readings]) -> Iterator[Token]:
    """A figure or a year, and the noun behind it."""
    year = years.get(figure.number.span) if _may_be_year(text, figure) else None
    yield Token(figure.span, "YEAR" if year else _figure_tag(text, figure), figure, year)
    if not year and figure.stop > figure.span.end:
        yield Token(trim(text, Span(figure.span.end, figure.stop)), "NOUN")


def _figure_tag(text: str, figure: Figure) -> str:
    """The dimension as a tag; a length whose unit says "above the sea" is a height."""
    if figure.dimension == "length" and pattern("elevation_cues").search(
        text, figure.number.span.end, figure.span.end
    ):
        return "FIG_HEIGHT"
    return f"FIG_{figure.dimension.upper() or 'BARE'}"


def _may_be_year(text: str, figure: Figure) -> bool:
    """Whether a figure counts nothing: in "the 2010 population" the noun is what is told of."""
    noun = key(text[figure.span.end : figure.stop]).lstrip("- ")
    return not figure.number.explicit and (not figure.dimension or noun in _told_of())


@cache
def _told_of() -> frozenset[str]:
    return frozenset(map(key, toml_table("structure.toml")["told_nouns"]))


def _cues(text: str, span: Span, taken: Sequence[Token]) -> Iterator[Token]:
    """The cues between the tokens that are taken."""
    at = span.start
    for start, end in (*(token.span for token in taken), Span(span.end, span.end)):
        while any_cue := _any_cue().search(text, at, start):
            match = _cue_pattern().match(text, any_cue.start(), start) or any_cue
            yield Token(Span(*match.span()), f"CUE_{(match.lastgroup or '').upper()}")
            at = match.end()
        at = max(at, end)


@cache
def _any_cue() -> re.Pattern[str]:
    """Where a cue of any property begins: one trie is searched faster than one a property."""
    return re.compile(alternation(chain(*_cue_words().values())), re.IGNORECASE)


@cache
def _cue_pattern() -> re.Pattern[str]:
    """One pattern for the cues of all properties; more specific properties first."""
    return re.compile(alternations(_cue_words()), re.IGNORECASE)


@cache
def _cue_words() -> dict[str, tuple[str, ...]]:
    labels = toml_table("labels.toml")
    tables = {name: flatten(labels.get(field, ())) for name, field in _LABEL_CUES.items()}
    tables |= {cue: words(f"{cue}_cues") for cue in ("density", "elevation", "founded")}
    tables["density"] = (*tables["density"], *words("per_area_words"))
    tables |= {cue: words(f"{cue}_cues") for cue in ("living", "population", "area")}
    return tables
