"""A place's name as it is written: its own part, the parent, the kind and the country in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from pipeline.extract.authority import without_authority
from pipeline.extract.page import NAMED, Candidate, Page
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.model.value import Reading
from pipeline.normalize.place import (
    country_code,
    find_countries,
    find_regions,
    region_country,
)
from pipeline.normalize.stretch import trim
from pipeline.normalize.text import is_cjk, key
from pipeline.read.profile.heading import is_section

_CUT = re.compile(
    r"\s*[,(\[（【〈《:|»>]|\s[-/]\s|\s{2,}|\t|との(?=\S{0,6}(?:交流|提携|姉妹|友好))"
)
_CODE = re.compile(r"\d{1,7}(?:\.\d{1,3})?[.):]?\s+(?=[^\W\d_])")
_DIVIDER = re.compile(r"\s*[:|»>・]\s*|\s[-/]\s|,\s*|\s{2,}|\t")
_OF = re.compile(r"\s(?:of|in|de|di|von|bei|w|en)\s", re.IGNORECASE)
_BLANKS_THEN_LATIN = re.compile(r"\s+(?=[A-Z(])")
_PIECE = re.compile(r"[^,()\[\]（）/|]{2,60}")
_SAID_OF = re.compile(r"(?:of|in)\s+")
_GAP = re.compile(r"\s+")
_WIDE = re.compile(r"\s{2,}")
_BRACKETED = re.compile(r"\s*\(([^()]{2,30})\)")
_HELD = 256  # names of the profiles of a page or two
_AUTHORITIES = {"government", "administration", "council", "office", "the"}
_DERIVED = ("country:adjective", "country:demonym")


def name_candidates(page: Page, span: Span, rule: str, weight: float) -> Iterator[Candidate]:
    """Name, parent and country that a heading, a name label or a table cell gives."""
    own = own_name(page.text, span)
    if own.start < own.end and not page.text[own.start].isdigit():
        yield text_candidate("name", page, own, rule, weight)
        yield from _kind(page, own, rule)
    yield from country_candidates(page, span, rule, weight)
    yield from _parents(page, Span(own.end, span.end), rule)


@lru_cache(_HELD)
def own_name(text: str, span: Span) -> Span:
    """The name itself: without what stands behind a comma, in brackets, or behind "of" a parent.

    A bracket that only says the kind ("Bayannuur sum (District)") stays.
    """
    inner = _behind_country(text, _behind_code(text, _in_latin(text, trim(text, span))))
    if country_code(text[slice(*inner)]):
        return inner
    inner = without_authority(text, inner)
    cut = _CUT.search(text, inner.start + 1, inner.end)
    end = cut.start() if cut else inner.end
    if country_code(text[inner.start : end]):
        return Span(inner.start, end)
    bracket = _BRACKETED.match(text, end, inner.end)
    if bracket and key(bracket[1]) in admin_kinds():
        end = bracket.end()
    of = _OF.search(text, inner.start, end)
    if (
        of
        and (find_regions(text[of.end() : end]) or find_countries(text, of.end(), end))
        and of.start() - inner.start > 3
    ):
        kinds = set(key(text[inner.start : of.start()]).split())
        end = end if kinds <= admin_kinds().keys() | _AUTHORITIES | _state_forms() else of.start()
    end = _before_latin(text, inner.start, end)
    return _last_cjk(text, trim(text, Span(inner.start, end)))


def _before_latin(text: str, start: int, end: int) -> int:
    """Where blanks between a sign of Han, kana or Hangul and a capital begin, else the end."""
    for blanks in _BLANKS_THEN_LATIN.finditer(text, start, end):
        if "\u3040" <= text[blanks.start() - 1 : blanks.start()] <= "\ud7ff":
            return blanks.start()
    return end


def _in_latin(text: str, span: Span) -> Span:
    """Of a name in a script without capitals and again in Latin, set off by blanks, the second."""
    gap = _WIDE.search(text, *span)
    first = text[span.start : span.start + 1]
    uncased = first.isalpha() and first.lower() == first.upper() and not is_cjk(first)
    twice = gap is not None and uncased and text[gap.end()].isascii() and text[gap.end()].isalpha()
    return Span(gap.end(), span.end) if gap and twice else span


def _behind_code(text: str, span: Span) -> Span:
    """Of "026 Taveta" the words: a number in front is a code."""
    code = _CODE.match(text, *span)
    return Span(code.end(), span.end) if code else span


def _behind_country(text: str, span: Span) -> Span:
    """Of "Canada: Springvale", "City facts - Springvale" what stands behind the country or section."""
    cut = _DIVIDER.search(text, span.start + 1, span.end)
    said = text[span.start : cut.start()] if cut else ""
    if cut is None or not (
        country_code(said) or (cut[0].strip() in {"-", ":", "|"} and is_section(said))
    ):
        return span
    rest = Span(cut.end(), span.end)
    if country_code(said) and is_section(text[slice(*rest)]):
        return Span(span.start, cut.start())
    return span if country_code(text[slice(*rest)]) or rest.start >= rest.end else rest


def _last_cjk(text: str, span: Span) -> Span:
    """Of "北海道 蘭越町" the last word: parents come first in East Asia, but a country may stand behind."""
    if not is_cjk(text[span.start : span.start + 1]):
        return span
    gaps = list(_GAP.finditer(text, span.start, span.end))
    if gaps and country_code(text[gaps[-1].end() : span.end]):
        return _last_cjk(text, Span(span.start, gaps[-1].start()))
    return Span(gaps[-1].end(), span.end) if gaps else span


@cache
def admin_kinds() -> dict[str, str]:
    """Administrative words with the kind of place that they say."""
    table = toml_table("words.toml")["admin_words"]
    return {
        key(str(e["word"])).lstrip("-"): str(e["kind"])
        for entries in table.values()
        for e in entries
    }


@cache
def _state_forms() -> frozenset[str]:
    """What a state says it is before its name: "Kingdom of Norvale"."""
    return frozenset(toml_table("structure.toml")["state_forms"])


def _kind(page: Page, name: Span, rule: str) -> Iterator[Candidate]:
    """What kind of place the name itself says it is."""
    text = page.text[slice(*name)]
    tokens = key(text).replace("-", " ").replace("(", " ").replace(")", " ").split()
    for token in (*reversed(tokens), *(t[-1:] for t in reversed(tokens) if is_cjk(t[-1:]))):
        if token in admin_kinds() and (len(tokens) > 1 or is_cjk(token)):
            reading = Reading(admin_kinds()[token], name, f"{rule}: kind")
            yield Candidate("place_kind", (reading,), f"{rule}: kind", NAMED)
            return


def _parents(page: Page, span: Span, rule: str) -> Iterator[Candidate]:
    """The pieces behind the name that are no country: the place's parents, as written."""
    for match in _PIECE.finditer(page.text, *span):
        piece = trim(page.text, Span(*match.span()))
        said_of = _SAID_OF.match(page.text, *piece)
        piece = Span(said_of.end(), piece.end) if said_of else piece
        said = page.text[slice(*piece)]
        if (
            said
            and not country_code(said)
            and not any(map(str.isdigit, said))
            and key(said) not in admin_kinds()
        ):
            yield text_candidate("region", page, piece, rule, NAMED)
            return


def country_candidates(page: Page, span: Span, rule: str, weight: float) -> Iterator[Candidate]:
    """The country that a stretch names, else the one its region lies in (inferred).

    A name that is a country and a region is the region where its country is named too: "Athens,
    Georgia (U.S.A.)".
    """
    regions = find_regions(page.text, span.start, span.end)
    parents = {region_country(region.value) for region in regions}
    countries = find_countries(page.text, span.start, span.end)
    for reading in countries:
        inside = any(region.span.covers(reading.span) for region in regions)
        if inside and reading.value not in parents and parents & {c.value for c in countries}:
            continue
        sure = weight * (0.6 if reading.rule in _DERIVED else 1)
        yield Candidate("country", (reading,), f"{rule}: {reading.rule}", sure)
    for reading in regions:
        country = reading._replace(value=region_country(reading.value), qualifier="inferred")
        yield Candidate(
            "country", (country,), f"{rule}: its region", weight * 0.7, qualifier="inferred"
        )


def text_candidate(field: str, page: Page, span: Span, rule: str, weight: float) -> Candidate:
    """A stretch of the page as the value of a field."""
    return Candidate(field, (Reading(page.quote(span), span, rule),), rule, weight)
