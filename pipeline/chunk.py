"""Jobs that are handed out together: enough that handing over costs nothing, few enough to share.

Light jobs go by number, heavy ones by weight.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Job = TypeVar("Job")

LARGEST_CHUNK = 32  # jobs: beyond this, hand-over costs nothing any more
HEAVIEST_CHUNK = 256_000  # bytes: a long document keeps no others waiting
CHUNKS_PER_WORKER = 16  # what one worker does while the others have ended is a small part


def chunks(
    jobs: Iterable[Job], size: int, weigh: Callable[[Job], int]
) -> Iterator[tuple[Job, ...]]:
    """Jobs in their order, handed out together up to a number and to a weight."""
    chunk: list[Job] = []
    weight = 0
    for job in jobs:
        own = weigh(job)
        if chunk and (len(chunk) == size or weight + own > HEAVIEST_CHUNK):
            yield tuple(chunk)
            chunk, weight = [], 0
        chunk.append(job)
        weight += own
    if chunk:
        yield tuple(chunk)


def chunk_size(jobs: int, workers: int) -> int:
    """How many light jobs are handed out together."""
    return min(LARGEST_CHUNK, max(1, jobs // (workers * CHUNKS_PER_WORKER)))
