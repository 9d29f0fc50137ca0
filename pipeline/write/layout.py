"""The four tables, column by column, as the contract has them."""

from __future__ import annotations

from pipeline.lexicon.taught import cached, teaching_in_force
from pipeline.schema.field import Field, Kind
from pipeline.schema.place import FIELDS
from pipeline.write.column import Column, ColumnKind, Table

TEXT, TEXTS, INTEGER, DECIMAL, BOOLEAN = ColumnKind

COLUMN_KINDS = {
    Kind.COUNT: INTEGER,
    Kind.NUMBER: DECIMAL,
    Kind.MONEY: DECIMAL,
    Kind.DATE: TEXT,
    Kind.TEXT: TEXT,
}
OWN_KINDS = {"number": DECIMAL, "date": TEXT, "text": TEXT}
DATES_AS_TEXT = frozenset({"sisterhood_date", "friendship_date"})
AS_OF = "_as_of"
CURRENCY = "_currency"

RECORD_START = (
    Column("record_id", TEXT, "The record: its document and the slug of its name."),
    Column("document", TEXT, "The document, relative to the folder that was read."),
    Column("line_start", INTEGER, "First line of the profile, from 1."),
    Column("line_end", INTEGER, "Last line of the profile."),
)
RECORD_FIELDS = (
    "name",
    "country",
    "region",
    "place_kind",
    "website",
    "agreement_dates",
    "sisterhood_date",
    "friendship_date",
    "founded",
    "area_km2",
    "density_per_km2",
    "elevation_m",
    "population",
    "households",
    "population_as_of",
    "gdp_as_of",
    "gdp",
    "gdp_currency",
    "gdp_per_capita",
)
RECORD_END = (
    Column("errors", INTEGER, "Open findings on the record that cannot be right."),
    Column("warnings", INTEGER, "Open findings on the record that a person should look at."),
    Column("notes", INTEGER, "Open notes on the record."),
    Column("completeness", DECIMAL, "Share of the page's usual fields that have a value."),
)
DERIVED = {
    "agreement_dates": "Every sister, friendship, twinning or MOU date, oldest first.",
    "population_as_of": "When the population was counted, at the precision written.",
    "gdp_as_of": "The time the GDP is of, at the precision written.",
}


def record_columns(fields: tuple[Field, ...]) -> tuple[Column, ...]:
    """The columns of ``records``: the promised ones in order, then one per further field."""
    declared = {column.name: column for field in fields for column in _columns_of(field)}
    derived = {name: Column(name, TEXT, doc) for name, doc in DERIVED.items()}
    derived["agreement_dates"] = derived["agreement_dates"]._replace(kind=TEXTS)
    known = declared | derived
    further = [name for name in declared if name not in RECORD_FIELDS]
    return (*RECORD_START, *(known[name] for name in (*RECORD_FIELDS, *further)), *RECORD_END)


def _columns_of(field: Field) -> tuple[Column, ...]:
    kind = TEXTS if field.is_list else COLUMN_KINDS[field.kind]
    kind = TEXT if field.name in DATES_AS_TEXT else kind
    column = Column(field.name, kind, field.doc, field.unit)
    if field.kind is not Kind.MONEY:
        return (column,)
    return (column, Column(field.name + CURRENCY, TEXT, f"Currency of {field.name}, ISO 4217."))


DOCUMENTS = Table(
    "documents",
    "One row per document.",
    "document",
    (
        Column("document", TEXT, "Path relative to the folder that was read."),
        Column("sha256", TEXT, "Hash of the document's bytes."),
        Column("format", TEXT, "What the bytes were read as."),
        Column("encoding", TEXT, "The encoding of the text."),
        Column("detection", TEXT, "How format and encoding were found out."),
        Column("repairs", INTEGER, "What had to be mended or could not be read."),
        Column("records", INTEGER, "Place profiles."),
        Column("numbers", INTEGER, "Figures in the text."),
        Column("accounted", INTEGER, "Figures that a value or an identifier explains."),
    ),
)

