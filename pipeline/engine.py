"""Where work runs: this process, processes here, or any ``concurrent.futures`` executor.

Whatever the number of workers, results come in the order of the jobs, lazily, with a bounded
number of chunks in flight, and a job that kills its worker costs that job alone.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Generic, NamedTuple, TypeVar

from pipeline.chunk import chunks
from pipeline.crew import SELDOM, Crew

Job = TypeVar("Job")
Result = TypeVar("Result")

IN_FLIGHT_PER_WORKER = 3  # one at work, one waiting, one done; more would only fill memory


@dataclass(frozen=True)
class Work(Generic[Job, Result]):
    """What is done with each job, and what stands in for one that killed its worker.

    With more than one process both are pickled by name: functions of a module, not lambdas.
    ``weigh`` tells about how many bytes a job has; light ones are handed out together.
    """

    do: Callable[[Job], Result]
    lost: Callable[[Job], Result]
    weigh: Callable[[Job], int] = lambda _job: 0


def work_through(
    work: Work[Job, Result], jobs: tuple[Job, ...], crew: Crew | None = None
) -> Iterator[Result]:
    """One result a job, in the order of the jobs; in this process where there is no crew."""
    if crew is None:
        yield from map(work.do, jobs)
    else:
        yield from _Shift(work, crew).run(chunks(jobs, crew.workers, work.weigh))


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Has cycles of objects looked for seldom within the block.

    Every look takes in the words and patterns that stay for good: a seventh of a run's time.
    """
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


class _Sent(NamedTuple, Generic[Job, Result]):
    """A chunk in flight."""

    chunk: tuple[Job, ...]
    future: Future[tuple[Result, ...]]

    def broken(self) -> bool:
        """Whether its executor broke, once that is known."""
        return isinstance(self.future.exception(), BrokenExecutor)


class _Shift(Generic[Job, Result]):
    """One pass over the chunks: an executor, replaced whenever a worker dies."""

    def __init__(self, work: Work[Job, Result], crew: Crew) -> None:
        self.work = work
        self.crew = crew
        self.executor: Executor | None = None

    def run(self, handed: Iterator[tuple[Job, ...]]) -> Iterator[Result]:
        """Results of all chunks in order; the executor is gone when this ends or is closed."""
        flight: deque[_Sent[Job, Result]] = deque()
        try:
            while True:
                room = self.crew.workers * IN_FLIGHT_PER_WORKER - len(flight)
                flight.extend(_Sent(chunk, self._submit(chunk)) for chunk in islice(handed, room))
                if not flight:
                    return
                yield from self._collect(flight)
        finally:
            self._dismiss()

    def _collect(self, flight: deque[_Sent[Job, Result]]) -> Iterator[Result]:
        """Results of the oldest chunk; of all in flight where a death has broken the executor."""
        if not flight[0].broken():
            yield from flight.popleft().future.result()
            return
        wait([sent.future for sent in flight])
        while flight:
            sent = flight.popleft()
            yield from self._isolate(sent.chunk) if sent.broken() else sent.future.result()

    def _isolate(self, chunk: tuple[Job, ...]) -> Iterator[Result]:
        """Results of a chunk that lost its worker: alone in the executor, so the guilt is clear.

        Every job is tried at least twice before it is given up, because a worker may also die
        for what the machine did to it.
        """
        try:
            yield from self._submit(chunk).result()
        except BrokenExecutor:
            if len(chunk) == 1:
                yield self.work.lost(chunk[0])
                return
            middle = len(chunk) // 2
            yield from self._isolate(chunk[:middle])
            yield from self._isolate(chunk[middle:])

    def _submit(self, chunk: tuple[Job, ...]) -> Future[tuple[Result, ...]]:
        if self.executor is None:
            self.executor = self.crew.start()
        try:
            return self.executor.submit(_do_all, self.work.do, chunk)
        except BrokenExecutor:
            self._dismiss()
            return self._submit(chunk)

    def _dismiss(self) -> None:
        if self.executor is not None:
            self.executor.shutdown(wait=True, cancel_futures=True)
            self.executor = None


def _do_all(do: Callable[[Job], Result], chunk: tuple[Job, ...]) -> tuple[Result, ...]:
    return tuple(do(job) for job in chunk)
