from __future__ import annotations

import pytest

from pipeline.normalize.date import find_dates


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Perustettu 12 lokakuuta 1998", "1998-10-12"),
        ("Založeno 12. října 1998 v Praze", "1998-10-12"),
        ("15 अगस्त 1947", "1947-08-15"),
        ("Ιδρύθηκε 12 Οκτωβρίου 1998", "1998-10-12"),
        ("2015. október 27", "2015-10-27"),
        ("Sat Oct 27 10:22:41 KST 2015", "2015-10-27"),
        ("12 people 2010", None),
        ("12 okay 2010", None),
        ("45. října 1998", None),
        ("12 lokakuuta", None),
        ("3.12 lokakuuta 1998", None),
    ],
)
def test_dateparser_reads_rarer_languages_and_invents_nothing(text, iso):
    found = [(rivals[0].value, rivals[0].rule) for rivals in find_dates(text)]
    assert found == ([(iso, "date:dateparser")] if iso else [])
