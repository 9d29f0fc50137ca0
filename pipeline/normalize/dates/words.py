"""Dates with the name of their month; the tokens of the patterns are explained in ``date_form``."""

from __future__ import annotations

from pipeline.normalize.dates.form import Form, capitals, no_everyday_word, within_sentence

WORD_FORMS = (
    Form(
        "day roman year",
        r"<left><d>(?:\. ?|[ /-])<R>[./ -] ?<y>",
        good={"12.IX.1998": "1998-09-12", "3 XII 2004": "2004-12-03"},
        bad=("5 x 1998", "12 IN 1998"),
        clear=capitals,
    ),
    Form(
        "day month year",
        r"<left><d><second>(?:(?:st|nd|rd|th),|<th>[/.-]?)<gap><of><gap><M>[./-]?,?<gap><of>(?:พ\.ศ\. ?)?<y><yearword>",
        good={
            "15th December 1993": "1993-12-15",
            "30. Juni 2024": "2024-06-30",
            "1 de marzo de 2008": "2008-03-01",
            "27 xin 2019": "2019-01-27",
            "26 декабря 2004 г.": "2004-12-26",
            "9th, December, 1993": "1993-12-09",
            "9th day of December, 1993": "1993-12-09",
            "9 de diciembre del año 1993": "1993-12-09",
            "12 ตุลาคม 2541": "1998-10-12",
            "7th day of May 1998": "1998-05-07",
            "31 November 2015": "",
        },
        bad=("12 people 1998", "6 marched 1996"),
    ),
    Form(
        "day month 'year",
        r"<left><d><th> ?<M>\.?,? ?'<yy>",
        good={"6 Dec '04": "2004-12-06"},
        bad=("12 Oct 98",),
    ),
    Form(
        "day-month-short year",
        r"<left><d>-<M>-<yy>",
        good={"12-Oct-98": "1998-10-12"},
        bad=("12-Oct-980",),
    ),
    Form(
        "month day, year",
        r"<M>\.? ?(?:the )?<d><second><nth>(?: ?,<gap>|<gap>(?:of |de |del )?)(?<!\d)<y>",
        good={
            "Dec. 6, 1996": "1996-12-06",
            "October 11th, 1962": "1962-10-11",
            "July 4 1998": "1998-07-04",
            "August 5-7, 2010": "2010-08-05",
            "October the 11th, 1962": "1962-10-11",
            "October 11 , 1962": "1962-10-11",
            "octubre 11 de 1962": "1962-10-11",
            "Oct. 155, 2004": "",
        },
        bad=("Grade 6, 1996", "May 1,996", "Decade 6, 1996", "May 12004"),
    ),
    Form(
        "month day, year slip",
        r"<M>(?:[/-]|[.,]{0,2} {0,2})<d><th>(?:[/-]|[.,]{0,2}<gap>)(?<!\d)<y>(?!\.\d)",
        good={
            "Oct, 27 2015": "2015-10-27",
            "December, 7, 1993": "1993-12-07",
            "Dec/7/1993": "1993-12-07",
            "Dec-7-1993": "1993-12-07",
            "Oct. 12. 2004": "2004-10-12",
        },
        bad=("Oct, 27.2015.5",),
    ),
    Form(
        "month day, 'year",
        r"<M>\.? ?<d><th>,? ?'<yy>",
        good={"Oct. 12, '98": "1998-10-12"},
        bad=("Oct. 12 '985",),
    ),
    Form(
        "year month day",
        r"<left><y>(?:[/-]|[.,]?<gap>)<M>(?:[/-]|\.?<gap>)<d>(?![.,]\d)<th>(?!,? ?[12]\d\d\d)",
        good={
            "2015, October 27": "2015-10-27",
            "2015-Oct-27": "2015-10-27",
            "2015. Oct. 27": "2015-10-27",
            "2015 mar 27": "2015-03-27",
        },
        bad=("2015 people 27", "1921. Tem 5.792", "1921. Tem 12 ilhas"),
        loose=True,
        clear=within_sentence,
    ),
    Form(
        "month year",
        r"<M>\.?(?:,|-|/)?<gap><of><Y>(?![.,:]\d)",
        good={"August, 1995": "1995-08", "March 1974": "1974-03", "April of 2022": "2022-04"},
        bad=("may 2000", "out 2010", "march 1,200", "Marchand 1974"),
        clear=no_everyday_word,
    ),
    Form(
        "year. month name",
        r"<left><Y>\. ?<M>(?![.-]? ?\d)",
        good={"1998. május": "1998-05", "2012. október": "2012-10"},
        bad=("2015. people", "1998. az"),
        loose=True,
        clear=no_everyday_word,
    ),
    Form(
        "month buddhist year",
        r"<M>\.? ?(?:พ\.ศ\.? ?)?<B>(?![.,:]?\d)",
        good={"ธันวาคม 2562": "2019-12", "ม.ค. 2563": "2020-01", "December 2562": "2019-12"},
        bad=("ธันวาคม 2262", "Marchand 2562"),
        clear=no_everyday_word,
    ),
    Form(
        "buddhist year",
        r"ปี(?:งบประมาณ)? ?(?:พ\.ศ\.? ?)?<B>(?![.,:]?\d)",
        good={"ปี 2562": "2019", "ปีงบประมาณ พ.ศ. 2562": "2019"},
        bad=("ปี 2019", "2562 คน"),
    ),
    Form(
        "vietnamese",
        r"(?:<left><d> )?tháng <m>(?: ?[,/-] ?|,? năm )<y>",
        good={"12 tháng 10 năm 1998": "1998-10-12", "tháng 3/2004": "2004-03"},
        bad=("3 tháng 2 ngày",),
    ),
    Form(
        "year word",
        r"<left><y> (?:года|году|годом|год|року|roku|yılında|yılı)(?!\w)",
        good={"2007 года": "2007", "1998 roku": "1998"},
        bad=("2007 годовщин", "2500 г."),
    ),
)
