"""What is said about broken, lost and control characters, and where."""

import pytest

from pipeline.model.source import Repair, Span
from pipeline.read.decode.damage import MOST, find_damage, mend

# (text, the damaged places as quoted)
DAMAGED = (
    ("Name: F\0oo", ["\0"]),
    ("Name: F\x07\x07oo\x1b", ["\x07\x07", "\x1b"]),
    ("Name: F\ufffd\ufffdo\ufffd", ["\ufffd\ufffd", "\ufffd"]),
    ("Name:\u0085", ["\u0085"]),
    ("Name:\tFoo\r\nArea: 5\f", []),
    ("면적 425.3㎢", []),
    ("", []),
)
# (text with undecodable bytes as lone surrogates, what is quoted, what is suggested)
HOLES = (
    ("Name: F\udcffo", "\ufffd", ""),
    ("인구: 3만 면적\udcec\udc9d", "\ufffd\ufffd", ""),
    ("인구\nUniversit\udce4t\n", "Universit\ufffdt", "Universität"),
)


@pytest.mark.parametrize(("text", "quoted"), DAMAGED)
def test_damage_is_found_where_it_stands(text, quoted):
    repairs = find_damage(text, ())
    assert [text[repair.span.start : repair.span.end] for repair in repairs] == quoted
    assert {repair.code for repair in repairs} <= {"T01"}


@pytest.mark.parametrize(("text", "quoted", "suggested"), HOLES)
def test_undecodable_bytes_become_replacement_characters(text, quoted, suggested):
    mended, (repair,) = mend(text, "utf-8")
    assert len(mended) == len(text)
    assert mended[repair.span.start : repair.span.end] == quoted
    assert repair.suggestion == suggested


def test_bytes_are_shown_in_the_message():
    assert mend("a\udcff\udcfeb", "utf-8")[1][0].message == "bytes that are not utf-8: FF FE"


def test_sound_text_is_left_alone():
    assert mend("면적 425.3㎢", "utf-8") == ("면적 425.3㎢", ())


def test_known_damage_is_not_told_twice():
    assert find_damage("a\ufffdb\0", (Repair("T01", "known", Span(1, 2)),))[0].span == Span(3, 4)


@pytest.mark.parametrize(("text", "find"), [("a\0" * 50, find_damage), ("a\udcff" * 50, mend)])
def test_many_places_are_counted(text, find):
    repairs = find(text, ()) if find is find_damage else mend(text, "utf-8")[1]
    assert len(repairs) == MOST + 1
    assert (repairs[-1].message, repairs[-1].span) == ("30 more places like these", Span(41, 100))
