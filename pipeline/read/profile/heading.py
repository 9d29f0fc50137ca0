"""The words of headings: whether they name a place, a country or a section of a page."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Line, Span
from pipeline.normalize.glossary import Glossary, glossary
from pipeline.normalize.lexeme import alternation, words
from pipeline.normalize.place import country_code, find_regions
from pipeline.normalize.stretch import trim
from pipeline.normalize.text import is_cjk, key
from pipeline.read.grammar import is_open, label_at
from pipeline.read.profile.signal import ties
from pipeline.read.profile.since import since_tail

_NUMBERING = re.compile(
    r"\W*(?:(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s)|\d{1,2}[.)\]]|0\d(?=\s)|[IVX]{1,4}[.)](?=\s)|\d{1,2}(?=\s+[\u3040-\ud7ff])"
    r"|[一二三四五六七八九十]{1,3}、|[가나다라마바사아자차카타파하][.)](?=\s))\s*)?\W*"
)
_SETS_OFF = re.compile(r"[-,(:]")
_CLOSING = re.compile(r"[\s*#=_~】》」』>-]+$")
DIVIDED = re.compile(r"[,(（\[]")
BRACKETS = re.compile(r"\s*[(\[（【〈《][^()\[\]]*[)\]）】〉》]")
_MARKS = "\u0300-\u036f\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e"  # no \\w, as vowels in India are
WORD = re.compile(rf"[^\W\d_][\w'’.{_MARKS}-]*")
_LONGEST_UNCASED = 40  # letters of a script without capitals and maybe without blanks
_EPITHET = re.compile(r"(?:\s+-\s+|\s*[,(:]\s*)(?P<said>(?:(?! - )[^\d,():]){3,40})\)?$")
_FIGURE = re.compile(r"\d{3}|\d[.,]\d")
LONGEST_NAME = 6
_LONGEST_CJK = 14
SMALL_WORDS = frozenset(
    [
        "of",
        "the",
        "and",
        "de",
        "del",
        "la",
        "le",
        "les",
        "el",
        "do",
        "da",
        "di",
        "y",
        "e",
        "und",
        "an",
        "der",
        "die",
        "am",
        "im",
        "na",
        "ng",
        "sur",
        "en",
        "o",
        "l",
        "d",
        "los",
        "las",
        "van",
        "het",
        "du",
        "des",
        "dos",
        "das",
        "von",
    ]
)


def place_name(text: str, line: Line) -> Span:
    """The words of a heading without bullets, numbers and marks around them, and without "since"."""
    body = line.label if line.label is not None and is_open(line) else line.body
    start = name_start(text, body)
    end = start + len(_CLOSING.sub("", text[start : body.end]))
    if text[start:end].endswith("]") and "[" not in text[start:end]:
        end -= 1
    tail = since_tail(text, Span(start, end))
    end = tail.start if tail else end
    return trim(text, _without_epithet(text, Span(start, end)))


def name_start(text: str, body: Span) -> int:
    """Where the words of a heading begin behind bullets, numbers and marks."""
    match = _NUMBERING.match(text, *body)
    start = match.end() if match else body.start
    chapter = _chapter().match(text, start, body.end)
    return chapter.end() if chapter else _behind_series(text, Span(start, body.end))


def _behind_series(text: str, heading: Span) -> int:
    """Where a name begins behind what its page is one of: "SISTER CITY SNAPSHOT | NORVALE, CANADA"."""
    bar = text.find("|", *heading)
    if bar < 0 or not page_words().search(text[heading.start : bar]):
        return heading.start
    name = trim(text, Span(bar + 1, heading.end))
    is_name = is_proper(DIVIDED.split(text[slice(*name)])[0])
    return name.start if is_name else heading.start


@cache
def _chapter() -> re.Pattern[str]:
    """A word for a part of a book with its number, or the number of an entry of minutes.

    "BAB II  Gambaran Umum", "Chapter 2: Norvale", "Box A - Norvale", "GR15/08  Norvale".
    """
    parts = alternation(toml_table("structure.toml")["chapter_words"])
    number = r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Z](?=\s*[-.:]))"
    return re.compile(
        rf"{parts}\s+{number}(?!\w)[.:\s-]*|[A-Z]{{0,4}}\d{{1,4}}/\d{{1,4}}\s+", re.IGNORECASE
    )


def _without_epithet(text: str, span: Span) -> Span:
    """Of "Kushiro, Japan - Sister City" what is no word for a tie."""
    if not _SETS_OFF.search(text, *span):
        return span
    tail = _EPITHET.search(text, *span)
    said = text[slice(*tail.span("said"))] if tail and tail.start() > span.start else ""
    return Span(span.start, tail.start()) if tail and said and _says_tie(said) else span


def _says_tie(said: str) -> bool:
    """Whether words are those for a tie alone: "Sister City", "ville jumelée"."""
    if key(said) in _titles():
        return True
    kind = ties(said)
    return bool(kind and glossary("agreement_cues", kind).fullmatch(said.strip()))


@cache
def _titles() -> frozenset[str]:
    return frozenset(words("page_headings"))


def is_proper(name: str) -> bool:
    """Whether words are at most four, none small, or a few letters of Han or Hangul."""
    if is_cjk(name[:1]) and not _is_thai(name[0]):
        return max(map(len, DIVIDED.split(name)[0].split()), default=0) <= _LONGEST_CJK // 2
    found = [word for word in WORD.findall(name) if word not in SMALL_WORDS]
    if name[:1].lower() == name[:1].upper() and len(name) > _LONGEST_UNCASED:
        return False
    return 0 < len(found) <= 4 and not any(word[0].islower() for word in found)


def _is_thai(letter: str) -> bool:
    """Whether a letter is of Thai, which writes names and sentences as one word."""
    return "\u0e00" <= letter <= "\u0e7f"


def is_parent(heading: str) -> bool:
    """Whether a heading begins with a country or a first-level region ("Andhra Pradesh, India")."""
    first = DIVIDED.split(heading)[0].strip()
    regions = find_regions(first)
    whole = any(r.span.end - r.span.start >= len(first) - 1 for r in regions)
    return whole or bool(country_code(first))


def is_country(heading: str) -> bool:
    """Whether a heading is a country and nothing else: it stands above the places there."""
    return bool(country_code(heading.strip(" :")))


@cache
def _sections() -> frozenset[str]:
    return frozenset(words("section_headings")) | frozenset(words("page_headings"))


@cache
def page_words() -> Glossary:
    """The words that say what a page is, and those of its menu."""
    return Glossary((*words("page_headings"), *words("navigation")))


def is_section(heading: str) -> bool:
    """Whether a heading divides a page ("History", "Sister Cities") and names no place."""
    bare = key(BRACKETS.sub("", heading)).strip(" :-.?!")
    if not bare or bare in _sections():
        return True
    span = Span(0, len(heading))
    label = label_at(heading, span)
    return label is not None and label.known and not country_code(heading)


def is_title(heading: str) -> bool:
    """Whether a heading is short and of capitalised words or of a script without capitals."""
    bare = BRACKETS.sub("", heading).strip()
    if _FIGURE.search(bare) or "%" in bare:
        return False
    if is_cjk(bare[:1]):
        return len(bare) <= 2 * _LONGEST_CJK
    found = WORD.findall(bare)
    capitals = sum(not word[0].islower() or word in SMALL_WORDS for word in found)
    return bool(found) and len(found) <= 2 * LONGEST_NAME and capitals * 2 >= len(found)
