"""Runs of the pipeline that are killed at every step that changes the disk, one after the other.

A program of its own, started by test_run.py: ``killed_run.py RAW OUTPUT EXPECTED``. OUTPUT holds
an earlier output of other profiles, EXPECTED is made by a run that nobody kills. Prints how many
runs were killed; ends with an assertion where one left the output neither whole nor healed.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from datetime import date
from itertools import count
from pathlib import Path

from pipeline.run import Options, run_folder
from pipeline.write.folder import heal

TODAY = date(2026, 1, 1)
TELLING = ("run.json", "changes.json")  # times, and what an earlier output had
STEPS = {"os.rename", "os.mkdir", "os.remove", "os.rmdir", "open"}


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of an output but those that carry times or look back at an earlier output."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(p.relative_to(folder)): p.read_bytes() for p in paths if p.name not in TELLING}


def kill_at(moment: int, options: Options) -> bool:
    """Whether a run was killed at its moment-th step; False where it ended before."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        return os.WIFSIGNALED(status)
    left = moment

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in STEPS and not (event == "open" and arguments[1] == "r"):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    run_folder(options)
    os._exit(0)


def main(raw: Path, output: Path, expected: Path) -> int:
    """How many runs were killed, each from the same start."""
    run_folder(Options(raw, expected, TODAY, 1))  # and all modules are imported, once
    shutil.copy(output / ".gitkeep", expected)
    earlier, later = contents(output), contents(expected)
    start = output.with_name("start")
    output.rename(start)
    for moment in count(1):
        for path in output.parent.glob(f"*{output.name}*"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(start, output)
        if not kill_at(moment, Options(raw, output, TODAY, 1)):
            return moment - 1
        heal(output)
        assert contents(output) in (earlier, later), f"not whole after step {moment}"
        if moment % 7 == 0:
            run_folder(Options(raw, output, TODAY, 1))
            assert contents(output) == later, f"not healed after step {moment}"
            left = sorted(path.name for path in output.parent.glob(f".{output.name}*"))
            assert left == [], f"{left} left after step {moment}"
    raise AssertionError


if __name__ == "__main__":
    sys.stdout.write(str(main(*map(Path, sys.argv[1:]))))
