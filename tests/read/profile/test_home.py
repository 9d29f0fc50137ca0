"""A home town beside its partner, and values above their labels: whose and what a figure is."""

from __future__ import annotations

import pytest

from pipeline import read_text


def told(page):
    """Name, area and population of each record."""
    return [
        tuple(
            (value := record.one(field)) and str(value.value)
            for field in ("name", "area_km2", "population")
        )
        for record in read_text(page).records
    ]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            (
                "Own city: Springvale\nPopulation: 9,120\nPartner city: Lindheim, Germany\n"
                "Population: 12,400\nArea: 18.2 km²\n"
            ),
            [("Lindheim", "18.2", "12400")],
        ),
        (
            (
                "\tOur town\tPartner town\nName\tSpringvale\tLindheim\nArea\t42.5 km²\t18.2 km²\n"
                "Population\t9,120\t12,400\n"
            ),
            [("Lindheim", "18.2", "12400")],
        ),
        (
            "\tSpringvale\tLindheim\nArea\t42.5 km²\t18.2 km²\nPopulation\t9,120\t12,400\n",
            [("Springvale", "42.5", "9120"), ("Lindheim", "18.2", "12400")],
        ),
        (
            "City: Lindheim\nCountry: Germany\nPopulation: 12,400\nArea: 18.2 km²\n",
            [("Lindheim", "18.2", "12400")],
        ),
    ],
)
def test_the_home_town_s_figures_are_not_the_partner_s(page, expected):
    assert told(page) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("Lindheim\n\n12.400\nEinwohner\n18,2 km²\nFläche\n", [("Lindheim", "18.2", "12400")]),
        (
            "Springvale, Canada\n\n9,120\ninhabitants\n42.5 km²\narea\n1871\nfounded\n",
            [("Springvale", "42.5", "9120")],
        ),
        ("松風市\n\n978.5平方キロ\n面積\n237,970人\n人口\n", [("松風市", "978.5", "237970")]),
        ("Springvale\nArea\n42.5 km²\nPopulation\n9,120\n", [("Springvale", "42.5", "9120")]),
        ("Springvale\nArea\n42.5 km²\nPopulation\n", [("Springvale", "42.5", None)]),
    ],
)
def test_values_stand_above_or_below_all_labels(page, expected):
    assert told(page) == expected


@pytest.mark.parametrize(
    ("page", "names"),
    [
        (
            (
                "Partnerstädte:\n- Bel-Orme (Frankreich), seit 1963, 8.700 Einwohner\n"
                "- Lesnica (Polen), seit 1995, 12.400 Einwohner\n"
            ),
            ["Bel-Orme", "Lesnica"],
        ),
        ("Partnerstadt:\nBel-Orme (Frankreich)\nEinwohner: 8.700\nFläche: 12 km²\n", ["Bel-Orme"]),
    ],
)
def test_a_label_may_head_a_list(page, names):
    assert [name for name, *_ in told(page)] == names
