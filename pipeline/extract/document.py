"""One document from its text to its records: the composition of reading and extracting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.extract.account.explained import count_explained
from pipeline.extract.account.identifier import find_identifiers
from pipeline.extract.account.remainder import find_stamps, may_remain, read_remainder
from pipeline.extract.assemble import assemble
from pipeline.extract.bare import read_addresses
from pipeline.extract.labelled.counted import with_days
from pipeline.extract.labelled.statement import label_figures, read_labels, read_texts
from pipeline.extract.labelled.unknown import TITLED
from pipeline.extract.line import line_candidates
from pipeline.extract.naming.homeland import with_country
from pipeline.extract.naming.last import last_names
from pipeline.extract.naming.name import name_candidates
from pipeline.extract.naming.ownname import admin_kinds
from pipeline.extract.naming.whose import profile_names
from pipeline.extract.page import INFERRED, LABELLED, NAMED, Candidate, Page, Whose
from pipeline.extract.record import numbered
from pipeline.extract.relaid import as_written
from pipeline.extract.tie.alike import with_ties_alike
from pipeline.extract.tie.begun import with_begun_ties, with_foundings
from pipeline.extract.tie.headtie import read_heading_tie
from pipeline.model.finding import Extraction
from pipeline.model.source import Cover, LineKind, Profile, RawDocument, Span
from pipeline.normalize.digits import runs
from pipeline.normalize.mark import page_context
from pipeline.normalize.text import fold, key
from pipeline.read.layout import read_layout
from pipeline.read.profile.placename import names_place
from pipeline.read.profile.signal import same_place, tells_of_partners, ties
from pipeline.read.profile.told import find_subject
from pipeline.read.unwrap import unwrap
from pipeline.schema.place import AGREEMENTS, BY_NAME

_FACTS = frozenset(
    ("area_km2", "population", "elevation_m", "households", "gdp", "founded", *AGREEMENTS)
)
_MENU = re.compile(r"(?:(?:^|\s)[-·|•]\s.*){2}")


class Known(NamedTuple):
    """What the identifiers of a page take: as spans, and as the offsets of their characters."""

    cover: Cover
    offsets: set[int]


def extract_document(document: RawDocument) -> Extraction:
    """Everything that one document says of places, every figure accounted for or listed.

    A pure function of the document; checks come after it.
    """
    return as_written(document, _extract)


def _extract(document: RawDocument) -> Extraction:
    page = _page(document)
    layout = read_layout(page.text)
    labels = (line for profile in layout.profiles for line in profile.lines)
    identifiers = (*page.identifiers, *sorted(label_figures(page, labels)))
    known = Known(
        Cover(i.span for i in identifiers), {at for i in identifiers for at in range(*i.span)}
    )
    partners = len(layout.profiles) > 1 and tells_of_partners(page.text)
    read = [(p, _candidates(page, p, known, partners=partners)) for p in layout.profiles]
    read = with_ties_alike(page, read) if partners else read
    read = with_begun_ties(page, layout, read) if partners else with_foundings(page, read)
    read = with_days(page, with_country(page, layout, read))
    read = [one for one in read if not layout.tables or _tells(*one)]
    records = numbered(page, [assemble(page, profile, found) for profile, found in read])
    digits = runs(page.text)
    stamps = find_stamps(page.text, layout.outside, page.marks.date_order)
    identifiers = (*identifiers, *stamps)
    return Extraction(
        document=document,
        records=records,
        identifiers=identifiers,
        numbers=digits,
        accounted=count_explained(digits, records, identifiers),
    )


def _page(document: RawDocument) -> Page:
    text = unwrap(fold(document.text))
    return Page(document, text, page_context(text).marks, tuple(find_identifiers(text)))


def _candidates(page: Page, profile: Profile, known: Known, *, partners: bool) -> list[Candidate]:
    """All candidates of a profile: labels first, then claims and prose, then what is left."""
    found = list(read_labels(page, profile.lines))
    found = _named(page, profile, found)
    found += profile_names(page, profile)
    found += last_names(page, profile, found)
    names = (key(page.text[slice(*c.span)]) for c in found if c.field == "name")
    whose = Whose(frozenset(names), partners)
    if partners and profile.heading is not None:
        found += read_heading_tie(page, profile.heading, in_table=_is_bounded(profile))
    spans = [candidate.span for candidate in found if _is_figure(candidate)]
    taken = {at for span in spans for at in range(*span)}
    for line in profile.lines:
        told = tuple(line_candidates(page, line, taken, whose))
        for figure in filter(_is_figure, told):
            spans.append(figure.span)
            taken.update(range(*figure.span))
        found += told
    found += read_addresses(page, profile)
    found += read_texts(page, profile.lines)
    claimed = Cover(spans)
    for span in dict.fromkeys(line.body for line in profile.lines):
        if may_remain(page, span, taken, known.offsets):
            meeting = (*claimed.meeting(span), *known.cover.meeting(span))
            found += read_remainder(page, span, meeting)
    return found


def _tells(profile: Profile, found: Sequence[Candidate]) -> bool:
    """Whether a profile is a row, or tells a fact of a place: prose beside a table may only introduce it."""
    if _is_bounded(profile):
        return True
    return any(candidate.field in _FACTS for candidate in found)


def _is_bounded(profile: Profile) -> bool:
    """Whether nothing behind its name is of a profile: in a table, or in a list inside a sentence."""
    return profile.span == profile.heading or any(line.heads for line in profile.lines)


def _named(page: Page, profile: Profile, found: Sequence[Candidate]) -> list[Candidate]:
    """The name label's value without its parents; they go to region and country."""
    named: list[Candidate] = []
    for candidate in found:
        if candidate.field == "name" and candidate.readings[0].value:
            if _MENU.search(str(candidate.readings[0].value)):
                continue
            weight = _sureness(page, profile, candidate)
            if candidate.rule == TITLED:
                if not _opens(profile, candidate.span):
                    continue
                weight = INFERRED * 0.9
            told = name_candidates(page, candidate.span, "labelled", weight)
            own = not _is_partner(page, profile, candidate)
            named += [one for one in told if own or one.field == "name"]
        else:
            named.append(candidate)
    return named


