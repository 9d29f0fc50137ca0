"""How bytes become text: the encoding, how it was found, and what is mended."""

import pytest

from pipeline.read.decode.encoding import decode
from pipeline.read.decode.wide import find_wide

PROFILE = "이름: 횡성군\n면적 425.3㎢\n인구: 약 32만 명 (2013년)\n기후: 온화\n"
ENGLISH = "Name: Kujo\r\nArea: 425.3 km²\r\n"
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")

# (bytes, text, encoding, how it was found begins with)
FOUND = (
    (b"Name: Kujo\r\nArea: 5\n", "Name: Kujo\r\nArea: 5\n", "utf-8", "only ASCII"),
    (PROFILE.encode(), PROFILE, "utf-8", "every byte is UTF-8"),
    (PROFILE.encode("utf-8-sig"), PROFILE, "utf-8", "byte-order mark"),
    (PROFILE.encode("utf-16"), PROFILE, "utf-16-le", "byte-order mark"),
    (PROFILE.encode("utf-32"), PROFILE, "utf-32-le", "byte-order mark"),
    *((PROFILE.encode(wide), PROFILE, wide, "where NUL bytes stand") for wide in WIDE),
    *((ENGLISH.encode(wide), ENGLISH, wide, "where NUL bytes stand") for wide in WIDE),
    (PROFILE.encode("cp949"), PROFILE, "cp949", "characters: very likely"),
    (ENGLISH.encode("cp1252"), ENGLISH, "cp1252", "characters: very likely"),
    ("面積\n人口 約12万\n".encode("iso2022_jp"), "面積\n人口 約12万\n", "iso2022_jp", "escape"),
    (b"Name: F\0oo\nArea: 5\n", "Name: F\0oo\nArea: 5\n", "utf-8", "only ASCII"),
    ("이름: 가\0나\n".encode(), "이름: 가\0나\n", "utf-8", "every byte"),
)
# (bytes, encoding, text quoted by each repair, suggestions)
MENDED = (
    ("인구\n".encode() * 4 + b"a\xffb", "utf-8", ["\ufffd"], [""]),
    (PROFILE.encode()[:-2], "utf-8", ["\ufffd\ufffd"], [""]),
    (b"Name: Foo \xff\xfe\xfa Town", "utf-8", ["\ufffd\ufffd\ufffd"], [""]),
    ("the end…".encode()[:-1], "utf-8", ["\ufffd\ufffd"], [""]),
    (
        PROFILE.encode() + "Universität".encode("cp1252"),
        "utf-8",
        ["Universit\ufffdt"],
        ["Universität"],
    ),
    (PROFILE.encode() + b"X" * 3000 + "ä".encode("cp1252"), "utf-8", ["\ufffd"], [""]),
    (PROFILE.encode("cp949") + b"\xff", "cp949", ["\ufffd"], [""]),
    (b"\xff\xfe" + "Name".encode("utf-16-le") + b"a", "utf-16-le", [], []),
)
# (what a page declares, bytes, encoding taken)
DECLARED = (
    ("euc-kr", "횡성".encode("cp949"), "cp949"),
    ("gb2312", "青岛啤酒节".encode("gb18030"), "gb18030"),
    ("Shift_JIS", "岐阜".encode("cp932"), "cp932"),
    ("iso-8859-1", PROFILE.encode("cp949"), "cp949"),
    ("iso-8859-2", "Łódź".encode("iso-8859-2"), "iso8859-2"),
    ("utf-8", PROFILE.encode("cp949"), "cp949"),
    ("euc-kr", PROFILE.encode(), "utf-8"),
    ("idna", PROFILE.encode("cp949"), "cp949"),
    ("no such thing", PROFILE.encode("cp949"), "cp949"),
)
NOT_WIDE = (
    b"",
    b"Name",
    b"Name: F\0oo\nArea: 5\n",
    PROFILE.encode(),
    b"\0" * 64,
    bytes(range(256)),
)


@pytest.mark.parametrize(("content", "text", "encoding", "how"), FOUND)
def test_encoding_is_found(content, text, encoding, how):
    decoded = decode(content)
    assert (decoded.text, decoded.encoding, decoded.repairs) == (text, encoding, ())
    assert decoded.detection.startswith(how)


@pytest.mark.parametrize(("content", "encoding", "quoted", "suggested"), MENDED)
def test_broken_bytes_are_mended(content, encoding, quoted, suggested):
    decoded = decode(content)
    places = [decoded.text[repair.span.start : repair.span.end] for repair in decoded.repairs]
    assert (decoded.encoding, places) == (encoding, quoted)
    assert [repair.suggestion for repair in decoded.repairs] == suggested


def test_a_korean_line_in_a_utf8_page_is_suggested():
    content = PROFILE.encode() + "인구는 약 삼십만".encode("cp949")
    (repair,) = decode(content).repairs
    assert "mixed encodings" in repair.message
    assert repair.suggestion == "인구는 약 삼십만"


def test_utf8_lines_in_a_korean_page_are_suggested_once():
    content = PROFILE.encode("cp949") * 3 + "면적: 넓다\n인구\n".encode()
    repairs = decode(content).repairs
    assert sorted(repair.suggestion for repair in repairs) == ["면적: 넓다", "인구"]


@pytest.mark.parametrize(("declared", "content", "encoding"), DECLARED)
def test_a_declared_encoding_is_taken_unless_the_bytes_say_otherwise(declared, content, encoding):
    assert decode(content, declared).encoding == encoding


@pytest.mark.parametrize("content", NOT_WIDE)
def test_other_texts_are_not_wide(content):
    assert find_wide(content) == ""


def test_a_guess_is_said_to_be_one():
    (repair,) = decode("青岛啤酒节".encode("gb18030")).repairs
    assert repair.message == "the encoding is a guess: cp949, or gb18030"
    assert repair.suggestion == "青岛啤酒节"


def test_a_text_of_one_long_line_is_read():
    line = "인구 삼십만 명, " * 240_000
    assert decode(line.encode("cp949")).text == line


def test_two_texts_of_different_encodings_in_one_file_are_told_apart():
    latin, wide = "Peña\nPoblación: 54.320\n".encode("cp1252"), "España\nLogroño\n".encode()
    decoded = decode(latin + wide + b"Superficie: 79\xfe,3 km\xff\n")
    assert (decoded.encoding, "España\nLogroño" in decoded.text) == ("utf-8", True)
    assert "Población: 54.320" in [repair.suggestion for repair in decoded.repairs]
