"""Text made safe for where it is shown: a page, Markdown, a terminal, a spreadsheet.

HTML's own escaping is Jinja's (``autoescape``); ``visible`` is what it needs besides.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# C0 and C1 controls but tab and line feed, line and paragraph separators, bidi controls and
# marks, deprecated format characters, interlinear anchors, tags, lone surrogates, a late BOM.
# Joiners (U+200C, U+200D) stay: Persian and the scripts of India are spelt with them.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
MARKDOWN = re.compile(r"([\\`*_\[\]<>|~&$])")
MARKDOWN_START = re.compile(r"^(\d{1,9}(?=[.)](?: |$))|(?=[#+=-]))")
MENTION = re.compile(r"(?<!\w)@(?=\w)")
TICKS = re.compile("`+")
WEB = re.compile(r"https?://[^\s<>\"'\\`]+", re.IGNORECASE)
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def visible(text: str) -> str:
    """The text with every character that hides, reorders or commands shown by its name.

    ESC becomes ``␛``, a right-to-left override ``⟨U+202E⟩``. Tab and line feed stay.
    """
    return text if text.isprintable() else HIDDEN.sub(_name, text)


def terminal(text: str) -> str:
    """One line for a terminal: nothing in it moves the cursor, colours or forges a line."""
    return visible(text).replace("\n", "␊").replace("\t", " ")


def markup(text: str) -> str:
    """One line for rich: as for a terminal, and ``[/]`` is text."""
    from rich.markup import escape

    return escape(terminal(text))


def markdown(text: str) -> str:
    """One line of Markdown that renders as the text: no markup, table cell, HTML or mention."""
    line = " ".join(visible(text).split())
    start = MARKDOWN_START.match(line)
    cut = start.end() if start else 0
    escaped = line[:cut] + ("\\" if start else "") + MARKDOWN.sub(r"\\\1", line[cut:])
    return MENTION.sub("@<!-- -->", escaped)


def markdown_code(text: str) -> str:
    """A code span of Markdown that shows the text exactly; not for a cell of a table."""
    line = terminal(text) or " "
    fence = "`" * (max(map(len, TICKS.findall(line)), default=0) + 1)
    pad = " " if line[0] in "` " or line[-1] in "` " else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def spreadsheet(text: str) -> str:
    """A text cell that no spreadsheet runs as a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def web_link(text: str) -> str:
    """The address if it leads to a web page and nowhere else, or an empty text.

    ``javascript:``, ``data:`` and whatever a browser might mend into them are never links.
    """
    if not WEB.fullmatch(text) or visible(text) != text:
        return ""
    try:
        return text if urlsplit(text).hostname else ""
    except ValueError:
        return ""


def _name(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"
