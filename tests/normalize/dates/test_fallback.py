from __future__ import annotations

import pytest

from pipeline.normalize.date import find_dates


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Основано 12 октобар 1998", "1998-10-12"),
        ("alapítva 12. októbert 1998", None),
        ("15 अगस्त 1947", "1947-08-15"),
        ("Sat Oct 27 10:22:41 KST 2015", "2015-10-27"),
        ("12 people 2010", None),
        ("12 okay 2010", None),
        ("45. октобра 1998", None),
        ("12 октобра", None),
        ("3.12 октобра 1998", None),
    ],
)
def test_dateparser_reads_rarer_languages_and_invents_nothing(text, iso):
    found = [(rivals[0].value, rivals[0].rule) for rivals in find_dates(text)]
    assert found == ([(iso, "date:dateparser")] if iso else [])


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Perustettu 12. lokakuuta 1998", "1998-10-12"),
        ("Založeno 12. října 1998 v Praze", "1998-10-12"),
        ("stav k 31. prosinci 2019, prosinec 2019", "2019-12"),
        ("Ιδρύθηκε 12 Οκτωβρίου 1998", "1998-10-12"),
        ("2015. október 27", "2015-10-27"),
        ("i oktober 1998", "1998-10"),
        ("la 1 ianuarie 2020", "2020-01-01"),
        ("у квітні 2011 р.", "2011-04"),
        ("w październiku 1998 roku", "1998-10"),
        ("в апреле 2011 года", "2011-04"),
        ("v dubnu 2011", "2011-04"),
        ("toukokuussa 1998", "1998-05"),
        ("12 lokakuuta", None),
        ("in lokakuu", None),
    ],
)
def test_months_of_more_languages_are_known_in_full(text, iso):
    found = [rivals[0].value for rivals in find_dates(text)]
    assert found[-1:] == ([iso] if iso else [])
