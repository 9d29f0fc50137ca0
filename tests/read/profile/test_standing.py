import pytest

from pipeline.model.source import LineKind, Span
from pipeline.normalize.text import fold
from pipeline.read.lines import physical_lines, read_line
from pipeline.read.profile.headline import find_headings
from pipeline.read.profile.sheet import Sheet
from pipeline.read.profile.standing import Standing, standings

NONE, MAYBE, PLACE = Standing


def _sheet(page: str) -> Sheet:
    text = fold(page)
    return Sheet(text, [line for span in physical_lines(text) for line in read_line(text, span)])


@pytest.mark.parametrize(
    ("page", "ranks"),
    [
        ("Lyon, France\nPopulation: 500,000", [PLACE, NONE]),
        ("Norvale\nPopulation: 500,000", [MAYBE, NONE]),
        (
            "Norvale\n\nNorvale lies on the coast of the northern sea, far from any other town.",
            [PLACE, NONE, NONE],
        ),
        ("History\nPopulation: 500,000", [NONE, NONE]),
        ("- Norvale\nPopulation: 500,000", [MAYBE, NONE]),
        ("- Norvale\n- Population grew", [NONE, NONE]),
    ],
)
def test_headings_stand_by_their_words_and_what_is_below(page: str, ranks: list[Standing]) -> None:
    assert standings(_sheet(page)) == ranks


def test_facts_and_names_are_those_of_the_lines() -> None:
    sheet = _sheet("2. Norvale, since 1972\nPopulation: 4,000\nArea: 12 km²\nMayor: A. Person")
    assert sheet.said(0) == "Norvale"
    assert sheet.told(0, 4) == {"population", "area_km2"}
    assert sheet.told(1, 2) == {"population"}
    assert sheet.told(3, 4) == frozenset()


def test_the_line_below_is_no_blank_one() -> None:
    sheet = _sheet("Norvale\n\n\nArea: 12 km²\n\n")
    below = sheet.below(0)
    assert below is not None
    assert below.kind is LineKind.FIELD
    assert sheet.below(3) is None


def test_headings_with_the_same_facts_begin_profiles() -> None:
    page = "Our partners\n\nLyon, France\nPopulation: 5,000\n\nTurin, Italy\nPopulation: 6,000\n"
    assert find_headings(_sheet(page)) == (2, 5)
    assert find_headings(_sheet("Lyon, France\nPopulation: 5,000\nArea: 12 km²")) == (0,)
    assert find_headings(_sheet("Population: 5,000\nArea: 12 km²")) == ()


_OPENING = """Norvale
Norvale has 4,000 inhabitants on an area of 12 km².

Estmark
The harbour town has 5,000 inhabitants and an area of 30 km².

"""


@pytest.mark.parametrize(
    ("heading", "below", "count"),
    [
        ("Sundby", "Its 6,000 inhabitants live from fish.", 3),
        ("Sundby", "Fish is what they live from.", 2),
        ("Travel with us to all of them in May", "For 6,000 inhabitants.", 2),
    ],
)
def test_names_above_paragraphs_that_count_go_on(heading: str, below: str, count: int) -> None:
    assert len(find_headings(_sheet(f"{_OPENING}{heading}\n{below}\n"))) == count


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [
        ("ALBA DISTRICT : TRIPURA", True),
        ("Alba County: Canada", True),
        ("Alba: Canada", False),
        ("Area: Canada", False),
        ("Alba District : 9,000", False),
        ("Alba District : see below", False),
    ],
)
def test_a_place_before_a_colon_and_its_region_behind_are_a_heading(line, is_heading):
    text = fold(line)
    (read, *_) = read_line(text, Span(0, len(text)))
    assert (read.kind is LineKind.HEADING) == is_heading
