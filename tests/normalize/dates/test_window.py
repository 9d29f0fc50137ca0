import pytest

from pipeline.model.source import Span
from pipeline.normalize.dates.window import AFTER, BEFORE, windows

FAR = "the harbour is closed on market days and nobody there minds it much, "


@pytest.mark.parametrize(
    ("stretch", "count"),
    [
        ("founded in 1712", 1),
        (f"founded in 1712, {FAR * 2} burnt in 1840", 2),
        (f"{FAR * 2} burnt in 1840", 1),
        ("1712, 1840 and 1990", 1),
        ("since '98, since 3.5.98", 1),
        ("昭和36年", 1),
        ("9,000 people in 12 streets", 0),
        ("", 0),
    ],
)
def test_a_stretch_of_a_page_has_the_windows_that_it_has_alone(stretch: str, count: int) -> None:
    before = f"Since 1950\n{FAR}\n"
    page = f"{before}{stretch}\nUntil 2011"
    alone = list(windows(stretch, 0, len(stretch)))
    found = windows(page, len(before), len(before) + len(stretch))
    assert [Span(a - len(before), b - len(before)) for a, b in found] == alone
    assert len(alone) == count


def test_a_window_reaches_as_far_as_the_longest_date() -> None:
    text = f"{FAR}in 1712, {FAR}"
    at = text.index("1712")
    assert list(windows(text, 0, len(text))) == [Span(at - BEFORE, at + 4 + AFTER)]
