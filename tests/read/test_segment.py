"""The cut into profiles: what begins one, on pages of every kind."""

from __future__ import annotations

import pytest

from pipeline.normalize.text import fold
from pipeline.read.layout import read_layout

# (page, the headings of its profiles)
CUT = {
    "numbered names above prose": (
        (
            "Our partners\n\n1. Springvale, Canada\nThe town has an area of 42 km² and 9,000 people.\n\n"
            "2. Kirkwall Bay, New Zealand\nIts area is 95 km²; 8,200 people live there.\n"
        ),
        ["Springvale, Canada", "Kirkwall Bay, New Zealand"],
    ),
    "numbered names above marked labels": (
        (
            "1. SPRINGVALE\n* Land Area - 4,100 has.\n* Population - 9,517\n\n"
            "2. LOWER BECK\n* Land Area - 830 has.\n* Population - 1,128\n"
        ),
        ["SPRINGVALE", "LOWER BECK"],
    ),
    "numbered names above marked lines without labels": (
        (
            "SISTER CITIES\n\n1) Norvale\n   - Canada (Province of Ontario)\n   - 45,678 inhabitants\n"
            "   - 123.4 sq. km\n\n2) Kirn\n   - Germany (State of Hesse)\n   - 32,109 inhabitants\n   - 98.7 sq. km\n"
        ),
        ["Norvale", "Kirn"],
    ),
    "a district above names with a count below each": (
        (
            "Kommune Norvale\n\nArea: 32,000 km2\nInhabitants: 6,292\n\n"
            "Aldar\nThe biggest town of the south, with 3,050 people. It was founded in 1775.\n\n"
            "Borun\n1,346 people. Became a trading post in 1830.\n\n"
            'Dornfeld\n"Where the bears go." 1,185 people; founded in 1797.\n'
        ),
        ["Kommune Norvale", "Aldar", "Borun", "Dornfeld"],
    ),
    "names above their country": (
        (
            "Twin towns\n\nNorvale\nCanada\nTwinned since 1984\n45,678 inhabitants\n\n"
            "Kirn\nGermany\nTwinned since 1992\n32,109 inhabitants\n"
        ),
        ["Norvale", "Kirn"],
    ),
    "a word for a kind of place of two words": (
        (
            "1. Thành phố Norvale (Canada)\n- Dân số: 45.678 người\n- Diện tích: 123,4 km2\n\n"
            "2. Thành phố Kirn (Đức)\n- Dân số: 32.109 người\n- Diện tích: 98,7 km2\n"
        ),
        ["Thành phố Norvale (Canada)", "Thành phố Kirn (Đức)"],
    ),
    "figures between bars": (
        (
            "Partners\n\nNorvale | Canada\n45,678 residents | 123.4 km² | since 1984\n\n"
            "Kirn | Germany\n32,109 residents | 98.7 km² | since 1992\n"
        ),
        ["Norvale | Canada", "Kirn | Germany"],
    ),
    "marked places above a label that no field has": (
        (
            "SISTER CITIES OF ELMSTAD\n\n- Norvale (CANADA)\n    Council decision: 12.09.1994\n"
            "    Protocol date: 11.05.1995\n    Population: 189.845\n\n- Kirn (GERMANY)\n"
            "    Council decision: 03.12.1996\n    Protocol date: 10.04.1997\n    Population: 143.535\n"
        ),
        ["Norvale (CANADA)", "Kirn (GERMANY)"],
    ),
    "a title that looks like a label above names in capitals": (
        (
            "SISTER CITIES\n\nNORVALE\n- Country: Canada\n- Population: 142.191\n- Area: 122 km²\n\n"
            "KIRN\n- Country: Germany\n- Population: 8.191\n- Area: 16 km²\n"
        ),
        ["NORVALE", "KIRN"],
    ),
    "prose that counts a place beside the table of its parts": (
        (
            "1.1 Geography\nNorvale lies on the coast. Its area is 25.2 km2 and its population 121,028.\n\n"
            "District\tArea (km2)\nElm\t6.8\nOak\t12.1\n"
        ),
        [None, "Elm", "Oak"],
    ),
    "prose that only introduces a table": (
        "Norvale has 121,028 people in two districts.\n\nDistrict\tArea (km2)\nElm\t6.8\nOak\t12.1\n",
        ["Elm", "Oak"],
    ),
    "prose that goes on about the rows of a table, and about another place": (
        (
            "Our sister cities\n\nCity\tCountry\tPopulation\nElmstad\tNorway\t57,246\nOakville\tCanada\t79,470\n\n"
            "Elmstad covers 110 square kilometres of coast and has brewed beer since 1903.\n\n"
            "Oakville covers 147 square kilometres and wrote to us first.\n\n"
            "Ashford covers 12 square kilometres and has 800 people.\n"
        ),
        ["Elmstad", "Oakville", "Ashford"],
    ),
    "names below a word for the parts of a district": (
        (
            "Low Fells District, Canada\n\nMunicipalities in the District\n\n"
            "Elm Local Municipality (LF1)\nArea: 753 km²\nPopulation: 103,765\n\n"
            "Oak Local Municipality (LF2)\nArea: 538 km²\nPopulation: 276,800\n"
        ),
        ["Elm Local Municipality (LF1)", "Oak Local Municipality (LF2)"],
    ),
    "names with a direction in the parent, above items": (
        (
            "OUR TWINS\n\nSpringvale, southern Ontario, Canada\no  9,100 inhabitants\no  25 square kilometres\n\n"
            "Lindheim, Hesse, Germany\no  18,500 inhabitants\no  102.6 square kilometres\n"
        ),
        ["Springvale, southern Ontario, Canada", "Lindheim, Hesse, Germany"],
    ),
    "a region above its parts": (
        (
            "Norvale Province\nAbout us\n\nIt covers 109,500 square kilometres and has 70,500 people.\n\n"
            "Elm District\nIts area is 486 km² and its population 19,600.\n\n"
            "Oak District\nIts area is 713 km² and its population 3,870.\n"
        ),
        ["Norvale Province", "Elm District", "Oak District"],
    ),
    "names with a small word before the capital": (
        (
            "Val d'Aosta, Italy\nPopulation: 9,000\nArea: 21 km²\n\n"
            "Port l'Abbaye, France\nPopulation: 8,000\nArea: 11 km²\n"
        ),
        ["Val d'Aosta, Italy", "Port l'Abbaye, France"],
    ),
    "names with what they are": (
        (
            "Springvale, Ontario, Canada - Sister City\n - Signed May 2, 1965\n - Area: 63 km2\n\n"
            "Lindheim (Germany) - Partnerstadt\n - Signed May 9, 1998\n - Area: 57 km2\n"
        ),
        ["Springvale, Ontario, Canada", "Lindheim (Germany)"],
    ),
    "names of towns that no list has, above paragraphs": (
        (
            "Freunde in Europa\n\nSaint-Orlan\nRund 25.800 Menschen wohnen dort; die Partnerschaft besteht "
            "seit 1950.\n\nAlt Brenn\nPartnerschaft seit 1960. Die Stadt zählt 18.000 Einwohner.\n\n"
            "Velký Dol\nDie Kreisstadt (23.500 Einwohner, Fläche 36,5 km²) liegt am Fluss.\n"
        ),
        ["Saint-Orlan", "Alt Brenn", "Velký Dol"],
    ),
    "run-in names with their country": (
        (
            "LOW MOOR COUNCIL\n\nTwinning\n\nLindheim, Germany. Some 15,200 people live within its 80.8 km²."
            "\n\nSpringvale, Ontario, Canada. Population 23,000, area 66 km².\n"
        ),
        ["Lindheim, Germany", "Springvale, Ontario, Canada"],
    ),
    "names with what is said of them": (
        (
            "Our friends\n\nBad Lindheim, the old lady\nWe met in 1951. It covers 55.6 km² and has 50,500 people.\n\n"
            "Port Orlan, the other shore\nIts area is 41 km² and its population 73,700 since the harbour closed.\n"
        ),
        ["Bad Lindheim, the old lady", "Port Orlan, the other shore"],
    ),
    "a marked place below the heading of the list": (
        (
            "■ Sister Cities\n\n▶ Springvale City (Canada)\n ○ Area : 125 ㎢\n ○ Population : 6,931\n\n"
            "▶ Lindheim City (Germany)\n ○ Area : 848 ㎢\n ○ Population : 9,400\n"
        ),
        ["Springvale City (Canada)", "Lindheim City (Germany)"],
    ),
}

