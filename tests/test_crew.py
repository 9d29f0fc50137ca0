"""Workers: how many, with all words from the start, gone when the run is gone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.crew import DOCUMENTS_PER_WORKER, READY, crew_size


@pytest.mark.parametrize(
    ("documents", "asked", "size"),
    [
        (100_000, None, os.cpu_count()),
        (DOCUMENTS_PER_WORKER - 1, None, 1),
        (3, 7, 3),
        (100, 7, 7),
        (100, 1, 1),
        (0, None, 0),
        (0, 2, 0),
    ],
)
def test_there_are_as_many_workers_as_have_work(documents, asked, size):
    assert crew_size(documents, asked) == size


def test_workers_begin_with_all_that_they_need_and_without_threads():
    told = (
        f"import sys, threading, {READY}; print(threading.active_count(), 'numpy' in sys.modules)"
    )
    done = subprocess.run((sys.executable, "-c", told), capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "False"]


KILLED = """
import os, signal
from pipeline.crew import local_crew
from pipeline.engine import Work, work_through
if __name__ == "__main__":
    for result in work_through(Work(str, str), tuple(range(100)), local_crew(2)):
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_workers_end_with_the_run(tmp_path):
    """All processes of a run share its stderr, which ends only when the last of them has ended."""
    script = tmp_path / "script.py"
    script.write_text(KILLED, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    killed = subprocess.run(
        (sys.executable, script), env=environment, capture_output=True, timeout=60, check=False
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
