"""How a profile opens: with the lines of its form, or with words that may have its name."""

from __future__ import annotations

from pipeline.checks.view.page import Page
from pipeline.model.value import Record, Value
from pipeline.schema.place import BY_NAME

# A figure this near to the beginning opens the profile (a bullet or the rule of a table stands
# before it), and so does what follows a label of the schema this near to it.
NEAR, NEAR_LABELLED = 8, 60


def opens_with_words(record: Record, page: Page) -> bool:
    """Whether words that no value accounts for stand at the head of a profile.

    They are its first line, or a line right above it that is not the end of another profile: a
    heading that could not be read. A profile that opens with a line of a form has none.
    """
    if any(_is_word(value, record) for value in record.values):
        return True
    return not any(_opens(value, record) for value in record.values) or _is_headed(record, page)


def _is_word(value: Value, record: Record) -> bool:
    """Whether a text under a label that is not known stands at the very beginning of a row."""
    at = value.evidence.span.start - record.span.start
    other = value.field not in BY_NAME and bool(value.label) and value.number is None
    return other and at <= NEAR and value.evidence.text[:1].isalpha()


def _opens(value: Value, record: Record) -> bool:
    """Whether a figure, or the line of a known label, stands at the very beginning."""
    at = value.evidence.span.start - record.span.start
    known = value.field in BY_NAME and bool(value.label)
    return (value.number is not None and at <= NEAR) or (known and at <= NEAR_LABELLED)


def _is_headed(record: Record, page: Page) -> bool:
    """Whether a line stands right above the profile that another profile does not end with."""
    text = page.document.text
    end = text.rfind("\n", 0, record.span.start)
    begin = text.rfind("\n", 0, max(end, 0))
    if end < 0 or not text[begin + 1 : end].strip():
        return False
    number = page.document.position(end)[0]
    ends_another = any(one.line_start <= number <= one.line_end for one in page.records)
    return not ends_another or not text[text.rfind("\n", 0, max(begin, 0)) + 1 : begin].strip()
