"""``pipeline run``: from a folder of texts to tables and a report."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import click

from pipeline.cli.options import DAY, FOLDER
from pipeline.cli.say import progress, say_lines

DONE, FOUND = 0, 1


@click.command()
@click.argument("raw", type=FOLDER, default=Path("raw"))
@click.option("--output", type=FOLDER, default=Path("output"), help="Where to write (output/).")
@click.option("--workers", type=click.IntRange(min=1), help="Processes (as fits).")
@click.option("--today", type=DAY, help="The day that checks go by (the current one).")
@click.option("--against", type=FOLDER, help="Earlier output to compare with (the one replaced).")
@click.option("--fail-on", type=click.Choice(["error", "warning"]), help="Exit 1 on open findings.")
@click.option("--full", is_flag=True, help="Read every document, known from before or not.")
@click.option("--excel", is_flag=True, help="CSV with a byte-order mark, for Excel.")
@click.pass_context
def run(  # noqa: PLR0913 - one parameter per option
    context: click.Context,
    *,
    raw: Path,
    output: Path,
    workers: int | None,
    today: datetime | None,
    against: Path | None,
    fail_on: str | None,
    full: bool,
    excel: bool,
) -> None:
    """Reads every profile below RAW (raw/) and writes tables and report."""
    from pipeline.remember.cache import Cache, user_cache
    from pipeline.run import Options, run_folder
    from pipeline.write.summary import summary_lines, unanswered_at_least

    day = (today or datetime.now().astimezone()).date()
    cache = Cache(user_cache(os.environ))
    options = Options(raw, output, day, workers, excel, against, cache, full)
    with progress() as advance:
        outcome = run_folder(options, advance)
    say_lines(summary_lines(outcome.counts, outcome.changes, output))
    reached = fail_on and unanswered_at_least(outcome.counts, fail_on)
    context.exit(FOUND if reached else DONE)
