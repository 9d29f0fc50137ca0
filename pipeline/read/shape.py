"""Whether a line without a label is a heading, an item of a list or prose, by its shape."""

from __future__ import annotations

import re

from pipeline.model.source import LineKind, Span
from pipeline.read.profile.placename import names_place

# Marks that set a heading off in East Asia: "□ 중국 자싱시".
HEADING_MARKS = frozenset("■□▣◆◇★●◎❖")
# Thai writes no full stops: a line of it with a figure is a sentence.
_THAI_SENTENCE = re.compile(r"[\u0e00-\u0e7f]{6}[^\n]*\d{3}")
_ENDS_SENTENCE = re.compile(r"[.!?。！？;；…]['\")\]]*\s*$")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.)+\)?\s*$")
# "Norvale (Tottori Pref.)", "Norvale, Mass.": the short name of a region ends in a point.
_IN_SHORT = re.compile(
    r"(?=[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯІЇЄҐ])[^.,(]{3,30}[,(] ?(?:[^\W\d_]+ )?[A-ZА-ЯІЇ][a-zа-яії]{1,4}\.\)?$"
    r"|(?=[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯІЇЄҐ])[^.]{3,40}[ (](?i:pref|prov|dist|co|cty|dept|reg|mun|обл|р-н|кр)\.\)?$"
)
# "9,000 residents | 57 km² | partner since 1984", "9.000 Einwohner, 57,2 km²" head nothing.
_FIGURES = re.compile(
    r"\d [^\W\d][^|·•\n]*[|·•][^|·•\n]*\d|\d{3} [^\W\d][^-,;\n]*(?: -|[,;]) \d[\d.,]* ?[^\W\d]"
)
_LONGEST_HEADING, _MOST_WORDS = 90, 12


def shape_of(text: str, span: Span, content: Span) -> LineKind:
    """What a line without a label is; ``content`` is it without its bullet or number."""
    if content.start > span.start:
        heads = text[span.start] in HEADING_MARKS and names_place(text[slice(*content)])
        return LineKind.HEADING if heads else LineKind.BULLET
    if (
        span.end - span.start > _LONGEST_HEADING
        or len(text[span.start : span.end].split()) > _MOST_WORDS
    ):
        return LineKind.PROSE
    if _THAI_SENTENCE.search(text, span.start, span.end):
        return LineKind.PROSE
    if _FIGURES.search(text, *span):
        return LineKind.PROSE
    if _ENDS_SENTENCE.search(text, *span) is None:
        return LineKind.HEADING
    abbreviated = _ABBREVIATED.search(text, *span) or _IN_SHORT.match(text, *span)
    return LineKind.HEADING if abbreviated else LineKind.PROSE
