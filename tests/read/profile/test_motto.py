"""Names with a motto behind a colon above their paragraphs, and labels that are none."""

from __future__ import annotations

import pytest

from pipeline import read_text

PAGE = """Nos villes jumelles

{}

À trente kilomètres de la mer, là où la vallée se resserre, Estebad ressemble à un livre d'images. La commune couvre 81,16 km² et compte 14 400 habitants.

Elmstad : une île en face du port

Elmstad flotte au milieu d'un lac. Elle compte 22 699 habitants sur 16,9 km².
"""


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Estebad : soixante ans d'amitié", ["Estebad", "Elmstad"]),
        ("Estebad, notre jumelle souabe", ["Estebad", "Elmstad"]),
        ("Estebad - une amie de soixante ans", ["Estebad", "Elmstad"]),
        ("Estebad ? un coin de France", ["Estebad", "Elmstad"]),
        ("Estebad : le livre", ["Estebad", "Elmstad"]),
        ("Villages, champs et autres plaisirs", ["", "Elmstad"]),
        ("Habitants : beaucoup d'amis", ["", "Elmstad"]),
        ("Remarque : beaucoup d'amis", ["", "Elmstad"]),
    ],
)
def test_a_name_before_its_motto_heads_the_paragraph_about_it(heading, names):
    found = [record.one("name") for record in read_text(PAGE.format(heading)).records]
    assert [str(name.value) if name else "" for name in found] == names
