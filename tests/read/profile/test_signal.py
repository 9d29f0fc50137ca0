import pytest

from pipeline.model.source import Span
from pipeline.normalize.text import fold
from pipeline.read.lines import physical_lines, read_line
from pipeline.read.profile.signal import facts_of, tie_kinds, ties, told_facts


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        (
            "The town covers 521.1 square kilometers and had 89,086 inhabitants.",
            {"area_km2", "population"},
        ),
        ("It covers 521.1 kilometers of coast", set()),
        ("About 24,000 visitors come every year", set()),
        ("24,000 people come every year", {"population"}),
        ("It was founded in 1712", {"founded"}),
        ("It was founded by fishermen", set()),
        ("We signed the sister city agreement on June 14, 1988", {"agreement"}),
        ("We signed the sister city agreement", set()),
        ("人口は5万人、面積は12㎢", {"population", "area_km2"}),
        ("1899.12 sq km, 13,655 people, 6 wards", {"population", "area_km2"}),
        ("pop. 152,610 | 80.8 km²", {"population", "area_km2"}),
        ("The forest of 80.8 km² is protected", set()),
        ("", set()),
    ],
)
def test_prose_states_what_a_word_and_a_figure_show(said: str, facts: set[str]) -> None:
    assert told_facts(fold(said), Span(0, len(said))) == facts


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("Population: 24,000", {"population"}),
        ("Population: unknown", {"population"}),
        ("Sister city since: 1972", {"agreement"}),
        ("Sister city since: long ago", set()),
        ("Population:   Residents   Visitors", set()),
        ("Mayor: 24,000 people voted", {"population"}),
        ("Mayor: A. Person", set()),
        ("Population", set()),
    ],
)
def test_a_line_states_what_its_label_says_else_its_words(line: str, facts: set[str]) -> None:
    text = fold(line)
    lines = [one for span in physical_lines(text) for one in read_line(text, span)]
    assert facts_of(text, lines) == facts


@pytest.mark.parametrize(
    ("said", "kind", "kinds"),
    [
        ("our sister city", "sisterhood", ("sisterhood",)),
        ("a friendship and a sister city agreement", "sisterhood", ("sisterhood", "friendship")),
        ("the partnership agreement", "other", ("other",)),
        ("the city", "", ()),
        ("", "", ()),
    ],
)
def test_ties_are_told_by_their_words(said: str, kind: str, kinds: tuple[str, ...]) -> None:
    assert ties(said) == kind
    assert tie_kinds(said) == kinds
