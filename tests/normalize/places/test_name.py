import pytest

from pipeline.normalize.places.name import fold_name, fold_names, is_glyphic

NAMES = (" The  U.S.A. ", "Côte d’Ivoire", "Trinidad & Tobago", "대한민국", "", "TÜRKİYE", "a\nb")


def test_names_of_a_table_have_the_keys_that_each_has() -> None:
    assert fold_names(NAMES) == [fold_name(name) for name in NAMES]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("日本", True),
        ("ไทย", True),
        ("ร", True),
        ("한국", True),
        ("カナダ", True),
        ("\ufaff", True),
        ("Peru", False),
        ("Ελλάδα", False),
        ("\u0e80", False),
        ("、日本", False),
        ("", False),
    ],
)
def test_a_name_opens_in_a_script_without_blanks(name: str, *, expected: bool) -> None:
    assert is_glyphic(name) is expected
