"""What a profile is called of which neither headings nor subjects tell a name."""

import pytest

import pipeline

TELLS = "It has 9,450 inhabitants."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Norvale\n\nThe town takes up 640 hectares. {TELLS}", "Norvale"),
        (f"Santa Marta\n\nSu superficie es de 25 km². {TELLS}", "Santa Marta"),
        ("The population of Norvale, which lies in Canada, is 9,450.", "Norvale"),
        (f"History\n\nThe town takes up 640 hectares. {TELLS}", ""),
        (f"Welcome to our website\n\nThe town takes up 640 hectares. {TELLS}", ""),
        (f"The town takes up 640 hectares. {TELLS}", ""),
    ],
)
def test_a_title_or_a_sentence_names_what_nothing_else_does(text: str, name: str) -> None:
    (record,) = pipeline.read_text(text).records
    names = [str(v.value) for v in record.values if v.field == "name" and v.in_force]
    assert (names or [""])[0] == name
