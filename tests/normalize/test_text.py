import unicodedata

import pytest

from pipeline.normalize.text import _table, at_once, fold, key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Area 12 km²", "Area 12 km²"),
        ("４２５\u00a0㎢ – “Lyon”", '425 ㎢ - "Lyon"'),
        ("٢٠٠٥、İzmir", "2005、Izmir"),
        ("║ ─ ½ \ud800", "| - ½ \ud800"),
        ("", ""),
    ],
)
def test_signs_are_folded_one_for_one(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(fold(text)) == len(text)


def test_no_folded_sign_is_folded_again() -> None:
    assert _table().keys().isdisjoint(_table().values())
    assert all(len(sign) == len(folded) == 1 for sign, folded in _table().items())


def test_digits_of_all_scripts_are_folded() -> None:
    digits = [sign for sign in map(chr, range(0x80, 0xD800)) if sign.isdecimal()]
    assert [fold(sign) for sign in digits] == [str(unicodedata.decimal(sign)) for sign in digits]
    assert fold("½ ² 四 Ⅷ") == "½ ² 四 Ⅷ"


@pytest.mark.parametrize(
    "texts", [(), ("",), ("Größe", "ΟΔΟΣ"), ("ΟΔΟΣ ", "", " a"), ("one\nline", "Two")]
)
def test_texts_changed_at_once_are_those_changed_one_by_one(texts: tuple[str, ...]) -> None:
    assert at_once(str.lower, texts) == [text.lower() for text in texts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("  Sister\tCITY ", "sister city"), ("İI\u0307", "ii"), ("STRAßE", "strasse"), ("", "")],
)
def test_a_key_has_no_case_and_single_blanks(text: str, expected: str) -> None:
    assert key(text) == expected
