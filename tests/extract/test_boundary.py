"""Where sentences end; those without a figure, a date or a cue are left out."""

import pytest

from pipeline.extract.page import Page
from pipeline.extract.prose.sentence import find_sentences
from pipeline.model.source import RawDocument, Span
from pipeline.model.value import Marks
from pipeline.normalize.text import fold


def sentences(text: str) -> list[str]:
    page = Page(RawDocument("a.txt", "0", "text", "utf-8", "given", text), fold(text), Marks())
    return [text[slice(*sentence.span)] for sentence in find_sentences(page, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It has 9 wards. 8 have trams.", ["It has 9 wards.", "8 have trams."]),
        ("Nothing here. It has 9 wards! Nor here.", ["It has 9 wards!"]),
        ("It has 9 wards.] 8 have trams", ["It has 9 wards.]", "8 have trams"]),
        ('"9 wards." - 8 have trams?!', ['"9 wards." -', "8 have trams?!"]),
        ("Seen on Dec. 6, 1996 by 9 men.", ["Seen on Dec. 6, 1996 by 9 men."]),
        ("approx. 9 wards of the U.S. side", ["approx. 9 wards of the U.S. side"]),
        ("9 wards in America. 8 more", ["9 wards in America.", "8 more"]),
        ("9 тыс. чел. в 8 сёлах", ["9 тыс. чел. в 8 сёлах"]),
        ("320 m n.p.m. Umowę w 1996", ["320 m n.p.m.", "Umowę w 1996"]),
        ("2011. 10. 25. 협정 체결", ["2011. 10. 25. 협정 체결"]),
        ("面积9平方公里。人口8人。", ["面积9平方公里。", "人口8人。"]),
        ("_9 wards. _ 8 trams_ ", ["9 wards.", "8 trams"]),
        ("9 wards. + 8 trams", ["9 wards.", "+ 8 trams"]),
        ("no figure. Not one.", []),
        ("", []),
    ],
)
def test_a_sentence_goes_on_behind_its_full_stop_as_long_as_marks_follow(
    text: str, found: list[str]
) -> None:
    assert sentences(text) == found


def test_a_figure_can_begin_before_the_stretch() -> None:
    text = "It cost US$ 1,900 in 1996."
    page = Page(RawDocument("a.txt", "0", "text", "utf-8", "given", text), text, Marks())
    (sentence,) = find_sentences(page, Span(11, len(text)))
    assert text[slice(*sentence.span)] == "US$ 1,900 in 1996."
