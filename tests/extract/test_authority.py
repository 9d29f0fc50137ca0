"""The place in the name of its council, and the country of a neighbour."""

from __future__ import annotations

import pytest

from pipeline.extract.naming.border import is_neighbour
from pipeline.extract.naming.ownname import own_name
from pipeline.model.source import Span
from pipeline.normalize.place import find_countries
from pipeline.normalize.text import fold


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("Springvale Town Council", "Springvale"),
        ("PROVINCIAL GOVERNMENT OF ALDAR", "ALDAR"),
        ("P1 (lead) Springvale, Finland", "Springvale"),
        ("B2 Springvale", "Springvale"),
        ("Yilan County Government", "Yilan County"),
        ("Ayuntamiento de Alba", "Alba"),
        ("Intendencia Departamental de Rocha", "Rocha"),
        ("Prefeitura Municipal de Rio Verde", "Rio Verde"),
        ("Mairie de Bel-Orme", "Bel-Orme"),
        ("Magistrat der Stadt Linz", "Linz"),
        ("T.C. ALDAR KAYMAKAMLIĞI", "ALDAR"),
        ("Администрация города Ковров", "Ковров"),
        ("Pemerintah Kota Sibolga", "Sibolga"),
        ("Bergen County of New Jersey", "Bergen County"),
        ("STATE FACTS - ALDAR", "ALDAR"),
        ("Overview: Springvale", "Springvale"),
        ("Springvale - Overview", "Springvale"),
        ("जिला बाँसवाड़ा  District Springvale", "District Springvale"),
        ("Springvale  जिला", "Springvale"),
        ("ELMTON NORTH MUNICIPAL ASSEMBLY", "ELMTON NORTH MUNICIPAL"),
        ("Divisional Secretariat - Elmpitiya", "Elmpitiya"),
        ("Portal Rasmi Majlis Daerah Batu Elma", "Batu Elma"),
        ("Pejabat Daerah dan Tanah Kuala Elma", "Kuala Elma"),
        ("Elm Assembly Hall", "Elm Assembly Hall"),
        ("Secretariat", "Secretariat"),
        ("City Council", "City Council"),
        ("Town Council Office", "Town Council Office"),
        ("Council Bluffs", "Council Bluffs"),
        ("Government Hill", "Government Hill"),
        ("Village of Arden", "Village of Arden"),
        ("Borough of Barnet", "Borough of Barnet"),
    ],
)
def test_a_place_is_in_the_name_of_its_authority(name, own):
    text = fold(name)
    assert text[slice(*own_name(text, Span(0, len(text))))] == fold(own)


@pytest.mark.parametrize(
    ("sentence", "neighbour"),
    [
        ("It is bounded by Ribhoi in the North, Bangladesh in the South.", True),
        ("Limita con Brasil por el arroyo.", True),
        ("Der Kreis grenzt an Polen.", True),
        ("На западе район граничит с Республикой Польша.", True),
        ("エストニア国境に近い田園のまちです。", True),
        ("云南同缅甸、老挝、越南三国接壤。", True),
        ("省境与越南等国接壤", True),
        ("The port is on the border of Canada.", True),
        ("It shares its eastern border with Canada.", True),
        ("Springvale lies in Canada.", False),
        ("Springvale lies on the eastern border of Canada.", False),
        ("云南地处中国西南,边境线长4060公里。", False),
        ("云南在中国西南边境。", False),
        ("The river is the border of the district. It lies in Canada.", False),
        ("El puerto de Brasil fue fundado en 1762.", False),
        ("Der Kreis liegt in Polen.", False),
        ("エストニアの田園のまちです。", False),
    ],
)
def test_a_country_across_the_border_is_not_the_place_s(sentence, neighbour):
    text = fold(sentence)
    country = find_countries(text, 0, len(text))[-1]
    assert is_neighbour(text, Span(0, len(text)), country.span) is neighbour
