"""Whose profile it is: the place's own name, its parent, its kind and its country."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice

from pipeline.extract.abroad import belonging
from pipeline.extract.authority import without_authority
from pipeline.extract.border import is_neighbour
from pipeline.extract.page import INFERRED, LABELLED, NAMED, Candidate, Page, is_paragraph
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import BULLET, FIELD, HEADING, PROSE, Line, Profile, Span
from pipeline.model.value import Reading
from pipeline.normalize.nation import nation_before
from pipeline.normalize.place import (
    country_code,
    find_countries,
    find_regions,
    region_country,
    told_names,
)
from pipeline.normalize.reader import trim
from pipeline.normalize.text import is_cjk, key
from pipeline.read.grammar import meaning_at
from pipeline.read.profile.heading import is_country, names_place, place_name
from pipeline.read.profile.signal import line_facts, same_place
from pipeline.read.profile.told import is_name, telling_subject, told_subject

_CUT = re.compile(r"\s*[,(\[（【〈《:|»>]|\s[-/]\s|\s{2,}|\t")
_CODE = re.compile(r"\d{1,7}(?:\.\d{1,3})?[.):]?\s+(?=[^\W\d_])")
_DIVIDER = re.compile(r"\s*[:|»>・]\s*|\s[-/]\s|,\s*|\s{2,}|\t")
_OF = re.compile(r"\s(?:of|in|de|di|von|bei|w|en)\s", re.IGNORECASE)
_CJK_THEN_LATIN = re.compile(r"(?<=[\u3040-\ud7ff])\s+(?=[A-Z(])")
_PIECE = re.compile(r"[^,()\[\]（）/|]{2,60}")
_SAID_OF = re.compile(r"(?:of|in)\s+")
_GAP = re.compile(r"\s+")
_BRACKETED = re.compile(r"\s*\(([^()]{2,30})\)")
_HELD = 256  # names of the profiles of a page or two
_FIRST_PROSE = 400
_TOLD = frozenset([PROSE, BULLET])
_COUNTED = frozenset(["area_km2", "population"])
_PLACES = re.compile(r"[^\d.;:]{3,60}")
_OPENS = re.compile(r"\s*\([^()\d]{2,40}\)\s*")
_AUTHORITIES = {"government", "administration", "council", "office", "the"}
_DERIVED = ("country:adjective", "country:demonym")


def name_candidates(page: Page, span: Span, rule: str, weight: float) -> Iterator[Candidate]:
    """Name, parent and country that a heading, a name label or a table cell gives."""
    own = own_name(page.text, span)
    if own.start < own.end and not page.text[own.start].isdigit():
        yield _text("name", page, own, rule, weight)
        yield from _kind(page, own, rule)
    yield from country_candidates(page, span, rule, weight)
    yield from _parents(page, Span(own.end, span.end), rule)


@lru_cache(_HELD)
def own_name(text: str, span: Span) -> Span:
    """The name itself: without what stands behind a comma, in brackets, or behind "of" a parent.

    A bracket that only says the kind ("Bayannuur sum (District)") stays.
    """
    inner = _behind_country(text, _behind_code(text, trim(text, span)))
    inner = without_authority(text, inner)
    cut = _CUT.search(text, inner.start + 1, inner.end)
    end = cut.start() if cut else inner.end
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
        end = end if kinds <= admin_kinds().keys() | _AUTHORITIES else of.start()
    script = _CJK_THEN_LATIN.search(text, inner.start, end)
    end = script.start() if script else end
    return _last_cjk(text, trim(text, Span(inner.start, end)))


def _behind_code(text: str, span: Span) -> Span:
    """Of "026 Taveta" the words: a number in front is a code."""
    code = _CODE.match(text, *span)
    return Span(code.end(), span.end) if code else span


def _behind_country(text: str, span: Span) -> Span:
    """Of "Canada: Springvale", "Canada - Springvale" what stands behind the country."""
    cut = _DIVIDER.search(text, span.start + 1, span.end)
    if cut is None or not country_code(text[span.start : cut.start()]):
        return span
    rest = Span(cut.end(), span.end)
    return span if country_code(text[slice(*rest)]) or rest.start >= rest.end else rest


def _last_cjk(text: str, span: Span) -> Span:
    """Of "北海道 蘭越町" the last word: parents come first in East Asia."""
    if not is_cjk(text[span.start : span.start + 1]):
        return span
    gaps = list(_GAP.finditer(text, span.start, span.end))
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
            yield _text("region", page, piece, rule, NAMED)
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


def _text(field: str, page: Page, span: Span, rule: str, weight: float) -> Candidate:
    return Candidate(field, (Reading(page.quote(span), span, rule),), rule, weight)


def profile_names(page: Page, profile: Profile) -> Iterator[Candidate]:
    """Name and country candidates of a profile from its heading, its parent heading and its prose."""
    telling = _telling_first(page, profile)
    if profile.heading is not None:
        yield from _headed(page, profile, profile.heading, telling)
    if profile.parent is not None:
        yield from country_candidates(page, profile.parent, "heading above", NAMED * 0.9)
    yield from _subjects(page, telling)
    for line in _opening(page, profile, telling):
        yield from _told_countries(page, line)
    is_silent = told_names(page.text).is_silent
    for line in profile.lines:
        if line.kind is HEADING and line.span != profile.heading:
            yield from _title(page, line)
        elif line.kind is FIELD and line.label is not None and not is_silent(*line.body):
            yield from _beside(page, line)


def _told_countries(page: Page, line: Line) -> Iterator[Candidate]:
    """The countries that a line of prose names as where the place lies."""
    told = Span(line.body.start, min(line.body.end, line.body.start + _FIRST_PROSE))
    if told_names(page.text).is_silent(*told):
        return
    for candidate in country_candidates(page, told, "prose", INFERRED):
        sure = belonging(page.text, told, candidate.span)
        if sure:
            yield candidate._replace(weight=candidate.weight * sure)


def _headed(
    page: Page, profile: Profile, heading: Span, telling: Sequence[Line]
) -> Iterator[Candidate]:
    """What a heading gives; a country alone names the place only where nothing else does."""
    weight = NAMED if _is_told(page, profile, heading, telling) else INFERRED * 0.9
    nation = nation_before(page.text, heading)
    if nation is not None:
        code, said = nation
        yield Candidate(
            "country", (Reading(code, said, "country:adjective"),), "nation", NAMED * 0.6
        )
    alone = is_country(page.text[slice(*heading)])
    for candidate in name_candidates(page, heading, "heading", weight):
        if alone and candidate.field == "name":
            yield candidate._replace(weight=INFERRED * 0.9)
        else:
            yield candidate


def _opening(page: Page, profile: Profile, telling: Sequence[Line]) -> list[Line]:
    """The first two lines of prose, and the one that tells area and population."""
    told = (line for line in profile.lines if line.kind in _TOLD or is_paragraph(page.text, line))
    return list(dict.fromkeys((*islice(told, 2), *telling[:1])))


def _is_told(page: Page, profile: Profile, heading: Span, telling: Sequence[Line]) -> bool:
    """Whether the heading's name is the one that the facts are told of, where prose tells them."""
    behind = find_countries(page.text, own_name(page.text, heading).end, heading.end)
    if (behind and behind[-1].span.end >= heading.end - 2) or any(
        line.kind is FIELD and line_facts(page.text, line) for line in profile.lines
    ):
        return True
    subject = telling_subject(page.text, telling[0].body) if telling else None
    name = key(page.text[slice(*own_name(page.text, heading))])
    return (
        subject is None
        or same_place(name, key(page.text[slice(*telling[0].body)]))
        or not is_name(key(page.text[slice(*subject)]))
    )


