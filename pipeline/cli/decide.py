"""``pipeline decide``: a person's answer to a finding, put on the log."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from pipeline.cli.options import FOLDER, output_option
from pipeline.cli.say import say_lines
from pipeline.review.decisions import VERDICTS

NEXT = "Next: `pipeline run` brings tables and report up to date."


@click.command()
@click.argument("id")
@click.argument("verdict", type=click.Choice(VERDICTS))
@click.argument("value", default="")
@click.option("--note", default="", help="Why.")
@click.option("--by", help="Who decides (the name that git knows, else the user's).")
@click.option("--raw", type=FOLDER, help="The texts (those of the last run).")
@output_option
def decide(  # noqa: PLR0913 - one parameter per option
    *,
    id: str,  # noqa: A002 - the name users see
    verdict: str,
    value: str,
    note: str,
    by: str | None,
    raw: Path | None,
    output: Path,
) -> None:
    """Answers the finding ID: accept a correction, keep what is written, replace it, or undo.

    Any unique beginning of the id is enough. VALUE is what to put in place (replace), or which of
    the corrections is meant (accept; the first if not given). Put -- before one that begins with -.
    """
    from pipeline.review.decide import Answer
    from pipeline.review.decide import decide as put_on_log
    from pipeline.review.listing import decision_line
    from pipeline.review.reviewer import reviewer_name
    from pipeline.review.written import read_raw

    now = datetime.now(UTC).isoformat(timespec="seconds")
    by = reviewer_name() if by is None else by
    answer = Answer(id, verdict, value, note, by, now)
    decision = put_on_log(raw or read_raw(output), output, answer)
    say_lines((decision_line(decision), NEXT))
