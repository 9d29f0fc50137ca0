"""Where a name may begin and end in scripts that are written without blanks."""

from __future__ import annotations

import re

# What may follow a short Korean name: particles and words for kinds of place ("인도는").
_KOREAN_END = re.compile(
    r"[^가-힣]|$|[은는이가의에을를과와로도인산측내및중계식시성주현국군구으까부]"
)
_KATAKANA = re.compile(r"[ァ-ヺー]")
_THAI_LETTER = re.compile(r"[\u0e01-\u0e4e]")
_THAI_COUNTRY = "ประเทศ"
_SHORTEST_THAI = 6  # "ชาด" (Chad) is also a part of other words; "อินโดนีเซีย" is not


def stands_apart(text: str, start: int, end: int) -> bool:
    """Whether the signs around a range show that it is no part of a longer word.

    Han characters show nothing, katakana and Hangul words are runs of their script.
    """
    first = text[start]
    if _KATAKANA.match(first):
        goes_on = _KATAKANA.match(text[end - 1]) and _KATAKANA.match(text, end)
        return not (goes_on or _KATAKANA.match(text[start - 1 : start]))
    if "가" <= first <= "힣":
        return not "가" <= text[start - 1 : start] <= "힣" and _korean_ends(text, start, end)
    if _THAI_LETTER.match(first):
        return end - start >= _SHORTEST_THAI or _thai_begins(text, start)
    return True


def _korean_ends(text: str, start: int, end: int) -> bool:
    known = end - start > 2 or text[end - 1] == "국"
    return known or _KOREAN_END.match(text, end) is not None


def _thai_begins(text: str, start: int) -> bool:
    before = text[max(0, start - len(_THAI_COUNTRY)) : start]
    return before == _THAI_COUNTRY or not _THAI_LETTER.match(before[-1:])
