"""Commands that answer: what was found, where it stands, what is looked for."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.options import json_option, output_option
from pipeline.cli.say import say, say_lines, say_table
from pipeline.model.finding import Severity, Status


@click.command()
@click.option("--severity", type=click.Choice([one.value for one in Severity]), help="Only these.")
@click.option("--document", default="", help="Only those of this document.")
@click.option("--code", default="", help="Only those of this check.")
@click.option("--status", type=click.Choice([one.value for one in Status]), help="Only these.")
@output_option
def findings(
    *, severity: str | None, document: str, code: str, status: str | None, output: Path
) -> None:
    """Lists the findings of the last run, worst first."""
    from pipeline.review.listing import Wanted, finding_lines

    wanted = Wanted(severity or "", document, code, status or "")
    say_lines(finding_lines(output, wanted))


@click.command()
@click.argument("code")
def explain(*, code: str) -> None:
    """Says what the check CODE looks for and why, with examples that fail and pass."""
    from pipeline.review.listing import explanation

    say_lines(explanation(code))


@click.command()
@json_option
def checks(*, as_json: bool) -> None:
    """Lists what is looked for."""
    from pipeline.review.listing import check_rows, checks_json

    if as_json:
        say(checks_json())
    else:
        say_table(check_rows())


@click.command()
@json_option
def fields(*, as_json: bool) -> None:
    """Lists the facts that a profile can state."""
    from pipeline.write.catalogue import field_rows, fields_json

    if as_json:
        say(fields_json())
    else:
        say_table(field_rows())


@click.command()
@click.argument("id")
@output_option
def trace(*, id: str, output: Path) -> None:  # noqa: A002 - the name users see
    """Shows where a value or record came from; any unique prefix of its ID is enough."""
    from pipeline.write.trace import trace_lines

    say_lines(trace_lines(output, id))
