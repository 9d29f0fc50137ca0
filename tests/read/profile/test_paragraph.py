"""Paragraphs that each tell of a place, and paragraphs that do not."""

import pytest

from pipeline.normalize.text import fold
from pipeline.read.layout import read_layout

SET_OFF = (
    "Our friends abroad\n\nNorvale, Japan. A port on the bay. It has 12,000 inhabitants.\n\n"
    "Easthaven (Canada) - since 1973. The town of mills, 4,100 people, 40 km².\n\n"
    "Write to us for the programme of 2020.\n"
)
HEADED = (
    "Friendly cities\n\n1. Norvale, Republic of Korea\nKnown for porcelain. Total area 431 km².\n\n"
    "2. Easthaven, Ontario, Canada\nOn the lake. More than 4,100 people live there.\n"
    "The town was founded in 1820.\n"
)
PARTICLE = (
    "Twin towns\n\nCapo d'Oro, Italy\nThe beach. 13,200 inhabitants on 14.6 km².\n\n"
    "Val-d'Aix, France\nThe valley, with 4,100 inhabitants.\n"
)
SUBJECTS = (
    "Towns of the valley\n\nNorvale municipality takes in a valley, 849 sq.km in all. 54,337 people were "
    "living there in 2014.\n\nThe southern one, Easthaven, is the biggest: 2,531.6 sq.km with a mere "
    "21,221 inhabitants.\n\nThe town has 12 schools.\n"
)
ONE_PLACE = (
    "Norvale\n\nNorvale lies on the river and covers 40 km².\n\n"
    "Easthaven, 20 km away, has a harbour.\n\nThe population is 4,100.\n"
)
OTHERS_NAMED = (
    "Norvale\n\nNorvale, Canada, covers 40 km² and has 4,100 inhabitants.\n\n"
    "Easthaven, Ontario, is the nearest airport.\n"
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (SET_OFF, ["Norvale, Japan", "Easthaven (Canada)"]),
        (HEADED, ["Norvale, Republic of Korea", "Easthaven, Ontario, Canada"]),
        (PARTICLE, ["Capo d'Oro, Italy", "Val-d'Aix, France"]),
        (ONE_PLACE, ["Norvale"]),
        (OTHERS_NAMED, ["Norvale"]),
    ],
)
def test_places_that_lines_begin_with(text, names):
    folded = fold(text)
    headings = [profile.heading for profile in read_layout(folded).profiles]
    assert [folded[slice(*heading)] for heading in headings if heading] == names


def test_paragraphs_whose_subject_is_a_place():
    profiles = read_layout(fold(SUBJECTS)).profiles
    assert [len(profile.lines) for profile in profiles] == [1, 2]
