"""The formats that a document may come in: one function and one row of FORMATS for each."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import PurePosixPath
from typing import NamedTuple

from pipeline.read.decode.encoding import Decoded, decode
from pipeline.read.decode.whole import whole
from pipeline.read.decode.wide import find_wide
from pipeline.read.webpage import read_page
from pipeline.read.word import extract_text

# Bounds that no profile reaches and a crafted file would: unpacked bytes, parts, pages.
LARGEST_UNPACKED = 50_000_000
MOST_PARTS = 5_000
MOST_PAGES = 1_000

MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"PK\x03\x04", "a ZIP archive or an Office file that is no Word document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (save it as .docx)"),
    (b"{\\rtf", "a Rich Text file (save it as .docx or .txt)"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
_CONTROLS = bytes({*range(32)} - {*b"\t\n\v\f\r\x1b"})


class UnreadableError(Exception):
    """A file that has no text to give; the message says what it is, after "the file"."""


class Format(NamedTuple):
    """One kind of file: ``matches`` knows it by its bytes, ``suffixes`` by its name."""

    name: str
    suffixes: tuple[str, ...]
    matches: Callable[[bytes], bool]
    read: Callable[[bytes], Decoded]


def read_pdf(content: bytes) -> Decoded:
    """The text layer of a PDF, a blank line between pages."""
    from pypdfium2 import PdfDocument

    with PdfDocument(content) as pdf:
        numbers = range(min(len(pdf), MOST_PAGES))
        pages = [pdf[number].get_textpage().get_text_range() for number in numbers]
        left = len(pdf) - len(pages)
    # pdfium marks a hyphen that ends a line as U+FFFE or U+0002.
    text = re.sub("[\ufffe\x02]", "-", "\n\n".join(pages).replace("\r\n", "\n"))
    if not text.strip():
        raise UnreadableError("is a PDF without a text layer, perhaps scanned pages")
    repairs = (whole(f"the last {left} pages are not read"),) if left else ()
    return Decoded(text, "", "text layer of the PDF", repairs)


def read_docx(content: bytes) -> Decoded:
    """Paragraphs and tables of a Word document, refused where it would unpack without bounds."""
    from zipfile import ZipFile

    with ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise UnreadableError("unpacks to more than a profile can be")
    return Decoded(extract_text(content), "", "text of the Word document")


def read_binary(content: bytes) -> Decoded:
    """No text, ever: a picture or an archive is named for what it is."""
    raise UnreadableError(f"looks like {_binary_kind(content)}, which holds no text to read")


def _is_pdf(content: bytes) -> bool:
    return b"%PDF-" in content[:1024]


def _is_docx(content: bytes) -> bool:
    return content.startswith(b"PK\x03\x04") and b"word/document.xml" in content


def _is_page(content: bytes) -> bool:
    head = content[:1024].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    return head.startswith(b"<") and (b"<!doctype html" in head or b"<html" in head)


def _is_binary(content: bytes) -> bool:
    return bool(_binary_kind(content))


def _by_name_only(_: bytes) -> bool:
    return False


FORMATS = (
    Format("pdf", (".pdf",), _is_pdf, read_pdf),
    Format("docx", (".docx",), _is_docx, read_docx),
    Format("html", (".html", ".htm", ".xhtml"), _is_page, read_page),
    Format("binary", (), _is_binary, read_binary),
    Format("txt", (".txt", ".md", ".csv", ""), _by_name_only, decode),
)
PLAIN = FORMATS[-1]


def find_format(path: str, content: bytes) -> Format:
    """The format that the bytes show, else the one that the name says, else plain text."""
    shown = next((row for row in FORMATS if row.matches(content)), None)
    suffix = PurePosixPath(path).suffix.lower()
    return shown or next((row for row in FORMATS if suffix in row.suffixes), PLAIN)


def read_as(form: Format, content: bytes) -> Decoded:
    """What a format makes of the bytes; empty text with a repair where it cannot read them."""
    if not content:
        return _unread("the file is empty")
    try:
        return form.read(content)
    except ModuleNotFoundError:
        return _unread(f"to read {form.name}: pip install place-profiles[formats]")
    except UnreadableError as reason:
        return _unread(f"the file {reason}")
    except Exception as error:  # noqa: BLE001  libraries raise anything at all for a broken file
        state = "encrypted" if "password" in str(error).lower() else "broken"
        return _unread(f"the file is {state}: no {form.name} to read ({type(error).__name__})")


def _unread(message: str) -> Decoded:
    return Decoded("", "", "not read", (whole(message),))


def _binary_kind(content: bytes) -> str:
    for magic, kind in MAGIC:
        if content.startswith(magic):
            return kind
    head = content[:65_536]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    is_text = len(head.decode("utf-8", "ignore").encode()) > len(head) - 4
    # A text may hold stray NULs: a third of it at most, and one in twenty if it is no UTF-8.
    few = controls * (3 if is_text else 20) <= len(head)
    return "" if few or find_wide(content) else "a binary file"
