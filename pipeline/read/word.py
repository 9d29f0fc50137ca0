"""The text of a Word document: paragraphs and tables in their order."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _ROW, _CELL = f"{_WORD}p", f"{_WORD}tr", f"{_WORD}tc"
_TEXT = f"{_WORD}t"
_BREAKS = {
    f"{_WORD}tab": "\t",
    f"{_WORD}br": "\n",
    f"{_WORD}cr": "\n",
    f"{_WORD}noBreakHyphen": "-",
    _PARAGRAPH: "\n",  # a text box stands inside a paragraph
}
# What else a text box is written as, for old programs: reading both would say everything twice.
_AGAIN = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def extract_text(content: bytes) -> str:
    """A line for each paragraph and for each row, the cells of a row joined by " | ".

    python-docx opens the file; its own paragraph text leaves out content controls and tracked
    insertions, so the runs are walked here.
    """
    from docx import Document

    body = Document(BytesIO(content)).element.body
    return "".join(f"{block}\n" for block in _blocks(body))


def _blocks(body: _Element) -> Iterator[str]:
    for block in body:
        if block.tag == _PARAGRAPH:
            yield "".join(_pieces(block))
        elif block.tag == _ROW:
            yield " | ".join(_cells(block))
        else:  # a table, or the container of a content control
            yield from _blocks(block)


def _cells(row: _Element) -> Iterator[str]:
    for cell in row.iter(_CELL):
        if next(cell.iterancestors(_ROW)) is row:
            yield " ".join(" ".join(_blocks(cell)).split())


def _pieces(element: _Element) -> Iterator[str]:
    for part in element:
        if part.tag == _TEXT:
            yield part.text or ""
        elif part.tag != _AGAIN:
            yield _BREAKS.get(part.tag, "")
            yield from _pieces(part)
