"""What no rule has claimed: figures kept with their noun, dates of a page outside its profiles.

Every figure of a text is accounted for: it is a value, or it is an identifier, or T04 lists it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from pipeline.extract.page import LOOSE, Candidate, Page
from pipeline.lexicon.tables import toml_table
from pipeline.model.finding import Identifier
from pipeline.model.source import Line, Span
from pipeline.model.value import Reading
from pipeline.normalize.date import find_dates
from pipeline.normalize.dates.window import may_be_spelled, may_begin_date
from pipeline.normalize.figure import Figure, find_figures
from pipeline.normalize.stretch import digits_of, figures, has_figure, years
from pipeline.normalize.text import is_cjk, key, slug

_BACK = 60
_NEXT_CENTURY = "2101"
_UNSPACED = re.compile(r"[\u0e00-\ud7ff]{1,3}")  # letters of scripts without blanks
_CLAUSE = re.compile(r"[.;:,()|]")
_WORD = re.compile(r"[^\W\d_][^\W\d_'-]*")
_NOUN = re.compile(
    r"[ -]*(?:(?:of|de|di|van|von) )?(?:\w+ly )?(?P<noun>[^\W\d_][^\W\d_'-]*(?:[ -][^\W\d_]{3,}){0,2})"
)


@cache
def _small_words() -> frozenset[str]:
    return frozenset(toml_table("structure.toml")["small_words"])


def may_remain(page: Page, span: Span, taken: set[int], known: set[int]) -> bool:
    """Whether a stretch has a digit at no offset of the two sets, or a date without digits."""
    digits = digits_of(page.text, span)
    if not taken.issuperset(digits) and any(d not in taken and d not in known for d in digits):
        return True
    return may_be_spelled(page.text, *span)


def read_remainder(page: Page, span: Span, taken: Sequence[Span]) -> Iterator[Candidate]:
    """Figures and dates of a stretch that nothing has taken, each under the noun beside it."""
    for gap in _gaps(span, taken):
        if not has_figure(page.text, gap) and not may_be_spelled(page.text, *gap):
            continue
        dates = _dates(page, gap) if may_begin_date(page.text, *gap) else None
        for found in dates or ():
            yield Candidate("other:date", found, "loose date", LOOSE)
        for figure in _figures(page, gap, dates):
            candidate = _loose(page, figure, span)
            if candidate:
                yield candidate


def _dates(page: Page, gap: Span) -> list[tuple[Reading[str], ...]]:
    """The dates of a stretch, and its years that are part of none."""
    dates = find_dates(page.text, gap.start, gap.end, page.marks.date_order)
    # A figure of the next century is a year only where words say so.
    lone = [year for year in years(page.text, gap) if year[0].value < _NEXT_CENTURY]
    return [*dates, *(y for y in lone if not any(y[0].span.meets(d[0].span) for d in dates))]


def _figures(
    page: Page, gap: Span, dates: Sequence[tuple[Reading[str], ...]] | None
) -> tuple[Figure, ...]:
    """The figures of a stretch but for its dates; where none can begin, as others have asked for them."""
    if dates is None:
        return figures(page.text, gap, page.context)
    return find_figures(page.text, gap, page.context, [found[0].span for found in dates])


def find_stamps(text: str, lines: Iterable[Line], order: str) -> Iterator[Identifier]:
    """The dates and years of lines that speak of no place: when a page was written, what it recalls."""
    for line in lines:
        for found in (*find_dates(text, *line.span, order), *years(text, line.span)):
            yield Identifier(found[0].span, "time stamp")


def _gaps(span: Span, taken: Sequence[Span]) -> Iterator[Span]:
    """The pieces of a stretch that no taken span covers."""
    at = span.start
    for other in sorted(taken):
        if other.end <= at or other.start >= span.end:
            continue
        if other.start > at:
            yield Span(at, other.start)
        at = max(at, other.end)
    if at < span.end:
        yield Span(at, span.end)


def _loose(page: Page, figure: Figure, span: Span) -> Candidate | None:
    """A figure under the noun behind it, else under what its unit measures, else the words before."""
    noun = _noun(page.text, figure, span.end)
    if not noun and not figure.unit:
        noun = _words_before(page.text, figure, span.start)
    name = noun or figure.dimension
    if not name:
        return None
    return Candidate(
        f"other:{slug(name)}", figure.read(page.context), "loose figure", LOOSE, of=noun
    )


def _words_before(text: str, figure: Figure, start: int) -> str:
    """The last words of weight before a figure, at most three: "The male population is 10,00,850"."""
    said = text[max(start, figure.span.start - _BACK) : figure.span.start]
    clause = _CLAUSE.split(said)[-1]
    found = [word for word in _WORD.findall(clause) if key(word) not in _small_words()]
    found = found or [word for word in _WORD.findall(said) if key(word) not in _small_words()]
    return " ".join(found[-3:])


def _noun(text: str, figure: Figure, end: int) -> str:
    """The words behind a figure up to the next small word, at most three."""
    at = figure.span.end
    if at < end and is_cjk(text[at]):
        run = _UNSPACED.match(text, at, end)
        return run[0] if run else ""
    match = _NOUN.match(text, at, end)
    if match is None:
        return ""
    kept: list[str] = []
    for word in match["noun"].replace("-", " ").split(" "):
        if key(word) in _small_words():
            break
        kept.append(word)
    return " ".join(kept)
