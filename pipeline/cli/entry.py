"""Where the command line begins and ends: its commands, its exit codes, its refusals."""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from pipeline.cli.ask import checks, explain, fields, findings, trace
from pipeline.cli.decide import decide
from pipeline.cli.review import review
from pipeline.cli.run import DONE, run
from pipeline.cli.say import complain
from pipeline.cli.score import score
from pipeline.review.refusal import RefusedError
from pipeline.version import VERSION
from pipeline.write.refusal import CannotRunError

CANNOT = 2
COMMANDS = (run, findings, decide, review, explain, checks, fields, trace, score)


@click.group(commands=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="pipeline")
def pipeline() -> None:
    """Reads prose profiles of places into traceable records and says what looks wrong."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line and exits: 0 done, 1 findings as asked by --fail-on, 2 could not."""
    atexit.register(gc.freeze)  # else all words are looked through once more before they go
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(_ended(arguments))


def _ended(arguments: Sequence[str] | None) -> int:
    """The exit code; what cannot be done is one line that says what to do."""
    try:
        return pipeline.main(arguments, prog_name="pipeline", standalone_mode=False) or DONE
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
    except click.ClickException as error:
        complain(f"{error.format_message()} See: {_help_command(error)}")
    except (CannotRunError, RefusedError) as error:
        complain(str(error))
    except click.Abort:
        complain("interrupted; nothing was changed")
    return CANNOT


def _help_command(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{context.command_path if context else 'pipeline'} --help"
