"""Which format a file is taken for, and what each one gives or refuses."""

import sys
import zipfile
from io import BytesIO

import pytest

from pipeline.read.formats import FORMATS, find_format, read_as

PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R\
/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 78>>stream
BT /F 12 Tf 20 150 Td (Country: Mongolia) Tj 0 -20 Td (Area: 5 km2) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF"""
LOCK = (
    b"trailer<</ID[(a)(b)]/Encrypt<</Filter/Standard/V 1/R 2/P -4"
    b"/O(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)/U(bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb)>>"
)


def packed(**parts):
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name.replace("__", "/")), content, zipfile.ZIP_DEFLATED)
    return archive.getvalue()


DOCX = packed(**{"word__document.xml": b"x"})
BOMB = packed(**{"word__document.xml": b"\0" * 60_000_000})

# Paths, bytes and the format that they are.
KNOWN = (
    ("a.txt", b"Name: Kujo", "txt"),
    ("a.md", b"# Kujo", "txt"),
    ("a", b"Name: Kujo", "txt"),
    ("a.weird", b"Name: Kujo", "txt"),
    ("a.pdf", PDF, "pdf"),
    ("a.txt", PDF, "pdf"),
    ("a.pdf", b"Name: Kujo", "pdf"),
    ("a.txt", b"<!DOCTYPE html><p>Kujo", "html"),
    ("a.txt", "\ufeff<HTML>".encode("utf-16-le"), "html"),
    ("A.HTM", b"Name: Kujo", "html"),
    ("a.txt", b"The <html> tag", "txt"),
    ("a.docx", b"", "docx"),
    ("a.txt", DOCX, "docx"),
    ("a.txt", packed(a=b""), "binary"),
    ("a.txt", b"\x89PNG\r\n", "binary"),
    ("a.html", b"\xff\xd8\xff\xe0", "binary"),
    ("a.txt", bytes(range(256)) * 4, "binary"),
    ("a.txt", b"\0" * 100, "binary"),
    ("a.txt", b"Name: F\0oo\nArea: 5\n", "txt"),
    ("a.txt", "이름: 가\0나 인구와 면적은 모름\n".encode("cp949"), "txt"),
    ("a.txt", "이름: 횡성\n면적: 5\n".encode("utf-16-be"), "txt"),
)
# Formats, bytes and what is said of them.
REFUSED = (
    ("txt", b"", "the file is empty"),
    ("binary", b"\x89PNG", "looks like a PNG image"),
    ("binary", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx"),
    ("pdf", PDF[:60], "broken"),
    ("pdf", b"Name: Kujo", "broken"),
    ("pdf", PDF.replace(b"Tj", b"  "), "without a text layer"),
    ("pdf", PDF.replace(b"trailer<<", LOCK), "encrypted"),
    ("docx", b"Name: Kujo", "broken"),
    ("docx", DOCX, "broken"),
    ("docx", DOCX[:40], "broken"),
    ("docx", BOMB, "unpacks to more"),
)
NAMED = {row.name: row for row in FORMATS}
LIBRARIES = (("pdf", "pypdfium2", PDF), ("html", "inscriptis", b"<p>Kujo"), ("docx", "docx", DOCX))


@pytest.mark.parametrize(("path", "content", "name"), KNOWN)
def test_format_is_known_by_bytes_then_by_name(path, content, name):
    assert find_format(path, content).name == name


@pytest.mark.parametrize(("name", "content", "said"), REFUSED)
def test_what_cannot_be_read_is_said(name, content, said):
    decoded = read_as(NAMED[name], content)
    (repair,) = decoded.repairs
    assert (decoded.text, repair.code) == ("", "T01")
    assert said in repair.message


@pytest.mark.parametrize(("name", "library", "content"), LIBRARIES)
def test_a_missing_library_is_named_with_its_cure(name, library, content, monkeypatch):
    monkeypatch.setitem(sys.modules, library, None)
    (repair,) = read_as(NAMED[name], content).repairs
    assert "pip install place-profiles[formats]" in repair.message


def test_pages_of_a_pdf_are_joined():
    page = "Country: Mongolia\nArea: 5 km2"
    decoded = read_as(NAMED["pdf"], PDF)
    assert (decoded.text, decoded.repairs) == (f"{page}\n\n{page}", ())
