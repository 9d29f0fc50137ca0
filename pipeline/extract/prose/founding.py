"""Whether it is the place of a sentence that was founded, and no tie, firm or school of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from pipeline.extract.page import Page
from pipeline.extract.prose.clause import cue_near, negative_words, place_noun
from pipeline.extract.prose.elsewhere import Names
from pipeline.extract.prose.passive import is_passive
from pipeline.extract.prose.sentence import Sentence
from pipeline.extract.prose.token import Token
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import words
from pipeline.normalize.place import country_code
from pipeline.normalize.text import is_cjk, key
from pipeline.read.profile.signal import same_place, ties

_LONGEST_NAME = 60
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_NAMED = re.compile(r"\b(?:as|als|comme|como|come|jako)\s+[^\W\d_][^,.;]*")
_BEHIND = 10
_CLOSE = 4  # words between a date and what it dates
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE_END = re.compile(r"[,;:]\s|\s(?:and|und|et|y|e|en|i|и)\s")
_THAI = re.compile(r"(?<=[\u0e00-\u0e7f]) ")  # Thai keeps clauses apart by blanks


def is_founding(page: Page, sentence: Sentence, token: Token, names: Names) -> bool:
    """Whether it is the place that was founded, and no tie, firm or school of it."""
    cue = cue_near(sentence, token, "CUE_FOUNDED")
    if cue is None or _is_of_another(page, sentence, token, cue):
        return False
    said = key(page.text[slice(*cue.span)])
    if said in _verbs() and not is_passive(page.text, sentence, cue):
        return _founds_own(page.text, cue.span.end, names)
    if said in _acts():
        last = _clause_end(page.text, max(cue.span.end, token.span.end), sentence.span.end)
        told = _without_cues(page.text, sentence, Span(sentence.span.start, last))
        told = _NAMED.sub(" ", told)
        return not negative_words("founded").search(told)
    return _has_place_for_subject(page, sentence, token, cue, names)


def _is_of_another(page: Page, sentence: Sentence, token: Token, cue: Token) -> bool:
    """Whether a date is of a tie, or of what stands before it: "a monument since 1978, it dates from"."""
    start, end = min(cue.span.start, token.span.start), max(cue.span.end, token.span.end)
    stretch = _stretch(page.text, sentence.span, start, end)
    if _tells_of_tie(page.text, stretch, cue.span):
        return True
    ahead = page.text[sentence.span.start : token.span.start]
    return _is_set_off(page.text, token, cue) and _names(ahead)


def _has_place_for_subject(
    page: Page, sentence: Sentence, token: Token, cue: Token, names: Names
) -> bool:
    """Whether what was founded is the place: its name, a word for it, or nothing that says otherwise."""
    start, end = min(cue.span.start, token.span.start), max(cue.span.end, token.span.end)
    pieces = _pieces(page.text, sentence.span.start, token, cue)
    first = pieces[0].strip()
    subject = pieces[-1].strip() or (first if first[:1].isupper() else "")
    subject = subject if _names(subject) else ""
    told = _without_cues(page.text, sentence, Span(start, end))
    around = f"{subject or _before_comma(pieces)} {told}"
    if is_cjk(page.text[cue.span.start]):  # "升格为政令指定都市": what it became stands behind
        around += page.text[cue.span.end : cue.span.end + _BEHIND]
    if negative_words("founded").search(around):
        return False
    if len(pieces) > 1 and _goes_on(subject):
        subject = first
    between = page.text[token.span.end : cue.span.start]
    if (
        not subject and len(between.split()) > _CLOSE
    ):  # "1972 wurde die Gemeinde aus Orten gebildet"
        return bool(place_noun().search(between)) or _says_own(between, names)
    return not subject or bool(place_noun().search(subject)) or _is_name(subject, names)


def _clause_end(text: str, start: int, end: int) -> int:
    """Where the clause that goes on at an offset of a sentence ends."""
    mark = _CLAUSE_END.search(text, start, end)
    return mark.start() if mark else end


def _says_own(said: str, names: Names) -> bool:
    """Whether the place's own name stands among words."""
    told = key(said)
    return any(name in told for name in names)


