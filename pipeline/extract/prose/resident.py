"""Whether people of a sentence are all who live in a place, and no visitors, workers or parts."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract.page import Page
from pipeline.extract.prose.clause import (
    clause_of,
    may_be_negative,
    negative_words,
    place_noun,
)
from pipeline.extract.prose.far import is_road
from pipeline.extract.prose.peopled import calls_home, counts_residents, ends_years
from pipeline.extract.prose.sentence import Sentence
from pipeline.extract.prose.token import Token
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary, glossary
from pipeline.normalize.lexeme import alternation, flatten, words
from pipeline.normalize.reader import whole_first

_BEHIND = 16
_MANY = 500
# Rows by which a few people could be guests or a family.
_ONLY_MANY = {
    "so many live",
    "so many of a name live",
    "people are so many",
    "people there",
    "so many in population",
    "people there are so many",
}
_SPLITTING = re.compile(
    r"\s*,?\s*(?:of which|of whom|of them|among them|among which|including)\b.*"
    r"|\s*\([^()\d]{0,24}\d.*",  # "(males 5,400, females 5,300)"
    re.DOTALL,
)
_TIMES = re.compile(r"\s?(?:배|倍|回|회|times\b|-?fold\b|fois\b|veces\b|vezes\b)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]")
_NEXT = re.compile(r"\s*[\w-]+")
_AT_HOME = {"so many call it home", "so many call a place home"}
_BRACKET = re.compile(r"[(（]")


def is_population(page: Page, sentence: Sentence, token: Token, name: str) -> bool:
    """Whether a count that a row (``name``) has found is of all residents."""
    if _TIMES.match(page.text, token.span.end) or ends_years(page.text, token):
        return False
    if name in _AT_HOME or name.startswith("population"):
        home = name in _AT_HOME and _is_many(page, token) and calls_home(page, sentence, token)
        return home or (name not in _AT_HOME and counts_residents(page, sentence, token))
    clause = clause_of(sentence, token)
    if name == "a census found so many":
        ends = _nothing_more().match(page.text, token.span.end, clause.end + 1)
        return ends is not None and _is_many(page, token)
    if not is_weak(page, token) and _whose().search(page.text, clause.start, token.span.start):
        clause = Span(token.span.start, clause.end)  # "a suburb of Elm whose 9,000 residents"
    if not _counts(page, sentence, token, clause, name):
        return False
    stop = token.figure.stop if token.figure else token.span.end
    end = min(clause.end, stop + _BEHIND)
    behind = _SPLITTING.sub("", page.text[stop:end])
    behind = behind if is_weak(page, token) else _beside().sub("", behind)
    if _of_whose().search(page.text, clause.start, token.span.start):
        behind = ""
    stretches = (clause.start, token.span.start), (stop, end)
    if len(behind) == end - stop and not any(
        may_be_negative("population", page.text, *stretch) for stretch in stretches
    ):
        return True
    before = page.text[clause.start : token.span.start]
    return not any(negative_words("population").search(said) for said in (before, behind))


def _counts(page: Page, sentence: Sentence, token: Token, clause: Span, name: str) -> bool:
    """Whether the way in which people are told of may count those of a place."""
    if name.startswith("town of"):
        return not _is_beside(sentence, token) and (
            token.tag != "FIG_BARE" or _is_many(page, token)
        )
    if name == "inhabitants" and is_weak(page, token):
        owned = _owned().search(page.text, clause.start, token.span.start)
        return (
            bool(owned)
            or _is_fragment(page, clause, token)
            or _by_census(page, sentence, clause, token)
        )
    if name == "counts so many now":
        ahead = page.text[sentence.span.start : token.span.start]
        return place_noun().search(ahead) is not None and _is_many(page, token)
    if name == "people there" and not _ends_there(page, clause, token):
        return False
    return name not in _ONLY_MANY or _is_many(page, token)


def _ends_there(page: Page, clause: Span, token: Token) -> bool:
    """Whether a clause ends with "people there", or goes on to something else: none "lost their homes"."""
    stop = token.figure.stop if token.figure else token.span.end
    there = _NEXT.match(page.text, stop)
    return there is not None and bool(_nothing_more().match(page.text, there.end(), clause.end + 1))


def _is_beside(sentence: Sentence, token: Token) -> bool:
    """Whether a distance was named before: "45 km from the capital, a city of 2 million"."""
    return any(is_road(t) for t in sentence.tokens if t.span.end <= token.span.start)


def is_weak(page: Page, token: Token) -> bool:
    """Whether the noun behind a count needs more than itself to mean residents: "people"."""
    stop = token.figure.stop if token.figure else token.span.end
    return _weak_noun().fullmatch(page.text, token.span.end, stop) is not None


def _is_many(page: Page, token: Token) -> bool:
    readings = whole_first(token.figure, token.figure.read(page.context)) if token.figure else ()
    return bool(readings) and readings[0].value >= _MANY


def _is_fragment(page: Page, clause: Span, token: Token) -> bool:
    """Whether a clause is a count and nothing else: "Roughly 55,000 people.".

    In brackets it counts what stands before them: "Many Koreans live here. (About 36,000 people)".
    """
    stop = token.figure.stop if token.figure else token.span.end
    if _BRACKET.search(page.text, max(0, clause.start - 1), token.span.start):
        return False
    before = page.text[clause.start : token.span.start].rpartition(" - ")[2]
    beside = f"{before} {page.text[stop : clause.end]}"
    return _is_many(page, token) and not _WORD.search(_approximate().sub(" ", beside))


def _by_census(page: Page, sentence: Sentence, clause: Span, token: Token) -> bool:
    """Whether a census counts people of whom nothing more is said: "the census of 2010 gave 9,000 people"."""
    stop = token.figure.stop if token.figure else token.span.end
    if not _nothing_more().match(page.text, stop, clause.end + 1):
        return False
    breaks = (t.span.end for t in sentence.tokens if t.tag == "BREAK")
    start = max((at for at in breaks if at <= token.span.start), default=sentence.span.start)
    return glossary("census_words").search(page.text, start, token.span.start) is not None


@cache
def _nothing_more() -> re.Pattern[str]:
    """The end of a clause, or what only says where they live."""
    joints = alternation((*words("home_words"), *words("living_cues")))
    return re.compile(rf"\s*(?:[,.;:()]|$|{joints})", re.IGNORECASE)


@cache
def _owned() -> re.Pattern[str]:
    """A word for whose right before a count: "its 420,000 people"."""
    return re.compile(rf"{alternation(words('owning_words'))}\s$", re.IGNORECASE)


@cache
def _of_whose() -> re.Pattern[str]:
    """What makes a count the whole of a part, of which the rest tells: "one in four of its 9,000 residents"."""
    of, own = alternation(words("of_words")), alternation(words("owning_words"))
    return re.compile(rf"{of} {own}\s$", re.IGNORECASE)


@cache
def _whose() -> re.Pattern[str]:
    """A word that makes people those of the place before it."""
    return re.compile(rf"{alternation(words('whose_words'))}\s(?:\w+\s)?$", re.IGNORECASE)


@cache
def _beside() -> re.Pattern[str]:
    """What is set beside a count does not say who they are: "9,000 residents and an army base"."""
    joints, articles = alternation(words("joining_words")), alternation(words("one_or_more"))
    return re.compile(rf"\s{joints}\s(?:{articles}|\d).*", re.DOTALL | re.IGNORECASE)


@cache
def _weak_noun() -> re.Pattern[str]:
    return re.compile(
        rf"\s?{alternation(flatten(toml_table('structure.toml')['weak_person_nouns']))}",
        re.IGNORECASE,
    )


@cache
def _approximate() -> Glossary:
    """Words for about, and those that may stand beside a count alone."""
    table = toml_table("words.toml")
    around = flatten([table[name] for name in ("about", "over", "under")])
    return Glossary(
        (*around, "a", "some", "and", "just", "mere", "of", "in all", "altogether", "strong")
    )
