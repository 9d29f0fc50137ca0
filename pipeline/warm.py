"""Makes all that reading needs, once, by being imported: workers are forked from what did.

Words and patterns take more than a second to make, and 100 MB, which workers then share. Nothing
here may start a thread, which a fork would leave behind: neither numpy nor what imports it.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from pipeline.model.source import RawDocument
from pipeline.worker import extract_checked

LABELLED = """Northtown, Canada
Country: Canada
Area: 425 km²
Population: 122,000 (2013)
Sister city since: May 3, 2014
GDP: 2.3 billion USD
- About 40 km from Southport
"""
PROSE = """Northtown is a town in Ontario, Canada, 40 km east of Southport, founded by two brothers.

The sister city agreement was signed on May 3, 2014, and the population is proud of it.
"""  # nothing that spaCy is asked for: it comes with numpy

with suppress(Exception):  # a mistake of ours shows where a document is read, with its name
    for text in (LABELLED, PROSE):
        extract_checked(RawDocument("", "", "", "", "", text), date.min)
