"""The words of headings: whether they name a place, a country or a section of a page."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import words
from pipeline.normalize.place import country_code, find_regions
from pipeline.normalize.text import is_cjk, key
from pipeline.read.grammar import label_at

# "市のようす", "平成28年9月 訪問": a section about the town, an event with its day.
_SECTION = re.compile(
    r"[\W_]*(?:(?:本|当)?[市町村区郡県州島]の|(?:明治|大正|昭和|平成|令和)?\d{1,4}年)"
)
DIVIDED = re.compile(r"[,(（\[]")
BRACKETS = re.compile(r"\s*[(\[（【〈《][^()\[\]]*[)\]）】〉》]")
_MARKS = "\u0300-\u036f\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e"  # no \\w, as vowels in India are
WORD = re.compile(rf"[^\W\d_][\w'’.{_MARKS}-]*")
_LONGEST_UNCASED = 40  # letters of a script without capitals and maybe without blanks
_FIGURE = re.compile(r"\d{3}|\d[.,]\d")
LONGEST_NAME = 6
_WITHIN = "./@_-"  # before a word that is part of "www.norvale.ca"
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
    sites = map(key, toml_table("structure.toml")["site_words"])
    told = map(words, ("section_headings", "page_headings", "profile_titles"))
    return frozenset(chain(sites, *told))


@cache
def page_words() -> Glossary:
    """The words that say what a page is, and those of its menu."""
    return Glossary((*words("page_headings"), *words("navigation")), are_keys=True)


def is_section(heading: str) -> bool:
    """Whether a heading divides a page ("History", "Sister Cities") and names no place."""
    bare = key(BRACKETS.sub("", heading)).strip(" :-.?!")
    if not bare or bare in _sections() or _SECTION.match(heading):
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


def is_common(text: str, word: str) -> bool:
    """Whether a page also begins a word so with a small letter, and not inside an address of a site."""
    low = word.lower()
    at = text.find(low) if low != word else -1
    while at > 0 and (text[at - 1].isalnum() or text[at - 1] in _WITHIN):
        at = text.find(low, at + 1)
    return at >= 0
