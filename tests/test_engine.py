"""The executor: order, laziness, and a job that kills its worker costs that job."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline.chunk import HEAVIEST_CHUNK, chunks
from pipeline.engine import Crew, Work, local_crew, work_through

KILLER = -1


def _double(job: int) -> int:
    if job == KILLER:
        os._exit(9)
    return 2 * job


def _lost(job: int) -> str:
    return f"lost {job}"


WORK: Work[int, object] = Work(_double, _lost)


@pytest.mark.parametrize(
    "jobs",
    [
        (),
        (1,),
        tuple(range(100)),
        (KILLER,),
        (KILLER, KILLER, 3),
        (*range(9), KILLER, *range(30), KILLER),
    ],
    ids=len,
)
def test_results_in_order_whatever_dies(jobs):
    expected = [f"lost {job}" if job == KILLER else 2 * job for job in jobs]
    assert list(work_through(WORK, jobs, local_crew(2))) == expected


@pytest.mark.parametrize(
    ("weights", "together"),
    [
        ((1,) * 5, [2, 2, 1]),
        ((HEAVIEST_CHUNK, 1, 1), [1, 2]),
        ((1, HEAVIEST_CHUNK, 1), [1, 1, 1]),
        ((9 * HEAVIEST_CHUNK,), [1]),
        ((), []),
    ],
)
def test_heavy_jobs_are_handed_out_alone(weights, together):
    jobs = tuple(enumerate(weights))
    found = list(chunks(jobs, 2, lambda job: job[1]))
    assert [len(chunk) for chunk in found] == together
    assert [job for chunk in found for job in chunk] == list(jobs)


def test_workers_begin_with_all_that_they_need_and_without_threads():
    told = "import sys, threading, pipeline.warm; print(threading.active_count(), 'numpy' in sys.modules)"
    done = subprocess.run((sys.executable, "-c", told), capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1", "False"]


def test_any_executor_will_do():
    crew = Crew(lambda: ThreadPoolExecutor(3), 3)
    assert list(work_through(WORK, tuple(range(50)), crew)) == list(range(0, 100, 2))


def test_without_a_crew_jobs_are_done_one_by_one():
    done: list[int] = []
    results = work_through(Work(done.append, _lost), (1, 2, 3))
    next(results)
    assert done == [1]


def test_only_some_chunks_are_in_flight():
    done: list[int] = []
    crew = Crew(lambda: ThreadPoolExecutor(1), 1)
    results = work_through(Work(done.append, _lost), tuple(range(1000)), crew)
    next(results)
    results.close()
    assert len(done) <= 128


KILLED = """
import os, signal
from pipeline.engine import Work, local_crew, work_through
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
