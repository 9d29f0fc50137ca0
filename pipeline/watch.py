"""A folder of texts watched: a run at once, and one after every change that has come to rest.

An editor that saves by renaming, a file that is still being written and a burst of thousands of
files are all changes that go on: a run reads what is there, and the last change brings another.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.read.found import DECISIONS, is_wanted
from pipeline.review.beside import FILE
from pipeline.write.refusal import RawMissingError, WatcherMissingError

if TYPE_CHECKING:
    from threading import Event

    from watchfiles import Change

QUIET = 100  # milliseconds without a change after which changes have come to rest
BURST = 500  # changes that do not come to rest are read after this long all the same
LOOK = 500  # how often a run that was put off, or the end, is thought of


def watch_folder(raw: Path, run: Callable[[], bool], stop: Event | None = None) -> None:
    """Calls ``run`` now and after changes below a folder, until stopped or interrupted.

    A ``run`` that could not be done (False) is tried again soon. The folder is watched before it
    is first read, so that no change falls between the two.

    Raises:
        RawMissingError: there is no such folder.
        WatcherMissingError: the library that watches is not installed.
    """
    if not raw.is_dir():
        raise RawMissingError(raw)
    try:
        from watchfiles import watch
    except ImportError as error:
        raise WatcherMissingError from error
    changes = watch(
        raw,
        watch_filter=_wanted_below(raw),
        debounce=BURST,
        step=QUIET,
        stop_event=stop,
        rust_timeout=LOOK,
        yield_on_timeout=True,
        raise_interrupt=False,
    )
    due = True
    for change in changes:
        if due or change:
            due = not run()


def _wanted_below(raw: Path) -> Callable[[Change, str], bool]:
    """Whether a change is one of a document, of the log of decisions or of what was taught."""
    home = os.path.realpath(raw)

    def is_of_interest(_change: Change, path: str) -> bool:
        *folders, name = Path(os.path.relpath(path, home)).parts
        beside = name in {DECISIONS, FILE} and not folders
        return beside or all(map(is_wanted, (*folders, name)))

    return is_of_interest
