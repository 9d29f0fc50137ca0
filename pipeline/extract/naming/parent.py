"""What a place lies in, by its heading or title: "Kaposvár, Somogy county, Hungary", no item of a menu."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.naming.ownname import admin_kinds
from pipeline.extract.page import Page
from pipeline.model.source import Span
from pipeline.normalize.place import country_code, find_countries, find_regions
from pipeline.normalize.places.reference import region_reference
from pipeline.normalize.stretch import trim
from pipeline.normalize.text import is_cjk, key

_PIECE = re.compile(r"[^,()\[\]（）/|]{2,60}")
_SAID_OF = re.compile(r"(?:of|in)\s+")
_WIDE = re.compile(r"\s{2,}|[:?!»]|\s[-–—]\s")
_WORD = re.compile(r"[^\W\d_][\w'.-]*")
_COMMA = frozenset(",、，")
_LONGEST = 4  # words of a parent's name
# Kinds of place that others lie in; a city or a town is no parent but by its name.
WIDER = frozenset(
    {"province", "state", "prefecture", "region", "county", "district", "department", "oblast"}
    | {"governorate", "voivodeship", "canton", "krai", "republic", "territory", "division"}
)


def find_parent(page: Page, span: Span, *, is_title: bool) -> Span | None:
    """The first piece behind a name that is what the place lies in.

    It is a region that is known, one by its kind ("Somogy county", 岩手県), or, in a heading, a
    proper name right behind a comma. Behind a page's title, only the next piece may be one, where it
    is known: menus and the publisher's address follow.
    """
    for piece in _pieces(page.text, span):
        said = page.text[slice(*piece)]
        if not (country_code(said) or key(said) in admin_kinds() or any(map(str.isdigit, said))):
            if _is_known(page.text, piece) or (not is_title and _says_kind(said)):
                return piece
            if not is_title and _is_behind_comma(page.text, piece) and _is_proper(said):
                return None if find_countries(page.text, *piece) else piece
        if is_title:
            return None
    return None


def _is_behind_comma(text: str, piece: Span) -> bool:
    return text[: piece.start].rstrip()[-1:] in _COMMA


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """The pieces between marks, without "of" and "in" before them."""
    for match in _PIECE.finditer(text, *span):
        piece = trim(text, Span(*match.span()))
        said_of = _SAID_OF.match(text, *piece)
        piece = Span(said_of.end(), piece.end) if said_of else piece
        if piece.start < piece.end:
            yield piece


def _is_known(text: str, piece: Span) -> bool:
    """Whether a piece is a region of the tables, or most of it is."""
    if region_reference(text[slice(*piece)]) is not None:
        return True
    regions = find_regions(text, *piece)
    return any(
        2 * (region.span.end - region.span.start) >= piece.end - piece.start for region in regions
    )


def _says_kind(said: str) -> bool:
    """Whether a short name has a word for a wider kind of place at one of its ends."""
    words = key(said).replace("-", " ").split()
    if _WIDE.search(said) or len(words) > _LONGEST:
        return False
    if is_cjk(said[-1:]):
        return admin_kinds().get(said[-1]) in WIDER
    ends = {words[0], words[-1]} if len(words) > 1 else set()
    return _is_proper(said) and any(admin_kinds().get(end) in WIDER for end in ends)


def _is_proper(said: str) -> bool:
    """Whether a piece can be a proper name: few words, the first with a capital, no wide blank."""
    words = _WORD.findall(said)
    if not words or len(words) > _LONGEST or _WIDE.search(said):
        return False
    return not said.islower() and (words[0][:1].isupper() or words[-1][:1].isupper())
