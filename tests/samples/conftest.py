"""The documents of raw/, read once for all tests of the samples."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import pipeline

if TYPE_CHECKING:
    from pipeline.result import Result

RAW = Path(__file__).parents[2] / "raw"
TODAY = date(2026, 1, 1)


@pytest.fixture(scope="session")
def samples() -> Result:
    return pipeline.read_folder(RAW, today=TODAY)
