"""Why the review page cannot be served: each says in one line what to do."""

from __future__ import annotations

from pipeline.review.refusal import RefusedError


class PortTakenError(RefusedError):
    """Something else listens on the port, or it may not be used."""

    def __init__(self, port: int) -> None:
        super().__init__(f"cannot listen on port {port}: leave --port out or name another one")


class ExtraMissingError(RefusedError):
    """The libraries that the page needs are not installed."""

    def __init__(self, missing: str) -> None:
        super().__init__(f"the review page needs {missing}: pip install 'place-profiles[review]'")
