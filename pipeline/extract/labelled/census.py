"""Whether a clause gives nothing but the day on which residents were counted: "(Census 2012)"."""

from __future__ import annotations

import re

from pipeline.model.source import Span
from pipeline.normalize.glossary import glossary
from pipeline.read.profile.signal import ties

_LONGEST, _SHORT = 300, 80
_NEAR, _BEHIND = 16, 4  # characters between a phrase for a day and the day
_DIGIT = re.compile(r"\d")
# "4th census", "5º Censo", "4e recensement", "4-я перепись", "4. Volkszählung", "第7次", "제18차"
_ORDINAL = re.compile(
    r"(?<![\d.,])\d{1,2}(?:st|nd|rd|th|er|e|ème|ª|º|°|\.|\.?[oa]|-\w{1,3})(?=\s[^\W\d])|[第제]\s?\d{1,2}\s?[次回차회]"
)
_NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s|\d+(?:[.-]\d+)?\)?\s*$")


def speaks_of_counts(text: str, line: Span, clause: Span, date: Span) -> bool:
    """Whether a clause gives nothing but the day of a count: no other figure stands beside it."""
    rest = _ORDINAL.sub(" ", f"{text[line.start : date.start]} {text[date.end : line.end]}")
    said = _ORDINAL.sub(" ", f"{text[clause.start : date.start]} {text[date.end : clause.end]}")
    in_bracket = clause.start > line.start and text[clause.start - 1] in "(["
    if clause.end - clause.start > _LONGEST or _DIGIT.search(said):
        return False
    if in_bracket and _DIGIT.search(_NUMBERED.sub("", rest)):
        return False
    if ties(said) or (glossary("update_words").search(said) and not _of_census(text, date)):
        return False
    opened = in_bracket and glossary("day_phrases").match(text, *clause) is not None
    return (
        opened
        or (in_bracket and _behind_residents(text[line.start : clause.start - 1]))
        or _names_counts(said, text[clause.start : date.start], text[date.end : clause.end])
    )


def _of_census(text: str, date: Span) -> bool:
    """Whether a word for a census stands right behind a date: "the September 2018 census, just published"."""
    return glossary("census_words").match(text, date.end + 1, date.end + _SHORT) is not None


def _behind_residents(said: str) -> bool:
    """Whether words end in one for residents: the "Population" of "Area - Population (2021)"."""
    return any(not said[m.end() :].strip() for m in glossary("population_cues").finditer(said))


def _names_counts(said: str, before: str, behind: str) -> bool:
    """Whether words around a date are those of a census, of data, or of residents as of a day."""
    if glossary("census_words").search(said):
        return True
    dated = glossary("day_phrases").search(said) is not None
    if glossary("data_words").search(said if dated else before):
        return dated or len(said) <= _SHORT
    if not dated or not _leads_to_day(before, behind):
        return False
    return glossary("population_cues").search(said) is not None


def _leads_to_day(before: str, behind: str) -> bool:
    """Whether a phrase for the day of a count stands right beside it: none in "seit 2000 ... zu den Bädern"."""
    phrases = glossary("day_phrases")
    if any(len(before) - hit.last <= _NEAR for hit in phrases.finditer(before)):
        return True
    return any(hit.first <= _BEHIND for hit in phrases.finditer(behind))
