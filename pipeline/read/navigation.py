"""Lines that are the page's own furniture: menus, paths, time stamps, imprints."""

from __future__ import annotations

import re

from pipeline.model.source import Span
from pipeline.normalize.digits import has_digit
from pipeline.normalize.glossary import glossary
from pipeline.normalize.place import country_code
from pipeline.read.grammar import meaning

_SEPARATORS = re.compile(r"\s[>|»›*/~≫–►▶▸]\s|>>|\s{2,}|\s-\s|\|")
_PATH = re.compile(r"\s?[>»›≫→]+\s?|(?<=\S)\s*[►▶▸]\s*(?=\S)")
# Where any of the two begins, or a sign of theirs stands: without one a line is a single piece.
_DIVIDED = re.compile(r"[>»›≫→►▶▸|\s](?:(?<=[>»›≫→►▶▸|])|(?=[*/~–-]?\s))")
_MARKS = re.compile(r"\W*")
# "PL  DE  EN": the languages of a page.
_LANGUAGES = re.compile(r"(?:[A-Z]{2}[\s|/·•]+){1,8}[A-Z]{2}")
# "« Malta at last          Ropes and rust »": the posts before and behind that of the page.
_PAGER = re.compile(
    r"(?:[\"«‹←<]|<<|<-)\s?[^\"\n]{2,60}?(?:\s{2,}|\s?\|\s?)[^\"\n]{2,60}?\s?(?:[\"»›→>]|>>|->)"
    r"|[←‹]\s[^\n]{2,60}"
)
_LONGEST_PIECE = 30
_LONGEST_OPENING = 60
_FEWEST_STEPS = 2  # of a path
_FEWEST_BARS = 2
_MANY_BARS = 5  # pieces
_FEW, _SHARED = 3, 2  # blanks in a piece of a menu, and its words that are such
_SMALL = 2  # letters of words between: "in" prints in Vietnamese


def is_navigation(text: str, span: Span) -> bool:
    """Whether a trimmed line without a fact is the page's own and tells of no place."""
    if _is_footer(text, span.start, min(span.end, span.start + _LONGEST_OPENING)):
        return True
    if _LANGUAGES.fullmatch(text, *span) or _PAGER.fullmatch(text, *span):
        return True
    if not _DIVIDED.search(text, *span):
        return _is_menu_word(text[span.start : span.end])
    pieces = [piece for piece in _SEPARATORS.split(text[span.start : span.end]) if piece.strip()]
    furniture = sum(map(_is_menu_word, pieces))
    short = sum(map(len, pieces)) <= _LONGEST_PIECE * len(pieces)
    if furniture == len(pieces) or (furniture and len(pieces) > 1 and short):
        return True
    return len(_PATH.findall(text, *span)) >= _FEWEST_STEPS or _is_bar(text, span)


def _is_bar(text: str, span: Span) -> bool:
    """Whether a line is three or more words between bars, none of them a label or a country.

    One of many may be a label, as menus have some: "Plan your trip | Hotels | Climate | Food | Events".
    """
    if text.count("|", *span) < _FEWEST_BARS or has_digit(text, *span):
        return False
    pieces = [piece.strip() for piece in text[slice(*span)].split("|")]
    if not all(0 < len(piece) <= _LONGEST_PIECE for piece in pieces):
        return False
    labels = sum(meaning(piece).known for piece in pieces)
    return labels <= (len(pieces) >= _MANY_BARS) and not any(map(country_code, pieces))


def _is_footer(text: str, start: int, end: int) -> bool:
    """Whether a stretch opens with words of an imprint, behind marks or among them."""
    cue = glossary("footer_cues").search(text, start, end)
    return cue is not None and _MARKS.fullmatch(text, start, cue.first) is not None


def _is_menu_word(piece: str) -> bool:
    """Whether a piece is a word of menus, or little else than two: "Share on Facebook"."""
    said, table = piece.strip(" []().:"), glossary("navigation")
    if table.fullmatch(said):
        return True
    if not 0 < said.count(" ") <= _FEW or len(said) > _LONGEST_PIECE:
        return False
    words = (word for word in said.split() if len(word) > _SMALL)
    return sum(1 for word in words if table.fullmatch(word)) >= _SHARED
