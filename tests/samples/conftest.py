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


# What the samples show and the flow does not yet do, by test; strict, so that a mended one is seen.
KNOWN_FAILURES = frozenset(
    ("test_values_are_read_as_a_careful_reader_reads_them[three-mountain-towns.txt-1]",)
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for one in items:
        if "samples" in one.nodeid and one.nodeid.split("::", 1)[1] in KNOWN_FAILURES:
            one.add_marker(pytest.mark.xfail(reason="not reached yet", strict=True))
