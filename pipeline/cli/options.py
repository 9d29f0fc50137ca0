"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

FOLDER = click.Path(path_type=Path)
DAY = click.DateTime(formats=["%Y-%m-%d"])

output_option = click.option(
    "--output", type=FOLDER, default=Path("output"), help="What a run wrote (output/)."
)
json_option = click.option("--json", "as_json", is_flag=True, help="For scripts.")
