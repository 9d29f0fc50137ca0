"""Names above paragraphs that open with what the place is and where it lies."""

import pytest

from pipeline import read_text

TWO = (
    "Elm Harbour\nA fishing town of 7,200 in Nova Scotia, Canada. Twinned since 1988.\n\n"
    "Puerto Claro\nCiudad portuaria de Chile de 45.000 habitantes. Hermanamiento firmado en 2005.\n\n"
)


def names(page: str) -> list[object]:
    found = (record.one("name") for record in read_text(page).records)
    return [name and name.value for name in found]


@pytest.mark.parametrize(
    ("more", "is_place"),
    [
        (
            "Sennwald\nA wine town of 2,000 in Alba, Hungary. Our agreement is of May 1994.\n",
            True,
        ),
        ("Sennwald\nAncienne cité de Hongrie, 9 000 âmes. La charte fut signée en 1991.\n", True),
        ("Sennwald\nDie alte Stadt in Ungarn hat fünf Tore. Partnerschaft seit Mai 1994.\n", True),
        ("Sennwald\nThe walls are 2.7 km round and have five gates.\n", False),
        ("Youth Exchange\nEach year 20 students go to our twins. It was agreed in 1996.\n", False),
        ("Want to host? Phone us\nA town in Hungary is looking for homes.\n", False),
    ],
)
def test_a_name_above_its_kind_and_its_country_is_a_place(more: str, is_place: bool) -> None:
    found = names(TWO + more)
    assert found == ["Elm Harbour", "Puerto Claro", *(["Sennwald"] if is_place else [])]
    first = names(f"Our twins\n\n{more}\n{TWO}")
    assert first == [*(["Sennwald"] if is_place else []), "Elm Harbour", "Puerto Claro"]
