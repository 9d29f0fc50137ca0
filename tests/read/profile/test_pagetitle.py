"""What a heading says of its page beside a name, and who publishes it."""

from __future__ import annotations

import pytest

from pipeline.model.source import Span
from pipeline.normalize.text import fold
from pipeline.read.profile.pagetitle import (
    before_leaf,
    beside_title,
    is_publisher,
    last_step,
)

BESIDE = (
    ("CITY CARD - NORVALE, CANADA", "NORVALE, CANADA"),
    ("Fact sheet: Norvale", "Norvale"),
    ("Norvale, Canada - city card", "Norvale, Canada"),
    ("Norvale Municipality | Official website", "Norvale Municipality"),
    ("Norvale – Zahlen und Fakten", "Norvale"),
    ("Визитная карточка: Норваль", "Норваль"),
    ("Comune di Norvale – Sito ufficiale", "Comune di Norvale"),
    ("Norvale - Elmton", "Norvale - Elmton"),
    ("Norvale: the lake", "Norvale: the lake"),
    ("Norvale profile of 2015: fish", "Norvale profile of 2015: fish"),
    ("At a glance", "At a glance"),
)
LEAVES = (
    ("NORVALE INVESTMENT GUIDE      p. 3", "NORVALE INVESTMENT GUIDE"),
    ("Stadt Norvale\tSeite 12", "Stadt Norvale"),
    ("Norvale Link Bulletin   No. 14", "Norvale Link Bulletin"),
    ("Норваль    стр. 5", "Норваль"),
    ("Norvale    Pág. 7", "Norvale"),
    ("Norvale p. 3", "Norvale p. 3"),
    ("Norvale    1,234", "Norvale    1,234"),
    ("Norvale    Elm 3", "Norvale    Elm 3"),
    ("p. 3", "p. 3"),
)
PATHS = (
    ("Upper Elm Region >> Norvale District", "Norvale District"),
    ("Alba Region → Elm County", "Elm County"),
    ("Guide » Alba » Elm County", "Guide » Alba » Elm County"),
    ("Elm County >> Economy", "Elm County >> Economy"),
    ("Elm County", "Elm County"),
    ("Home > International > Sister cities > Norvale, Canada", "Norvale, Canada"),
    ("Start » Stadt » Partnerstädte » Gemeinde Alba", "Gemeinde Alba"),
    ("ホーム > 市政 > 友好都市 > 鈴川市", "鈴川市"),
    (
        "Home > Departments > Elm County > Twin towns",
        "Home > Departments > Elm County > Twin towns",
    ),
    ("Home > Our city > Sister cities > more", "Home > Our city > Sister cities > more"),
)
PUBLISHERS = (
    ("Norvale Observer", True),
    ("NORVALE PORTAL", True),
    ("Embassy of the Kingdom of Norvale", True),
    ("INVEST IN NORVALE", True),
    ("Norvale Chamber of Commerce", True),
    ("森野県公式サイト", True),
    ("Portal", False),
    ("Norvale", False),
    ("Times Creek", False),
    ("Gazette County", False),
)


@pytest.mark.parametrize(("heading", "name"), BESIDE)
def test_a_piece_that_says_what_the_page_is_belongs_to_no_name(heading, name):
    text = fold(heading)
    assert text[slice(*beside_title(text, Span(0, len(text))))] == fold(name)


@pytest.mark.parametrize(("heading", "name"), LEAVES)
def test_the_number_of_a_leaf_belongs_to_no_heading(heading, name):
    text = fold(heading)
    assert text[slice(*before_leaf(text, Span(0, len(text))))] == fold(name)


@pytest.mark.parametrize(("heading", "name"), PATHS)
def test_a_path_ends_with_the_place_that_it_leads_to(heading, name):
    text = fold(heading)
    assert text[slice(*last_step(text, Span(0, len(text))))] == fold(name)


@pytest.mark.parametrize(("heading", "publishes"), PUBLISHERS)
def test_who_publishes_a_page_is_no_place(heading, publishes):
    assert is_publisher(heading) is publishes
