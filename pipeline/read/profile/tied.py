"""Words for a tie beside a name: "our sister city Norvale", "the Norvale link", "Norvale joined"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.lexeme import alternation, flatten, words
from pipeline.normalize.text import key

_BEFORE = 28
_OF = re.compile(r" (?:of|de|di|von|da|do|van) $")
_BRACKET = re.compile(r" ?\([^()\n]{2,30}\)")
_APPOSED = re.compile(r",[^,.;:\n]{2,50},")


def tied_before(text: str, name: Span) -> bool:
    """Whether a word for a tie leads to a name: "twinned with Norvale", "our sister city Norvale".

    Without "our", of "a sister city of Norvale" Norvale is the speaker.
    """
    before = text[max(0, name.start - _BEFORE) : name.start]
    told = _leading_tie().search(before)
    if told is None:
        return False
    return _OF.search(before) is None or bool(_owning().search(before[: told.start()]))


@cache
def _owning() -> re.Pattern[str]:
    return re.compile(rf"{alternation(words('speaker_words'))} (?:\w+ )?$", re.IGNORECASE)


@cache
def _leading_tie() -> re.Pattern[str]:
    cues = alternation(flatten(toml_table("words.toml")["agreement_cues"]))
    small = r"(?: (?:of|with|and|to|between|the|is|city|town|mit|der|stadt|avec|la|ville|de|con|com|met|z|с|von)){0,3}"
    return re.compile(rf"{cues}{small} $", re.IGNORECASE)


def is_with(text: str, name: Span, sentence: Span) -> bool:
    """Whether a sentence begins with "with" and a name: "Mit Norvale verbindet uns"."""
    before = text[sentence.start : name.start].split()
    return len(before) == 1 and key(before[0]) in toml_table("structure.toml")["with_words"]


def tied_behind(text: str, name: Span, end: int) -> bool:
    """Whether a word for a tie stands right behind a name: "the Norvale link was set up"."""
    return bool(_tie_behind().match(text, name.end, end))


@cache
def _tie_behind() -> re.Pattern[str]:
    return re.compile(
        rf"[ -]{alternation(toml_table('structure.toml')['tie_nouns'])}", re.IGNORECASE
    )


def joins(text: str, name: Span, sentence: Span) -> bool:
    """Whether a sentence begins with a name and says that it became a partner, or which in the row."""
    if text[sentence.start : name.start].strip():
        return False
    bracket = _BRACKET.match(text, name.end, sentence.end)
    behind = _APPOSED.match(text, bracket.end() if bracket else name.end, sentence.end)
    start = behind.end() if behind else name.end
    joined = _joining().match(text, start + 1)
    return joined is not None and joined.end() <= sentence.end


@cache
def _joining() -> re.Pattern[str]:
    joining = alternation(toml_table("structure.toml")["partnering_words"])
    ranks = alternation(words("rank_words"))
    return re.compile(rf"{joining}|\w+ (?:\d{{4}} )?{ranks}", re.IGNORECASE)
