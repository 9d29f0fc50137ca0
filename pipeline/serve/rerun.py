"""The run that the page starts: decisions and teaching go into the tables while one reviews on."""

from __future__ import annotations

from asyncio import Task, create_task, to_thread
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.run import Options, Outcome, run_folder
from pipeline.write.refusal import CannotRunError


class Rerun:
    """At most one run at a time, in a thread beside the server."""

    def __init__(self, raw: Path, output: Path, today: Callable[[], date]) -> None:
        self._raw, self._output, self.today = raw, output, today
        self._task: Task[Outcome] | None = None
        self.done = self.total = 0

    @property
    def running(self) -> bool:
        """Whether a run is on its way."""
        return self._task is not None and not self._task.done()

    @property
    def problem(self) -> str:
        """Why the last run could not be done, empty where it could."""
        error = self._task.exception() if self._task and self._task.done() else None
        if error is None or isinstance(error, CannotRunError):
            return str(error or "")
        return f"{type(error).__name__}: {error}"

    def start(self, previous: dict[str, Any]) -> None:
        """Starts a run with the options of the previous one, unless one is on its way."""
        if self.running:
            return
        self.done, self.total = 0, 0
        told = previous.get("options", {})
        options = Options(
            self._raw,
            self._output,
            self.today(),
            told.get("workers"),
            excel=bool(told.get("excel")),
        )
        self._task = create_task(to_thread(run_folder, options, self._advance))

    def _advance(self, done: int, total: int) -> None:
        self.done, self.total = done, total
