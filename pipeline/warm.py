"""Makes what all reading needs, once, by being imported: workers are forked from what did.

Words and patterns take more than a second to make, and 100 MB, which workers then share. What only
prose needs each worker makes when it comes to some: all at once, so that nobody waits longer for
it, and a folder without prose not at all. Nothing here may start a thread, which a fork would leave
behind: neither numpy nor what imports it.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pipeline.stream  # noqa: F401 - what workers run
from pipeline.model.source import RawDocument
from pipeline.worker import extract_checked

LABELLED = """Northtown, Canada
Country: Canada
Area: 425 km²
Population: 122,000 (2013)
Sister city since: May 3, 2014
GDP: 2.3 billion USD
- About 40 km from Southport
"""  # nothing that spaCy is asked for: it comes with numpy

with suppress(Exception):  # a mistake of ours shows where a document is read, with its name
    extract_checked(RawDocument("", "", "", "", "", LABELLED), date.min)
