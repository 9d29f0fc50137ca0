"""Why the review page cannot be served: each says in one line what to do."""

from __future__ import annotations

from pathlib import Path

from pipeline.review.refusal import RefusedError


class PortTakenError(RefusedError):
    """Something else listens on the port, or it may not be used."""

    def __init__(self, port: int) -> None:
        super().__init__(f"cannot listen on port {port}: leave --port out or name another one")


class NoTextsError(RefusedError):
    """The folder of texts is not there."""

    def __init__(self, raw: Path) -> None:
        super().__init__(f"{raw} is no folder of texts: name the one that the last run read")


class ExtraMissingError(RefusedError):
    """The libraries that the page needs are not installed."""

    def __init__(self, missing: str) -> None:
        super().__init__(f"the review page needs {missing}: pip install 'place-profiles[review]'")
