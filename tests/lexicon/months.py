"""Prints ``months.csv`` as CLDR has it, for test_generated.py: a process that has read nothing else.

babel keeps what it loads without a locale's parents for what it later loads with them.
"""

import sys
from collections.abc import Iterator

from babel import Locale

from pipeline.normalize.dates.part import calendar, month_names

HEADER = """\
# Names of months as they are looked up, in the lists of languages of calendar.toml.
# source: Unicode CLDR, wide and abbreviated forms (of wide_languages the wide ones alone)
# licence: Unicode licence v3, https://www.unicode.org/license.txt
# compiled: 2026-11, generator: tests/lexicon/months.py
languages,name,month
"""
WIDTHS = {
    "languages": ("wide", "abbreviated"),
    "wide_languages": ("wide",),
    "other_languages": ("wide", "abbreviated"),
}


def rows() -> Iterator[str]:
    """Every name of a list of languages once, in the order in which the first one counts."""
    for languages, widths in WIDTHS.items():
        for language in calendar()[languages]:
            for forms in Locale.parse(language).months.values():
                for width in widths:
                    for name, month in month_names(forms.get(width, {})):
                        yield f"{languages},{name},{month}\n"


if __name__ == "__main__":
    sys.stdout.buffer.write((HEADER + "".join(dict.fromkeys(rows()))).encode())
