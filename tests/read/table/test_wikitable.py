"""Tables in wiki source, and what is source of another kind."""

from __future__ import annotations

import pytest

from pipeline.normalize.text import fold
from pipeline.read.lines import physical_lines
from pipeline.read.table.wikitable import read_wiki_table

HEAD = '{| class="wikitable sortable"\n'
# Sources of tables with the cells of their rows.
TABLES = (
    (
        HEAD
        + "! Town !! Country !! Area (km²)\n|-\n| [[Lindheim]] || {{flag|Germany}} || 18.2\n|}",
        [("Lindheim", "Germany", "18.2")],
    ),
    (
        HEAD
        + "|-\n! Municipality\n! Population (2020)\n|-\n| Oberau\n| 870\n|-\n| Unterau\n| 1,204\n|}",
        [("Oberau", "870"), ("Unterau", "1,204")],
    ),
    (
        HEAD
        + '|+ Towns\n! Name\n! Population\n|- style="x"\n| [[Alba (Roca)|Alba]] || align="right" | 9,120<ref name="a"/>\n|}',
        [("Alba", "9,120")],
    ),
    (
        HEAD
        + "! Name !! Pop. !! Area\n|-\n! scope=\"row\" | '''Alba'''\n| 9,120 || {{n|42.5}}\n|-\n| Roca || || 3\n|}",
        [("Alba", "9,120", "42.5"), ("Roca", None, "3")],
    ),
    (
        HEAD + "! Gemeinde !! Einwohner\n|-\n| {{flagicon|GER}} [[Lindheim]] || 12.400\n|}",
        [("Lindheim", "12.400")],
    ),
)
NONE = (
    HEAD + "! Player !! Goals\n|-\n| A. Low || 12\n|}",
    HEAD + "| Alba || 9,120\n|}",
    HEAD + "! Name !! Population\n|}",
    HEAD + "! Name !! Population\n|-\n| Alba || 9,120\n",
    "{{Infobox town\n| name = Alba\n| population = 9,120\n}}",
    "| Name | Population |\n| Alba | 9,120 |",
)


def found(source):
    text = fold(source)
    return text, read_wiki_table(text, tuple(physical_lines(text)), 0)


@pytest.mark.parametrize(("source", "rows"), TABLES)
def test_the_rows_of_a_wiki_table(source, rows):
    text, (table, after) = found(source + "\nbehind")
    told = [tuple(cell and text[slice(*cell)] for cell in row.cells) for row in table.rows]
    assert told == rows
    assert after == source.count("\n") + 1


@pytest.mark.parametrize("source", NONE)
def test_other_source_is_no_table_of_places(source):
    assert found(source)[1] is None
