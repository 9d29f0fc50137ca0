"""Dates written in figures and marks; the tokens of the patterns are explained in ``date_form``."""

from __future__ import annotations

from pipeline.normalize.dates.form import Form, no_span_of_years

FIGURE_FORMS = (
    Form(
        "template",
        r"\{\{ ?start[ _]date(?: and age)?(?:\|df=\w{1,3})?"
        r"\|<y>(?:\|<m>(?:\|<d>)?)?[^{}\n]{0,20}\}\}",
        good={"{{start date|df=y|2013|3|4}}": "2013-03-04", "{{Start date|1842}}": "1842"},
        bad=("{{convert|2013|km|mi}}",),
    ),
    Form(
        "year-month-day",
        r"<left><Y>-<m>-<d>(?!\d|[/-]\d)",
        good={"2017-03-21": "2017-03-21", "2014-04-155": ""},
        bad=("051-2665-4064", "2010-12-13-14"),
    ),
    Form(
        "year/month/day",
        r"<left><Y> ?/ ?<m> ?/ ?<d><right>",
        good={"1990/09/29": "1990-09-29", "2009/11/6": "2009-11-06", "1969/10/155": ""},
        bad=("2010/11", "11998/9/20"),
    ),
    Form(
        "year.month.day",
        r"<left><Y>\. {0,2}<m>\. {0,2}<d><right>",
        good={"2013.5.6": "2013-05-06", "2014. 11. 3": "2014-11-03", "2013.13.6": ""},
        bad=("2.096.000", "1.2013.5.6", "2013.5.6.7"),
    ),
    Form(
        "day/month/year",
        r"<left><a> ?/ ?<b> ?/ ?<Y><right>",
        good={"03/04/2015": "2015-04-03 2015-03-04", "10/27/2015": "2015-10-27", "31/11/2015": ""},
        bad=("45/67/2010", "1/2/1200"),
    ),
    Form(
        "day.month.year",
        r"<left><a>\. ?<b>\. ?<Y><right>",
        good={"14.07.2007": "2007-07-14", "14. 3. 1998": "1998-03-14", "30.02.2015": ""},
        bad=("192.168.1.2013", "220.2000", "1.220.2000"),
    ),
    Form(
        "day-month-year",
        r"<left><a>-<b>-<Y>(?!\d|[/-]\d)",
        good={"04-04-2022": "2022-04-04", "20-12-2021": "2021-12-20", "32-13-2021": ""},
        bad=("02-751-2015", "051-12-2015-1"),
    ),
    Form(
        "'year.month.day",
        r"(?<!\w)'<yy>(?:[./-] {0,2}| )<m>[./-] {0,2}<d><right>",
        good={"‘96. 6. 19": "1996-06-19", "‘91 1. 22": "1991-01-22", "'04. 6. 199": ""},
        bad=("35°26'19", "'96 6 people"),
    ),
    Form(
        "late day.month.year",
        r"(?<![\w.,:/-])(?=2[89]|3[01])<a>(?:\.(?=\d\d?\.)|/(?=\d\d?/))<b>[./]<yy>"
        r"(?![\w%℃]|[.,:/-]\d)",
        good={"31.12.22": "2022-12-31", "30/06/21": "2021-06-30"},
        bad=("12.10.08", "30.06/21", "31.12.22.45", "31.13.22"),
        loose=True,
    ),
    Form(
        "year. month",
        r"(?<![a-zа-я] )<left><Y>\. {1,2}<m>(?! ?[.,:/%-]\d|[^\W\d_])",
        good={"2014. 11": "2014-11", "2015.  6": "2015-06"},
        bad=("in 2014. 11 people", "2014. 15", "2014.11"),
        loose=True,
    ),
    Form(
        "year-month",
        r"<left><Y>[-/]<m>(?![/.-]?\d)",
        good={"2015-10": "2015-10", "1998/3": "1998-03"},
        bad=("2010-12", "2014/15", "2005-2008"),
        loose=True,
        clear=no_span_of_years,
    ),
    Form(
        "month/year",
        r"<left>(?=\d\d/|0\d\.)<m>[./]<Y><right>",
        good={"05/2015": "2015-05", "05.2015": "2015-05"},
        bad=("72/2019", "5/2019", "10.2015"),
        loose=True,
    ),
    Form(
        "year.month",
        r"<left><Y>\.<m>(?! ?[^\W\d_]|[%℃]|[.,]?\d)",
        good={"2014.11": "2014-11"},
        bad=("2014.11 km", "2014.15"),
        loose=True,
        only_with_order=True,
    ),
    Form(
        "three short figures",
        r"(?<![\w.,:/-])<s1>[./] ?<s2>[./] ?<s3>(?![\w%℃]|[.,:/-]\d)",
        good={"96.6.19": "1996-06-19"},
        bad=("96.6", "1.2.3.4"),
        loose=True,
        only_with_order=True,
    ),
)
