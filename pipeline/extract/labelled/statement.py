"""Labelled lines and table cells to candidates: the label says the field, the field reads the value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.extract.labelled.unknown import read_site, read_unknown
from pipeline.extract.labelled.valued import read_field
from pipeline.extract.page import INFERRED, LABELLED, LOOSE, Candidate, Page
from pipeline.lexicon.taught import cached
from pipeline.model.finding import Identifier
from pipeline.model.source import Line, LineKind, Span
from pipeline.model.value import ONE, Context, Marks, Reading
from pipeline.normalize.reader import plain
from pipeline.normalize.stretch import dates, figures, trim
from pipeline.read.grammar import PLACES, heads_meaning, is_open, line_meaning, meaning_at
from pipeline.schema.caption import read_caption
from pipeline.schema.field import Kind
from pipeline.schema.label import Meaning
from pipeline.schema.place import BY_NAME

_TEXTS = {LineKind.PROSE, LineKind.BULLET, LineKind.HEADING, LineKind.NOTE}
_COUNTED = {"population": "households", "households": "population"}


def read_labels(page: Page, lines: Iterable[Line]) -> Iterator[Candidate]:
    """The candidates of all labelled lines of a profile.

    A label without a value that gives a date heads the lines below it, up to the next one:
    "Economic situation (as of 2012)".
    """
    as_of = ""
    for line in lines:
        if is_open(line) and line.label is not None:
            as_of = meaning_at(page.text, line.label).context.as_of
        yield from read_labelled(page, line, as_of)


def read_texts(page: Page, lines: Iterable[Line]) -> Iterator[Candidate]:
    """The lines without a label of their own as texts, under the last label that no field reads.

    "Regional characteristics" heads several lines, of which only the first is its value; a line
    below no such label is ``other:line``.
    """
    above: Line | None = None
    for line in lines:
        if line.kind is LineKind.FIELD and line.label is not None:
            above = line
        elif line.kind in _TEXTS:
            for readings in plain(page.text, line.body, page.context):
                yield Candidate(_text_field(page, above), readings, "line", LOOSE)


def _text_field(page: Page, above: Line | None) -> str:
    """The field of a line without a label below a labelled one."""
    meaning = line_meaning(page.text, above) if above is not None else None
    return "other:line" if not meaning or meaning.fields else f"other:{meaning.slug or 'line'}"


def label_figures(page: Page, lines: Iterable[Line]) -> Iterator[Identifier]:
    """Labels that give the date or the multiplier of their figures: "Population 2018 (1,000)"."""
    for label in {label for line in lines for label in (line.label, line.group, *line.heads)}:
        if label is not None:
            for _ in range(_contexts(page.text[label.start : label.end])):
                yield Identifier(label, "label")


@cached(4096)
def _contexts(said: str) -> int:
    """How many readings of a label give a date or a multiplier: as a label, as a caption."""
    contexts = (meaning_at(said, Span(0, len(said))).context, read_caption(said))
    return sum(bool(context.as_of or context.multiplier != ONE) for context in contexts)


def read_labelled(page: Page, line: Line, as_of: str = "") -> Iterator[Candidate]:
    """The candidates of one labelled line, the ones of its own fields first.

    ``as_of`` is the date that holds where neither the label nor the value gives one.
    """
    if line.kind is not LineKind.FIELD or line.label is None:
        return
    meaning, label = _meaning(page, line)
    if as_of and not meaning.context.as_of:
        meaning = meaning._replace(context=meaning.context._replace(as_of=as_of))
    if line.body.start >= line.body.end:
        yield from _without_value(page, line, meaning)
        return
    site = _site_of_name(page, line, meaning, label)
    yield from site
    for field in meaning.fields if not site else ():
        yield from read_field(page, line, field, meaning.context, label)
    yield from _beside(page, line, meaning, label)
    if not meaning.fields:
        yield from read_unknown(page, line, meaning, label)


def _site_of_name(page: Page, line: Line, meaning: Meaning, label: str) -> tuple[Candidate, ...]:
    """The address behind a label for names: "Municipality: www.springvale.ca"."""
    if "name" not in meaning.fields or page.text.find(".", *line.body) < 0:
        return ()
    return tuple(read_site(page, line.body, label))


def _meaning(page: Page, line: Line) -> tuple[Meaning, str]:
    """The label's meaning, completed by the group above it ("Superficie", then "Total")."""
    if line.group is None and not line.heads and line.label is not None:
        meaning = _marked(page.text[line.label.start : line.label.end], page.marks)
        if meaning.fields[:1] not in PLACES:
            return meaning, " ".join(page.quote(line.label).split())
    meaning = line_meaning(page.text, line)
    said = " ".join(page.quote(head) for head in line.heads or (line.label or line.span,))
    if line.group is not None and line.heads:
        caption = read_caption(page.text[slice(*line.group)])
        meaning = meaning._replace(context=_captioned(meaning, caption))
    elif line.group is not None:
        group = meaning_at(page.text, line.group)
        said = f"{page.quote(line.group)} / {said}"
        fields = group.fields if meaning.total and not meaning.fields else meaning.fields
        meaning = meaning._replace(fields=fields, context=_merged(meaning.context, group.context))
    return meaning._replace(context=meaning.context._replace(marks=page.marks)), " ".join(
        said.split()
    )


@cached(4096)
def _marked(said: str, marks: Marks) -> Meaning:
    """The meaning of a label alone on a page with some marks."""
    meaning = heads_meaning(said, (Span(0, len(said)),))
    return meaning._replace(context=meaning.context._replace(marks=marks))


def _captioned(meaning: Meaning, caption: Context) -> Context:
    """A column's context with what the table's caption says: thousands are of persons or money."""
    kinds = {BY_NAME[field].kind for field in meaning.fields}
    scaled = caption if kinds & {Kind.COUNT, Kind.MONEY} else caption._replace(multiplier=ONE)
    return _merged(meaning.context, scaled)


def _merged(own: Context, group: Context) -> Context:
    """A part's context: what it does not say itself its group does."""
    return Context(
        unit=own.unit or group.unit,
        multiplier=own.multiplier if own.multiplier != ONE else group.multiplier,
        as_of=own.as_of or group.as_of,
        currency=own.currency or group.currency,
    )


def _without_value(page: Page, line: Line, meaning: Meaning) -> Iterator[Candidate]:
    """A label that has lost its value, kept so that a check can ask for it; the date of a heading."""
    if line.label is not None and not meaning.fields:
        for found in dates(page.text, line.label, page.marks.date_order):
            yield Candidate(f"other:{meaning.slug or 'date'}", found, "label", LABELLED)
    for field in meaning.fields[:1]:
        if line.label is not None and BY_NAME[field].kind is Kind.TEXT:
            empty = (Reading("", trim(page.text, line.label), "label"),)
            yield Candidate(
                field, empty, "label without value", 0.0, page.quote(line.label), qualifier="empty"
            )


def _beside(page: Page, line: Line, meaning: Meaning, label: str) -> Iterator[Candidate]:
    """The households beside residents, and residents beside households: "9,000 (3,100 families)"."""
    for field, other in _COUNTED.items():
        if field in meaning.fields and other not in meaning.fields:
            unit = BY_NAME[other].unit
            told = figures(page.text, line.body, page.context)
            for figure in (f for f in told if f.dimension == unit):
                read = figure.read(page.context, unit)
                yield Candidate(other, read, "labelled beside", INFERRED, label)
