"""``pipeline run``: from a folder of texts to tables and a report."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.cli.options import DAY, FOLDER
from pipeline.cli.say import progress, say_lines
from pipeline.write.refusal import LockedError

if TYPE_CHECKING:
    from pipeline.run import Options, Outcome

DONE, FOUND = 0, 1


@click.command()
@click.argument("raw", type=FOLDER, default=Path("raw"))
@click.option("--output", type=FOLDER, default=Path("output"), help="Where to write (output/).")
@click.option("--workers", type=click.IntRange(min=1), help="Processes (as fits).")
@click.option("--today", type=DAY, help="The day that checks go by (the current one).")
@click.option("--against", type=FOLDER, help="Earlier output to compare with (the one replaced).")
@click.option("--fail-on", type=click.Choice(["error", "warning"]), help="Exit 1 on open findings.")
@click.option("--full", is_flag=True, help="Read every document, known from before or not.")
@click.option("--watch", is_flag=True, help="Run again whenever a text is saved.")
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
    watch: bool,
    excel: bool,
) -> None:
    """Reads every profile below RAW (raw/) and writes tables and report."""
    from pipeline.remember.cache import Cache, user_cache
    from pipeline.run import Options
    from pipeline.write.summary import unanswered_at_least

    cache = Cache(user_cache(os.environ))
    options = Options(raw, output, date.min, workers, excel, against, cache, full)
    day = today.date() if today else None
    outcome = _watch(options, day) if watch else _run(options, day)
    reached = fail_on and outcome and unanswered_at_least(outcome.counts, fail_on)
    context.exit(FOUND if reached else DONE)


def _run(options: Options, day: date | None) -> Outcome:
    """One run and its summary; the day is the current one unless given."""
    from pipeline.run import run_folder
    from pipeline.write.summary import summary_lines

    current = day or datetime.now().astimezone().date()
    with progress() as advance:
        outcome = run_folder(replace(options, today=current), advance)
    say_lines(summary_lines(outcome.counts, outcome.changes, options.output))
    return outcome


def _watch(options: Options, day: date | None) -> Outcome | None:
    """Runs until interrupted; waits where another run holds the output."""
    from pipeline.watch import watch_folder

    last: list[Outcome] = []

    def run_again() -> bool:
        try:
            last[:] = [_run(options, day)]
        except LockedError:
            return False
        return True

    watch_folder(options.raw, run_again)
    return last[0] if last else None
