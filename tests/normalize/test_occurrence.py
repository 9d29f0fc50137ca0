import re

import pytest

from pipeline.normalize.occurrence import Sought

DIGIT = Sought(re.compile(r"\d"))
TEXT = "Area 9 km, 12 wards"


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (0, 5, ()),
        (0, 6, (5,)),
        (5, 6, (5,)),
        (6, 11, ()),
        (6, 19, (11, 12)),
        (12, 12, ()),
        (13, 19, ()),
    ],
)
def test_a_stretch_holds_what_begins_in_it(start: int, end: int, found: tuple[int, ...]) -> None:
    told = DIGIT.places(TEXT)
    assert told.between(start, end) == found
    assert told.within(start, end) == DIGIT.begins(TEXT, start, end) == bool(found)


def test_a_page_is_searched_once() -> None:
    assert DIGIT.places(TEXT).starts is DIGIT.places(TEXT).starts
