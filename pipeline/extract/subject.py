"""Whose a figure of a sentence is: the place's own, or a part's, a neighbour's, a visitor's."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import takewhile

from pipeline.extract.elsewhere import Names, is_elsewhere, is_road
from pipeline.extract.page import Page
from pipeline.extract.pattern import Row
from pipeline.extract.sentence import Sentence, Token
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.figure import noun_after
from pipeline.normalize.lexeme import alternation, flatten, words
from pipeline.normalize.text import key
from pipeline.read.signal import same_place, ties

_NEAR = 40
_OF_PLACES = {"kilometer ** 2", "mile ** 2"}
_LONG = 3
_BEHIND = 16
_SPLITTING = re.compile(
    r"\s*,?\s*(?:of which|of whom|of them|among them|among which|including)\b.*", re.DOTALL
)
_OF_SOMETHING = re.compile(
    r"\s+(?:of|de|von|di)\s+(?!land\b|area\b|which\b)[a-zà-ÿ]", re.IGNORECASE
)
_TIMES = re.compile(r"\s?(?:배|倍|times\b|-?fold\b|fois\b|veces\b|vezes\b)", re.IGNORECASE)
_OF_PART = re.compile(r"[의の的](?!うち|중|其中)[^,.。、]{1,10}")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_AWAY = re.compile(r"\s*(?:away|from|off|of|north|south|east|west|to the)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]")
_THAI = re.compile(r"(?<=[\u0e00-\u0e7f]) ")  # Thai keeps clauses apart by blanks
_MANY = 500
_PLURAL = re.compile(r" ([a-z]{2,}s)\b")
_NO_PLURALS = frozenset(
    [
        "as",
        "is",
        "was",
        "has",
        "its",
        "this",
        "plus",
        "las",
        "los",
        "des",
        "les",
        "dans",
        "als",
        "us",
        "habs",
        "ans",
    ]
)


def speaks_of_place(page: Page, sentence: Sentence, token: Token, row: Row, names: Names) -> bool:
    """Whether a figure is the place's own and not of a part, of another place or of visitors."""
    if is_elsewhere(page, sentence, token, names):
        return False
    gate = _gates().get(row.field)
    if gate is not None and not gate(page, sentence, token, row.name):
        return False
    return row.field != "founded" or _is_founding(page, sentence, token, names)


Gate = Callable[[Page, Sentence, Token, str], bool]


@cache
def _gates() -> dict[str, Gate]:
    """What a figure of a field has to pass."""
    return {
        "population": _is_population,
        "area_km2": _is_area,
        "elevation_m": _is_elevation,
        "households": _is_stated,
    }


def _is_beside(sentence: Sentence, token: Token) -> bool:
    """Whether a distance was named before: "45 km from the capital, a city of 2 million"."""
    return any(is_road(t) for t in sentence.tokens if t.span.end <= token.span.start)


@cache
def _negative(field: str) -> re.Pattern[str]:
    table = toml_table("words.toml").get("place_negative_cues", {})
    return re.compile(alternation(flatten(table.get(field, ()))), re.IGNORECASE)


@cache
def _sub_population() -> re.Pattern[str]:
    parts = alternation(flatten(toml_table("structure.toml")["sub_populations"]))
    return re.compile(rf"{parts}\s*$", re.IGNORECASE)


@cache
def _weak_noun() -> re.Pattern[str]:
    return re.compile(
        rf"\s?{alternation(flatten(toml_table('structure.toml')['weak_person_nouns']))}",
        re.IGNORECASE,
    )


def _is_population(page: Page, sentence: Sentence, token: Token, name: str) -> bool:
    if _TIMES.match(page.text, token.span.end):
        return False
    if name.startswith("population"):
        return _is_of_residents(page, sentence, token)
    clause = _clause(sentence, token)
    if not _counts(page, sentence, token, clause, name):
        return False
    stop = token.figure.stop if token.figure else token.span.end
    behind = _SPLITTING.sub("", page.text[stop : min(clause.end, stop + _BEHIND)])
    before = page.text[clause.start : token.span.start]
    return not any(_negative("population").search(said) for said in (before, behind))


def _is_of_residents(page: Page, sentence: Sentence, token: Token) -> bool:
    """Whether a figure behind the word for a population is one of all who live there."""
    cue = _cue_before(sentence, token, "CUE_POPULATION")
    if _counts_others(page, token, cue):
        return False
    said = (page.text, sentence.span.start, cue.span.start) if cue else None
    return said is None or not _sub_population().search(*said)


def _counts(page: Page, sentence: Sentence, token: Token, clause: Span, name: str) -> bool:
    """Whether the way in which people are told of may count those of a place."""
    if name.startswith("town of"):
        return not _is_beside(sentence, token)
    if name == "inhabitants" and _is_weak(page, token):
        owned = _owned().search(page.text, clause.start, token.span.start)
        return bool(owned) or _is_fragment(page, clause, token)
    return name not in {"so many live", "people are so many"} or _is_many(page, token)


