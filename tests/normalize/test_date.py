from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalize.date import FORMS, find_dates
from pipeline.normalize.dates.form import Form

GOOD = [(form, literal, iso) for form in FORMS for literal, iso in form.good.items()]
BAD = [(form, literal) for form in FORMS for literal in form.bad]


def read(text: str, order: str = "") -> list[tuple[str, str]]:
    """(literal, rivals joined by blanks) of every date; "impossible" where there is none."""
    return [
        (
            text[slice(*rivals[0].span)],
            " ".join(reading.value or reading.qualifier for reading in rivals),
        )
        for rivals in find_dates(text, order=order)
    ]


def order_of(form: Form) -> str:
    if form.name.startswith("minguo"):
        return "minguo"
    return "ymd" if form.only_with_order else ""


@pytest.mark.parametrize(
    ("form", "literal", "iso"), GOOD, ids=lambda part: getattr(part, "name", part)
)
@pytest.mark.parametrize("around", ["{}", "Date: {}, as agreed", "({})", "날짜: {}\n"])
def test_every_form_reads_its_own_examples(form, literal, iso, around):
    text = around.format(literal)
    (rivals,) = find_dates(text, order=order_of(form))
    assert " ".join(reading.value for reading in rivals) == iso
    assert {text[slice(*reading.span)] for reading in rivals} == {literal}
    assert rivals[0].rule == f"date:{form.name}"


@pytest.mark.parametrize(("form", "literal"), BAD, ids=lambda part: getattr(part, "name", part))
def test_every_form_leaves_what_it_must(form, literal):
    assert find_dates(literal, order=order_of(form)) == ()


def test_forms_have_names_of_their_own():
    assert len({form.name for form in FORMS}) == len(FORMS)


def test_without_the_pages_order_short_figures_are_no_dates():
    assert not [form for form in FORMS if form.only_with_order and read(next(iter(form.good)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sept. 15, 2003", [("Sept. 15, 2003", "2003-09-15")]),
        ("Pagkatatag18 Enero 1792", [("18 Enero 1792", "1792-01-18")]),
        ("23 de Outubro de 2008", [("23 de Outubro de 2008", "2008-10-23")]),
        ("15 ağustos 1999", [("15 ağustos 1999", "1999-08-15")]),
        ("12 січня 1999 року", [("12 січня 1999 року", "1999-01-12")]),
        ("1º de maio de 2001", [("1º de maio de 2001", "2001-05-01")]),
        ("١٢ أكتوبر ١٩٩٨", [("١٢ أكتوبر ١٩٩٨", "1998-10-12")]),
        ("8 พฤษภาคม พ.ศ. 2540", [("8 พฤษภาคม พ.ศ. 2540", "1997-05-08")]),
        ("ngày 2 tháng 9 năm 1945", [("2 tháng 9 năm 1945", "1945-09-02")]),
        ("September 27,\n1937", [("September 27,\n1937", "1937-09-27")]),
        ("２０１４年１１月３日", [("２０１４年１１月３日", "2014-11-03")]),
        ("中華民國八十五年", [("中華民國八十五年", "1996")]),
        ("2009/11/6 10:22:41", [("2009/11/6", "2009-11-06")]),
        ("2013-05-04T10:22:41Z", [("2013-05-04", "2013-05-04")]),
        ("Thursday, 15 March 2018", [("15 March 2018", "2018-03-15")]),
        ("1989/07/28～08/06", [("1989/07/28", "1989-07-28")]),
        ("1989/07/28～1989/08/06", [("1989/07/28", "1989-07-28"), ("1989/08/06", "1989-08-06")]),
        ("Oct 2015 - Dec 2016", [("Oct 2015", "2015-10"), ("Dec 2016", "2016-12")]),
        ("1990 Oct. 12, 2004", [("Oct. 12, 2004", "2004-10-12")]),
        ("平成31年度 1,860千円", [("平成31年", "2019")]),
        ("Oct. 15, 2105", [("Oct. 15, 2105", "2105-10-15")]),
        ("1974年5月100日", [("1974年5月100日", "impossible")]),
        ("June 31st, 2015", [("June 31st, 2015", "impossible")]),
        ("2001/13/05", [("2001/13/05", "impossible")]),
        ("29 February 2015", [("29 February 2015", "impossible")]),
        ("29 February 2016", [("29 February 2016", "2016-02-29")]),
        ("44.97% of total population", []),
        ("425㎢ (32.5 times bigger), 1,220,000 people", []),
        ("TEL 03-5213-1723, 051-665-4064", []),
        ("192.168.1.1 and version 2.13.4", []),
        ("18 ris 65 ban, Grade 1 ~ Grade 9, won 3-2", []),
        ("In 2010, 36,000 people; 2005-2008; 1980 m s. n. m.", []),
        ("12 people 1998 and 6 marched 1996", []),
        ("翌年2月9日付", []),
        ("", []),
    ],
)
def test_dates_of_real_pages_and_what_only_looks_like_them(text, found):
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "order", "rivals"),
    [
        ("03/04/2015", "", "2015-04-03 2015-03-04"),
        ("03/04/2015", "dmy", "2015-04-03 2015-03-04"),
        ("03/04/2015", "mdy", "2015-03-04 2015-04-03"),
        ("13/04/2015", "mdy", "2015-04-13"),
        ("04-04-2022", "mdy", "2022-04-04"),
        ("96.6.19", "ymd", "1996-06-19"),
        ("19.6.96", "dmy", "1996-06-19"),
        ("6/19/04", "mdy", "2004-06-19"),
        ("6/19/04", "dmy", ""),
        ("1990年(平成5年)", "", "1990 1993"),
    ],
)
def test_rivals_are_kept_and_the_pages_order_ranks_them(text, order, rivals):
    assert " ".join(iso for _, iso in read(text, order)) == rivals


def test_only_the_stretch_asked_for_is_read():
    text = "Dec. 6, 1996 and Oct. 27, 2015"
    assert [rivals[0].value for rivals in find_dates(text, 13)] == ["2015-10-27"]
    assert [rivals[0].value for rivals in find_dates(text, 0, 12)] == ["1996-12-06"]
    assert find_dates(text, 9, 12) == ()


def test_a_short_year_says_so():
    ((reading,),) = find_dates("‘96. 6. 19")
    assert reading.qualifier == "two-digit year"


@given(st.text(alphabet="0129./-,' 年月日OctMay昭和年(){}|\n", max_size=60))
def test_any_text_gives_spans_in_order_that_quote_it(text):
    spans = [rivals[0].span for rivals in find_dates(text, order="dmy")]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@given(
    st.dates(), st.sampled_from(["{:%Y-%m-%d}", "{:%d %B %Y}", "{:%B %d, %Y}", "{:%Y年%m月%d日}"])
)
def test_a_written_date_reads_back(day, notation):
    if 1500 <= day.year <= 2199:
        assert [iso for _, iso in read(notation.format(day))] == [day.isoformat()]
