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
FURTHER = ("ca", "gl", "ro", "hr", "et")
SHORTEST = 4  # letters of a name in these: "Tai" and "Čad" are words of other languages
OTHERS = {"Columbia", "Tunis", "Norra", "Finska", "Danska"}  # a state, a town, words of Swedish
HEADER = """\
# Names of countries; "USA" and what else is all capitals is in country_words.csv.
# languages: all that spell it so
# source: Unicode CLDR, names of territories
# licence: Unicode licence v3, https://www.unicode.org/license.txt
# compiled: 2026-11, generator: tests/lexicon/country_names.py
"""


def is_clear(language: str, name: str) -> bool:
    """Whether a name of a language that few pages are written in means nothing in another one."""
    return language not in FURTHER or (len(name) >= SHORTEST and name not in OTHERS)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(HEADER)
    spoken: dict[tuple[str, str], list[str]] = {}
    for language in (*LANGUAGES, *FURTHER):
        territories = localedata.load(language, merge_inherited=False)["territories"]
        for code, name in territories.items():
            if code in countries() and not name.isupper() and is_clear(language, name):
                spoken.setdefault((code, name), []).append(language)
    written = csv.writer(sys.stdout, lineterminator="\n")
    written.writerow(("languages", "code", "name"))
    written.writerows((" ".join(said), code, name) for (code, name), said in spoken.items())
