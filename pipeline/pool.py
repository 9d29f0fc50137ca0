"""A pool of processes that ends even when it broke while one of its workers was starting."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor


class Pool(ProcessPoolExecutor):
    """A process pool whose ``shutdown`` leaves no worker behind, broken or not."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Kills the workers of a broken pool first.

        The standard one terminates those that it knows at that moment; a worker started by a
        ``submit`` of the same moment waits for jobs, and the pool for that worker, for ever.
        """
        if self._broken:
            for process in tuple((self._processes or {}).values()):
                process.kill()
        super().shutdown(wait, cancel_futures=cancel_futures)
