"""What a place lies in by its heading or title; menus, sites and second spellings are no parents."""

import pytest

from pipeline.extract.naming.name import name_candidates
from pipeline.extract.page import Page
from pipeline.model.source import RawDocument, Span
from pipeline.model.value import Marks
from pipeline.normalize.text import fold

HEADINGS = (
    ("Norvale, New Jersey, U.S.A.", "New Jersey"),
    ("Norvale, Ontario", "Ontario"),
    ("Norvale (Thüringen)", "Thüringen"),
    ("Norvale, Somewhere, Canada", "Somewhere"),
    ("Norvale, Elm county, Hungary", "Elm county"),
    ("鈴川市（岩手県）", "岩手県"),
    ("Norvale, canton of Elm", "canton of Elm"),
    ("鈴川市（Suzukawa）", None),
    ("Norvale (Town Council)", None),
    ("Norvale, the other bank", None),
    ("Norvale, in Spain", None),
    ("鈴川市との友好交流", None),
    ("Norvale | Print | Close Window", None),
)
TITLES = (
    ("Norvale, Ontario | Official website", "Ontario"),
    ("City of Norvale, Relocate  Build  Data", None),
    ("Norvale | Close Window | Ontario", None),
    ("Norvale, Elm Street, Ontario", None),
    ("Norvale, District Portal", None),
)


def region(text: str, rule: str) -> str | None:
    page = Page(
        RawDocument("a.txt", "0", "text", "utf-8", "given", text), fold(text), Marks("", "")
    )
    found = name_candidates(page, Span(0, len(text)), rule, 1.0)
    return next((str(one.readings[0].value) for one in found if one.field == "region"), None)


@pytest.mark.parametrize(("text", "parent"), HEADINGS)
def test_the_parent_that_a_heading_gives(text, parent):
    assert region(text, "heading") == parent


@pytest.mark.parametrize(("text", "parent"), TITLES)
def test_the_parent_that_a_title_gives(text, parent):
    assert region(text, "title") == parent
