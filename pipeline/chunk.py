"""Jobs that are handed out together: enough that handing over costs nothing, few enough to share.

Towards the end ever fewer are, so that no worker waits long for the last chunk of another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

Job = TypeVar("Job")

HEAVIEST_CHUNK = 256_000  # bytes: a long document keeps no others waiting
LIGHTEST_JOB = 8_000  # bytes: beyond 32 jobs together hand-over costs nothing any more
CHUNKS_LEFT = 4  # a worker, at least, of what has not been handed out


def chunks(
    jobs: tuple[Job, ...], workers: int, weigh: Callable[[Job], int]
) -> Iterator[tuple[Job, ...]]:
    """Jobs in their order, handed out together up to a weight and to a part of what is left."""
    weights = [max(weigh(job), LIGHTEST_JOB) for job in jobs]
    left, first = sum(weights), 0
    while first < len(jobs):
        room = min(HEAVIEST_CHUNK, left // (workers * CHUNKS_LEFT))
        end, weight = first + 1, weights[first]
        while end < len(jobs) and weight + weights[end] <= room:
            weight += weights[end]
            end += 1
        yield jobs[first:end]
        left, first = left - weight, end
