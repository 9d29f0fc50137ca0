"""What a saved page's text is: visible parts in lines, labels with their values."""

import pytest

from pipeline.read.webpage import read_page

# Bodies of pages and their text.
PAGES = (
    ("<dl><dt>Country</dt><dd>Mongolia</dd></dl>", "Country: Mongolia\n"),
    ("<dl><dt>Area:</dt><dd>5 km<sup>2</sup></dd></dl>", "Area: 5 km²\n"),
    ("<dl><dt>국가：<dd>몽골<dt>Twins<dd>a<dd>b</dl>", "국가： 몽골\nTwins: a\nb\n"),
    ("<dl><dt>Alone</dt></dl>", "Alone\n"),
    ("<p>10<sup>3</sup> ha<sup>[1]</sup>", "10³ ha[1]\n"),
    (
        "<table><tr><th>Country<td>Mongolia<tr><th>Area<td>5</table>",
        "Country  Mongolia\nArea     5\n",
    ),
    ("<p>Name: Kujo<br>Area: 5</p>", "Name: Kujo\nArea: 5\n"),
    ("<ul><li>one<li>two</ul>", "  * one\n  * two\n"),
    ("1&nbsp;000 &lt;5&gt;", "1 000 <5>\n"),
    ("a<p hidden>b</p><p style='DISPLAY : none !important'>c</p>", "a\n"),
    ("a<script>b</script><style>c</style><template>d</template><select><option>e</select>", "a\n"),
    ("<!-- nothing -->", ""),
    ("", ""),
)
# (page as bytes, text, encoding)
CHARSETS = (
    ("<meta charset=euc-kr><p>횡성".encode("cp949"), "횡성\n", "cp949"),
    ("<meta charset='utf-8'><p>인구와 면적".encode("cp949"), "인구와 면적\n", "cp949"),
    ('<meta content="text/html; charset = gb2312"><p>埃及'.encode("gb18030"), "埃及\n", "gb18030"),
    ('<?xml version="1.0" encoding="utf-8"?><html><p>é'.encode(), "é\n", "utf-8"),
    ("<p>면적".encode("utf-16"), "면적\n", "utf-16-le"),
)
DEEP = b"<html><script>no</script>" + b"<div>" * 10_000 + b"Area: <b>5</b>" + b"</div>" * 10_000
WIDE = b"<table><tr><td>" + b"x " * 50_000 + b"<tr><td>a" * 5_000


@pytest.mark.parametrize(("body", "text"), PAGES)
def test_visible_text_in_lines(body, text):
    page = read_page(f"<!DOCTYPE html><html><title>T</title><body>{body}".encode())
    assert (page.text, page.repairs) == (text, ())


@pytest.mark.parametrize(("content", "text", "encoding"), CHARSETS)
def test_charset_is_declared_or_found(content, text, encoding):
    page = read_page(content)
    assert (page.text, page.encoding) == (text, encoding)


@pytest.mark.parametrize(("content", "begins"), [(DEEP, "Area: 5\n"), (WIDE, "x x x")])
def test_a_page_too_deep_or_wide_is_read_without_layout(content, begins):
    page = read_page(content)
    assert page.text.startswith(begins)
    assert "without layout" in page.repairs[0].message
    assert len(page.text) < len(content)


def test_a_line_in_another_encoding_keeps_its_suggestion():
    page = read_page("<p>인구와 면적</p>\n".encode() * 3 + "Universität".encode("cp1252"))
    assert [repair.suggestion for repair in page.repairs] == ["Universität"]
