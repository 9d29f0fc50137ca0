"""``pipeline review``: the findings in a browser, decided there."""

from __future__ import annotations

import webbrowser
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import click

from pipeline.cli.options import FOLDER, output_option
from pipeline.cli.say import say_lines

STOP = "Decisions go to decisions.jsonl at once. Ctrl-C ends the page."


@click.command()
@click.argument("raw", type=FOLDER, required=False)
@output_option
@click.option("--port", type=click.IntRange(1, 65535), help="Where to listen (8347 if free).")
@click.option("--by", help="Who reviews (the name that git knows, else the user's).")
@click.option("--no-browser", is_flag=True, help="Only print the address.")
def review(
    *, raw: Path | None, output: Path, port: int | None, by: str | None, no_browser: bool
) -> None:
    """Opens the findings in the browser and records decisions beside the texts in RAW.

    The page answers this machine alone. RAW is where the last run read, if it is not given.
    """
    from pipeline.review.reviewer import reviewer_name
    from pipeline.review.written import read_raw
    from pipeline.serve.refusal import ExtraMissingError, NoTextsError

    try:
        from pipeline.serve.server import Served, open_server
    except ModuleNotFoundError as error:
        raise ExtraMissingError(error.name or "more libraries") from error

    raw = raw or read_raw(output)
    if not raw.is_dir():
        raise NoTextsError(raw)
    by = reviewer_name() if by is None else by
    opened = open_server(Served(raw, output, by, lambda: datetime.now().astimezone().date(), port))
    say_lines((opened.address, STOP))
    if not no_browser:
        webbrowser.open(opened.address)
    with suppress(KeyboardInterrupt):  # the usual end
        opened.run()
