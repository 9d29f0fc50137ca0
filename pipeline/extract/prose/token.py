"""Figures, dates and cues of prose as tagged tokens: what facts of a sentence hang on.

Each is one token with its kind as tag, in every script: so a full stop inside "Dec. 6, 1996" ends
no sentence, and "인구는" is found although no blank follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from pipeline.extract.page import Page
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Cover, Span
from pipeline.normalize.date import find_dates
from pipeline.normalize.figure import Figure, find_spelled_figures
from pipeline.normalize.glossary import Glossary, glossary
from pipeline.normalize.hit import Hit
from pipeline.normalize.lexeme import flatten, spelled, words
from pipeline.normalize.occurrence import Sought
from pipeline.normalize.prepared import plain, squeezed
from pipeline.normalize.reader import Readings
from pipeline.normalize.stretch import all_figures, trim
from pipeline.normalize.stretch import years as lone_years
from pipeline.normalize.text import key
from pipeline.normalize.unit import find_bases

_LABEL_CUES = {
    "household": "households",
    "gdp": "gdp",
    "gdp_head": "gdp_per_capita",
    "temperature": "annual_temperature_c",
    "rainfall": "annual_rainfall_mm",
}
# Years of Bikram Sambat and of the Hijra.
_OTHER_DATE = re.compile(
    r"\b[12]\d{3}(?:[/.-]\d{1,2}[/.-]\d{1,2}| [A-Z][a-z]{2,10} \d{1,2},?)?"
    r" ?(?:B\. ?S\.?|BS|A\. ?H\.|AH)(?!\w) ?\(?"
)
_OTHER_CALENDAR = Sought(_OTHER_DATE)


class Token(NamedTuple):
    """A token with its tag and, where it is a figure or a date, what was read there."""

    span: Span
    tag: str
    figure: Figure | None = None
    date: Readings | None = None


def find_tokens(page: Page, span: Span) -> tuple[Token, ...]:
    """Figures and dates first, then the cues that touch none of them, in the order of the text."""
    dates = find_dates(page.text, span.start, span.end, page.marks.date_order)
    tokens = [Token(found[0].span, "DATE", date=found) for found in dates]
    years = {found[0].span: found for found in lone_years(page.text, span)}
    for figure in all_figures(page.text, span, page.context):
        if not page.is_identifier(figure.number.digits):
            tokens += _figure_tokens(page.text, figure, years)
    if _OTHER_CALENDAR.begins(page.text, *span):
        tokens = _without_other_calendars(page.text, span, tokens)
    tokens = _with_bases(page.text, span, tokens)
    tokens += _spelled(page.text, span, tokens)
    tokens.sort(key=_place)
    tokens += tuple(_cues(page.text, span, tokens))
    return tuple(sorted(tokens, key=_place))


def _without_other_calendars(text: str, span: Span, tokens: list[Token]) -> list[Token]:
    """Tokens with a date of another calendar as a word, and the bracket that ours may stand in.

    "Formed on 2073/11/27 B.S. (10 March 2017)".
    """
    found = [Span(*match.span()) for match in _OTHER_DATE.finditer(text, *span)]
    covered = Cover(found)
    kept = [token for token in tokens if not covered.meets(token.span)]
    return [*kept, *(Token(stretch, "WORD") for stretch in found)]


def _place(token: Token) -> Span:
    return token.span


def _with_bases(text: str, span: Span, tokens: list[Token]) -> list[Token]:
    """Tokens with "on one square kilometre" as the word for a density that it is, and no area."""
    found = tuple(find_bases(text, span))
    if not found:
        return tokens
    densities = Cover(token.span for token in tokens if token.tag == "FIG_DENSITY")
    bases = [base for base in found if not densities.meets(base)]
    covered = Cover(bases)
    kept = [token for token in tokens if not covered.meets(token.span)]
    return [*kept, *(Token(base, "CUE_DENSITY") for base in bases)]


def _spelled(text: str, span: Span, tokens: Iterable[Token]) -> list[Token]:
    """The figures in words that meet no other."""
    found = tuple(find_spelled_figures(text, span))
    known = Cover(token.span for token in tokens) if found else Cover(())
    apart = (figure for figure in found if not known.meets(figure.span))
    return [token for figure in apart for token in _figure_tokens(text, figure, {})]


def _figure_tokens(text: str, figure: Figure, years: Mapping[Span, Readings]) -> Iterator[Token]:
    """A figure or a year, and the noun behind it."""
    year = years.get(figure.number.span) if years and _may_be_year(text, figure) else None
    yield Token(figure.span, "YEAR" if year else figure_tag(text, figure), figure, year)
    if not year and figure.stop > figure.span.end:
        yield Token(trim(text, Span(figure.span.end, figure.stop)), "NOUN")


def figure_tag(text: str, figure: Figure) -> str:
    """The dimension as a tag; a length whose unit says "above the sea" is a height."""
    if figure.dimension == "length" and glossary("elevation_cues").search(
        text, figure.number.span.end, figure.span.end
    ):
        return "FIG_HEIGHT"
    return f"FIG_{figure.dimension.upper() or 'BARE'}"


def _may_be_year(text: str, figure: Figure) -> bool:
    """Whether a figure counts nothing: in "the 2010 population" the noun is what is told of."""
    if figure.number.explicit or not figure.dimension:
        return not figure.number.explicit
    return key(text[figure.span.end : figure.stop]).lstrip("- ") in _told_of()


@cache
def _told_of() -> frozenset[str]:
    return frozenset(map(key, toml_table("structure.toml")["told_nouns"]))


def gaps(span: Span, tokens: Iterable[Token]) -> Iterator[Span]:
    """What stands before, between and behind the tokens of a stretch, which are in order."""
    at = span.start
    for token in tokens:
        if token.span.start > at:
            yield Span(at, token.span.start)
        at = max(at, token.span.end)
    if span.end > at:
        yield Span(at, span.end)


def _cues(text: str, span: Span, taken: Sequence[Token]) -> Iterator[Token]:
    """The cues between the tokens that are taken."""
    for start, stop in gaps(span, taken):
        at = start
        while hit := _any_cue().search(text, at, stop):
            cue = _cue_at(text, hit, stop)
            yield cue
            at = cue.span.end


def has_cue(text: str, span: Span) -> bool:
    """Whether a cue stands in a stretch."""
    return _any_cue().search(text, *span) is not None


def _cue_at(text: str, hit: Hit, stop: int) -> Token:
    """A cue as that of the first property that has it, more specific ones first."""
    tags = _cue_tags()
    hits = _any_cue().matches(text, hit.first, stop)
    (_, tag), last = min((tags[squeezed(plain(text[slice(*h)]))], -h.last) for h in hits)
    return Token(Span(hit.first, -last), tag)


@cache
def _any_cue() -> Glossary:
    return Glossary(chain(*cue_words().values()))


@cache
def _cue_tags() -> dict[str, tuple[int, str]]:
    """The tag of every spelling of a cue, behind the place of its property in order of trial."""
    found: dict[str, tuple[int, str]] = {}
    for order, (name, own) in enumerate(cue_words().items()):
        for said in spelled(own):
            found.setdefault(plain(said), (order, f"CUE_{name.upper()}"))
    return found


@cache
def cue_words() -> dict[str, tuple[str, ...]]:
    """The words for each property, without the ``CUE_`` of its tag."""
    labels = toml_table("labels.toml")
    tables = {name: flatten(labels.get(field, ())) for name, field in _LABEL_CUES.items()}
    tables |= {cue: words(f"{cue}_cues") for cue in ("density", "elevation", "founded")}
    tables["density"] = (*tables["density"], *words("per_area_words"))
    tables["founded"] = (*tables["founded"], *words("founding_acts"), *words("founding_verbs"))
    tables |= {cue: words(f"{cue}_cues") for cue in ("living", "population", "area")}
    return tables
