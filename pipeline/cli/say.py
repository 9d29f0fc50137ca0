"""How the command line speaks: escaped lines, tables, a bar while it works."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

from pipeline.write.escape import terminal


def say(text: str) -> None:
    """Prints what was asked for, as it is."""
    try:
        click.echo(text)
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say_lines(lines: Sequence[str]) -> None:
    """Prints lines that may quote texts: nothing in them reaches the terminal's ear."""
    if lines:
        say("\n".join(map(terminal, lines)))


def say_table(rows: Sequence[Sequence[str]]) -> None:
    """A table, head first: as wide as the terminal; tabs and whole lines where there is none."""
    if not sys.stdout.isatty():
        say("\n".join("\t".join(map(terminal, row)) for row in rows))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    head, *body = rows
    table = Table(*head, box=None, header_style="bold")
    for row in body:
        table.add_row(*(Text(terminal(cell)) for cell in row))
    Console().print(table)


def complain(message: str) -> None:
    """One line on stderr that says what to do."""
    click.echo(f"pipeline: {terminal(message)}", err=True)


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """What to call after each document: draws a bar on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
