"""The few lines that a run prints: what was read, what looks wrong, what to do next."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

from pipeline.model.finding import Severity
from pipeline.write.changes import Changes
from pipeline.write.reporting.totals import Counts

USUAL = Path("output")
NO_DOCUMENTS = "No documents: put profiles of places as .txt files into the folder and run again."


def summary_lines(counts: Counts, changes: Changes | None, output: Path) -> tuple[str, ...]:
    """The summary of a run, a line each."""
    if not counts.documents:
        return (NO_DOCUMENTS, f"Empty tables are in {output}.")
    compared = (_compared(changes),) if changes else ()
    return (_read(counts), _found(counts), *compared, _next(counts, output))


def unanswered_at_least(counts: Counts, severity: str) -> int:
    """How many findings of a severity or a graver one wait for an answer."""
    graver = list(Severity)[: list(Severity).index(Severity(severity)) + 1]
    return sum(counts.unanswered(one) for one in graver)


def _read(counts: Counts) -> str:
    share = f"{counts.accounted:,} of {counts.numbers:,} numbers accounted for"
    kinds = (("document", counts.documents), ("record", counts.records), ("value", counts.values))
    return ", ".join([*(_counted(count, word) for word, count in kinds), share])


def _found(counts: Counts) -> str:
    kinds = (_counted(counts.unanswered(severity), severity) for severity in Severity)
    return f"Findings: {', '.join(kinds)}"


def _compared(changes: Changes) -> str:
    told = (f"{len(changes.new):,} new", f"{len(changes.fixed):,} fixed")
    return f"Since the earlier run: {', '.join(told)}, {len(changes.returned):,} returned"


def _next(counts: Counts, output: Path) -> str:
    if counts.unanswered():
        where = "" if output == USUAL else f" --output {quote(str(output))}"
        files = f"the report is {output / 'report.html'}, the records are {output / 'records.csv'}"
        return f"Next: `pipeline review{where}` asks you about them in the browser; {files}."
    return f"Next: use {output / 'records.csv'}; nothing waits for you."


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
