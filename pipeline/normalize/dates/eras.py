"""Dates with the characters for year, month and day, and those that count from an era.

The tokens of the patterns are explained in ``date_form``.
"""

from __future__ import annotations

from pipeline.normalize.dates.form import Form, possible_but_for_a_digit

ERA_FORMS = (
    Form(
        "year (era) month day",
        r"<left><y> ?年? ?\( ?<E> ?<n> ?年? ?\) ?年?(?: ?<hm><gatsu>(?: ?<hd><nichi>)?)?",
        good={
            "1987年(昭和62年)": "1987",
            "1994年(平成6年)3月": "1994-03",
            "1990年(平成5年)": "1990 1993",
        },
        bad=("(昭和)",),
    ),
    Form(
        "era year month day",
        r"<E> ?<n><nen>(?: ?\( ?<y> ?年?\))?(?: ?<hm><gatsu>(?: ?<hd><nichi>)?)?",
        good={
            "平成5年": "1993",
            "昭和52年3月1日": "1977-03-01",
            "令和元年": "2019",
            "民國85年": "1996",
            "大正四年三月": "1915-03",
            "昭和77年": "",
        },
        bad=("昭和町2年", "平成3丁目"),
    ),
    Form(
        "era year (year)",
        r"<E> ?<n> ?\(<y>\)(?:,? <M>\.? <d><nth>)?",
        good={
            "Taisho 4 (1915)": "1915",
            "Showa 56 (1981), November 3": "1981-11-03",
            "Heisei 3 (1991) July 22nd": "1991-07-22",
        },
        bad=("Taisho (1915)",),
    ),
    Form(
        "era.month.day",
        r"(?:<E> ?|(?<!\w)<L>\.?(?=\d\d[./]|\d[./]\d{1,2}[./]\d\d))<n>[./] ?<m>[./] ?<d><right>",
        good={
            "S52.3.1": "1977-03-01",
            "平成5.4.1": "1993-04-01",
            "昭52.3.1": "1977-03-01",
            "H9.7.10": "1997-07-10",
            "H9.7.100": "",
            "H22.8.111": "",
        },
        bad=("S1.2.3", "H5.4.1.2", "MS52.3.1", "R12.13.14", "H9.7.45"),
        clear=possible_but_for_a_digit,
    ),
    Form(
        "letter.month.day in order",
        r"(?<!\w)<L>\.?<n>[./] ?<m>[./] ?<d><right>",
        good={"H6.11.7": "1994-11-07", "S2.3.4": "1927-03-04"},
        bad=("S1.2.3.4", "MS2.3.4", "H6.13.7"),
        loose=True,
        only_with_order=True,
    ),
    Form(
        "era year",
        r"<E> ?<n>(?:(?<=\d{4})|(?! ?[\w%-]|[./]\d))",
        good={"พ.ศ. 2535": "1992", "檀紀 4289": "1956", "西元1998": "1998"},
        bad=("昭和2丁目", "昭和2-3", "Showa 52 people"),
        loose=True,
    ),
    Form(
        "year年month月day日",
        r"<left><y><nen> ?<hm><gatsu>(?: ?<hd><nichi>)?",
        good={
            "2001年 5 月11日": "2001-05-11",
            "1979年9月": "1979-09",
            "1996년 12월 6일": "1996-12-06",
            "2004년 2월 30일": "",
        },
        bad=("1979年间9月",),
    ),
    Form(
        "short year年month月day日",
        r"(?<![\w.,'])'?<yy><nen> ?<hm><gatsu> ?<hd><nichi>",
        good={"96年6月19日": "1996-06-19", "'98년 9월 15일": "1998-09-15"},
        bad=("96年6月", "15년 9개월"),
    ),
    Form(
        "minguo year年month月day日",
        r"(?<![\d.,/-])<r>年(?:(?<=(?<!\d)1\d\d年)|(?= ?\d{1,2}月))"
        r"(?: ?<hm>月(?: ?<hd>[日號])?)?(?![代間间來来的歷历以前後餘多])",
        good={"109年6月": "2020-06", "104年4月17日": "2015-04-17", "109年": "2020"},
        bad=("96年", "104年歷史", "120年前"),
        loose=True,
        only_with_order=True,
    ),
    Form(
        "minguo/month/day",
        r"(?<![\w.,:/-])(?=\d{3})<r>(?:-(?=\d\d?-)|\.(?=\d\d?\.)|/(?=\d\d?/))<m>[./-]<d>(?![\w%℃]|[.,:/-]\d)",
        good={"106-11-03": "2017-11-03", "109.6.30": "2020-06-30"},
        bad=("106-11", "1106-11-03"),
        loose=True,
        only_with_order=True,
    ),
    Form(
        "han figures",
        r"<h><nen>(?:<hm><gatsu>(?:<hd><nichi>)?)?",
        good={"二〇一五年十月二十七日": "2015-10-27", "一九九八年": "1998"},
        bad=("三十五年",),
        loose=True,
    ),
    Form(
        "letter.month.day of counting",
        r"(?<!\w)<L>\.?<n>[./] ?<m>[./] ?<d> ?(?:現在|時点|末|調べ)",
        good={"R2.10.1現在": "2020-10-01", "H9.4.1 時点": "1997-04-01"},
        bad=("R2.10.1", "MR2.1現在"),
        loose=True,
    ),
    Form(
        "year. month월",
        r"<left>(?:<y>|'<yy>)\. ?<m>월(?: ?<d>일)?",
        good={"2020. 3월": "2020-03", "'20. 12월": "2020-12", "2020. 3월 31일": "2020-03-31"},
        bad=("2020. 3개월",),
    ),
    Form(
        "year年",
        r"<left><y><nen>(?![代間间대간余多前전]| ?(?:の歴史|历史|歷史|여|역사|전|간|이상))",
        good={"1974年": "1974", "1979년": "1979"},
        bad=("2010年代", "1400年の歴史", "1400년 역사"),
    ),
)
