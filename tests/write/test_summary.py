"""The lines at the end of a run: what to do next is a command that can be run as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.write.reporting.totals import Counts, FindingKind
from pipeline.write.summary import NO_DOCUMENTS, summary_lines

FOUND = Counts(documents=1, records=2, findings={FindingKind("A04", "warning", "open"): 3})
ANSWERED = FOUND._replace(findings={FindingKind("A04", "warning", "kept"): 3})


@pytest.mark.parametrize(
    ("counts", "output", "said"),
    [
        (FOUND, "output", "Next: `pipeline review` asks you about them in the browser"),
        (FOUND, "my out", "Next: `pipeline review --output 'my out'` asks you"),
        (FOUND, "out", "the report is out/report.html, the records are out/records.csv."),
        (ANSWERED, "output", "Next: use output/records.csv; nothing waits for you."),
        (Counts(), "out", "Empty tables are in out."),
    ],
)
def test_the_last_line_says_what_to_do(counts, output, said):
    assert said in summary_lines(counts, None, Path(output))[-1]


def test_an_empty_folder_is_told_what_it_lacks():
    assert summary_lines(Counts(), None, Path("output"))[0] == NO_DOCUMENTS


def test_findings_are_counted_by_severity():
    assert summary_lines(FOUND, None, Path("out"))[1] == "Findings: 0 errors, 3 warnings, 0 notes"
