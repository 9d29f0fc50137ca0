"""The command line: the only module that prints or exits."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import click

from pipeline.version import VERSION
from pipeline.write.escape import terminal
from pipeline.write.refusal import CannotRunError

DONE, FOUND, CANNOT = 0, 1, 2
FOLDER = click.Path(path_type=Path)
DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="pipeline")
def pipeline() -> None:
    """Reads prose profiles of places into traceable records and says what looks wrong."""


@pipeline.command()
@click.argument("raw", type=FOLDER, default=Path("raw"))
@click.option("--output", type=FOLDER, default=Path("output"), help="Where to write (output/).")
@click.option("--workers", type=click.IntRange(min=1), help="Processes (as fits).")
@click.option("--today", type=DAY, help="The day that checks go by (the current one).")
@click.option("--fail-on", type=click.Choice(["error", "warning"]), help="Exit 1 on open findings.")
@click.option("--excel", is_flag=True, help="CSV with a byte-order mark, for Excel.")
@click.pass_context
def run(  # noqa: PLR0913 - one parameter per option
    context: click.Context,
    *,
    raw: Path,
    output: Path,
    workers: int | None,
    today: datetime | None,
    fail_on: str | None,
    excel: bool,
) -> None:
    """Reads every profile below RAW (raw/) and writes tables and report."""
    from pipeline.run import Options, run_folder
    from pipeline.write.summary import summary_lines, unanswered_at_least

    day = (today or datetime.now().astimezone()).date()
    with _progress() as advance:
        counts = run_folder(Options(raw, output, day, workers, excel), advance)
    _print(summary_lines(counts, output))
    context.exit(FOUND if fail_on and unanswered_at_least(counts, fail_on) else DONE)


@pipeline.command()
@click.option("--json", "as_json", is_flag=True, help="For scripts.")
def fields(*, as_json: bool) -> None:
    """Lists the facts that a profile can state."""
    from pipeline.write.catalogue import field_rows, fields_json

    if as_json:
        _say(fields_json())
    else:
        _print_table(field_rows())


@pipeline.command()
@click.argument("id")
@click.option("--output", type=FOLDER, default=Path("output"), help="What a run wrote (output/).")
def trace(*, id: str, output: Path) -> None:  # noqa: A002 - the name users see
    """Shows where a value or record came from; any unique prefix of its ID is enough."""
    from pipeline.write.trace import trace_lines

    _print(trace_lines(output, id))


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line and exits: 0 done, 1 findings as asked by --fail-on, 2 could not."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = pipeline.main(arguments, prog_name="pipeline", standalone_mode=False) or DONE
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        code = CANNOT
    except click.ClickException as error:
        code = _refuse(f"{error.format_message()} See: {_help_command(error)}")
    except CannotRunError as error:
        code = _refuse(str(error))
    except click.Abort:
        code = _refuse("interrupted; nothing was changed")
    sys.exit(code)


def _help_command(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{context.command_path if context else 'pipeline'} --help"


def _refuse(message: str) -> int:
    click.echo(f"pipeline: {terminal(message)}", err=True)
    return CANNOT


def _print(lines: Sequence[str]) -> None:
    _say("\n".join(map(terminal, lines)))


def _say(text: str) -> None:
    try:
        click.echo(text)
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_table(rows: Sequence[Sequence[str]]) -> None:
    """A table as wide as the terminal; whole lines with tabs where there is none."""
    if not sys.stdout.isatty():
        _say("\n".join("\t".join(map(terminal, row)) for row in rows))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    head, *body = rows
    table = Table(*head, box=None, header_style="bold")
    for row in body:
        table.add_row(*(Text(terminal(cell)) for cell in row))
    Console().print(table)


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """What to call after each document: draws a bar on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
