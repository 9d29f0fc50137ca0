"""Which heading of a page with one profile names it: not the site, the office or its address."""

import pytest

import pipeline

FACTS = "\n\nArea: 412 km2\nPopulation: 12,480\n"
TOLD = "\n\nThe town counts 12,480 people on 412 km2. The agreement was signed on 3 May 1988.\n"

PAGES = (
    (
        "ELMTON MUNICIPAL ASSEMBLY\nBelmont - Aldar Region - Ghana\nHome | News\n\nTHE ASSEMBLY\nElmton is old.",
        "ELMTON MUNICIPAL",
    ),
    ("Câmara Municipal de Belmira\nIlha do Elmo\n\nO concelho de Belmira é antigo.", "Belmira"),
    ("Elmton County\nCanada\nElmton is old.", "Elmton County"),
    ("Government of Alberta\nElm District\nHome | News", "Elm District"),
    ("Province Ouest - Nouvelle-Calédonie\nAccueil | Actualités\n\nBELMOR (Pwii)", "BELMOR"),
    ("ELMTON REGION ADMINISTRATION\nEnglish | Français\nAbout the region", "ELMTON REGION"),
    (
        "AED ELMTON - Agency\nHome | News\n\nELMTON PROVINCE IN BRIEF\nWeb: www.elmton.ca",
        "ELMTON PROVINCE",
    ),
)
PATHS = (
    (
        "Town of Belmira\nHome > International > Sister cities > Elmton, France\n\nA friend",
        "Elmton",
    ),
    ("Stadt Belm\nStart > Kultur > Partnerstädte > Elmdorf (Österreich)\n\nAm Fluss", "Elmdorf"),
    ("Town of Belmira\nHome > Sister cities > Contact\n\nA friend", "Town of Belmira"),
)


def _name(page: str) -> str:
    (record,) = pipeline.read_text(page).records
    named = record.one("name")
    return str(named.value) if named else ""


@pytest.mark.parametrize(("page", "name"), PAGES)
def test_a_title_names_what_the_facts_are_of(page, name):
    assert _name(page + FACTS) == name


@pytest.mark.parametrize(("page", "name"), PATHS)
def test_a_path_behind_the_step_of_the_partners_ends_with_the_title(page, name):
    assert _name(page + TOLD) == name
