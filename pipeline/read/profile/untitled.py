"""Lines that are no title of what a page tells: a byline, a row of a card, whose site it is."""

from __future__ import annotations

from itertools import islice, takewhile

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import BLANK, Span
from pipeline.read.grammar import label_at
from pipeline.read.profile.sheet import Sheet

_CARD = 30  # lines of a card above one of its rows
_RIGHTS, _BEFORE = ("©", "(c)", "copyright"), 24


def is_byline(said: str) -> bool:
    """Whether a line says who wrote what is below: "By Ann Elm"."""
    opener, _, name = said.partition(" ")
    is_opener = opener.lower() in toml_table("structure.toml")["byline_words"]
    return is_opener and " " in name and all(word[0].isupper() for word in name.split())


def is_row(sheet: Sheet, index: int) -> bool:
    """Whether a line is one more row below the labels of a card: "Barangay 45", "Lalawigan Alba"."""
    start, end = sheet.lines[index].body
    blank = sheet.text.find(" ", start, end)
    if blank < 0 or index == 0 or sheet.lines[index - 1].kind is BLANK:
        return False
    label = label_at(sheet.text, Span(start, blank))
    if label is None or not label.known:
        return False
    above = takewhile(lambda at: sheet.lines[at].kind is not BLANK, range(index - 1, -1, -1))
    named = (sheet.named[at] for at in islice(above, _CARD))
    return any(label is not None and label.known for label in named)


def owns_site(sheet: Sheet, index: int) -> bool:
    """Whether the page names a line's words as whose rights are reserved: "© Elm Trade Watch"."""
    said, text = sheet.said(index).lower(), sheet.text.lower()
    at = text.find(said, sheet.lines[index].span.end) if said else -1
    while at >= 0:
        if text[max(0, at - _BEFORE) : at].rstrip(" 0123456789,-").endswith(_RIGHTS):
            return True
        at = text.find(said, at + 1)
    return False
