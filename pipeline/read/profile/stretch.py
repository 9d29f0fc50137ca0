"""The places that paragraphs tell of, sentence by sentence, with what they state of each.

A place begins at the sentence for whose name enough speaks: more is needed inside a paragraph than
where one begins, more on a page that names no tie, and most for what only tells of an agreement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.model.source import Line, Span
from pipeline.normalize.text import key
from pipeline.read.profile.back import goes_back
from pipeline.read.profile.host import host_text
from pipeline.read.profile.mention import Mention, find_mention
from pipeline.read.profile.resume import is_resumed, measures_back
from pipeline.read.profile.sentences import sentences
from pipeline.read.profile.signal import same_place, tells_of_partners, ties
from pipeline.read.profile.tally import MEASURED, tally

# How much has to speak for a name: where a paragraph begins, and inside one.
FIRST, INSIDE, ONLY_TIE, UNTIED, SURE, RESUMED = 3, 4, 2, 1, 1, 2
_OPENING = 3  # so many sentences into a paragraph its place may be named
# "people" are counted without a word for residents: they may be visitors.
_COUNTED = {*MEASURED, "people"}
_PEOPLED = {"population", "people"}
_FEWEST = 2
_DIGIT = re.compile(r"\d")
_CLEARLY = 3
_SURELY = 7
_BESIDE = 2  # so many lines around those that surely tell of places


class Stretch(NamedTuple):
    """Sentences of a paragraph that tell of one place, with the name that they bring in.

    ``first`` is whether the paragraph begins with it, ``home`` whether it is the page's own place,
    ``counts`` whether the sentence with the name counts people or areas, ``dated`` whether it dates a tie.
    """

    line: int
    span: Span
    name: Span
    score: int
    facts: frozenset[str]
    counts: bool
    dated: bool = False
    first: bool = False
    home: bool = False


def find_stretches(
    text: str, lines: Sequence[Line], indexes: Sequence[int], home: str
) -> list[Stretch]:
    """The stretches that each tell of another place, where at least two do."""
    tied = tells_of_partners(text)
    home = f"{home} ; {host_text(text, lines, indexes)}" if tied else home
    found: list[Stretch] = []
    for index in indexes:
        found += _stretches(text, lines, index, home, begun=any(s.facts for s in found))
    sure = [s for s in found if _is_enough(s, 0, tied=tied)]
    if any(s.home for s in sure):
        found = [s if s.home else s._replace(score=s.score - SURE) for s in found]
        sure = [s for s in found if _is_enough(s, 0, tied=tied)]
    if len({key(text[slice(*s.name)]) for s in sure}) < _FEWEST:
        return []
    run = range(sure[0].line - _BESIDE, sure[-1].line + _BESIDE + 1)
    return [s for s in found if _is_enough(s, SURE * (s.line in run), tied=tied)]


def find_home(text: str, lines: Sequence[Line], indexes: Sequence[int], home: str) -> list[Stretch]:
    """The paragraphs that count people or areas of the page's own place, which they name first."""
    found = (stretch for index in indexes for stretch in _stretches(text, lines, index, home))
    return [s for s in found if s.home and s.score >= FIRST and counts_own(text, s.span)]


def counts_own(text: str, span: Span) -> bool:
    """Whether a sentence that names no tie counts people or areas: they are of no partner."""
    return any(
        tally(text, sentence) & MEASURED and not ties(text[slice(*sentence)])
        for sentence in sentences(text, span)
    )


def _is_enough(stretch: Stretch, less: int, *, tied: bool) -> bool:
    """Whether enough speaks for the name of a stretch, given the facts that it states."""
    counted = stretch.facts & _COUNTED
    whole = bool(counted - _PEOPLED) and bool(counted & _PEOPLED)
    if not stretch.facts or (stretch.home and not counted & MEASURED) or not (tied or whole):
        return False
    needed = FIRST if stretch.first else INSIDE + UNTIED * (not tied)
    if not counted:
        return stretch.score >= needed + ONLY_TIE * (not less)
    return stretch.score >= needed + (counted == {"people"}) - less


