from __future__ import annotations

import pytest

from pipeline.normalize.dates.order import date_order


@pytest.mark.parametrize(
    ("literals", "order"),
    [
        (("27/10/2015", "03/04/2015"), "dmy"),
        (("10/27/2015", "03/04/2015"), "mdy"),
        (("signed 30.11.2023, seen 01.02.2024",), "dmy"),
        (("1990/09/29", "96.6.19"), "ymd"),
        (("1990-09-29", "27/10/2015"), "dmy"),
        (("03/04/2015",), ""),
        (("27/10/2015", "10/27/2015"), ""),
        (("Dec. 6, 1996", "051-665-4064", "192.168.13.2013", "3.14"), ""),
        (("年份為民國紀年", "57年9月9日"), "minguo"),
        (("民国初期", "1998/9/20"), "ymd"),
        (("4/7/84", "12/21/89"), "mdy"),
        (("21.12.89",), "dmy"),
        (("12.21.08",), ""),
        (("H6.11.7", "H22.8.11"), "ymd"),
        (("S60.5.2",), "ymd"),
        (("H6.11.7",), ""),
        (("MH22.8.11",), ""),
        ((), ""),
    ],
)
def test_a_part_above_twelve_tells_the_order(literals, order):
    assert date_order(literals) == order
