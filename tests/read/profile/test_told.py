"""Which name is the subject of a sentence, and nouns with a capital that are none."""

import pytest

from pipeline.model.source import Span
from pipeline.read.profile.told import find_subject

SUBJECTS = (
    ("Norvale has 61,000 inhabitants.", "Norvale"),
    ("Norvale hat 61.000 Einwohner.", "Norvale"),
    ("La Norvale est une ville de 61.000 habitants.", "La Norvale"),
    ("Die Hafenstadt hat 61.000 Einwohner.", None),
    ("Unsere Partnerstadt hat 61.000 Einwohner.", None),
    ("Our oldest friend on the river, Norvale, has 9,000 inhabitants.", "Norvale"),
    ("The old city on the river, Germany, has 9,000 inhabitants.", None),
    ("Its harbour has 12 piers.", None),
    ("The American town, in the middle of the state, had 31,925 residents.", None),
    ("The Elm town has 31,925 residents.", "The Elm town"),
    ("Spanish Town has 131,000 inhabitants.", "Spanish Town"),
    ("수도에서 93㎞ 떨어진 하람시는 인구가 12만명이다. 하람시와 손잡았다.", "하람시"),
    ("수도에서 93㎞ 떨어진 하람시는 인구가 12만명이다.", None),
    ("바닷가의 아름다운 항구도시는 인구가 12만명이다. 항구도시와 손잡았다.", None),
    ("首都から90キロの海辺にある鈴川市は、人口12万人。鈴川市と結んだ。", "鈴川市"),
    ("首都から90キロの海辺にある町は、人口12万人。町と結んだ。", None),
)


@pytest.mark.parametrize(("text", "name"), SUBJECTS)
def test_the_subject_of_a_sentence(text, name):
    found = find_subject(text, Span(0, len(text)))
    assert (found and text[slice(*found)]) == name
