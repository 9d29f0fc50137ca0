"""Countries by the signs in brackets behind a name."""

import pytest

from pipeline.model.source import Span
from pipeline.normalize.place import country_sign

# (a name, its country)
SIGNS = (
    ("Saint-Orlan-sur-Lys (F)", "FR"),
    ("Kaltbrunn (D)", "DE"),
    ("Kaltbrunn (DE)", "DE"),
    ("Elmwick (GB)", "GB"),
    ("Elmwick(IRL)", "IE"),
    ("Kalna (SLO)", "SI"),
    ("Norvale (USA)", "US"),
    ("Alba di Sopra (I)", "IT"),
    ("Elmwick (IL)", None),
    ("Elmwick (CA)", None),
    ("Norvale (Q)", None),
    ("Norvale (Elm)", None),
    ("Norvale (f)", None),
    ("Norvale F", None),
    ("(F)", None),
    ("", None),
)


@pytest.mark.parametrize(("name", "code"), SIGNS)
def test_country_sign(name, code):
    found = country_sign(name, Span(0, len(name)))
    assert (found and found.value) == code
