"""Lists with a place on every line: "Springvale (Canada): area 425 km², population 133,000"."""

from __future__ import annotations

import re

from pipeline.model.source import BULLET, FIELD, HEADING, PROSE, Line, Span
from pipeline.normalize.place import country_code, find_countries
from pipeline.normalize.text import is_cjk
from pipeline.read.grammar import meaning_at
from pipeline.read.profile.heading import is_proper, is_section
from pipeline.read.profile.named import place_name

_NAME = r"[^\W\d_][^\d:;.!?|,()\n]{0,50}?"
_LEAD = re.compile(
    rf"(?P<name>{_NAME})(?:\s*(?:,\s?(?P<parent>[^\d:;.!?|,()\n]{{2,40}}?)|\((?P<bracket>[^\d()\n]{{2,40}})\)))?"
    r"(?P<cut>\s*:\s|\s-\s|\s*\|\s*|,\s|;\s|\s(?=\())"
)


def lead(text: str, line: Line) -> Span | None:
    """The name with its parent that a line opens with, set off from the facts behind it."""
    if line.kind is FIELD and line.label is not None:
        return _whole(text, line.label) if not meaning_at(text, line.label).known else None
    if line.kind not in {PROSE, BULLET, HEADING}:
        return None
    body = place_name(text, line)
    match = _LEAD.match(text, body.start, body.end)
    if match is None or not _is_name(match["name"]):
        return None
    parent = match["parent"] or match["bracket"] or ""
    if match["parent"] and not is_proper(parent.strip()):
        return None
    weak = match["cut"].strip() in {",", ";", ""}
    if weak and not country_code(parent):
        return None
    return Span(match.start(), match.start("cut"))


def _whole(text: str, label: Span) -> Span | None:
    name = re.split(r"[,(]", text[slice(*label)])[0].strip()
    return label if _is_name(name) else None


def _is_name(name: str) -> bool:
    if is_cjk(name[:1]) and (countries := find_countries(name)) and countries[0].span.start == 0:
        name = name[countries[0].span.end :].lstrip("・· ") or name  # "オーストラリア・東港市"
    return is_proper(name) and not is_section(name)
