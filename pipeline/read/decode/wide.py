"""UTF-16 and UTF-32 without a byte-order mark: the zeros tell."""

from __future__ import annotations

from pipeline.read.decode.alphabet import COMMON


def find_wide(content: bytes) -> str:
    """UTF-16 or UTF-32 without byte-order mark, told by where NULs stand; empty if neither."""
    head = content[:65_536]
    first, second, third, fourth = (head[place::4].count(0) for place in range(4))
    full = max(1, len(head) // 4) * 0.9
    if min(third, fourth) > full or min(first, second) > full:
        encoding = "utf-32-le" if fourth > first else "utf-32-be"
    elif first + second + third + fourth > 1:
        wide = ("utf-16-le", "utf-16-be")
        encoding = next((name for name in wide if _reads_well(head, name)), "")
    else:
        return ""
    return encoding if encoding and _is_clean(head, encoding) else ""


def _is_clean(head: bytes, encoding: str) -> bool:
    text = head[: len(head) // 4 * 4].decode(encoding, "replace")
    return (text.count("\ufffd") + text.count("\0")) * 50 <= len(text)


def _reads_well(head: bytes, encoding: str) -> bool:
    # ASCII with stray NULs reads as a jumble of rare Han, wherever the NULs stand.
    text = head.decode(encoding, "replace")
    return sum(char in COMMON for char in text) * 2 > len(text)
