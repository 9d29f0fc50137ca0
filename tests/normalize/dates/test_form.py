"""Any month may stand where the quick look at a date lets any word stand."""

import re

from pipeline.normalize.dates.form import ANY_MONTH
from pipeline.normalize.dates.part import months


def test_every_month_is_any_word() -> None:
    assert all(re.fullmatch(ANY_MONTH, name) for name in months())
