"""The name within a heading: without what stands before it, around it and behind it."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Line, Span
from pipeline.normalize.glossary import Glossary, glossary
from pipeline.normalize.lexeme import alternation, flatten, words
from pipeline.normalize.place import find_countries
from pipeline.normalize.stretch import trim
from pipeline.normalize.text import is_cjk
from pipeline.read.grammar import is_open
from pipeline.read.profile.about import about_whom
from pipeline.read.profile.epithet import says_tie, without_epithet
from pipeline.read.profile.heading import (
    BRACKETS,
    DIVIDED,
    SMALL_WORDS,
    is_common,
    is_proper,
    page_words,
)
from pipeline.read.profile.pagetitle import before_leaf, beside_title, last_step
from pipeline.read.profile.placename import is_admin, names_place
from pipeline.read.profile.since import before_tail, since_tail

_NUMBERING = re.compile(
    r"\W*(?:(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s)|\d{1,2}[.)\]]|0\d(?=\s)|[IVX]{1,4}[.)](?=\s)|\d{1,2}(?=\s+[\u3040-\ud7ff])"
    r"|[一二三四五六七八九十]{1,3}、|[가나다라마바사아자차카타파하][.)](?=\s))\s*)?\W*"
)
_PAGE = re.compile(r"(\d{1,2}) (?=[^\W\d_])")
_CLOSING = re.compile(r"[\s*#=_~】》」』>-]+$")
_PARTED = re.compile(r"[\s-]+")
_SHORTEST = 3  # letters of a word that tells a name


def place_name(text: str, line: Line) -> Span:
    """The words of a heading without bullets, numbers and marks around them, and without "since"."""
    body = line.label if line.label is not None and is_open(line) else line.body
    body = beside_title(text, last_step(text, before_leaf(text, body)))
    start = name_start(text, body)
    end = start + len(_CLOSING.sub("", text[start : body.end]))
    if text[start:end].endswith("]") and "[" not in text[start:end]:
        end -= 1
    tail = since_tail(text, Span(start, end))
    end = tail.start if tail else _bracket_end(text, before_tail(text, Span(start, end)))
    heading = trim(text, without_epithet(text, Span(start, end)))
    return about_whom(text, heading)


def _bracket_end(text: str, heading: Span) -> int:
    """Where a name ends that stands in square brackets before words for a tie, else its heading's end."""
    close = text.find("]", *heading) if text[heading.start - 1 : heading.start] == "[" else -1
    said = text[close + 1 : heading.end].strip(" -:,")
    return close if close > 0 and says_tie(said) else heading.end


def name_start(text: str, body: Span) -> int:
    """Where the words of a heading begin behind bullets, numbers and marks."""
    match = _paged(text, body) or _NUMBERING.match(text, *body)
    start = match.end() if match else body.start
    chapter = _chapter().match(text, start, body.end)
    heading = Span(chapter.end() if chapter else start, body.end)
    return _behind_series(text, _behind_opener(text, heading))


def _paged(text: str, body: Span) -> re.Match[str] | None:
    """The bare number before a heading, where the line with the next or the last one opens like it."""
    page = _PAGE.match(text, *body)
    if page is None:
        return None
    others = (f"\n{int(page[1]) + step} " for step in (1, -1))
    return page if any(other in text for other in others) else None


def _behind_opener(text: str, heading: Span) -> Span:
    """A heading without what says that it is about a name: "Partnerstadt Norvale", "A word about Norvale".

    The page says the name again, and nowhere as a common word; "Sister City Program" stays whole.
    """
    opener = _openers().match(text, *heading)
    if opener is None:
        owner = glossary("speaker_words").match(text, *heading)
        opener = owner and _openers().match(text, owner.end() + 1, heading.end)
    if opener is None:
        return heading
    is_tie = glossary("agreement_cues").fullmatch(text[slice(*opener.span())]) is not None
    joint = None if is_tie else _joints().match(text, opener.end() + 1, heading.end)
    rest = trim(text, Span(joint.end() if joint else opener.end(), heading.end))
    name = DIVIDED.split(text[slice(*rest)])[0].strip()
    if opener.end() >= heading.end:
        return heading
    if text.startswith(":", opener.end()) and opens_ours(text[heading.start : opener.end()]):
        return rest if is_proper(name) else heading
    return rest if (joint and names_place(name)) or _is_said_again(text, name) else heading


def opens_name(said: str) -> bool:
    """Whether words before a name in a heading say that it is about it: "Our sister city", "About"."""
    owner = glossary("speaker_words").match(said)
    bare = said[owner.end() :] if owner else said
    return any(_openers().fullmatch(one.strip(" :-|")) for one in (said, bare))


def opens_ours(said: str) -> bool:
    """Whether words say that what follows is a partner of the speaker: "Our sister city"."""
    return glossary("speaker_words").match(said) is not None and opens_name(said)


def _is_said_again(text: str, name: str) -> bool:
    """Whether a page says the first word of a proper name again, and none of its words as a common one."""
    words_of = [word for word in _PARTED.split(name) if word and word not in SMALL_WORDS]
    if is_cjk(name[:1]) or not is_proper(name) or name.split(maxsplit=1)[0] in SMALL_WORDS:
        return False
    if len(words_of[0].strip(".")) < _SHORTEST or not _comes_again(text, words_of[0]):
        return False
    own = [word for word in words_of if not is_admin(word)]
    return bool(own) and not any(_no_names().fullmatch(w) or is_common(text, w) for w in own)


def _comes_again(text: str, word: str) -> bool:
    """Whether a page has a word twice, of one in capitals with other letters in small ones too."""
    return text.count(word) + (text.count(word.title()) if word.isupper() else 0) > 1


@cache
def _joints() -> Glossary:
    """Between words for what is told and the name: "Portrait of the city of Norvale"."""
    return Glossary(flatten(toml_table("structure.toml")["authorities"]["of"]))


@cache
def _openers() -> Glossary:
    """What stands before a name in a heading: a word for a tie, or for what is told of it."""
    structure = toml_table("structure.toml")
    return Glossary(
        (
            *words("agreement_cues"),
            *words("profile_titles"),
            *structure["about_words"],
            *structure["heading_openers"],
        )
    )


@cache
def _no_names() -> Glossary:
    """Things other than places that a heading may have behind a word for a tie: "Sister City Association"."""
    return Glossary(words("place_negative_cues", "founded"))


def _behind_series(text: str, heading: Span) -> int:
    """Where a name begins behind what its page is one of: "SISTER CITY SNAPSHOT | NORVALE, CANADA"."""
    bar = text.find("|", *heading)
    if bar < 0 and is_cjk(text[heading.start : heading.start + 1]):
        bar = text.find(" ", *heading)  # "友好都市のご紹介 東港市(カナダ)"
    before = text[heading.start : max(bar, heading.start)]
    if "(" in before or not page_words().search(before):
        return heading.start
    name = trim(text, Span(bar + 1, heading.end))
    said = text[slice(*name)]
    is_name = is_proper(DIVIDED.split(said)[0]) or _gives_country(said)
    return name.start if is_name else heading.start


def _gives_country(said: str) -> bool:
    """Whether a country stands in the brackets that words end with."""
    bracket = BRACKETS.search(said)
    return bracket is not None and bool(find_countries(bracket[0]))


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
