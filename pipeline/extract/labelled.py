"""Labelled lines and table cells to candidates: the label says the field, the field reads the value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.extract.listed import read_list
from pipeline.extract.page import INFERRED, LABELLED, LOOSE, Candidate, Page
from pipeline.lexicon.tables import toml_table
from pipeline.lexicon.taught import cached
from pipeline.model.finding import Identifier
from pipeline.model.source import Line, LineKind, Span
from pipeline.model.value import ONE, Context, Marks, Reading
from pipeline.normalize.date import find_dates
from pipeline.normalize.reader import Readings, dates, figures, plain, trim
from pipeline.read.grammar import PLACES, heads_meaning, is_open, line_meaning, meaning_at
from pipeline.read.profile.placename import names_place
from pipeline.read.profile.signal import ties
from pipeline.schema.caption import read_caption
from pipeline.schema.field import Kind
from pipeline.schema.label import Meaning
from pipeline.schema.place import BY_NAME, TIE_FIELDS

_TEXTS = {LineKind.PROSE, LineKind.BULLET, LineKind.HEADING, LineKind.NOTE}
TITLED = "labelled title"
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
    field = "other:line"
    for line in lines:
        if line.kind is LineKind.FIELD and line.label is not None:
            meaning = line_meaning(page.text, line)
            field = f"other:{meaning.slug or 'line'}" if not meaning.fields else "other:line"
        elif line.kind in _TEXTS:
            for readings in plain(page.text, line.body, page.context):
                yield Candidate(field, readings, "line", LOOSE)


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
    for field in meaning.fields:
        yield from _field(page, line, field, meaning.context, label)
    yield from _beside(page, line, meaning, label)
    if not meaning.fields:
        yield from _other(page, line, meaning, label)


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


def _field(page: Page, line: Line, field: str, context: Context, label: str) -> Iterator[Candidate]:
    declared = BY_NAME[field]
    if declared.is_list and declared.kind is not Kind.DATE:
        yield from read_list(page, line.body, field, label)
        return
    read = declared.read(page.text, line.body, context)
    figure = declared.kind in {Kind.COUNT, Kind.MONEY, Kind.NUMBER}
    as_of = (_as_of(page, line.body, read) or context.as_of) if figure else ""
    kept = _plainly(page, line.body, _without_dates(page, line.body, read, as_of))
    for order, readings in enumerate(kept):
        weight = LABELLED if order == 0 or declared.is_list else LABELLED / (2 + order)
        dated = as_of if order == 0 else context.as_of
        yield Candidate(field, readings, "labelled", weight, label, as_of=dated)


def _as_of(page: Page, body: Span, read: Sequence[Readings]) -> str:
    """The date beside a figure: "(as of 2013)", "(30-11-2023)", "оценка 2010"."""
    taken = [readings[0].span for readings in read[:1]]
    for readings in dates(page.text, body, page.marks.date_order):
        span = readings[0].span
        if readings[0].value and not any(span.meets(other) for other in taken):
            return readings[0].value
    return ""


def _without_dates(
    page: Page, body: Span, read: Sequence[Readings], as_of: str
) -> Sequence[Readings]:
    """The readings of a body but for the date beside the first one: "(as of 2013)" is no figure."""
    if not as_of or len(read) < 2:
        return read
    spans = [found[0].span for found in dates(page.text, body, page.marks.date_order)]
    return [
        readings
        for order, readings in enumerate(read)
        if order == 0 or not any(span.covers(readings[0].span) for span in spans)
    ]


def _plainly(page: Page, body: Span, read: Sequence[Readings]) -> Sequence[Readings]:
    """Readings without those of a template's marks beside the same in words: "{{start date|1947}}"."""
    if page.text.find("{{", body.start, body.end + 1) < 0:
        return read
    said = [readings[0].value for readings in read]
    return [
        readings
        for readings in read
        if not page.text.startswith("{{", readings[0].span.start)
        or said.count(readings[0].value) == 1
    ]


def _other(page: Page, line: Line, meaning: Meaning, label: str) -> Iterator[Candidate]:
    """A label without a field: its lone figure or date as such, anything else as text."""
    field = f"other:{meaning.slug or 'line'}"
    body = line.body
    dates = find_dates(page.text, body.start, body.end, page.marks.date_order)
    found = figures(page.text, body, meaning.context)
    yield from _site(page, body, label)
    if not line.heads:
        yield from _titled(page, body, label)
    kind = ties(label) if len(dates) == 1 and _most_of(body, dates[0][0].span) else ""
    if kind:
        yield Candidate(TIE_FIELDS[kind], dates[0], "labelled", LABELLED, label)
    elif len(dates) == 1 and not found and _most_of(body, dates[0][0].span):
        yield Candidate(field, dates[0], "labelled", LABELLED, label)
    elif len(found) == 1 and not dates and _leads(body, found[0].span):
        yield Candidate(field, found[0].read(meaning.context), "labelled", LABELLED, label)
    else:
        for readings in plain(page.text, body, meaning.context):
            yield Candidate(field, readings, "labelled", LABELLED, label)


def _titled(page: Page, body: Span, label: str) -> Iterator[Candidate]:
    """The place behind the title of a page: "Our sister city: Springvale, Canada"."""
    said = page.text[slice(*body)]
    if ties(label) and names_place(said) and not any(map(str.isdigit, said)):
        for readings in plain(page.text, body, page.context):
            yield Candidate("name", readings, TITLED, INFERRED, label)


def _site(page: Page, body: Span, label: str) -> Iterator[Candidate]:
    """The address that is all that an unknown label has: "More information: www.springvale.ca"."""
    found = BY_NAME["website"].read(page.text, body, page.context)
    if len(found) == 1 and found[0][0].span == trim(page.text, body):
        address = str(found[0][0].value).lower()
        if not any(host in address for host in toml_table("structure.toml")["shared_hosts"]):
            yield Candidate("website", found[0], "labelled address", INFERRED, label)


def _beside(page: Page, line: Line, meaning: Meaning, label: str) -> Iterator[Candidate]:
    """The households beside residents, and residents beside households: "9,000 (3,100 families)"."""
    for field, other in _COUNTED.items():
        if field in meaning.fields and other not in meaning.fields:
            unit = BY_NAME[other].unit
            told = figures(page.text, line.body, page.context)
            for figure in (f for f in told if f.dimension == unit):
                read = figure.read(page.context, unit)
                yield Candidate(other, read, "labelled beside", INFERRED, label)


def _most_of(body: Span, literal: Span) -> bool:
    return 2 * (literal.end - literal.start) >= body.end - body.start


def _leads(body: Span, literal: Span) -> bool:
    """Whether a literal opens a short body, so that it is what the label is about."""
    return literal.start - body.start <= 3 and body.end - literal.end <= 40
