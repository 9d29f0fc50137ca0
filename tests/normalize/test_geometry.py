from pipeline.lexicon.tables import regions
from pipeline.normalize.geometry import Point, bearing, distance_km


def test_distance_and_bearing():
    seoul, busan = regions()["KR-11"], regions()["KR-26"]
    assert 315 < distance_km(seoul, busan) < 335
    assert 130 < bearing(seoul, busan) < 150
    assert distance_km(seoul, seoul) == 0
    assert round(distance_km(Point(0, 0), Point(0, 180))) == 20015
    assert [round(bearing(Point(0, 0), Point(*to))) for to in ((1, 0), (0, 1), (-1, 0), (0, -1))] == [0, 90, 180, 270]  # fmt: skip