@cache
def _owned() -> re.Pattern[str]:
    """A word for whose right before a count: "its 420,000 people"."""
    return re.compile(rf"{alternation(words('owning_words'))}\s$", re.IGNORECASE)


def _counts_others(page: Page, token: Token, cue: Token | None) -> bool:
    """Whether the next word names what a bare figure counts: "compte 345 entreprises", "23 wards"."""
    if token.tag != "FIG_BARE" or token.figure is None:
        return False
    plural = _PLURAL.match(page.text, token.span.end)
    if plural and plural[1] not in _NO_PLURALS:
        return True
    if cue is None or key(page.text[slice(*cue.span)]) not in words("having_words"):
        return False
    noun = noun_after(page.text, token.figure, len(page.text))
    small = toml_table("structure.toml")["small_words"]
    return noun is not None and key(page.text[slice(*noun)]) not in small


def _is_weak(page: Page, token: Token) -> bool:
    """Whether the noun behind a count needs more than itself to mean residents: "people"."""
    stop = token.figure.stop if token.figure else token.span.end
    return _weak_noun().fullmatch(page.text, token.span.end, stop) is not None


def _is_many(page: Page, token: Token) -> bool:
    readings = token.figure.read(page.context) if token.figure else ()
    return bool(readings) and readings[0].value >= _MANY


def _is_fragment(page: Page, clause: Span, token: Token) -> bool:
    """Whether a clause is a count and nothing else: "Roughly 55,000 people."."""
    stop = token.figure.stop if token.figure else token.span.end
    beside = f"{page.text[clause.start : token.span.start]} {page.text[stop : clause.end]}"
    return _is_many(page, token) and not _WORD.search(_approximate().sub(" ", beside))


@cache
def _approximate() -> re.Pattern[str]:
    """Words for about, and those that may stand beside a count alone."""
    table = toml_table("words.toml")
    around = flatten([table[name] for name in ("about", "over", "under")])
    return re.compile(
        alternation((*around, "a", "some", "and", "just", "mere", "of", "in all", "altogether")),
        re.IGNORECASE,
    )


def _is_area(page: Page, sentence: Sentence, token: Token, name: str) -> bool:
    text = page.text
    clause = _clause(sentence, token)
    cue = _cue_before(sentence, token, "CUE_AREA")
    before = text[clause.start : cue.span.start if cue else token.span.start]
    if _is_part(page, sentence, token, name) or (
        name == "people on so many km²"
        and _negative("population").search(text, clause.start, token.span.start)
    ):
        return False
    if cue and _predicate().fullmatch(before):
        return True
    near = _and_has().split(before)[-1][-_NEAR:]
    part = [match.end() for match in _negative("area").finditer(near)]
    place = [match.end() for match in _place_noun().finditer(near)]
    return not part or (bool(place) and max(place) > max(part))


@cache
def _and_has() -> re.Pattern[str]:
    """Where a clause goes on to what a place has: "lies at the sea and has an area of"."""
    having = alternation((*words("having_words"), *words("copulas"), "covers", "occupies"))
    return re.compile(rf"{alternation(words('and_words'))} (?={having})", re.IGNORECASE)


def _is_part(page: Page, sentence: Sentence, token: Token, name: str) -> bool:
    """Whether an area is of something in the place by what stands beside it: "40 km² of forest"."""
    text = page.text
    if name == "bare area" and token.figure is not None and token.figure.number.qualifier:
        return True
    told = name in {"area of", "so many km² with people"}
    if _OF_SOMETHING.match(text, token.span.end) and not told:
        return True
    of = _OF_PART.match(text, token.span.end, sentence.span.end)
    if of and _negative("area").search(text, of.start(), of.end()):
        return True
    return name == "so many km²" and not _is_whole(page, sentence, token)


@cache
def _predicate() -> re.Pattern[str]:
    """A subject with what it is, before "with an area": "Norvale is a lake port with a total"."""
    being = alternation(flatten(toml_table("words.toml")["copulas"]))
    having = r"(?:with|of|mit|avec|con|com|met)"
    return re.compile(
        rf"\s*[^\W\d_][^,;:()\n]{{0,60}}?\b{being} (?:a|an|the|one of|ein|eine|une?|una?|un|um|uma|een)\b[^,;:()\n]{{0,60}} {having}(?: \w+){{0,3}} ?",
        re.IGNORECASE,
    )


def _is_whole(page: Page, sentence: Sentence, token: Token) -> bool:
    """Whether an area without a word for it is a place's: in square kilometres, and no part named."""
    clause = _clause(sentence, token)
    before = page.text[clause.start : token.span.start]
    behind = page.text[token.span.end : min(clause.end, token.span.end + 2 * _BEHIND)]
    unit = token.figure.unit if token.figure else ""
    return unit in _OF_PLACES and not _negative("area").search(f"{before}\n{behind}")