def _without_cues(text: str, sentence: Sentence, span: Span) -> str:
    """A stretch of a sentence without its words for a founding: the "foundation" of a town is none."""
    at, said = span.start, ""
    for cue in (t for t in sentence.taken if t.tag == "CUE_FOUNDED" and span.covers(t.span)):
        said, at = f"{said}{text[at : cue.span.start]} ", cue.span.end
    return said + text[at : span.end]


def _pieces(text: str, start: int, token: Token, cue: Token) -> list[str]:
    """What stands before a founding, cut at commas; behind a date that opens the sentence its subject."""
    if _is_set_off(text, token, cue):
        return [text[token.span.end : cue.span.start].strip(" ,")]
    end = min(cue.span.start, token.span.start)
    pieces = re.split(rf"[,;(]|{_THAI.pattern}", _IN_BRACKETS.sub(" ", text[start:end]))
    while len(pieces) > 1 and country_code(pieces[-1]):  # "Norvale, in the south, Ruritania was"
        pieces = pieces[:-2] or pieces
    return pieces


def _is_set_off(text: str, date: Token, cue: Token) -> bool:
    """Whether a comma stands right behind a date that comes before a founding; Han needs no subject there."""
    behind = text[date.span.end : cue.span.start]
    return behind.lstrip().startswith(",") and not is_cjk(text[cue.span.start])


def _names(subject: str) -> bool:
    """Whether words say more than of when something is, or an article."""
    said = _as_of_word().sub(" ", subject)
    return any(key(word) not in _articles() for word in _WORD.findall(said))


@cache
def _articles() -> frozenset[str]:
    structure = toml_table("structure.toml")
    return frozenset(("the", "a", "an", *structure["articles"], *structure["noun_articles"]))


def _goes_on(clause: str) -> bool:
    """Whether what stands before a verb only joins it to the others: "It has a port, covers 44 km² and"."""
    said = key(clause).split()
    return bool(said) and said[-1] in words("and_words") and not clause[:1].isupper()


def _before_comma(pieces: Sequence[str]) -> str:
    """What a participle right behind a comma tells of: "a university, founded in 1503"."""
    return pieces[-2] if len(pieces) > 1 and not pieces[-1].strip() else ""


def _stretch(text: str, sentence: Span, start: int, end: int) -> Span:
    """A sentence, or the clause around a stretch of Thai, which has no full stops."""
    if not _THAI.search(text, *sentence):
        return sentence
    before = max((m.end() for m in _THAI.finditer(text, sentence.start, start)), default=start)
    behind = _THAI.search(text, end, sentence.end)
    return Span(before, behind.start() if behind else sentence.end)


def _tells_of_tie(text: str, stretch: Span, cue: Span) -> bool:
    """Whether a stretch speaks of a tie, apart from its words for a founding ("city charter")."""
    return bool(ties(f"{text[stretch.start : cue.start]} {text[cue.end : stretch.end]}"))


def _is_name(subject: str, names: Names) -> bool:
    """Whether a subject opens with the place's name, or with a name and names nothing else."""
    said = key(subject)
    if any(said.startswith(name) or same_place(said, name) for name in names):
        return True
    if names:
        return False
    first, *others = _as_of_word().sub(" ", subject).split() or [""]
    capitals = [word for word in others if word[0].isupper()]
    run = list(takewhile(lambda word: word[0].isupper(), others))
    return first[:1].isupper() and key(first) not in _openers() and len(capitals) == len(run)


@cache
def _acts() -> frozenset[str]:
    """Words that name what was founded themselves: "founded the town", "its foundation"."""
    return frozenset(words("founding_acts"))


@cache
def _verbs() -> frozenset[str]:
    """Verbs for founding, behind which what was founded is named."""
    return frozenset(words("founding_verbs"))


def _founds_own(text: str, end: int, names: Names) -> bool:
    """Whether the place's own name follows a verb that ends at an offset: "founded Norvale on"."""
    said = key(text[end : end + _LONGEST_NAME])
    article = r"\s?(?:(?:the|die|la|le|el|il|de) (?:[\w-]+ ){0,2}(?:of |de |von |di )?)?"
    return any(re.match(rf"{article}{re.escape(name)}\b", said) for name in names)


@cache
def _openers() -> frozenset[str]:
    return frozenset(toml_table("structure.toml")["openers"])


@cache
def _as_of_word() -> Glossary:
    return Glossary(words("as_of_words"))
