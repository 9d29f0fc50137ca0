r"""Reads prose profiles of places into traceable records and says what looks wrong.

>>> import pipeline
>>> page = pipeline.read_text("Springfield\nCountry: Canada\nPopulation: 12,400 (2019)\n")
>>> population = page.records[0].one("population")
>>> population.value, population.evidence.text
(Decimal('12400'), '12,400')
"""

from __future__ import annotations

from datetime import date
from os import PathLike
from typing import TYPE_CHECKING

from pipeline.version import VERSION

if TYPE_CHECKING:
    from pipeline.result import Result

__version__ = VERSION
__all__ = ["__version__", "read_folder", "read_text"]


def read_text(text: str, *, today: date | None = None) -> Result:
    """What a text says: records, values and findings, as `read_folder` gives for files.

    Args:
        text: one document; spans of values are code points of it.
        today: the day that checks of dates go by; the current one if not given.
    """
    from pipeline.result import result_of_text

    return result_of_text(text, today or _current_day())


def read_folder(raw: str | PathLike[str], *, workers: int = 1, today: date | None = None) -> Result:
    """What the profiles below a folder say; nothing is written.

    Args:
        raw: the folder, as for ``pipeline run``.
        workers: processes to read with; more than one only below ``if __name__ == "__main__"``.
        today: the day that checks of dates go by; the current one if not given.

    Raises:
        pipeline.write.refusal.RawMissingError: there is no such folder.
    """
    from pipeline.result import result_of_folder

    return result_of_folder(raw, workers, today or _current_day())


def _current_day() -> date:
    from datetime import datetime

    return datetime.now().astimezone().date()
