"""The map: where places lie, and what is drawn of them."""

from __future__ import annotations

import pytest

from pipeline.normalize.geometry import Point
from pipeline.write.position import cell_of, position_of
from pipeline.write.reporting.map import HEIGHT, WIDTH, Spot, world_map

POSITIONS = (
    (("1°31′S 37°16′E", "Northtown", "CA", ""), (-2, 37)),
    (("", "Seoul", "KR", ""), (38, 127)),
    (("near the lake", "Seoul", "KR", ""), (38, 127)),
    (("", "Northtown-on-Nowhere", "KR", ""), None),
    (("", "", "KR", ""), None),
)


@pytest.mark.parametrize(("record", "cell"), POSITIONS)
def test_a_place_lies_where_the_text_or_the_lexicon_says(record, cell):
    point = position_of(*record)
    assert (cell_of(point) if point else None) == cell


def test_nothing_is_drawn_where_no_position_is_known():
    assert world_map({}, ()) is None


def test_dots_lie_within_the_picture_and_names_apart():
    doubtful = [Spot(f"Town {at}", f"id{at}", Point(37.5, 127.0)) for at in range(3)]
    drawn = world_map({(38, 127): 3, (-90, -180): 1, (90, 180): 1}, doubtful)
    assert all(0 <= dot.x <= WIDTH and 0 <= dot.y <= HEIGHT for dot in drawn.shapes)
    assert [name.link for name in drawn.named] == ["id0", "id1", "id2"]
    assert len({name.size for name in drawn.named}) == 3
    assert drawn.world.startswith("M")
