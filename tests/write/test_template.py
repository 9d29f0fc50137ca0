"""Words of the pages: a message keeps its direction, whatever it quotes, and quotes nothing as markup."""

from __future__ import annotations

import pytest

from pipeline.write.template import isolated

ARABIC = "12 مارس 2113"


@pytest.mark.parametrize(
    ("message", "html"),
    [
        ("“425 km²” is no area.", "“425 km²” is no area."),
        (f"“{ARABIC}” is still to come.", f"“<bdi>{ARABIC}</bdi>” is still to come."),
        ("“3” and “מאה”", "“3” and “<bdi>מאה</bdi>”"),
        (ARABIC, ARABIC),
        ("“<b>” & “", "“&lt;b&gt;” &amp; “"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("", ""),
    ],
)
def test_what_runs_the_other_way_keeps_to_itself(message, html):
    assert str(isolated(message)) == html
