"""The name itself within a heading or a cell: without its country, parents, codes and authorities."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.lexeme import flatten
from pipeline.normalize.place import country_code, find_countries, find_regions
from pipeline.normalize.stretch import trim
from pipeline.normalize.text import is_cjk, key
from pipeline.read.profile.authority import without_authority
from pipeline.read.profile.heading import is_section

_CUT = re.compile(
    r"\s*[,(\[（【〈《:|»>]|\s[-/]\s|\s{2,}|\t|との(?=\S{0,6}(?:交流|提携|姉妹|友好))"
)
_CODE = re.compile(
    r"(?:\d{1,7}(?:\.\d{1,3})?[.):]?|[A-Z]{1,2}\d{1,2}[.:]?(?: \([a-z][a-z ]{1,20}\))?)\s+(?=[^\W\d_])"
)
_DIVIDER = re.compile(r"\s*[:|»>・]\s*|\s[-/]\s|,\s*|\s{2,}|\t")
_OF = re.compile(r"\s(?:of|in|de|di|von|bei|w|en)\s", re.IGNORECASE)
_BLANKS_THEN_LATIN = re.compile(r"\s+(?=[A-Z(])")
_GAP = re.compile(r"\s+")
_WIDE = re.compile(r"\s{2,}")
_BRACKETED = re.compile(r"\s*\(([^()]{2,30})\)")
_REGION = re.compile(
    r"(?:[\u30a1-\u30fa\u30fc・]{2,12}[州県省]|[\u4e00-\u9fff]{2,8}?(?:省|自治区|自治州|[州県县縣府道都]))"
    r"(?=[\u30a1-\u30fa\u30fc・]{2,}|[\u4e00-\u9fff]{1,7}[市町村区郡县縣])"
)
_SURE = 3  # signs of a country's name
_HELD = 256  # names of the profiles of a page or two


@lru_cache(_HELD)
def own_name(text: str, span: Span) -> Span:
    """The name itself: without what stands behind a comma, in brackets, or behind "of" a parent.

    A bracket that only says the kind ("Bayannuur sum (District)") stays.
    """
    inner = _behind_country(text, _behind_code(text, _in_latin(text, trim(text, span))))
    inner = _behind_region(text, inner)
    if country_code(text[slice(*inner)]):
        return inner
    inner = without_authority(text, inner)
    cut = _CUT.search(text, inner.start + 1, inner.end)
    end = cut.start() if cut else inner.end
    if country_code(text[inner.start : end]):
        return Span(inner.start, end)
    if cut:  # "Gemeinde Norvale - Cumün da Norvale"
        inner = Span(without_authority(text, Span(inner.start, end)).start, inner.end)
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
        end = end if kinds <= admin_kinds().keys() | _of_heads() | _state_forms() else of.start()
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
    """Of "026 Norvale", "P1 (lead) Norvale" the words: a number in front is a code."""
    code = _CODE.match(text, *span)
    return Span(code.end(), span.end) if code else span


def _behind_country(text: str, span: Span) -> Span:
    """Of "Canada: Springvale", "City facts - Springvale" what stands behind the country or section."""
    cut = _DIVIDER.search(text, span.start + 1, span.end)
    said = text[span.start : cut.start()] if cut else ""
    if cut is None and is_cjk(text[span.start : span.start + 1]):
        return _behind_joined(text, span)
    if cut is None or not (
        country_code(said) or (cut[0].strip() in {"-", ":", "|"} and is_section(said))
    ):
        return span
    rest = Span(cut.end(), span.end)
    if country_code(said) and is_section(text[slice(*rest)]):
        return Span(span.start, cut.start())
    return span if country_code(text[slice(*rest)]) or rest.start >= rest.end else rest


def _behind_joined(text: str, span: Span) -> Span:
    """Of "中国鈴川市", "俄罗斯东港市" what stands behind the state.

    Its last sign says that it is one, it has several, as a sign or two may begin a name, or a
    region follows: "日本秋田县鹿川市".
    """
    named = next(iter(find_countries(text, *span)), None)
    if named is None or named.span.start != span.start:
        return span
    sure = text[named.span.end - 1] in _state_signs() or named.span.end - named.span.start >= _SURE
    sure = sure or _REGION.match(text, named.span.end, span.end) is not None
    rest = text[named.span.end : span.end]
    kind = len(rest) > 2 and rest[-1] in admin_kinds() and not "ぁ" <= rest[0] <= "ん"
    return Span(named.span.end, span.end) if sure and kind else span


def _behind_region(text: str, span: Span) -> Span:
    """Of "山形県鶴川市", "バイエルン州フュルデン" what stands behind the region, which ends with its sign."""
    region = _REGION.match(text, *span)
    return Span(region.end(), span.end) if region else span


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
def _of_heads() -> frozenset[str]:
    """Words that go on with "of": "Port of Norvale" is one name, "Springvale of Canada" is not."""
    return frozenset(map(key, toml_table("structure.toml")["of_heads"]))


@cache
def _state_signs() -> frozenset[str]:
    """The last signs of what a state says it is behind its name: 共和国."""
    return frozenset(one[-1] for one in flatten(toml_table("structure.toml")["state_endings"]))


@cache
def _state_forms() -> frozenset[str]:
    """What a state says it is before its name: "Kingdom of Norvale"."""
    return frozenset(toml_table("structure.toml")["state_forms"])
