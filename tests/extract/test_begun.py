"""Whether "Established" among partners is the day of the tie or of the place."""

import pytest

from pipeline import read_text

_TIES = ("sisterhood_date", "friendship_date", "agreement_date")
_TWO = """{title}

Ostrau
Country: {country}
Population: 41,000
{label}: {first}

Kelmond
Country: Belgium
Population: 28,300
{label}: {second}
"""

# (title, label, first, second, whether the days are those of ties)
BEGUN = (
    ("Sister Cities of Halvard", "Established", "May 9, 1984", "July 18, 1985", True),
    ("Our friendship cities", "Date established", "1991-10-19", "2003", True),
    ("Villes jumelées", "Date de création", "12 mai 1964", "3 juin 1971", True),
    ("Sister Cities of Halvard", "Established", "May 9, 1884", "July 18, 1985", False),
    ("Sister Cities of Halvard", "First mentioned", "1951", "1962", False),
    ("Cities of the plain", "Established", "May 9, 1984", "July 18, 1985", False),
)


@pytest.mark.parametrize(("title", "label", "first", "second", "tied"), BEGUN)
def test_begun_ties(title: str, label: str, first: str, second: str, *, tied: bool) -> None:
    text = _TWO.format(title=title, country="Poland", label=label, first=first, second=second)
    held = [{value.field for value in record.values} for record in read_text(text).records]
    assert len(held) == 2
    assert all(("founded" in fields) is not tied for fields in held)
    assert all(bool(fields.intersection(_TIES)) is tied for fields in held)


ALONE = (
    ("Elm District - at a glance", "founded"),
    ("Elm District and its sister city Kirn", "agreement_date"),
)


@pytest.mark.parametrize(("title", "field"), ALONE)
def test_an_establishment_without_ties_is_the_place_s(title: str, field: str) -> None:
    text = f"{title}\n\nDate of establishment: 10 March 1989\nPopulation: 41,000\nArea: 506 km²\n"
    assert field in {value.field for value in read_text(text).records[0].values}


def test_a_labelled_tie_leaves_the_founding() -> None:
    text = _TWO.format(
        title="Sister Cities", country="Poland", label="Established", first="1950", second="1961"
    )
    text = text.replace("Population: 28,300", "Population: 28,300\nTwinned since: 1990")
    fields = {value.field for record in read_text(text).records for value in record.values}
    assert {"founded", "agreement_date"} <= fields
