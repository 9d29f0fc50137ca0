"""What one line tells besides the value of its label: claims, prose, ties, bare measures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extract.bare import read_bare
from pipeline.extract.claim.claim import read_claim
from pipeline.extract.labelled.valued import is_range
from pipeline.extract.page import Candidate, Page, Whose, is_paragraph
from pipeline.extract.prose.clause import negative_words
from pipeline.extract.prose.fact import read_prose
from pipeline.extract.tie.agreement import read_ties
from pipeline.extract.tie.headtie import read_since
from pipeline.model.source import BULLET, FIELD, HEADING, PROSE, Line, Span
from pipeline.model.value import ONE
from pipeline.normalize.figure import Figure
from pipeline.normalize.stretch import figures, trim
from pipeline.read.grammar import line_meaning
from pipeline.schema.label import Meaning
from pipeline.schema.place import BY_NAME

_AREA = "area_km2"
_ALONE = {"density_per_km2", "elevation_m", "founded"}  # their lines count nothing else
_TOLD = frozenset([PROSE, BULLET, HEADING])
_PROSE_FIELDS = frozenset(["", "location", "climate", _AREA])  # "" is that of an unknown label


def line_candidates(page: Page, line: Line, taken: set[int], whose: Whose) -> Iterator[Candidate]:
    """Claims and prose facts of one line, besides the offsets that its label has taken."""
    meaning = line_meaning(page.text, line) if line.label else None
    about = meaning.fields[0] if meaning and meaning.fields else ""
    told = figures(page.text, line.body, page.context)
    for figure in told:
        if taken.isdisjoint(range(*figure.span)):
            claim = read_claim(page, figure, line.body, about)
            if claim:
                yield claim
    labelled = line.kind is FIELD
    if line.kind in _TOLD or (
        labelled and (about in _PROSE_FIELDS or is_paragraph(page.text, line))
    ):
        if not (labelled and meaning and is_area_alone(page, line, meaning, told)):
            found = read_prose(page, line.body, whose)
            yield from (c for c in found if not (line.label and _is_of_other(page, line.label, c)))
            yield from read_ties(page, line.body, whose)
    elif labelled and about in _ALONE and told and not is_range(page, line.body):
        behind = Span(min(told[0].stop, line.body.end), line.body.end)
        yield from read_prose(page, behind, whose)  # ", hane sayısı 45.678"
    yield from read_bare(page, line)
    if line.label is None and line.group is not None:
        yield from read_since(page, line)


def _is_of_other(page: Page, label: Span, found: Candidate) -> bool:
    """Whether a height stands under the label of a point or a building: "Lowest point: the lake, 560 m above sea"."""
    if found.field != "elevation_m":
        return False
    return negative_words("elevation").search(page.text, *label) is not None


def is_area_alone(page: Page, line: Line, meaning: Meaning, told: Sequence[Figure]) -> bool:
    """Whether a labelled line gives its area in the field's own unit, and nothing else.

    Prose would only find the same figure again, of the same value.
    """
    return (
        meaning.fields[:1] == (_AREA,)
        and meaning.context.multiplier == ONE
        and line.group is None
        and not line.heads
        and len(told) == 1
        and told[0].unit == BY_NAME[_AREA].unit
        and told[0].span == trim(page.text, line.body)
    )
