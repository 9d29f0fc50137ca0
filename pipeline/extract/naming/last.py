"""The name of a profile that nothing else names: a sentence that tells of it, or the page's title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extract.naming.name import text_candidate
from pipeline.extract.page import INFERRED, Candidate, Page, is_paragraph
from pipeline.model.source import BULLET, HEADING, PROSE, Line, Profile, Span
from pipeline.normalize.place import country_code
from pipeline.normalize.text import key
from pipeline.read.profile.heading import is_proper, is_section, is_title
from pipeline.read.profile.mention import Mention, find_mention
from pipeline.read.profile.named import place_name
from pipeline.read.profile.sentences import sentences
from pipeline.read.profile.signal import tells_of_partners, ties, told_facts
from pipeline.read.profile.told import is_name

_TOLD = frozenset([PROSE, BULLET])
_WEAK, _WEAKER = INFERRED * 0.4, INFERRED * 0.3
_FEWEST, _SURE = 2, 3  # what speaks for a name: more than that it opens a sentence
_LONGEST = 4  # words of a title


def last_names(page: Page, profile: Profile, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """What a profile may be called of which nothing that was found is a name."""
    if any(candidate.field == "name" for candidate in found):
        return
    prose = [line for line in profile.lines if line.kind in _TOLD or is_paragraph(page.text, line)]
    telling = [sentence for line in prose for sentence in _telling(page.text, line)]
    mention = _mentioned(page.text, telling)
    if mention is not None:
        weight = _WEAK if mention.score >= _SURE else _WEAKER * 0.5
        yield text_candidate("name", page, mention.span, "mention", weight)
    title = _titled(page.text, profile) if telling and profile.heading is None else None
    if title is not None:
        yield text_candidate("name", page, title, "lone title", _WEAKER)


def _telling(text: str, line: Line) -> Iterator[Span]:
    """The sentences of a line that tell a fact of a place, or of a tie."""
    for sentence in sentences(text, line.body):
        if told_facts(text, sentence) or ties(text[slice(*sentence)]):
            yield sentence


def _mentioned(text: str, telling: Sequence[Span]) -> Mention | None:
    """The name for which most speaks in one of the sentences that tell something."""
    found = [one for sentence in telling if (one := find_mention(text, sentence))]
    likely = (o for o in found if o.score >= _FEWEST and is_name(key(text[slice(*o.span)])))
    return max(likely, key=lambda one: (one.score, -one.span.start), default=None)


def _titled(text: str, profile: Profile) -> Span | None:
    """The first line of a page where it is a short name and no partners are told of below."""
    first = next((line for line in profile.lines if line.kind is HEADING), None)
    if first is None or text[: first.span.start].strip() or tells_of_partners(text):
        return None
    name = place_name(text, first)
    said = text[slice(*name)]
    if is_section(said) or not (is_title(said) and is_proper(said)) or country_code(said):
        return None
    return name if len(said.split()) <= _LONGEST and is_name(key(said)) else None
