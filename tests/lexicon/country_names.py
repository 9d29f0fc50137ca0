"""Prints ``country_names.csv`` as CLDR has it, for test_generated.py."""

import csv
import sys

from babel import localedata

from pipeline.lexicon.tables import countries

# fmt: off
LANGUAGES = (
    "en", "ko", "ja", "zh", "zh_Hant", "de", "fr", "es", "pt", "it", "nl",
    "pl", "ru", "uk", "tr", "id", "ms", "fil", "vi", "th", "ar", "ast",
    "sv", "da", "no", "fi", "cs", "hu", "el",
)
# fmt: on
HEADER = """\
# Names of countries; "USA" and what else is all capitals is in country_words.csv.
# source: Unicode CLDR, names of territories
# licence: Unicode licence v3, https://www.unicode.org/license.txt
# compiled: 2026-11, generator: tests/lexicon/country_names.py
"""

if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(HEADER)
    written = csv.writer(sys.stdout, lineterminator="\n")
    written.writerow(("language", "code", "name"))
    for language in LANGUAGES:
        territories = localedata.load(language, merge_inherited=False)["territories"]
        written.writerows(
            (language, code, name)
            for code, name in territories.items()
            if code in countries() and not name.isupper()
        )
