"""Partners that sentences list with their countries: "twinned with Norvale in Canada (1987) and ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import BULLET, NOTE, PROSE, Line, Profile, Span
from pipeline.normalize.digits import has_digit
from pipeline.normalize.glossary import Glossary, glossary
from pipeline.normalize.lexeme import alternation, words
from pipeline.normalize.place import find_countries
from pipeline.normalize.text import is_cjk, key
from pipeline.read.profile.glyph import HAN
from pipeline.read.profile.itemday import item_days
from pipeline.read.profile.parent import parent_beside
from pipeline.read.profile.proper import find_names
from pipeline.read.profile.sentences import sentences
from pipeline.read.profile.tally import MEASURED, tally
from pipeline.read.profile.tied import tied_before

_FEWEST = 2
_APART = 48  # characters between two partners of a list
_LED = 3  # words between "with" and the name
_DERIVED = ("adjective", "demonym")


class _Linked(NamedTuple):
    """A partner with its country, the day of its tie and the word for it."""

    name: Span
    whole: Span
    day: Span | None
    tie: Span


def take_linked(text: str, lines: Sequence[Line]) -> tuple[tuple[Profile, ...], tuple[Line, ...]]:
    """The partners of paragraphs that only list them, and the lines with those paragraphs as notes."""
    if glossary("agreement_cues").search(text) is None:
        return (), tuple(lines)
    found: dict[int, list[_Linked]] = {}
    for index, line in enumerate(lines):
        if line.kind is PROSE and (partners := _read(text, line.body)):
            found[index] = partners
    profiles = tuple(_profile(partner) for partners in found.values() for partner in partners)
    rest = (line._replace(kind=NOTE) if at in found else line for at, line in enumerate(lines))
    return profiles, tuple(rest)


def _profile(partner: _Linked) -> Profile:
    told = Line(BULLET, partner.whole, None, partner.day or partner.whole, partner.tie)
    if partner.name.start == partner.whole.start:
        return Profile(partner.whole, partner.whole, (told,))
    return Profile(
        partner.name, partner.name, (told,), Span(partner.whole.start, partner.name.start)
    )


def _read(text: str, body: Span) -> list[_Linked]:
    """The partners of a paragraph in which a sentence lists two, and which counts nothing of them."""
    if not has_digit(text, *body) or len(find_countries(text, *body)) < _FEWEST:
        return []
    found: list[_Linked] = []
    listed, tie = False, None
    for sentence in sentences(text, body):
        cue = glossary("agreement_cues").search(text, *sentence)
        tie = Span(*cue.span()) if cue else tie
        own = list(_linked(text, sentence, tie, found, tied=cue is not None)) if tie else []
        listed = listed or len(own) >= _FEWEST
        found += own
    return found if listed and _tells_no_more(text, body, found) else []


def _tells_no_more(text: str, body: Span, found: Sequence[_Linked]) -> bool:
    """Whether a paragraph counts nothing, and the page says none of the names elsewhere."""
    if any(tally(text, sentence) & MEASURED for sentence in sentences(text, body)):
        return False
    names = [text[slice(*one.name)] for one in found]
    rest = text[: body.start] + text[body.end :]
    return len(set(names)) == len(names) and not any(name in rest for name in names)


def _linked(
    text: str, sentence: Span, tie: Span, before: Sequence[_Linked], *, tied: bool
) -> Iterator[_Linked]:
    """The partners of a sentence with their days; of the day before where it says "the same year"."""
    items = _items(text, sentence)
    if not items or not (
        _is_led(text, items[0][0], sentence) or (tied and is_cjk(text[items[0][0].start]))
    ):
        return
    wholes = [whole for _, whole in items]
    days = item_days(text, sentence, wholes)
    if before and not any(days) and _same_year().search(text, *sentence):
        days = [before[-1].day for _ in items]
    for (name, whole), day in zip(items, days, strict=True):
        yield _Linked(name, whole, day, tie)


def _items(text: str, sentence: Span) -> list[tuple[Span, Span]]:
    """Names with their countries, alone and with these, as far as they stand in one list."""
    parents = [p for p in find_countries(text, *sentence) if not p.rule.endswith(_DERIVED)]
    if not parents:
        return []
    names = find_names(text, sentence, sentence.start, parents)
    pairs = [(n, p) for n in names if (p := parent_beside(text, n, sentence.end, parents))]
    found = [(name, _with_bracket(text, Span(name.start, parent.end))) for name, parent in pairs]
    found = found or [
        (Span(*match.span("name")), Span(parent.span.start, match.end()))
        for parent in parents
        if (match := _glyphic().match(text, parent.span.end, sentence.end))
    ]
    return found if all(b.start - a.end <= _APART for (_, a), (_, b) in pairwise(found)) else []


def _with_bracket(text: str, whole: Span) -> Span:
    return Span(whole.start, whole.end + (text[whole.end : whole.end + 1] == ")"))


@cache
def _glyphic() -> re.Pattern[str]:
    """A name with a word for its kind right behind its country: "日本松原市", "중국 동항시"."""
    kinds = "|".join(toml_table("structure.toml")["glyphic_kinds"])
    return re.compile(
        rf"[\s・·の:]?(?:[가-힣]{{1,6}}(?:성|도|주) )?(?P<name>[가-힣]{{2,8}}(?:시|군|구|현)"
        rf"|(?:(?![のはがとにをで]){HAN}){{1,9}}?(?:{kinds}))"
    )


def _is_led(text: str, name: Span, sentence: Span) -> bool:
    """Whether "with", a word for a tie or for a partner leads to a name, or it is said to have followed."""
    if tied_before(text, name) or _partner().search(text[sentence.start : name.start]):
        return True
    before = [key(word) for word in text[sentence.start : name.start].split()]
    table = toml_table("structure.toml")
    if _joined().search(text, *sentence):
        return before[-1:] == [] or before[-1] not in table["place_prepositions"]
    near = range(max(0, len(before) - _LED), len(before))
    led = next((at for at in near if before[at] in table["with_words"]), None)
    return led is not None and not set(before[max(0, led - 1) : led]) & set(table["together_words"])


@cache
def _partner() -> re.Pattern[str]:
    """Words for a partner right before its name: "became a partner of Norvale"."""
    partner = alternation(words("partner_words"))
    of = alternation(toml_table("structure.toml")["tie_of_words"])
    return re.compile(rf"{partner} (?:{of} )?(?:\w+ )?$", re.IGNORECASE)


@cache
def _joined() -> Glossary:
    return Glossary(toml_table("structure.toml")["partnering_words"])


@cache
def _same_year() -> Glossary:
    return Glossary(toml_table("structure.toml")["same_year_words"])
