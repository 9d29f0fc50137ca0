"""Lines that are the page's own furniture."""

from __future__ import annotations

import pytest

from pipeline.model.source import Span
from pipeline.normalize.text import fold
from pipeline.read.navigation import is_navigation

# (line, whether it is the page's own)
LINES = (
    ("지면보기 | 구독신청 | 기사제보", True),
    ("Ma ville | Mes démarches | Mes loisirs", True),
    ("Norvale | Canada | Elmstad", False),
    ("Norvale | 9,000 | Elmstad", False),
    ("Name | Area | Population", False),
    ("Plan your trip | Elm Canyon | Old Town | Food | Events", True),
    ("Nos pages | Se loger | Population | Se nourrir | Nous écrire", True),
    ("Name | Area | Population | Food | Events", False),
    ("Elm Canyon | Events | Canada | Old Town | Food", False),
    ("Home | About | Contact", True),
    ("Home > City > Sister cities", True),
    ("Home", True),
    ("[ Gallery ]", True),
    ("Home  Gallery", True),
    ("Last updated: 3 May 2019", True),
    ("Elm Guide ► Alba ► Norvale", True),
    ("► Norvale", False),
    ("▶ Norvale, 9,000 residents", False),
    ("City → Office → Partners", True),
    ("Member of the Elm Chambers since 1993", True),
    ("Miembro de la Red Norval", True),
    ("PL  DE  EN", True),
    ("EN | FR", True),
    ("Lyon  FR", False),
    ("Share on Facebook", True),
    ("Partager sur Facebook   Écouter", True),
    ("Auf Twitter teilen", True),
    ("Condividi su WhatsApp", True),
    ("Поделиться в Facebook", True),
    ("« Malta at last          Ropes, rust and rum »", True),
    ("← Older: Malta | Newer: Sicily →", True),
    ("‹ Vorherige Gemeinde  Nächste Gemeinde ›", True),
    ("<< Malta   Sicily >>", True),
    ("← Malta", True),
    ("« Ville du soleil »", False),
    ('"Norvale"', False),
    ("Small Hope Bay", False),
    ("Share in State", False),
    ("Home to nine towns", False),
    ("Top of the Hill", False),
    ("EN", False),
    ("Lyon, France", False),
    ("Lyon - France", False),
    ("Home to 9,000 people, the town lies on a river", False),
    ("A → B", False),
    ("Contact them and they will show you round / in all of the old town", False),
)


@pytest.mark.parametrize(("line", "expected"), LINES)
@pytest.mark.parametrize("page", ["{}", "Home | News\n{}\n > top", "a\n- \n{}\n\n"])
def test_menus_and_imprints(line, expected, page):
    text = fold(page.format(line))
    start = text.index(fold(line))
    assert is_navigation(text, Span(start, start + len(line))) is expected