RECORDS = Table("records", "One row per place profile.", "record_id", record_columns(FIELDS))

VALUES = Table(
    "values",
    "One row per value read, nothing dropped.",
    "value_id",
    (
        Column("value_id", TEXT, "The value."),
        Column("record_id", TEXT, "The record it belongs to."),
        Column("field", TEXT, "A field of the schema, or other:<label>."),
        Column("label", TEXT, "The label as written."),
        Column("value", TEXT, "What was read: number, ISO 8601 date or text."),
        Column("number", DECIMAL, "The figure in the field's unit."),
        Column("unit", TEXT, "The unit of the figure."),
        Column("low", DECIMAL, "Lower bound of what the written digits stand for."),
        Column("high", DECIMAL, "Upper bound of what the written digits stand for."),
        Column("currency", TEXT, "ISO 4217."),
        Column("date", TEXT, "ISO 8601 at the precision written."),
        Column("qualifier", TEXT, "About, over, a bearing: as written."),
        Column("as_of", TEXT, "The time it holds for, at the precision written."),
        Column("of", TEXT, "What it is a kind, part or ratio of."),
        Column("document", TEXT, "Where it stands."),
        Column("line", INTEGER, "Line in the document, from 1."),
        Column("column", INTEGER, "Column in the line, from 1."),
        Column("start", INTEGER, "First code point of the literal in the document's text."),
        Column("end", INTEGER, "Code point after the literal."),
        Column("text", TEXT, "The literal: exactly what stands there."),
        Column("rule", TEXT, "The rule that read it."),
        Column("confidence", DECIMAL, "1 where the text leaves no choice."),
        Column("rank", INTEGER, "Order of rival readings of one literal, 0 first."),
        Column("in_force", BOOLEAN, "Whether the record holds it."),
        Column("reported", TEXT, "The value as read, where a decision replaced it."),
        Column("decision", TEXT, "The decision that replaced it."),
    ),
)

FINDINGS = Table(
    "findings",
    "One row per doubt.",
    "finding_id",
    (
        Column("finding_id", TEXT, "The finding; it outlives runs."),
        Column("code", TEXT, "The check."),
        Column("severity", TEXT, "error, warning or note."),
        Column("record_id", TEXT, "The record to correct."),
        Column("field", TEXT, "The field to blame."),
        Column("fields", TEXT, "All fields that took part, joined by `;`."),
        Column("message", TEXT, "What is doubtful."),
        Column("computed", TEXT, "The formula with its figures."),
        Column("document", TEXT, "Where it stands."),
        Column("line", INTEGER, "Line in the document, from 1."),
        Column("column", INTEGER, "Column in the line, from 1."),
        Column("start", INTEGER, "First code point of the literal in the document's text."),
        Column("end", INTEGER, "Code point after the literal."),
        Column("text", TEXT, "The literal to blame."),
        Column("evidence", TEXT, "All literals involved, as JSON."),
        Column("suggestion", TEXT, "The best correction, in the field's unit."),
        Column("suggestion_reason", TEXT, "Why it fits."),
        Column("suggestions", TEXT, "All corrections, as JSON."),
        Column("status", TEXT, "open, accepted, kept, replaced or stale."),
        Column("decided_by", TEXT, "Who decided."),
        Column("decided_at", TEXT, "When."),
        Column(
            "priority", DECIMAL, "Suspicion times impact: the highest is to be looked at first."
        ),
    ),
)

TABLES = (DOCUMENTS, RECORDS, VALUES, FINDINGS)


@cached()
def records_table() -> Table:
    """The table of records with a column for every field that a person declared."""
    own = (
        Column(field.name, OWN_KINDS[field.kind], field.doc or "A field of one's own.", field.unit)
        for field in teaching_in_force().fields
    )
    end = len(RECORD_END)
    return RECORDS._replace(columns=(*RECORDS.columns[:-end], *own, *RECORD_END))


def tables() -> tuple[Table, ...]:
    """The four tables as the teaching in force has them."""
    return (DOCUMENTS, records_table(), VALUES, FINDINGS)
