"""Values and labels that go on below themselves: "12 May" above an indented "1990".

A line that begins exactly where the value above it begins, and goes on with what that left open, is
no line of its own. Nor is one that makes a known label together with the line above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.source import Span
from pipeline.normalize.text import is_cjk
from pipeline.read.grammar import meaning
from pipeline.read.paste.piece import Piece, joined

_INDENTED = re.compile(r"(?P<end>\r?\n)(?P<indent>[ ]{6,})(?P<rest>[^\s:][^\n:]{0,80})(?=\n|$)")
_SET_OFF = re.compile(r"[ ]*(?:[^\s:].*?)(?::[ ]*|\.{3,}[ ]*|[ ]{2,})")
_CELLS = re.compile(r"\S {3,}\S|\t|\|")
_DIGIT = re.compile(r"\d")
_PARTED = re.compile(r"[年月년월]$")
_MAY_LABEL = re.compile(r"\n[ \t]*(?:[^\W\d_A-Z]|\()[^\n:]{2,50}:")
_LABEL = re.compile(
    r"(?:^|(?<=\n))[ \t]*(?P<first>[^\W\d_][^\n:.;!?|\t]{2,50})(?P<end>\r?\n[ \t]*)"
    r"(?P<rest>(?:[^\W\d_A-Z]|\()[^\n:.;!?|\t]{2,50})(?=:[ \t]*\S)"
)


def continued(text: str) -> Iterator[Piece]:
    """A text whose values go on in their own line, if some go on below it."""
    at = 0
    for match in _INDENTED.finditer(text):
        value = _value_above(text, match)
        if value is None or not _is_open(value, match["rest"]):
            continue
        yield Piece(at, match.start())
        if not _is_unspaced(value, match["rest"]):
            yield Piece(match.end("indent") - 1, match.end("indent"))
        at = match.start("rest")
    if at:
        yield Piece(at, len(text))


def _value_above(text: str, match: re.Match[str]) -> str | None:
    """The value of a label in the line above, if it begins where the line below it does."""
    start = text.rfind("\n", 0, match.start()) + 1
    indent = match.end("indent") - match.start("indent")
    for begins in (indent, indent + 1, indent - 1):
        head, value = text[start : start + begins], text[start + begins : match.start()]
        if value[:1].strip() and _SET_OFF.fullmatch(head) and not _CELLS.search(value):
            return value.rstrip()
    return None


def _is_open(value: str, rest: str) -> bool:
    """Whether a value was left open above the rest of it."""
    if _CELLS.search(rest) or value[-1] in ".;。；":
        return False
    if value.count("(") > value.count(")") or value[-1] in ",-&/":
        return True
    if is_cjk(rest[0]):
        return bool(_DIGIT.search(value)) and not _DIGIT.search(rest)
    if rest[0].isdigit():
        return _is_amid(value)
    return rest[0].islower() or rest[0] in ")%"


def _is_amid(value: str) -> bool:
    """Whether a date is parted: "firmato il" above "17 maggio", "平成3年" above "10月5日"."""
    last = value.rsplit(maxsplit=1)[-1]
    worded = last.isalpha() and last.islower() and not _DIGIT.search(value)
    return worded or bool(_PARTED.search(value))


def _is_unspaced(value: str, rest: str) -> bool:
    """Whether nothing stands between the two halves where they stand on one line."""
    return is_cjk(rest[0]) or is_cjk(value[-1])


def relabelled(text: str) -> Iterator[Piece]:
    """A text whose labels stand on one line each, if some stand on two."""
    if _MAY_LABEL.search(text):
        yield from joined(text, _inside_labels(text))


def _inside_labels(text: str) -> Iterator[Span]:
    """The line ends inside labels; what the two lines make together is a known one."""
    for match in _LABEL.finditer(text):
        first, rest = match["first"].strip(), match["rest"].strip()
        if meaning(f"{first} {rest}").fields and not meaning(rest).fields:
            yield Span(*match.span("end"))
