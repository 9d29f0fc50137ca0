"""Checks of what stands in the place of a value: another kind of figure, a filler, an address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache

from pipeline.checks.check import check
from pipeline.checks.view.page import Page
from pipeline.checks.view.reference import text_of
from pipeline.checks.view.wording import quoted, rewritten, spoken
from pipeline.lexicon.tables import countries, country_words, toml_table
from pipeline.model.finding import Change, Problem, Severity, Suggestion
from pipeline.model.source import Span
from pipeline.model.value import Record, Value
from pipeline.normalize.lexeme import alternation, flatten
from pipeline.normalize.place import country_code
from pipeline.normalize.places.reference import country_reference
from pipeline.normalize.text import fold, key
from pipeline.schema.place import BY_NAME

# Two letters more or less make another country of a short name.
NEAR, SHORTEST_NAME = 2, 5
# Top-level domains of countries that sites all over the world have for their sound.
SOUNDING = frozenset({"tv", "io", "me", "co", "cc", "eu", "ai", "fm", "to", "gg", "ly", "us"})
_SCHEME = re.compile(r"h?t{1,3}p{1,2}s?[:;.,]?/{0,3}$", re.IGNORECASE)
LONGEST_SCHEME = len("https:///")
_HOST = re.compile(r"^(?:https?://)?([\w.-]+)")


@check(
    "F09",
    Severity.WARNING,
    level=1,
    good=("City: Lindenau\nCountry: Germany\nPopulation: 12,000",),
    bad={"City: Lindenau\nCountry: Gernamy\nPopulation: 12,000": ("country",)},
    missing=("country",),
)
def countries_are_those_of_the_list(record: Record, page: Page) -> Iterator[Problem]:
    """A country is one that the list of ISO 3166-1 has, under one of its names.

    A name within two letters of a known one is its misspelling. Others may be regions, old names
    or languages that the list does not speak, of which nothing is said.
    """
    if text_of(record, "country"):
        return
    match = _country_line().search(page.folded, *record.span)
    written = match["said"].strip(" .,;") if match else ""
    if not match or len(written) < SHORTEST_NAME or country_code(written):
        return
    near = _nearest_country(written)
    if near is not None:
        name, code = near
        change = Change("country", "", written, code, name)
        offer = Suggestion(code, "R01", f"“{name}” is meant", -0.5, (change,))
        span = Span(match.start("said"), match.start("said") + len(written))
        yield Problem(
            f"“{written}” is no country. Probably {name} is meant.",
            suggest=(offer,),
            field="country",
            span=span,
        )


@cache
def _country_line() -> re.Pattern[str]:
    own = (*BY_NAME["country"].labels, *flatten(toml_table("labels.toml").get("country", ())))
    return re.compile(rf"{alternation(own)}\s*[:：|]\s*(?P<said>[^\n|;:]{{3,40}})", re.IGNORECASE)


def _nearest_country(written: str) -> tuple[str, str] | None:
    """The one country with a name within two letters of what is written, or None."""
    from rapidfuzz.distance import OSA

    wanted = key(written)
    near = {
        code: name
        for name, code in _names()
        if OSA.distance(wanted, key(name), score_cutoff=NEAR) <= NEAR
    }
    return next(((name, code) for code, name in near.items()), None) if len(near) == 1 else None


@cache
def _names() -> tuple[tuple[str, str], ...]:
    """Every name of a country long enough to be told from another by two letters."""
    listed = [(row.name, row.code) for row in countries().values()]
    listed += [(word.word, word.code) for word in country_words() if word.kind == "alias"]
    return tuple(pair for pair in listed if len(pair[0]) >= SHORTEST_NAME)


@check(
    "F10",
    Severity.WARNING,
    level=1,
    good=("Website: http://www.lindenau.example/", "Homepage: www.lindenau.example"),
    bad={"Website: http//www.lindenau.example.com/": ("website",)},
)
def addresses_are_well_formed(website: Value, country: Value, page: Page) -> Iterator[Problem]:
    """A web address has a scheme that is spelt right, a host with a dot, and its country's domain.

    What is malformed is mended; a domain of another country than the text names is worth a note,
    as many a town has its pages elsewhere. Nothing is asked of the network.
    """
    address, start = fold(website.evidence.text), website.evidence.span.start
    broken = _SCHEME.search(page.folded, max(0, start - LONGEST_SCHEME), start)
    if broken is not None and not address.startswith("http"):
        yield _malformed(website, f"{broken[0]}{address}")
        return
    host = _HOST.match(address)
    domain = host[1].rsplit(".", 1)[-1].lower() if host else ""
    known = country_reference(str(country.value))
    other = country_reference("GB" if domain == "uk" else domain.upper())
    if known and other and other.code != known.code and domain not in SOUNDING:
        yield Problem(
            f"{quoted(website)} is an address of {other.name}, while the text names {known.name}.",
            (website, country),
            severity=Severity.NOTE,
        )


def _malformed(website: Value, written: str) -> Problem:
    mended = f"http://{website.evidence.text}"
    reason = "its scheme as it should be"
    change = rewritten(website, mended, mended)
    return Problem(
        f"“{written}” is no web address. Probably “{mended}”.",
        (website,),
        (Suggestion(mended, "R02", reason, -0.5, (change,)),),
    )


@check(
    "F12",
    Severity.WARNING,
    level=1,
    good=("City: Lindenau\nCountry: Germany\nPopulation: 12,000\nFounded: 1898",),
    bad={"City: Lindenau\nCountry: Germany\nArea: 31 km²\nPopulation: 9999": ("population",)},
)
def values_are_no_placeholders(record: Record) -> Iterator[Problem]:
    """What stands in a field is a value, and not what a form has where nobody filled it in.

    "N/A", 9999 and 1 January 1900 are read as missing by people and as values by programs.
    """
    for value in record.values:
        if value.in_force and value.field in BY_NAME and value.label and _is_placeholder(value):
            change = rewritten(value, "")
            yield Problem(
                f"{quoted(value)} stands for a {spoken(value.field)} that is not known.",
                (value,),
                (Suggestion("", "R08", "no value at all", -0.5, (change,)),),
            )


def _is_placeholder(value: Value) -> bool:
    if isinstance(value.value, Decimal):
        return value.evidence.text in _placeholders()["number"]
    return _is_filler(value.value)


@lru_cache(maxsize=4096)
def _is_filler(text: str) -> bool:
    """Whether a text is what a form has where nobody filled it in."""
    table, said = _placeholders(), key(text)
    return said in table["text"] or said in table["date"] or said.startswith(tuple(table["lorem"]))


@cache
def _placeholders() -> dict[str, tuple[str, ...]]:
    return {
        kind: flatten(words) for kind, words in toml_table("slips.toml")["placeholders"].items()
    }