def _sureness(page: Page, profile: Profile, candidate: Candidate) -> float:
    """How sure a name label is: "City: X" is surer than a heading, "Name: X" is not.

    Where the prose speaks of what the heading names, the label's city is another: its parent.
    """
    if _says_only_name(candidate.label):
        return NAMED * 0.9
    if _is_partner(page, profile, candidate):
        return INFERRED * 0.6
    prose = next((line for line in profile.lines if line.kind is LineKind.PROSE), None)
    subject = find_subject(page.text, prose.body) if prose else None
    if profile.heading is None or subject is None:
        return LABELLED
    heading, said = (key(page.text[slice(*span)]) for span in (profile.heading, subject))
    other = not same_place(heading, key(page.text[slice(*candidate.span)]))
    return INFERRED if other and same_place(heading, said) else LABELLED


def _is_partner(page: Page, profile: Profile, candidate: Candidate) -> bool:
    """Whether a label among the facts of a place in the heading only names one that it is tied to."""
    if profile.heading is None or _opens(profile, candidate.span) or not ties(candidate.label):
        return False
    return names_place(page.text[slice(*profile.heading)])


def _opens(profile: Profile, span: Span) -> bool:
    """Whether a literal stands in the first labelled line of a profile."""
    first = next((line for line in profile.lines if line.kind is LineKind.FIELD), None)
    return first is not None and first.body.covers(span)


def _says_only_name(label: str) -> bool:
    """Whether a label asks for a name and not for whose: "Name", "Official name", "Native name"."""
    return "name" in key(label) and not admin_kinds().keys() & set(key(label).split())


def _is_figure(candidate: Candidate) -> bool:
    """Whether a candidate takes its digits: a figure or a date, no text around them."""
    best = candidate.readings[0]
    if isinstance(best.value, Decimal) or best.rule.startswith("date:"):
        return True
    declared = BY_NAME.get(candidate.field)
    return declared is not None and declared.kind == "date"
