"""Pages as printing, mailing and pasting left them, and pages that only look like it."""

from __future__ import annotations

import pytest

from pipeline.model.source import Span
from pipeline.read.paste.laid import lay

DOUBLE = (
    "Twin towns\nNorvale\nCountry: Japan\nArea: 96 km2\nPeople: 9,000\n"
    "Elmstad\nCountry: Peru\nArea: 41 km2\nPeople: 7,000\n"
)
SET_OFF = (
    "Twin towns\n\nNorvale\nCountry: Japan\nArea: 96 km2\nPeople: 9,000\n\n"
    "Elmstad\nCountry: Peru\nArea: 41 km2\nPeople: 7,000\n"
)
LAID = {
    DOUBLE.replace("\n", "\n\n"): DOUBLE,
    SET_OFF.replace("\n", "\n\n").replace("\n\n\n\n", "\n\n\n"): SET_OFF,
    "Norvale lies on the upper Brenn and has a popu-\nlation of 12 400.\n": (
        "Norvale lies on the upper Brenn and has a population of 12 400.\n"
    ),
    "It covers 38.5 square kilo-\r\nmetres.\r\n": "It covers 38.5 square kilometres.\r\n",
    "A town in the north-east, and in the north-\neast it is cold.\n": (
        "A town in the north-east, and in the north-east it is cold.\n"
    ),
    "Das Dorf am Fluss zählt 900 Ein-\nwohner und liegt im\nNorden des Landes.\n": (
        "Das Dorf am Fluss zählt 900 Einwohner und liegt im\nNorden des Landes.\n"
    ),
    "> Norvale is a town of\n> 9,000.\n>\n> It lies low.\n": "Norvale is a town of\n9,000.\n\nIt lies low.\n",
    "   Population ..... 48,200 (as of\n                    2010)\n": (
        "   Population ..... 48,200 (as of 2010)\n"
    ),
    "Gemellaggio: firmato il\n             17 maggio 1997\n": "Gemellaggio: firmato il 17 maggio 1997\n",
    "　面積　　　：１１２．４平方\n　　　　　　　キロメートル\n": "　面積　　　：１１２．４平方キロメートル\n",
    "Nombre\nd'habitants : 9 870\n": "Nombre d'habitants : 9 870\n",
    "Number of inhabitants\n(latest census):   34,780\n": "Number of inhabitants (latest census):   34,780\n",
    "Norvale          Elmstad\nArea: 96 km2     Area: 41 km2\nHouses: 12       Houses: 9\n": (
        "Norvale\nArea: 96 km2\nHouses: 12\n\nElmstad\nArea: 41 km2\nHouses: 9\n\n\n"
    ),
    "Norvale\tElmstad\nArea: 96\tArea: 41\nHeight: 7\tHeight: 30\n": (
        "Norvale\nArea: 96\nHeight: 7\n\nElmstad\nArea: 41\nHeight: 30\n\n\n"
    ),
    "Norvale | Elmstad\n\nArea | 96 | Area | 41\nHeight | 7 | Height | 30\n": (
        "Norvale\nArea | 96\nHeight | 7\n\nElmstad\nArea | 41\nHeight | 30\n\n\n"
    ),
    "Norvale has 14,200 people      Elmstad was a village and\n"
    "on the shore of the lake       has 9,750 residents. It\n"
    "and covers 38 square miles     covers 61 square miles\n"
    "of wood and meadows.           in a valley.\n": (
        "Norvale has 14,200 people on the shore of the lake and covers 38 square miles"
        " of wood and meadows. \n\nElmstad was a village and has 9,750 residents. It"
        " covers 61 square miles in a valley.\n\n\n"
    ),
}
LAID |= {  # a broken word leaves titles in capitals and rows of cells where they are
    "FACT SHEET OF THE DISTRICTS\nTable 1. Districts by land and people\nDistrict  Area  Popn.\n"
    "Norvale on the Elm  96  9,000\nElmstad by the Sea  41  7,000\nMany places have more neigh-\nbours.\n": (
        "FACT SHEET OF THE DISTRICTS\nTable 1. Districts by land and people\nDistrict  Area  Popn.\n"
        "Norvale on the Elm  96  9,000\nElmstad by the Sea  41  7,000\nMany places have more neighbours.\n"
    ),
}
AS_IT_IS = [
    DOUBLE.replace("\n", "\n\n", 4),
    "Twin towns\n\n"
    + f"Norvale\n\n{'It is an old port on the lake. ' * 6}\n\n" * 2
    + "".join(
        f"{'Its choir sings in May, and its market is on the square. ' * 4}\n\n" for _ in range(5)
    ),
    "\n\n".join(["Norvale is an old port on the lake."] * 3),
    "Main products-\nrice and corn\n",
    "Norvale lies on both banks of the Brenn-\nElmstad lies on none.\n",
    "Das Haus hat eine Kultur-\nund eine Sportabteilung.\n",
    "> Area: 96 km2\n> Height: 7 m\n> Houses: 12\n",
    "Members:   Norvale, Ruritania\n           Elmstad, Ruritania\n",
    "Population: 9,000 (2010)\n            9,500 (2020)\n",
    "Name       Area (km2)\n           (2010)\nNorvale    96\n",
    "Norvale\nwater supply: two wells\n",
    "Famous people\nborn here: two painters\n",
    "County     Seat       Area\nNorvale    Norvale    96\nElmstad    Elmstad    41\n",
    "Name | Area | Name | Area\nNorvale | 96 | Elmstad | 41\nAshford | 30 | Oakville | 22\n",
    """\
Norvale    Town on the lake    96
Elmstad    Town in the hills   41
Ashford    Town in the wood    30
Oakville   Town by the sea     22
""",
    "Area:          96 km2          41 km2\nHeight:        7 m             30 m\n",
    "",
]


@pytest.mark.parametrize(("text", "read"), LAID.items())
def test_a_page_is_laid_as_it_reads(text, read):
    laid = lay(text)
    assert laid is not None
    assert laid.text.strip("\n") == read.strip("\n")


@pytest.mark.parametrize("text", AS_IT_IS)
def test_a_page_that_is_laid_already_stays(text):
    assert lay(text) is None


@pytest.mark.parametrize("text", LAID)
def test_every_character_stands_in_the_document(text):
    laid = lay(text)
    assert laid is not None
    for at, sign in enumerate(laid.text):
        assert text[laid.offsets[at]] == sign or (sign == " " and text[laid.offsets[at]].isspace())


def test_what_was_left_out_belongs_to_a_literal():
    text = "It covers 38.5 square kilo-\nmetres.\n"
    laid = lay(text)
    assert laid is not None
    at = laid.text.index("38.5")
    found = laid.in_document(Span(at, laid.text.index(".\n")))
    assert text[found.start : found.end] == "38.5 square kilo-\nmetres"
