"""A saved web page to the text that a browser would show, tables aligned, hidden parts dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.model.source import Repair, Span
from pipeline.read.decode.encoding import Decoded, decode
from pipeline.read.decode.whole import whole

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

# Bounds of what is laid out: 4 MB take some seven seconds, and a table pads each row to its widest.
LONGEST_PAGE = 4_000_000
LARGEST_TABLES = 20_000_000

_CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([\w:.-]{1,40})")
_TAG = re.compile(r"(<[^<>]*>)")
_TAG_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_UNSEEN = ("template", "noscript", "svg", "iframe", "select", "textarea", "datalist")
_HIDING = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
_INLINE = frozenset(("a", "abbr", "b", "em", "font", "i", "span", "strong", "sub", "sup", "u"))
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


def read_page(content: bytes) -> Decoded:
    """The visible text of an HTML page; without layout where the page is too deep or too large."""
    declared = _CHARSET.search(content[:4096].lower())
    source = decode(content, declared[1].decode("ascii", "ignore") if declared else "")
    repairs = tuple(_moved(source.repairs))
    text = _lay_out(source.text)
    if text is None:
        note = whole("the page is nested too deep or too large: its text is read without layout")
        text, repairs = _strip_tags(source.text), (note, *repairs)
    text = "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")
    return source._replace(text=text and f"{text}\n", repairs=repairs)


def _moved(repairs: tuple[Repair, ...]) -> Iterator[Repair]:
    # Their spans index the page's source; U+FFFD is found again where it shows in the text.
    for repair in repairs:
        if repair.suggestion:
            yield repair._replace(span=Span(0, 0))


def _lay_out(source: str) -> str | None:
    from inscriptis import Inscriptis
    from inscriptis.model.config import ParserConfig
    from lxml.etree import ParserError  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8")
    try:
        tree = document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except ParserError:  # nothing but comments
        return ""
    torn = any(entry.level_name == "FATAL" for entry in parser.error_log)
    if torn or len(source) > LONGEST_PAGE or _table_size(tree) > LARGEST_TABLES:
        return None
    _prepare(tree)
    text: str = Inscriptis(tree, ParserConfig(css=_style())).get_text()
    return text


def _style() -> dict[str, object]:
    from inscriptis.css_profiles import STRICT_CSS_PROFILE
    from inscriptis.html_properties import Display
    from inscriptis.model.html_element import HtmlElement as Style

    block, none = Style(display=Display.block), Style(display=Display.none)
    blocks = dict.fromkeys(("dl", "dt", "dd", "section", "form", "fieldset", "caption"), block)
    return {**STRICT_CSS_PROFILE, **blocks, **dict.fromkeys(_UNSEEN, none)}


def _table_size(tree: HtmlElement) -> int:
    cells = [cell for cell in tree.iter("td", "th") if cell.find(".//table") is None]
    widest = max((len(cell.text_content()) for cell in cells), default=0)
    return widest * sum(1 for _ in tree.iter("tr"))


def _prepare(tree: HtmlElement) -> None:
    for element in tree.xpath("//*[@hidden or @style]"):
        if "hidden" in element.attrib or _HIDING.search(element.get("style")):
            element.set("style", "display:none")
    for raised in tree.iter("sup"):  # "km2" may be meant, "103" for 10³ never is
        if not len(raised) and not (raised.text or "").strip("0123456789+-"):
            raised.text = (raised.text or "").translate(_RAISED)
    for label in tuple(tree.iter("dt")):
        _join_label(label)


def _join_label(label: HtmlElement) -> None:
    """Put a term of a definition list before its definition: "Country: Mongolia" on one line."""
    body = label.getnext()
    words = " ".join(label.text_content().split())
    if body is None or body.tag != "dd" or not words:
        return
    colon = "" if words.endswith((":", "：")) else ":"
    body.text = f"{words}{colon} {(body.text or '').lstrip()}"
    label.drop_tree()


def _strip_tags(source: str) -> str:
    from html import unescape

    lines = unescape("".join(_pieces(source))).splitlines()
    return "\n".join(line for line in lines if line.strip())


def _pieces(source: str) -> Iterator[str]:
    skipped = ""
    for piece in _TAG.split(source):
        tag = _TAG_NAME.match(piece)
        name = tag[1].lower() if tag else ""
        if skipped:
            skipped = "" if piece.startswith("</") and name == skipped else skipped
        elif name in ("script", "style", "title"):
            skipped = name
        elif tag:
            yield "" if name in _INLINE else "\n"
        elif not piece.startswith("<!"):
            yield piece
