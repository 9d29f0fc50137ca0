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
        (
            "Region in brief\n\nRegion: Norvale oblast\nArea: 28.5 km²\nPopulation: 9,450",
            "Norvale oblast",
        ),
        (
            "Our district at a glance\n\nProvince: Norvale\nArea: 28.5 km²\nPopulation: 9,450",
            "Norvale",
        ),
        (
            "Datos\n\nDepartamento: Alba\nProvincia: Alba\nDistrito: Norvale\nSuperficie: 28 km2\nPoblación: 9 450",
            "Norvale",
        ),
        ("Daten\n\nBundesland: Norwald\nFläche: 28 km²\nEinwohner: 9.450", "Norwald"),
        ("Данные\nОбласть: Норвальская\nПлощадь: 28 км²\nНаселение: 9 450", "Норвальская"),
        (
            (
                "Mitglied im Elmbund\n\nRegion: Norwald\nFläche: 28 km²\nEinwohner: 9.450\n\n"
                "Die Region liegt am Meer. Elmdorf, gegründet 1898, hat einen Hafen."
            ),
            "Norwald",
        ),
        ("Region: Norwald\nFläche: 28 km²\nEinwohner: 9.450\n\nElmdorf liegt am Meer.", "Elmdorf"),
        ("Elmdorf\n\nRegion: Norwald\nFläche: 28 km²\nEinwohner: 9.450", "Elmdorf"),
    ],
)
def test_a_title_or_a_sentence_names_what_nothing_else_does(text: str, name: str) -> None:
    (record,) = pipeline.read_text(text).records
    names = [str(v.value) for v in record.values if v.field == "name" and v.in_force]
    assert (names or [""])[0] == name
