"""Jobs handed out together: by weight, in order, ever fewer of them towards the end."""

from __future__ import annotations

from itertools import pairwise

import pytest

from pipeline.chunk import CHUNKS_LEFT, HEAVIEST_CHUNK, LIGHTEST_JOB, chunks

HALF = HEAVIEST_CHUNK // 2
MANY = 10_000


def handed_out(weights, workers=2):
    jobs = tuple(enumerate(weights))
    found = tuple(chunks(jobs, workers, lambda job: job[1]))
    assert [job for chunk in found for job in chunk] == list(jobs)
    return [len(chunk) for chunk in found]


@pytest.mark.parametrize(
    ("weights", "first"),
    [
        ((1,) * MANY, HEAVIEST_CHUNK // LIGHTEST_JOB),
        ((HALF,) * MANY, 2),
        ((HALF + 1,) * MANY, 1),
        ((9 * HEAVIEST_CHUNK, *(1,) * MANY), 1),
        ((HALF, *(1,) * MANY), 1 + HALF // LIGHTEST_JOB),
        ((1,), 1),
        ((1, 1, 1), 1),
    ],
)
def test_jobs_are_handed_out_together_up_to_a_weight(weights, first):
    assert handed_out(weights)[0] == first


def test_nothing_is_handed_out_of_nothing():
    assert handed_out(()) == []


@pytest.mark.parametrize("workers", [1, 2, 7])
@pytest.mark.parametrize("jobs", [1, 30, 1500])
def test_towards_the_end_ever_fewer_are_handed_out(jobs, workers):
    found = handed_out((LIGHTEST_JOB,) * jobs, workers)
    assert all(later <= earlier for earlier, later in pairwise(found))
    assert found[-CHUNKS_LEFT * workers :] == [1] * min(jobs, CHUNKS_LEFT * workers)
