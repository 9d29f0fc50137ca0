"""Time and peak memory as the folder grows: ``python -m benchmarks.growth --records 1000 10000``.

Each run is a process of its own. Memory is the peak of the sum of proportional set sizes of the run
and its workers, and seconds of processors are theirs, both looked at ten times a second.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.profiles import PROFILES_PER_DOCUMENT, fill

HOME = Path(__file__).parent.parent


def family(process: int) -> Iterator[int]:
    """A process and all that it started."""
    yield process
    try:
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from family(int(child))
    except OSError:
        return


def proportional(process: int) -> int:
    """Proportional set size in kilobytes; 0 for a process that is gone."""
    try:
        rolled = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in rolled if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0


def busy(process: int) -> float:
    """Seconds of processor that a process has used; 0 for one that is gone."""
    try:
        told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def run(raw: Path, scratch: Path, *more: str) -> tuple[float, float, float]:
    """Seconds by the clock, seconds of processors, and peak megabytes of one run."""
    command = (sys.executable, "-m", "pipeline", "run", raw, "--output", scratch / "out", *more)
    environment = {**os.environ, "PIPELINE_CACHE": str(scratch / "cache")}
    began, used, peak = time.monotonic(), dict[int, float](), 0
    running = subprocess.Popen(  # noqa: S603
        command, cwd=HOME, env=environment, stdout=subprocess.DEVNULL
    )
    while running.poll() is None:
        found = tuple(family(running.pid))
        peak = max(peak, sum(map(proportional, found)))
        used |= {one: max(busy(one), used.get(one, 0)) for one in found}
        time.sleep(0.1)
    if running.returncode:
        raise SystemExit(running.returncode)
    return time.monotonic() - began, sum(used.values()), peak / 1000


def main() -> None:
    """Prints one row a size: the first run, one with nothing changed, one document changed."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--profiles", type=int, default=PROFILES_PER_DOCUMENT, help="a document")
    parser.add_argument("--workers", default="1")
    given = parser.parse_args()
    head = ("records", "MB text", "run", "seconds", "CPU s", "peak MB")
    print("".join(f"{name:>12}" for name in head))
    for records in given.records:
        with TemporaryDirectory() as folder:
            raw, scratch = Path(folder) / "raw", Path(folder) / "scratch"
            size = fill(raw, "labelled", records // given.profiles, 9, given.profiles)
            for name in ("first", "unchanged", "one changed"):
                if name == "one changed":
                    fill(raw, "labelled", 1, 10, given.profiles)
                figures = run(raw, scratch, "--workers", given.workers)
                told = (records, f"{size / 1e6:.1f}", name, *(f"{one:.1f}" for one in figures))
                print("".join(f"{one:>12}" for one in told), flush=True)


if __name__ == "__main__":
    main()
