"""Numbers in words are read where something is counted behind them, and nowhere else."""

import pytest

from pipeline.model.source import Span
from pipeline.normalize.figure import find_spelled_figures
from pipeline.normalize.spelled import find_runs
from pipeline.normalize.text import fold

FIGURES = (
    ("some seven thousand inhabitants", "seven thousand", 7000),
    ("It covers six square miles.", "six square miles", 6),
    ("twenty-five thousand residents", "twenty-five thousand", 25_000),
    ("three hundred and twenty thousand people", "three hundred and twenty thousand", 320_000),
    ("two million inhabitants", "two million", 2_000_000),
    ("zweihunderttausend Einwohner", "zweihunderttausend", 200_000),
    ("trois mille habitants", "trois mille", 3000),
    ("doce mil habitantes", "doce mil", 12_000),
    ("quarenta mil habitantes", "quarenta mil", 40_000),
    ("diecimila abitanti", "diecimila", 10_000),
    ("пять тысяч жителей", "пять тысяч", 5000),
    ("人口十二万人", "十二万", 120_000),
    ("面积三十五平方公里", "三十五平方公里", 35),
    ("one of the towns", None, None),
    ("two residents wrote", None, None),
    ("he once lived here", None, None),
    ("six of them, seven in all", None, None),
    ("1.2 million people", None, None),
    ("5 thousand people", None, None),
    ("sei abitanti", None, None),
    ("the seven bridges of the town", None, None),
    ("在一九八五年", None, None),
    ("万里长城", None, None),
)


@pytest.mark.parametrize(("text", "literal", "value"), FIGURES)
def test_words_are_a_figure_before_what_they_count(text, literal, value):
    found = tuple(find_spelled_figures(fold(text), Span(0, len(text))))
    assert [text[slice(*figure.span)] for figure in found] == ([literal] if literal else [])
    assert [figure.number.amounts[0].value for figure in found] == ([value] if literal else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("twenty-five people", ["twenty-five"]),
        ("Zweihundertfünfzig Einwohner", ["Zweihundertfünfzig"]),
        ("einundzwanzig", ["einundzwanzig"]),
        ("三千五百人", ["三千五百"]),
        ("the tender of oneself", []),
        ("a hundred and one", ["hundred and one"]),
    ],
)
def test_number_words_are_tried_where_one_begins(text: str, found: list[str]) -> None:
    spans = find_runs(text, Span(0, len(text)))
    assert [text[slice(*span)] for span in spans] == found
