"""The name that a page of prose goes on about, where its heading does not: titles and sentences say it again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from pipeline.extract.naming.name import text_candidate
from pipeline.extract.naming.ownname import admin_kinds, own_name
from pipeline.extract.page import INFERRED, NAMED, Candidate, Page, is_paragraph
from pipeline.model.source import BULLET, HEADING, NOTE, PROSE, Line, Profile, Span
from pipeline.normalize.place import find_countries
from pipeline.normalize.text import is_cjk, key
from pipeline.read.profile.mention import Mention, find_mention
from pipeline.read.profile.sentences import sentences
from pipeline.read.profile.signal import SIZES, same_place, ties, told_facts

_WORD = re.compile(r"[\w'’-]+")
_TOLD = frozenset([PROSE, BULLET])
_TITLES = frozenset([HEADING, NOTE])
_MOST_LINES, _MOST_SENTENCES = 8, 6
_TITLED, _ENOUGH = 3, 5
_LONG, _SUBJECT = 4, 3
_SURE, _LIKELY = NAMED * 1.02, INFERRED * 1.1


class _Told(NamedTuple):
    """What speaks for a name in all sentences, how many say it, and whether one counts people or areas."""

    score: int
    span: Span
    times: int
    counts: bool


def find_theme(page: Page, profile: Profile) -> Iterator[Candidate]:
    """The name that prose and titles say, where no heading does or the heading's never comes again.

    Where ties are told of, titles name the page's own place too: a heading then stays.
    """
    prose = [line for line in profile.lines if _is_told(page.text, line)]
    text = "\n".join(page.text[slice(*line.span)] for line in prose)
    if not prose or is_cjk(text[:1]):
        return
    heading = profile.heading
    if heading is not None:
        name = own_name(page.text, heading)
        if ties(page.text) or _comes_again(page.text, name, text):
            return
        if _country_again(page, heading, text):
            return
    titles = _titles(page.text, profile, prose)
    found = _most_told(page.text, prose, titles, untitled=heading is None)
    if found is not None:
        yield text_candidate("name", page, found, "theme", _LIKELY if heading is None else _SURE)


def _comes_again(text: str, name: Span, prose: str) -> bool:
    """Whether the prose says a word of a name that is not one for its kind."""
    said = _worded(_plain(prose))
    return any(len(word) >= _LONG and f" {word} " in said for word in _core(text, name).split())


def _country_again(page: Page, heading: Span, prose: str) -> bool:
    """Whether it is the country in a heading that the prose tells of."""
    named = find_countries(page.text, *heading)
    return any(page.text[slice(*country.span)].lower() in prose.lower() for country in named)


def _is_told(text: str, line: Line) -> bool:
    return line.kind in _TOLD or is_paragraph(text, line)


def _titles(text: str, profile: Profile, prose: Sequence[Line]) -> str:
    """The headings and menus above the last paragraph."""
    titles = (line for line in profile.lines if line.kind in _TITLES)
    above = (line for line in titles if line.span.start < prose[-1].span.start)
    return _worded(_plain("\n".join(text[slice(*line.span)] for line in above)))


def _most_told(text: str, prose: Sequence[Line], titles: str, *, untitled: bool) -> Span | None:
    """The name for which most speaks in all sentences together.

    A title speaks for it, or where there is none (``untitled``) that sentences with figures say it.
    """
    told: dict[str, _Told] = {}
    for mention, counts in _mentions(text, prose):
        name = _core(text, mention.span)
        own = next((known for known in told if same_place(known, name)), name)
        before = told.get(own, _Told(0, mention.span, 0, counts=False))
        told[own] = _Told(
            before.score + mention.score * (1 + (counts and mention.score >= _SUBJECT)),
            before.span,
            before.times + 1,
            counts=before.counts or counts,
        )
    best = max(
        (
            (one.score + _TITLED * (_worded(name) in titles), -one.span.start, one.span)
            for name, one in told.items()
            if _worded(name) in titles
            or (untitled and one.times > 1 and (one.counts or one.score > _ENOUGH))
        ),
        default=None,
    )
    return best[2] if best is not None and best[0] >= _ENOUGH else None


def _mentions(text: str, prose: Sequence[Line]) -> Iterator[tuple[Mention, bool]]:
    """What the sentences that tell of no tie bring in, and whether they count people or areas."""
    for line in islice(prose, _MOST_LINES):
        for sentence in islice(sentences(text, line.body), _MOST_SENTENCES):
            said = text[slice(*sentence)]
            mention = find_mention(text, sentence) if not ties(said) else None
            if mention is not None and mention.score > 0:
                yield mention, bool(told_facts(text, sentence) & SIZES)


def _core(text: str, name: Span) -> str:
    """A name without the word for its kind: of "Sunyani Municipality" the first."""
    words = _plain(text[slice(*name)]).split()
    return " ".join(word for word in words if word not in admin_kinds()) or " ".join(words)


def _worded(said: str) -> str:
    """Words with a blank around each, to be looked for whole."""
    return f" {' '.join(_WORD.findall(said))} "


def _plain(said: str) -> str:
    """Letters as a key, without the marks above and below them: "Khövsgöl" is "khovsgol"."""
    parted = unicodedata.normalize("NFKD", key(said))
    return "".join(letter for letter in parted if not unicodedata.combining(letter))