# (page, the headings of its profiles): what looks like the beginning of one and is none
WHOLE = {
    "trades that count who lives by them": (
        (
            "Norvale\nPopulation: 12,400\nArea: 44 km²\n\nFarming\nAbout 4,000 people live from it.\n\n"
            "Fishing\nSome 2,100 people live from fish.\n\nTrade\n1,300 people live by trade.\n"
        ),
        ["Norvale"],
    ),
    "sections of one town": (
        (
            "Springvale, Canada\nArea: 42 km²\nPopulation: 9,000\n\nLocal Crafts\nAbout 1,200 people work "
            "here.\n\nThe Old Harbour\nIn 1931 there were 300 boats.\n"
        ),
        ["Springvale, Canada"],
    ),
    "the path to a page": (
        "Guide » Canada » Ontario\n\nSpringvale\nCountry: Canada\nArea: 42 km²\n",
        ["Springvale"],
    ),
    "a menu of labels": (
        "Springvale\nResidents   Business   Visit\nArea: 42 km²\n",
        ["Springvale"],
    ),
    "a value that names a place": (
        (
            "무석시 (중국 강소성)\n위      치\n강소성 남부\n면      적\n4,628㎢\n인      구\n655만 명\n"
            "주요산업\n딸기, 감귤 / 세계유산(2017 등재)\n세 대 수\n42,871세대\n"
        ),
        ["무석시 (중국 강소성)"],
    ),
    "a list of partners that tells only since when": (
        (
            "Springvale, Canada\nArea: 42 km²\nPopulation: 9,000\nPartners\n- Lindheim, Germany. Since 1962.\n"
            "- Port Orlan, France. Since 1971.\n"
        ),
        ["Springvale, Canada"],
    ),
    "partners in a list right above other labels": (
        (
            "Springvale, Canada\nArea: 42 km²\nPopulation: 9,000\nTwin towns:\n- Kirn (Germany)\n"
            "- Orlan (France)\nCouncil decision: 12.09.1994\nDensity: 214 per km²\n"
        ),
        ["Springvale, Canada"],
    ),
    "numbered partners above other labels": (
        (
            "Springvale, Canada\nArea: 42 km²\nPopulation: 9,000\n\n1) Kirn\n2) Orlan\n\n- Mayor: Ann Low\n"
            "- Density: 214 per km²\n"
        ),
        ["Springvale, Canada"],
    ),
    "a numbered step": (
        "Springvale, Canada\nArea: 42 km²\n\n1. Apply\nThe form asks for 3 names of 9,000 people.\n",
        ["Springvale, Canada"],
    ),
}


def headings(page):
    text = fold(page)
    found = (profile.heading for profile in read_layout(text).profiles)
    return [text[slice(*heading)] if heading else None for heading in found]


@pytest.mark.parametrize(("page", "expected"), CUT.values(), ids=CUT)
def test_a_page_is_cut(page, expected):
    assert headings(page) == expected


@pytest.mark.parametrize(("page", "expected"), WHOLE.values(), ids=WHOLE)
def test_a_page_stays_whole(page, expected):
    assert headings(page) == expected
