"""Throughput beside other tools, in one run on the same texts: ``python -m benchmarks.compare``.

Seconds are those of the process, so that other programs on the machine matter little. Without
``--others``, the Python of an environment made from ``requirements.txt``, only ours and the limit
are measured.
"""

from __future__ import annotations

import json
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.profiles import LAYOUTS, fill
from benchmarks.tool import TOOLS

HOME = Path(__file__).parent.parent
OURS = "place-profiles"


def throughput(python: str, name: str, folder: Path) -> float:
    """Kilobytes a second of one tool, in a process of its own."""
    command = (python, "-m", "benchmarks.tool", name, str(folder))
    done = subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=True)  # noqa: S603
    told = json.loads(done.stdout.splitlines()[-1])
    return told["bytes"] / told["seconds"] / 1000


def main() -> None:
    """Prints one row a tool and kind of text, with how many times ours is faster."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100, help="for ours and the limit")
    parser.add_argument("--few", type=int, default=3, help="documents for the other tools")
    parser.add_argument("--others", help="the Python that has the other tools")
    given = parser.parse_args()
    print(f"{'kind':10}{'tool':26}{'kB/s':>10}{'ours is':>10}")
    for kind in LAYOUTS:
        with TemporaryDirectory() as many, TemporaryDirectory() as few:
            fill(Path(many), kind, given.documents, seed=7)
            fill(Path(few), kind, given.few, seed=7)
            ours = throughput(sys.executable, OURS, Path(many))
            print(f"{kind:10}{OURS:26}{ours:10.1f}{'':>10}", flush=True)
            for name in TOOLS:
                if name != "limit" and not given.others:
                    continue
                other = name != "limit"
                python = given.others if other else sys.executable
                rate = throughput(python, name, Path(few if other else many))
                print(f"{kind:10}{name:26}{rate:10.1f}{ours / rate:9.3g}x", flush=True)


if __name__ == "__main__":
    main()
