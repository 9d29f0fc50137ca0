"""``pipeline score``: what was read against what a careful reader found."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from pipeline.cli.options import DAY, FOLDER, json_option
from pipeline.cli.say import progress, say, say_lines


@click.command()
@click.argument("gold", type=FOLDER)
@click.argument("output", type=FOLDER, required=False)
@click.option("--examples", type=click.IntRange(min=0), default=3, help="Of each confusion (3).")
@click.option("--today", type=DAY, help="The day that checks go by (the current one).")
@json_option
def score(
    *, gold: Path, output: Path | None, examples: int, today: datetime | None, as_json: bool
) -> None:
    """Compares what is read in the texts of GOLD with the NAME.gold.json beside them.

    OUTPUT is what a run wrote of these texts; without it they are read now.
    """
    from pipeline.score.gold import read_gold
    from pipeline.score.score import score as scored
    from pipeline.score.table import read_output
    from pipeline.score.telling import score_json, score_lines

    golds = read_gold(gold)
    with TemporaryDirectory() as folder:
        found = read_output(output or _read_now(gold, Path(folder) / "output", today))
    told = scored(golds, found)
    if as_json:
        say(score_json(told))
    else:
        say_lines(score_lines(told, examples))


def _read_now(gold: Path, output: Path, today: datetime | None) -> Path:
    from pipeline.run import Options, run_folder

    day = (today or datetime.now().astimezone()).date()
    with progress() as advance:
        run_folder(Options(gold, output, day), advance)
    return output
