"""The value behind a label that names no field: a day of a tie, a name, an address, a figure, a text."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.page import INFERRED, LABELLED, Candidate, Page
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Line, Span
from pipeline.normalize.date import find_dates
from pipeline.normalize.reader import plain
from pipeline.normalize.stretch import figures, trim
from pipeline.read.profile.placename import names_place
from pipeline.read.profile.signal import ties
from pipeline.schema.label import Meaning
from pipeline.schema.place import BY_NAME, TIE_FIELDS

TITLED = "labelled title"


def read_unknown(page: Page, line: Line, meaning: Meaning, label: str) -> Iterator[Candidate]:
    """What stands behind a label without a field: its lone figure or date as such, else its text."""
    field = f"other:{meaning.slug or 'line'}"
    body = line.body
    dates = find_dates(page.text, body.start, body.end, page.marks.date_order)
    found = figures(page.text, body, meaning.context)
    yield from read_site(page, body, label)
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


def read_site(page: Page, body: Span, label: str) -> Iterator[Candidate]:
    """The address that is all that a label has: "More information: www.springvale.ca"."""
    found = BY_NAME["website"].read(page.text, body, page.context)
    if len(found) == 1 and found[0][0].span == trim(page.text, body):
        address = str(found[0][0].value).lower()
        if not any(host in address for host in toml_table("structure.toml")["shared_hosts"]):
            yield Candidate("website", found[0], "labelled address", INFERRED, label)


def _most_of(body: Span, literal: Span) -> bool:
    return 2 * (literal.end - literal.start) >= body.end - body.start


def _leads(body: Span, literal: Span) -> bool:
    """Whether a literal opens a short body, so that it is what the label is about."""
    return literal.start - body.start <= 3 and body.end - literal.end <= 40
