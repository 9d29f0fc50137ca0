"""The executor: order, laziness, and a job that kills its worker costs that job."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from pipeline.crew import Crew, local_crew
from pipeline.engine import Work, work_through

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
