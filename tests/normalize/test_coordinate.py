"""Coordinates as texts write them."""

from __future__ import annotations

import pytest

from pipeline.normalize.coordinate import read_coordinates

WRITTEN = (
    ("1°31′S 37°16′E", (-1.5167, 37.2667)),
    ("37°33'36\"N, 126°58'41\"E", (37.56, 126.9781)),
    ("N/A", None),
    ("40.7128° N, 74.0060° W", (40.7128, -74.006)),
    ("47°22′ N / 8°33′ E", (47.3667, 8.55)),
    ("47.3769, 8.5417", (47.3769, 8.5417)),
    ("-33.8688, 151.2093", (-33.8688, 151.2093)),
    ("-33.86 151.20", (-33.86, 151.2)),
    ("1,200, 3,400", None),
    ("12, 13", None),
    ("95°00′N 10°00′E", None),
    ("45°N", None),
    ("", None),
    ("190 km east of the capital", None),
    ("from 31.5 to 32.5", None),
)


@pytest.mark.parametrize(("text", "point"), WRITTEN)
def test_a_position_is_read_or_none_is(text, point):
    found = read_coordinates(text)
    assert found == point if point else found is None