def _beside(page: Page, line: Line) -> Iterator[Candidate]:
    """The country that another field of places begins or ends with: "USA (Ohio)", "Kyoto, Japan"."""
    countries = find_countries(page.text, *line.body)
    if not countries:
        return
    located = line.label is not None and "location" in meaning_at(page.text, line.label).fields
    ends = (
        len(countries) == 1
        and countries[0].span.end >= line.body.end - 2
        and _PLACES.fullmatch(page.text, *line.body)
    )
    opens = countries[0].span.start == line.body.start and _OPENS.fullmatch(
        page.text, countries[0].span.end, line.body.end
    )
    if located or ends or opens:
        yield Candidate("country", (countries[0],), f"beside: {countries[0].rule}", INFERRED * 0.9)


def _title(page: Page, line: Line) -> Iterator[Candidate]:
    """A title of the page inside the profile: a weak sign of name and country."""
    span = place_name(page.text, line)
    for candidate in name_candidates(page, span, "title", INFERRED * 0.6):
        if candidate.field == "country" and candidate.span.end >= span.end - 1:
            yield candidate._replace(weight=INFERRED * 1.1)  # "Government of Kerala, India"
        elif candidate.field != "name" or names_place(page.text[slice(*span)]):
            yield candidate


def _subjects(page: Page, telling: Sequence[Line]) -> Iterator[Candidate]:
    """The subject of the first sentence that has one: the name where nothing else gives it."""
    for line in telling:
        span = told_subject(page.text, line.body)
        if span:
            yield _text("name", page, span, "subject", INFERRED)
            return


def _telling_first(page: Page, profile: Profile) -> list[Line]:
    """Prose lines, those that state area and population before the others."""
    lines = [line for line in profile.lines if line.kind in _TOLD]
    if len(lines) < 2:
        return lines
    return sorted(lines, key=lambda line: -len(line_facts(page.text, line) & _COUNTED))


def page_country(page: Page, spans: Iterable[Span], names: Container[str] = ()) -> Candidate | None:
    """The country that the stretches outside the profiles name most, if one does clearly.

    ``names`` are the keys of the page's own places: the town of Jordan is not the country. Where
    no country is named, the regions' one counts.
    """
    outside = tuple(spans)
    named = [
        reading
        for span in outside
        for reading in find_countries(page.text, *span)
        if not is_neighbour(page.text, span, reading.span)
    ]
    found = [reading for reading in named if key(page.text[slice(*reading.span)]) not in names]
    if not found:
        regions = (region for span in outside for region in find_regions(page.text, *span))
        found = [region._replace(value=region_country(region.value)) for region in regions]
    counts = Counter(reading.value for reading in found)
    if not counts:
        return None
    best = max(counts, key=lambda code: counts[code])
    if counts.total() > 2 * counts[best] or list(counts.values()).count(counts[best]) > 1:
        return None
    reading = next(reading for reading in found if reading.value == best)
    inferred = reading._replace(qualifier="inferred")
    return Candidate("country", (inferred,), "page", LABELLED * 0.3, qualifier="inferred")
