"""The name of a profile that nothing else names: a sentence that tells of it, or the page's title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extract.naming.name import name_candidates, text_candidate
from pipeline.extract.page import INFERRED, Candidate, Page, is_paragraph
from pipeline.model.source import BULLET, FIELD, HEADING, PROSE, Line, Profile, Span
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
_REGION = INFERRED * 1.05
_ARTICLE = 6  # letters, with the blank behind it
_FEWEST, _SURE = 2, 3  # what speaks for a name: more than that it opens a sentence
_LONGEST = 4  # words of a title


def last_names(page: Page, profile: Profile, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """What a profile may be called of which nothing that was found is a name."""
    names = any(candidate.field == "name" for candidate in found)
    if names and profile.heading is not None:
        return
    prose = [line for line in profile.lines if line.kind in _TOLD or is_paragraph(page.text, line)]
    region = _leading_region(profile, found)
    if region is not None and (not names or _goes_on_about(page.text, prose, region.label)):
        yield from name_candidates(page, region.span, "region label", _REGION)
    if names:
        return
    telling = [sentence for line in prose for sentence in _telling(page.text, line)]
    mention = _mentioned(page.text, telling)
    if mention is not None:
        weight = _WEAK if mention.score >= _SURE else _WEAKER * 0.5
        yield text_candidate("name", page, mention.span, "mention", weight)
    title = _titled(page.text, profile) if telling and profile.heading is None else None
    if title is not None:
        yield text_candidate("name", page, title, "lone title", _WEAKER)


def _leading_region(profile: Profile, found: Sequence[Candidate]) -> Candidate | None:
    """The region that the first label of a profile gives: where nothing has a name, it is told of.

    Of several such labels in a row it is the last: "Department: Alba", "District: Norvale".
    """
    regions = [candidate for candidate in found if candidate.field == "region"]
    told = [
        line for line in profile.lines if line.kind is FIELD and line.body.start < line.body.end
    ]
    leading: Candidate | None = None
    for line in told:
        own = next((c for c in regions if line.body.covers(c.span)), None)
        if own is None or line.heads:
            break
        leading = own
    return leading


def _goes_on_about(text: str, prose: Sequence[Line], label: str) -> bool:
    """Whether the first paragraph goes on about what a label names: "The region lies" below "Region: Alba"."""
    if not prose:
        return False
    start = prose[0].body.start
    opening = key(text[start : start + len(label) + _ARTICLE]).split()
    return key(label) in opening[:2]


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