@cache
def _place_noun() -> re.Pattern[str]:
    """Administrative words and pronouns: what a sentence about the whole place has as its subject."""
    table = toml_table("words.toml")["admin_words"]
    kinds = {str(entry["word"]) for entries in table.values() for entry in entries}
    nouns = {word for kind in kinds if " " in kind for word in kind.split() if len(word) > _LONG}
    nouns |= set(toml_table("structure.toml")["back_references"])
    return re.compile(alternation([*kinds, *nouns, *words("place_nouns"), "it"]), re.IGNORECASE)


def _is_founding(page: Page, sentence: Sentence, token: Token, names: Names) -> bool:
    """Whether it is the place that was founded, and no tie, firm or school of it."""
    cue = _cue_near(sentence, token, "CUE_FOUNDED")
    if cue is None:
        return False
    start = min(cue.span.start, token.span.start)
    stretch = _stretch(page.text, sentence.span, start, max(cue.span.end, token.span.end))
    if _tells_of_tie(page.text, stretch, cue.span):
        return False
    said = _IN_BRACKETS.sub(" ", page.text[sentence.span.start : start])
    pieces = re.split(rf"[,;(]|{_THAI.pattern}", said)
    first = pieces[0].strip()
    subject = pieces[-1].strip() or (first if first[:1].isupper() else "")
    subject = subject if _WORD.search(_as_of_word().sub(" ", subject)) else ""
    around = f"{subject} {page.text[start : max(cue.span.end, token.span.end)]}"
    if _negative("founded").search(around):
        return False
    return not subject or bool(_place_noun().search(subject)) or _is_name(subject, names)


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


@cache
def _openers() -> frozenset[str]:
    return frozenset(toml_table("structure.toml")["openers"])


@cache
def _as_of_word() -> re.Pattern[str]:
    return re.compile(alternation(words("as_of_words")), re.IGNORECASE)


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


def _is_elevation(page: Page, sentence: Sentence, token: Token, name: str) -> bool:
    """Whether a height is the place's and not of a mountain or a tower named beside it."""
    if is_road(token) or (name == "lies at" and _AWAY.match(page.text, token.span.end)):
        return False
    clause = _clause(sentence, token)
    start = min(clause.start, max(sentence.span.start, token.span.start - _NEAR))
    before = page.text[start : token.span.start]
    behind = page.text[token.span.end : min(clause.end, token.span.end + _BEHIND)]
    joint = _joint().search(behind)
    around = before + " " + (behind[: joint.start()] if joint else behind)
    return not _negative("elevation").search(around) and not _range().search(before)


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(alternation((*words("and_words"), *words("clause_joints"))), re.IGNORECASE)


@cache
def _range() -> re.Pattern[str]:
    """Words before the first figure of a range, which is no mean: "varies between 1,500 m"."""
    return re.compile(
        rf"{alternation(words('range_words'))}\s*(?:\S+\s+){{0,3}}$|\d\S*\s+(?:\S+\s+)?(?:to|bis|до|tot)\s+$",
        re.IGNORECASE,
    )


def _is_stated(page: Page, sentence: Sentence, token: Token, name: str) -> bool:
    """Whether households are counted ("there are", "with") and not told of ("37 households came")."""
    if name != "households":
        return True
    before = page.text[max(sentence.span.start, token.span.start - 24) : token.span.start]
    stop = token.figure.stop if token.figure else token.span.end
    if _negative("households").search(page.text, stop, min(sentence.span.end, stop + 2 * _BEHIND)):
        return False
    return not before.strip() or bool(_stating().search(before))


@cache
def _stating() -> re.Pattern[str]:
    """Words before a count that state it, with one more between; scripts without blanks need none."""
    stating = alternation(toml_table("structure.toml")["stating_words"])
    return re.compile(rf"{stating}\s+(?:\w+\s+)?$|[\u0e00-\u0e7f\u3040-\ud7ff:]\s*$", re.IGNORECASE)


def _cue_near(sentence: Sentence, token: Token, tag: str) -> Token | None:
    """The last such cue before a token, else the first behind it."""
    behind = (t for t in sentence.tokens if t.tag == tag and t.span.start >= token.span.end)
    return _cue_before(sentence, token, tag) or next(behind, None)


def _cue_before(sentence: Sentence, token: Token, tag: str) -> Token | None:
    before = [t for t in sentence.tokens if t.tag == tag and t.span.end <= token.span.start]
    return before[-1] if before else None


def _clause(sentence: Sentence, token: Token) -> Span:
    """The stretch around a token up to the nearest breaks of the sentence."""
    start, end = sentence.span
    for other in sentence.tokens:
        if other.tag in {"BREAK", "COMMA", "OPEN"} and other.span.end <= token.span.start:
            start = other.span.end
        if other.tag in {"BREAK", "COMMA", "CLOSE"} and other.span.start >= token.span.end:
            end = other.span.start
            break
    return Span(start, end)
