"""Whether words name something, and which name is the subject of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.lexicon.taught import cached
from pipeline.model.source import Span
from pipeline.normalize.dates.part import months
from pipeline.normalize.digits import has_digit
from pipeline.normalize.lexeme import alternation, flatten, words
from pipeline.normalize.place import country_code, find_countries
from pipeline.normalize.text import key
from pipeline.read.grammar import label_at
from pipeline.read.profile.sentences import sentences
from pipeline.read.profile.signal import told_facts

_APPOSED = re.compile(r"(?i:the|our|its|their|a|another) ")
_MARK = re.compile(r"[.!?:\"。\n] ?")
_SEVERAL = 2
_HELD = 64  # paragraphs of the profiles that are read at the same time
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯІЇЄҐ]"


def is_name(said: str) -> bool:
    """Whether words in lower case name something: no pronoun, month, or kind of place alone."""
    told = [word.removesuffix("'s") for word in said.split()]
    if _nameless().issuperset(told) or (len(told) > 1 and told[0] in _noun_articles()):
        return False
    if len(told) > 2 and told[0] == "the" and _is_of_nation(told):
        return False
    label = label_at(said, Span(0, len(said)))
    return label is None or not label.known


def _is_of_nation(told: Sequence[str]) -> bool:
    """Whether words only say of which nation a kind of place is: "the american town"."""
    nation = " ".join(word for word in told if word not in _nameless()).title()
    derived = (country.rule == "country:adjective" for country in find_countries(nation))
    return told[-1] in _nameless() and any(derived)


@cache
def _nameless() -> frozenset[str]:
    kinds = (
        str(e["word"]) for rows in toml_table("words.toml")["admin_words"].values() for e in rows
    )
    structure = toml_table("structure.toml")
    tied = flatten((structure["tie_nouns"], structure["tie_openers"]))
    return frozenset((*structure["openers"], *map(key, (*kinds, *tied)), *months()))


@cache
def _noun_articles() -> frozenset[str]:
    """Articles of a language whose nouns have capitals though they name nothing: "Die Hafenstadt"."""
    return frozenset(toml_table("structure.toml")["noun_articles"])


@cache
def participles() -> frozenset[str]:
    """Words that open a sentence before its subject: "Situated on the coast, Norvale ..."."""
    return frozenset(map(key, toml_table("structure.toml")["participles"]))


def find_subject(text: str, span: Span) -> Span | None:
    """The proper name that is the subject of the first sentence of a stretch that has one."""
    said = text[slice(*span)]
    begun = 0
    for at in _openings(said):
        match = _subject(said, at) if at >= begun else None
        if match is not None:
            begun = match.end()
            start, end = (span.start + at for at in match.span(match.lastgroup or "name"))
            if match.lastgroup == "words" and text.count(text[start : end - 1]) < _SEVERAL:
                continue  # words of the sentence stand before the name, and not its own
            if match.lastgroup == "apposed" and country_code(text[start:end]):
                continue  # "The old city on the river, Norvaland, has ..."
            said = key(text[start:end])
            opened = said.partition(" ")[0] in participles()
            if is_name(said) and not opened:
                return Span(start, end)
    return None if said.isascii() else _behind_clause(text, span)


def _behind_clause(text: str, span: Span) -> Span | None:
    """The topic of an East Asian sentence behind a clause that tells of it, if the page says it again."""
    for topic in _topics().finditer(text, *span):
        name = Span(*topic.span(topic.lastgroup or 0))
        said = text[slice(*name)]
        if text.count(said[:-1]) >= _SEVERAL and is_name(said):
            return name
    return None


def _openings(said: str) -> Iterator[int]:
    """Where the first sentence of a stretch begins, and others behind a mark or behind its blank."""
    yield 0
    for mark in _MARK.finditer(said):
        yield mark.start() + 1
        if mark.end() > mark.start() + 1:
            yield mark.end()


def telling_subject(text: str, span: Span) -> Span | None:
    """The subject of a paragraph: of its first sentence, or of one that states a fact of a place.

    "Kankanaey is spoken in nearly every home" does neither.
    """
    return _subjects(text, span)[0]


def told_subject(text: str, span: Span) -> Span | None:
    """The subject of a paragraph (``telling_subject``), else of its first sentence that has one."""
    subject, is_one = _subjects(text, span)
    return subject or (None if is_one else find_subject(text, span))


@cached(_HELD)
def _subjects(text: str, span: Span) -> tuple[Span | None, bool]:
    """The telling subject, and whether the sentence that was looked at is all of the paragraph."""
    at, sentence = 0, span
    for at, sentence in enumerate(sentences(text, span)):
        if at and not has_digit(text, *sentence):
            continue
        subject = find_subject(text, sentence)
        if subject is not None and (at == 0 or told_facts(text, sentence)):
            return subject, False
    return None, sentence == span


def _subject(said: str, at: int) -> re.Match[str] | None:
    """A proper name at the start of a sentence, before what is said of it, or set beside "our oldest partner"."""
    found = _named().match(said, at)
    if found is None and _APPOSED.match(said, at):
        found = _apposed().match(said, at)
    if found is None and not said.isascii():
        found = _in_glyphs().match(said, at)
    return found


@cache
def _named() -> re.Pattern[str]:
    verbs = alternation(toml_table("structure.toml")["subject_verbs"])
    opening = "|".join(toml_table("structure.toml")["clause_openers"])
    return re.compile(
        rf"(?:(?<=[.!?:\"] )|^)\W{{0,3}}(?:\d{{1,2}}\. ?)?(?i:(?:the|el|la|o|a|il|le|l'|die|der|das|de|het) ?{_kinds()} (?:of |de |di |d'|do |von |van )?)?(?P<name>{_latin()})"
        rf"(?=(?:\s?\([^()]{{1,60}}\)| (?:in|im|en|em|w|в) {_CAPITAL}[\w'’-]*(?: {_CAPITAL}[\w'’-]*){{0,2}})?(?:,? (?:{verbs})|, (?:{opening}|[a-z]{{3,}}(?:ing|ed)) )|'s (?:area|population))"
    )


@cache
def _apposed() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=[.!?:\"] )|^){_APPOSED.pattern}[^.,;:\n]{{0,60}}, (?P<apposed>{_latin()})(?=, )"
    )


@cache
def _in_glyphs() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|(?<=[.。\n\"] )|(?<=[。\n]))(?P<korean>[가-힣]{1,8}(?:시|군|구|도|현|성))(?:는|은|이|가)(?= )"
        r"|(?:^|(?<=[.。\n] ))(?P<hangul>[가-힣]{2,8})(?:는|은)(?= [^.\n]{0,40}(?:도시|마을|주도|수도|시)(?:로|다|이다|이며)\b)"
        r"|(?:^|(?<=[。\n]))\s*(?P<han>[\u30a0-\u30ff\u4e00-\u9fff々·]{2,10}?)(?:是|は|位于|位於|地处|地處|に位置|坐落)"
    )


@cache
def _topics() -> re.Pattern[str]:
    """A name with the mark of a topic behind a verb: "93㎞ 떨어진 하람시는", "海辺にある浜田市は"."""
    return re.compile(
        r"(?<=[가-힣][진한인는은던된린난온긴선] )(?P<hangul>[가-힣]{1,7}(?:(?<!도)시|군|구|현|성|주|도))(?:는|은)(?= )"
        r"|(?<=[うくすつぬむるたの])(?P<kana>[\u30a1-\u30fa\u30fc・]{2,12}[市町村県州郡]?|[\u4e00-\u9fff々]{1,4}[市町村県])は"
    )


def _latin() -> str:
    """A proper name in letters that have capitals."""
    return rf"(?:[dl]['’])?{_CAPITAL}[\w'’-]+(?:[ -](?:of |and |de |del |da |di |d['’]|l['’])?{_CAPITAL}[\w'’-]*){{0,3}}(?: {_kinds()})?"


@cache
def _kinds() -> str:
    return alternation(words("place_nouns"))
