"""The report as Markdown, for a terminal or a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.write.escape import markdown, markdown_code
from pipeline.write.reporting.content import Group, Report, check_counts, groups
from pipeline.write.reporting.excerpt import mentions
from pipeline.write.reporting.top import Shown
from pipeline.write.reporting.wording import (
    Answer,
    Replacement,
    answers,
    field_name,
    grouped,
    headline,
    plural,
    prefixes,
    severities,
    share,
)

MOST_FINDINGS = 200  # a comment on a pull request holds 65,536 characters
LONGEST_LITERAL = 160


def markdown_report(report: Report) -> str:
    """The summary, then the gravest findings by record; the rest is in ``findings.csv``."""
    return "\n".join((*_summary(report), *_findings(report))).rstrip() + "\n"


def _summary(report: Report) -> Iterator[str]:
    counts = report.counts
    yield f"# {headline(report)}"
    yield ""
    if found := severities(report):
        yield f"{found}."
        yield ""
    yield "| documents | records | values | numbers accounted for | completeness |"
    yield "|--:|--:|--:|--:|--:|"
    complete = counts.completeness
    figures = (
        *(grouped(number) for number in (counts.documents, counts.records, counts.values)),
        _percent(counts.accounted, counts.numbers),
        "" if complete is None else _percent(int(1000 * complete), 1000),
    )
    yield f"| {' | '.join(figures)} |"
    yield ""
    yield from _checks(report)


def _checks(report: Report) -> Iterator[str]:
    rows = check_counts(report)
    if not rows:
        return
    yield "| severity | check | | open | answered |"
    yield "|---|---|---|--:|--:|"
    for row in rows:
        cells = (row.severity, markdown(row.code), markdown(row.title))
        yield f"| {' | '.join(cells)} | {row.waiting} | {row.answered} |"
    yield ""


def _findings(report: Report) -> Iterator[str]:
    names, left = prefixes(report), MOST_FINDINGS
    for group in groups(report):
        if left <= 0:
            break
        yield f"## {_title(group)}"
        yield ""
        for shown in group.shown[:left]:
            yield from _finding(shown, names[shown.finding.id])
            yield ""
        left -= len(group.shown)
    beyond = report.counts.total - min(len(report.shown), MOST_FINDINGS)
    if beyond > 0:
        yield f"{plural(beyond, 'more finding')} in `report.html` and `findings.csv`."


def _title(group: Group) -> str:
    place = group.place
    country = f" ({markdown(place.country)})" if place.country else ""
    where = f"{markdown(place.document)}:{place.line}" if place.values else markdown(place.document)
    return f"{markdown(place.name)}{country}, {where}" if place.name else where


def _finding(shown: Shown, prefix: str) -> Iterator[str]:
    finding = shown.finding
    about = f" ({markdown(field_name(finding.field))})" if finding.field else ""
    status = "" if finding.status == "open" else f" [{finding.status}]"
    yield f"- **{finding.severity} {finding.code}**{about}{status}: {markdown(finding.message)}"
    yield f"  - at {markdown(finding.document)}:{finding.line}:{finding.column}{_literals(shown)}"
    if finding.computed:
        yield f"  - computed: {markdown_code(finding.computed)}"
    for answer in answers(finding, prefix, shown.place.values):
        yield f"  - {_answer(answer)}"


def _literals(shown: Shown) -> str:
    texts = dict.fromkeys(one.text[:LONGEST_LITERAL] for one in mentions(shown.finding) if one.text)
    return f": {', '.join(map(markdown_code, texts))}" if texts else ""


def _answer(answer: Answer) -> str:
    command = markdown_code(answer.command) if answer.command else ""
    if not answer.replacements:
        return f"{answer.verdict}: {command}"
    changes = ", ".join(map(_replacement, answer.replacements))
    return f"{changes}: {markdown(answer.reason)} {command}".rstrip()


def _replacement(change: Replacement) -> str:
    after = f"**{markdown(change.after)}**"
    return f"{markdown_code(change.before)} → {after}" if change.before else after


def _percent(part: int, whole: int) -> str:
    return f"{share(part, whole)} %" if whole else ""
