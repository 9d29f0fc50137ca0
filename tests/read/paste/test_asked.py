"""Questions with their answers, and pages that only ask something."""

from __future__ import annotations

import pytest

from pipeline.model.source import Span
from pipeline.read.grammar import meaning
from pipeline.read.paste.inquiry import read_inquiry
from pipeline.read.paste.laid import lay

ASKED = {
    "How many people live there?": "population",
    "How many inhabitants does Norvale have?": "population",
    "What is the population of Norvale?": "population",
    "Wie viele Einwohner hat die Stadt?": "population",
    "Combien d'habitants compte la commune ?": "population",
    "¿Cuántos habitantes tiene el municipio?": "population",
    "Сколько жителей в городе?": "population",
    "人口は何人ですか?": "population",
    "How big is the town?": "area_km2",
    "Wie groß ist die Stadt?": "area_km2",
    "面积有多大?": "area_km2",
    "How high above sea level is it?": "elevation_m",
    "A che altitudine si trova?": "elevation_m",
    "How many households are there?": "households",
    "When was the town founded?": "founded",
    "¿Cuándo se fundó?": "founded",
    "Seit wann besteht die Partnerschaft?": "agreement_date",
}
NOT_ASKED = [
    "How many people work in the town hall?",
    "How many visitors come each year?",
    "How many residents commute to Elmstad?",
    "Who founded the town?",
    "Where is Norvale?",
    "Which is our oldest sister city?",
    "When is the market held?",
    "Wann ist das Rathaus geöffnet?",
    "¿Dónde está el municipio?",
    "何が有名ですか?",
]
ON_A_LINE = """\
Frequently asked questions about Norvale

Where is Norvale?
In the north.

How many people live there? 27,304

How big is the town? 46.2 square kilometres
"""
MARKED = """\
Norvale: Your questions answered

Q1: What is the population of Norvale?
A1: 8,912

Q2: How many households are there?
A2: 3,240
"""
UNTITLED = """\
Domande frequenti

Quanti abitanti ha Norvale Alta? 9.312
Quando è stata fondata? Nel 1256
"""
LAID = [
    (ON_A_LINE, ["Norvale\n", "In the north.\n", "population: 27,304\n", "area: 46.2 square"]),
    (MARKED, ["Norvale\n", "population: 8,912\n", "households: 3,240\n"]),
    (UNTITLED, ["Norvale Alta\n", "abitanti: 9.312\n", "fondata: Nel 1256\n"]),
]
AS_IT_IS = [
    "Norvale\nPopulation: 9,000\nWhat can one see there? Three bridges.\n",
    "Did you know? Norvale has 9,000 residents.\nCould you guess? It covers 96 km2.\n",
    "How many people live there? Nobody knows.\nHow big is it? Ask the mayor.\n",
    "What is the population of Norvale? 9,000\n",
    "Have you been to Norvale?\n9,000 people have.\nAnd to Elmstad?\n12,000 have.\n",
]


@pytest.mark.parametrize(("question", "field"), ASKED.items())
def test_a_question_asks_for_a_fact(question, field):
    asks = read_inquiry(question, Span(0, len(question)))
    assert asks is not None
    assert meaning(asks.said or question[slice(*asks.label)]).fields[0] in {
        field,
        field.replace("agreement", "friendship"),
    }


@pytest.mark.parametrize("question", NOT_ASKED)
def test_a_question_asks_for_something_else(question):
    assert read_inquiry(question, Span(0, len(question))) is None


@pytest.mark.parametrize(("page", "said"), LAID)
def test_a_page_of_questions_is_one_of_labels(page, said):
    laid = lay(page)
    assert laid is not None
    assert [words for words in said if words not in laid.text] == []


@pytest.mark.parametrize("page", AS_IT_IS)
def test_a_page_that_asks_for_no_facts_stays(page):
    assert lay(page) is None
