"""Why nothing can be scored: each says in one line what to do."""

from __future__ import annotations

from pathlib import Path

from pipeline.review.refusal import RefusedError


class GoldMissingError(RefusedError):
    """There are no gold files."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} holds no NAME.gold.json: name the folder of texts with gold")


class GoldSpoiledError(RefusedError):
    """A gold file is not what one is."""

    def __init__(self, path: Path, error: Exception) -> None:
        kind = type(error).__name__
        super().__init__(f"{path} is no gold file ({kind}: {error}): mend or move it")
