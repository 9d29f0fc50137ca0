"""Processes on this machine: how many a run has work for, and what they are forked from.

What they are forked from takes a second to learn the words; a run has it started first of all and
does what else there is to do meanwhile.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor

DOCUMENTS_PER_WORKER = (
    32  # a process takes seconds to learn the words: fewer are read sooner by one
)
READY = "pipeline.warm"  # what a worker has made before it begins; it starts no thread
SELDOM = (20_000, 20, 50)  # objects, and looks of the younger generations, before the next look


@dataclass(frozen=True)
class Crew:
    """Who does the work: ``start`` opens an executor, again after a worker died."""

    start: Callable[[], Executor]
    workers: int


def crew_size(documents: int, workers: int | None) -> int:
    """How many processes read so many documents: as many as asked for, else as fit."""
    fitting = min(os.cpu_count() or 1, 1 + documents // DOCUMENTS_PER_WORKER)
    return min(workers or fitting, documents)


def local_crew(workers: int) -> Crew:
    """Processes on this machine, which end when this process ends, however it ends."""
    return Crew(lambda: _start_processes(workers), workers)


def make_ready() -> None:
    """Starts the process that all are forked from, without waiting for it."""
    from multiprocessing import forkserver

    forkserver.set_forkserver_preload([READY])
    forkserver.ensure_running()


def _start_processes(workers: int) -> Executor:
    """A pool of fresh processes: forks of this one would inherit the output folder's lock."""
    import multiprocessing

    from pipeline.pool import Pool

    make_ready()
    context = multiprocessing.get_context("forkserver")
    return Pool(workers, mp_context=context, initializer=_follow_parent)


def _follow_parent() -> None:
    """Ends this worker when the run is killed: nothing else would tell it."""
    import threading

    gc.set_threshold(*SELDOM)
    threading.Thread(target=_exit_after_parent, daemon=True).start()


def _exit_after_parent() -> None:
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