def _body(line: Line) -> Span:
    return line.body if line.label is None else Span(line.label.start, line.body.end)


def _stretches(
    text: str, lines: Sequence[Line], index: int, home: str, *, begun: bool = True
) -> Iterator[Stretch]:
    """A paragraph in stretches: what stands before the first name in it belongs to that name.

    It is cut inside only where people or areas are counted on both sides. It can go back to what
    stands before it only where a place has ``begun``.
    """
    body = _body(lines[index])
    if not _DIGIT.search(text, *body):
        return
    back = begun and goes_back(text, lines[index])
    found: list[Stretch] = []
    before: frozenset[str] = frozenset()
    told = tuple(sentences(text, body))
    for at, sentence in enumerate(told):
        facts = tally(text, sentence)
        mention = None
        if not (found and measures_back(text, sentence, facts)):
            mention = find_mention(text, sentence, home)
        one = _stretch(index, sentence, mention, facts) if mention is not None else None
        if one is not None and at == 0:
            one = one._replace(score=one.score + RESUMED * is_resumed(text, one.name, told))
        if found and (one is None or not _cuts(text, one, found, home)):
            found[-1] = _joined(found[-1], sentence, facts)
        elif found and one is not None:
            found.append(one)
        elif one is not None and not back and at < _OPENING and one.score >= FIRST - SURE:
            own = same_place(key(text[slice(*one.name)]), home)
            one = one._replace(first=True, home=own, facts=facts | before)
            found.append(one._replace(span=Span(body.start, sentence.end)))
        else:
            before |= facts
    yield from _merged(found)


def _stretch(index: int, sentence: Span, mention: Mention, facts: frozenset[str]) -> Stretch:
    counts, dated = bool(facts & _COUNTED), "agreement" in facts
    return Stretch(index, sentence, mention.span, mention.score, facts, counts, dated)


def _joined(stretch: Stretch, span: Span, facts: frozenset[str]) -> Stretch:
    return stretch._replace(span=Span(stretch.span.start, span.end), facts=stretch.facts | facts)


def _cuts(text: str, one: Stretch, begun: Sequence[Stretch], home: str) -> bool:
    """Whether enough speaks for a name inside a paragraph, and it is another place's."""
    said = key(text[slice(*one.name)])
    known = any(
        same_place(said, key(text[slice(*other.name)])) and one.score < other.score + _CLEARLY
        for other in begun
    )
    return one.score + one.counts >= INSIDE and not known and not same_place(said, home)


def _merged(begun: Sequence[Stretch]) -> Iterator[Stretch]:
    """Stretches with those that count nothing joined to the one before, or to the one behind."""
    found: list[Stretch] = []
    for one in begun:
        before = found[-1] if found else None
        if before is None or _apart(before, one):
            found.append(one)
            continue
        named = one._replace(first=before.first) if _outdoes(one, before) else before
        found[-1] = _joined(before, one.span, one.facts)._replace(
            name=named.name, score=named.score, home=named.home
        )
    yield from found


def _apart(before: Stretch, one: Stretch) -> bool:
    """Whether two stretches tell of two places: both count, or each has its tie."""
    if before.facts & _COUNTED and one.facts & _COUNTED:
        return True
    if (
        min(before.score, one.score) >= _SURELY
    ):  # "Con Norvale (Francia) ... Con Elmstadt (Germania)"
        return True
    return "agreement" in before.facts and one.dated and one.score >= INSIDE


def _outdoes(one: Stretch, before: Stretch) -> bool:
    """Whether a later name is the one that the figures are of, and the one before only led to it."""
    if before.facts & _COUNTED:
        return False
    if not before.facts and (one.counts or one.dated) and one.score > INSIDE:
        return True
    clearly = 1 if one.counts else _CLEARLY
    return before.home or one.score >= before.score + clearly
