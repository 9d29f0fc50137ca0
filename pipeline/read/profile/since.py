"""A place with the day of its tie behind it: "Adelaide, Australia - since 1972", "Lyon (1979)"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.digits import has_digit
from pipeline.normalize.glossary import Glossary, glossary
from pipeline.normalize.lexeme import alternation, flatten, words
from pipeline.normalize.stretch import dates, trim
from pipeline.normalize.text import is_cjk, key

_CUT = re.compile(r"\s+[-•·/]\s+|\s*[,;:|(]\s*")
_END = re.compile(r"[\s).\]]*")
_WORDS = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_SHORT = 2
LONGEST = 120
_JOINTS = frozenset(["and", "und", "et", "y", "e", "i", "en", "och"])


def tie_tail(text: str, span: Span) -> Span | None:
    """The end of a line that only says since when: "since 7 March 1973", or a date in brackets."""
    if span.end - span.start > LONGEST or not _DIGIT.search(text, *span):
        return None
    found = dates(text, span)
    if not found or not _END.fullmatch(text, found[-1][0].span.end, span.end):
        return None
    last = found[-1][0].span.start
    cuts = [cut for cut in _CUT.finditer(text, span.start + 2, last) if cut.end() <= last]
    cut = next((c for c in reversed(cuts) if _words(text, c.end(), last)), None)
    bare = cuts[-1] if cuts and not text[cuts[-1].end() : last].strip() else None
    chosen = cut or (bare if bare and bare[0].strip() in {"(", "-"} else None)
    return Span(chosen.end(), found[-1][0].span.end) if chosen else None


def before_tail(text: str, span: Span) -> Span:
    """What stands before the end that says since when, or all of it."""
    tail = tie_tail(text, span)
    if tail is None:
        return span
    end = tail.start
    while end > span.start and text[end - 1] in " -,;:|(•·/":
        end -= 1
    return trim(text, Span(span.start, end))


def _words(text: str, start: int, end: int) -> bool:
    """Whether words before a date are those of a tie and its day: "since", "twinned in"."""
    said = key(text[start:end])
    return bool(said) and _only_of_tie(said)


def _only_of_tie(said: str) -> bool:
    """Whether no words are left of some but those of ties, of partners and of days."""
    for table in ("agreement_cues", "partner_words"):
        for hit in reversed(tuple(glossary(table).spans(said, 0, len(said)))):
            said = f"{said[: hit.first]} {said[hit.last :]}"
    return (_tie_words() | _JOINTS).issuperset(_WORDS.findall(said))


@cache
def _tie_words() -> frozenset[str]:
    table = toml_table("structure.toml")
    told = (
        *flatten([table[name] for name in ("tie_days", "concluding_words", "tie_partners")]),
        *("in", "on", "the", "im", "am", "en", "le", "el", "il"),
    )
    return frozenset(word for phrase in told for word in key(phrase).split())


def partner_since(sentence: str) -> int | None:
    """Where a word for a partner with one for since ends: "la partenaire italienne depuis 1982"."""
    if glossary("partner_words").search(sentence) is None:
        return None
    told = _partner_since().search(sentence) or _since_partner().search(sentence)
    return told.end() if told else None


@cache
def _since_partner() -> re.Pattern[str]:
    """Since when it is one of ours: "Depuis 1999, la capitale est notre seconde sœur"."""
    since = alternation(toml_table("structure.toml")["beginning_words"])
    ours, partners = alternation(words("ours")), alternation(words("partner_words"))
    date = r"(?:\d{1,2}\. ?)?[^,;:.]{0,16}\d{4}(?: ?[rг]\.)?"
    return re.compile(
        rf"^\W*{since} {date}[^;:.]{{0,60}} {ours}(?: [^\W\d]+){{0,2}} {partners}",
        re.IGNORECASE,
    )


@cache
def _partner_since() -> re.Pattern[str]:
    told = toml_table("structure.toml")
    since, begun = alternation(told["since_words"]), alternation(told["beginning_words"])
    partners = alternation(words("partner_words"))
    return re.compile(
        rf"{partners}(?:(?: [^\W\d]+){{0,3}} \(?{since}|, {begun})(?=[^,;:]{{0,16}}\d{{4}})",
        re.IGNORECASE,
    )


def since_tail(text: str, span: Span) -> Span | None:
    """The end of a heading that says since when: "Norvale, Australia - since 1972"."""
    if not has_digit(text, *span):
        return None
    if _since_glossary().search(text, *span) is not None:
        match = _since_tail().search(text, *span)
        if match and match.start() > span.start:
            told = tie_tail(text, span)  # "Norvale, Australia | sister since 1972"
            start = before_tail(text, span).end if told else match.start()
            return Span(min(start, match.start()), match.end())
    return _tied_tail(text, span)


def _tied_tail(text: str, span: Span) -> Span | None:
    """The end of a heading that has nothing but ties and their days: "(friendship 2015, sister city 2016)"."""
    ties = glossary("agreement_cues")
    if span.end - span.start > LONGEST or ties.search(text, *span) is None:
        return None
    for cut in _CUT.finditer(text, span.start + 2, span.end):
        led = ties.match(text, cut.end(), span.end) or is_cjk(text[span.end - 1])
        if led and is_dated_tie(text[cut.end() : span.end]):
            return Span(cut.start(), span.end)
    return None


def is_dated_tie(said: str) -> bool:
    """Whether words are only those of ties and of their days: "1978年提携", "sister city 2016"."""
    found = dates(said, Span(0, len(said)))
    for date in reversed(found):
        said = f"{said[: date[0].span.start]} {said[date[0].span.end :]}"
    return bool(found) and _only_of_tie(key(said))


def since_behind(text: str, span: Span) -> Span | None:
    """The words right behind a name that say since when: ", since 1972, 9,000 people"."""
    if _since_glossary().search(text, *span) is None:
        return None
    match = _since().match(text, *span)
    return Span(*match.span()) if match else None


@cache
def _since_words() -> tuple[str, ...]:
    said = toml_table("structure.toml")["since_words"]
    return tuple(word for word in said if len(word) > _SHORT)


@cache
def _since_glossary() -> Glossary:
    return Glossary(_since_words())


@cache
def _since() -> re.Pattern[str]:
    return re.compile(
        rf"[\s,()-]{{0,4}}{alternation(_since_words())}\b[^\d\n,;]{{0,15}}\d[^\n,;]{{0,20}}",
        re.IGNORECASE,
    )


@cache
def _since_tail() -> re.Pattern[str]:
    return re.compile(
        rf"[\s,(-]{{0,4}}{alternation(_since_words())}\b[^\d\n]{{0,15}}\d[^\n]{{0,20}}$",
        re.IGNORECASE,
    )
