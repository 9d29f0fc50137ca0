import pytest

from pipeline.extract.page import Page
from pipeline.extract.prose.telling import may_tell
from pipeline.model.source import RawDocument, Span
from pipeline.model.value import Marks


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("35,000 visitors come to see two colleges", False),
        ("27.3% of the residents work in slate", False),
        ("A printing house pays for the school (opened in 1912)", False),
        ("84 km east of Norvale", False),
        ("It lies at 84 m", True),
        ("The population is 84", True),
        ("84 residents", True),
        ("the residents are 84", True),
        ("It has 84 km² of forest", True),
        ("founded in 1912", True),
        ("seven thousand inhabitants in 3 parts", True),
        ("1平方キロあたり512", True),
        ("人口84", True),
        ("in 12 days", False),
        ("", False),
    ],
)
def test_rows_need_a_measure_or_a_bare_figure_and_a_word(text: str, may: bool) -> None:
    page = Page(RawDocument("a.txt", "0", "text", "utf-8", "given", text), text, Marks())
    assert may_tell(page, Span(0, len(text))) is may
