"""Cards without people, area or ties: which labels alone make a profile, and which are a firm's."""

from __future__ import annotations

import pytest

from pipeline.normalize.text import fold
from pipeline.read.layout import read_layout

CARDS = {
    "Norvale\nCountry: Canada\nElevation: 345 m\n": 1,
    "Norvale\nRegion: Ontario\nCoordinates: 45.1 N, 79.3 W\n": 1,
    "Norvale\nLand: Deutschland\nHöhe: 345 m ü. M.\nPostleitzahl: 12345\n": 1,
    "ノーベール\n国: カナダ\n標高: 345m\n": 1,
    "Norvale Tools\nCountry: Canada\nFounded: 1990\nEmployees: 30\n": 0,
    "Norvale\nCountry: Canada\nWebsite: www.norvale.ca\n": 0,
    "Norvale\nElevation: 345 m\n": 0,
    "Norvale\nCountry: Canada\nElevation: unknown\n": 0,
    "Contact\nPhone: 12345\nCountry: Canada\n": 0,
}


@pytest.mark.parametrize(("page", "number"), CARDS.items())
def test_a_country_and_a_height_or_position_make_a_profile(page: str, number: int) -> None:
    assert len(read_layout(fold(page)).profiles) == number
