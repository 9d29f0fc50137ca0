from __future__ import annotations

import io
import sys

import pytest

from pipeline.write.escape import (
    HIDDEN,
    markdown,
    markdown_code,
    markup,
    spreadsheet,
    terminal,
    visible,
    web_link,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Area: 425㎢\n", "Area: 425㎢\n"),
        ("한국어, 中文, عربي, فارسی\u200cها", "한국어, 中文, عربي, فارسی\u200cها"),
        ("a\tb", "a\tb"),
        ("\x1b[31mred", "␛[31mred"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("\x9b2J", "⟨U+009B⟩2J"),
        ("1\u202e2", "1⟨U+202E⟩2"),
        ("\u2066x\u2069", "⟨U+2066⟩x⟨U+2069⟩"),
        ("\u2028", "⟨U+2028⟩"),
        ("\ufeff7", "⟨U+FEFF⟩7"),
        ("\udc80", "⟨U+DC80⟩"),
        ("\U000e0041", "⟨U+E0041⟩"),
    ],
)
def test_visible(text, shown):
    assert visible(text) == shown


def test_what_is_printable_hides_nothing():
    hidden = HIDDEN.findall("".join(map(chr, range(sys.maxunicode + 1))))
    assert hidden
    assert not any(map(str.isprintable, hidden))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain", "plain"),
        ("a\nb", "a␊b"),
        ("a\rb", "a␍b"),
        ("a\tb", "a b"),
        ("\x1b]0;x\x07", "␛]0;x␇"),
    ],
)
def test_terminal(text, line):
    assert terminal(text) == line


@pytest.mark.parametrize(
    "text", ["[/]", "[bold]x[/bold]", "[link=http://a.b]x", "a\\[b]", "[red]", "[1, 2]", "x\\"]
)
def test_markup_is_text_to_rich(text):
    from rich.console import Console

    console = Console(file=io.StringIO(), width=200, force_terminal=False)
    console.print(f"[bold]{markup(text)}[/bold]", highlight=False)
    assert console.file.getvalue() == f"{text}\n"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("8.62 million", "8.62 million"),
        ("a | b", r"a \| b"),
        ("`rm`", r"\`rm\`"),
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("[x](javascript:alert(1))", r"\[x\](javascript:alert(1))"),
        ("*a* _b_ ~c~ $d$", r"\*a\* \_b\_ \~c\~ \$d\$"),
        ("# heading", r"\# heading"),
        ("- point", r"\- point"),
        ("1. first", r"1\. first"),
        ("two\nlines", "two lines"),
        ("&lt;", r"\&lt;"),
        ("\x1b[0m", r"␛\[0m"),
        ("ask @someone", "ask @<!-- -->someone"),
        ("a@b.org", "a@b.org"),
    ],
)
def test_markdown(text, escaped):
    assert markdown(text) == escaped


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("425㎢", "`425㎢`"),
        ("a`b", "``a`b``"),
        ("`", "`` ` ``"),
        ("``x", "``` ``x ```"),
        ("", "`   `"),
        ("a\nb", "`a␊b`"),
    ],
)
def test_markdown_code(text, code):
    assert markdown_code(text) == code


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+82 2 123", "'+82 2 123"),
        ("-3", "'-3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("Baoshan", "Baoshan"),
        ("a=b", "a=b"),
        ("'quoted", "'quoted"),
        ("", ""),
    ],
)
def test_spreadsheet(text, cell):
    assert spreadsheet(text) == cell


@pytest.mark.parametrize(
    "address",
    [
        "http://www.shbsq.gov.cn/",
        "https://example.org/a?b=c#d",
        "HTTP://EXAMPLE.ORG",
        "http://서울.kr/",
    ],
)
def test_web_link(address):
    assert web_link(address) == address


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\nscript:alert(1)",
        " http://example.org",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org",
        "www.example.org",
        "http://",
        "http:///path",
        "http://[::1",
        'http://a.b/"onclick=x',
        "http://a.b/\u202ecod.exe",
        "http://a.b\x00",
        "",
    ],
)
def test_no_link(text):
    assert web_link(text) == ""
