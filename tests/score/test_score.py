"""Figures against gold of our own: what is right, missed, wrong, and which mistakes are found."""

from __future__ import annotations

import json
from datetime import date

import pytest

from pipeline.review.refusal import NoFindingsError
from pipeline.run import Options, run_folder
from pipeline.score.doubt import places
from pipeline.score.gold import Anomaly, Gold, Profile, read_gold
from pipeline.score.likeness import agrees, is_named
from pipeline.score.pairing import paired
from pipeline.score.refusal import GoldMissingError, GoldSpoiledError
from pipeline.score.score import score
from pipeline.score.table import Row, one_field, read_output
from pipeline.score.tally import Tally, compared
from pipeline.score.telling import score_json, score_lines

AGREEING = (
    # field, gold, read, whether they agree
    ("area_km2", "425", "425.0", True),
    ("area_km2", "425", "425.4", True),
    ("area_km2", "425", "426", False),
    ("population", "0", "0", True),
    ("population", "12400", "many", False),
    ("gdp", "2560000000", "2.56E+9", True),
    ("country", "CN", "cn", True),
    ("country", "CN", "JP", False),
    ("population_as_of", "2015-06", "2015", True),
    ("population_as_of", "2015", "2015-06", False),
    ("founded", "1898", "18", False),
    ("website", "http://www.x.org/", "x.org", True),
    ("website", "http://x.org", "y.org", False),
    ("agreement_dates", "2015-10-30", "2015-10-30", True),
    ("agreement_dates", "2015-10-30", "2015", False),
)


@pytest.mark.parametrize(("field", "gold", "read", "same"), AGREEING)
def test_values_agree_by_their_kind(field, gold, read, same):
    assert agrees(field, gold, read) is same


NAMES = (
    (("Lindenau",), "Lindenau", True),
    (("Lindenau",), "City of Lindenau", True),
    (("Saint-Étienne",), "saint etienne", True),
    (("Guiyang", "贵阳"), "贵阳市", True),
    (("Linddenau",), "Lindenau", True),
    (("Lindenau",), "Buchenau", False),
    (("Au",), "Lindenau bei Buchenau", False),
    (("Lindenau",), "", False),
    ((), "Lindenau", False),
)


@pytest.mark.parametrize(("names", "read", "same"), NAMES)
def test_a_name_may_be_written_in_another_way(names, read, same):
    assert is_named(names, read) is same


@pytest.mark.parametrize(
    ("gold", "read", "tally"),
    [
        ("ab", "ab", Tally(2, 0, 0)),
        ("ab", "b", Tally(1, 1, 0)),
        ("a", "ab", Tally(1, 0, 1)),
        ("aa", "a", Tally(1, 1, 0)),
        ("a", "b", Tally(0, 1, 1)),
        ("", "", Tally(0, 0, 0)),
    ],
)
def test_each_value_counts_once(gold, read, tally):
    assert compared(gold, read, str.__eq__) == tally


def test_shares_of_nothing_are_whole_and_of_no_hit_none():
    assert (Tally().precision, Tally().recall, Tally().f1) == (1, 1, 1)
    assert Tally(0, 1, 1).f1 == 0
    assert (Tally(3, 1, 3).precision, Tally(3, 1, 3).recall, Tally(3, 1, 3).f1) == (0.5, 0.75, 0.6)


def _profile(*names, **values):
    return Profile(names, {field: (value,) for field, value in values.items()})


def _row(name="", **values):
    return Row(f"a#{name}", name, {field: (value,) for field, value in values.items()})


PAIRS = (
    ([_profile("Elgin"), _profile("Orillia")], [_row("Orillia"), _row("Elgin")], {0: 1, 1: 0}),
    ([_profile("Elgin")], [_row("Tyndall")], {}),
    ([_profile("Elgin", area_km2="42")], [_row(area_km2="42")], {0: 0}),
    ([_profile(population="9"), _profile()], [_row(), _row(population="9")], {0: 1}),
    ([_profile("Elgin")], [_row("Elgin"), _row("Elgin")], {0: 0}),
    ([_profile("Elgin")], [], {}),
    ([], [_row("Elgin")], {}),
)


@pytest.mark.parametrize(("profiles", "rows", "pairs"), PAIRS)
def test_records_are_paired_with_the_place_they_are_most_like(profiles, rows, pairs):
    assert paired(profiles, rows) == pairs


PLACES = (
    # place and position of each mistake, the places they are about
    ([("Elgin", None), ("Orillia", None)], [0, 2]),
    ([("#3", None), ("Elgin", 1)], [2, 1]),
    ([("", None), ("", None), ("", None)], [1, 3, 3]),
)


@pytest.mark.parametrize(("named", "positions"), PLACES)
def test_a_mistake_is_about_one_place(named, positions):
    profiles = (_profile("Elgin"), _profile(), _profile("Orillia"), _profile())
    mistakes = tuple(Anomaly(place, at, "area_km2", "scale", None) for place, at in named)
    assert list(places(Gold("a", {}, profiles, mistakes))) == positions


@pytest.mark.parametrize(
    ("field", "plain"),
    [
        ("sisterhood_date", "agreement_dates"),
        ("agreement_dates", "agreement_dates"),
        ("other:net-area-sown", "net_area_sown"),
        ("area_km2", "area_km2"),
        ("founded", "founded"),
    ],
)
def test_a_field_has_one_spelling(field, plain):
    assert one_field(field) == plain


TEXTS = {
    "a.txt": "City: Mariposa\nCountry: Canada\nArea: 8.034 km²\nPopulation: 4.52 million\n",
    "b.txt": "City: Elgin\nCountry: Canada\nArea: 42 km²\nSister city since: 2010-05-06\n",
}
GOLD = {
    "a": {
        "layout": "labelled",
        "lang": "en",
        "profiles": [
            {"name": "Mariposa", "country": "CA", "area_km2": 8.034, "population": 4_520_000}
        ],
        "anomalies": [
            {"profile": "Mariposa", "field": "area_km2", "kind": "separator", "repair": 8034},
            {"profile": "Mariposa", "field": "founded", "kind": "copied"},
        ],
    },
    "b": {
        "layout": "bullets",
        "profiles": [
            {"name": "Elgin", "country": "GB", "area_km2": 42, "agreement_dates": ["2010-05-06"]},
            {"name": "Orillia", "population": 30_259},
        ],
    },
}


@pytest.fixture
def gold(tmp_path):
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name, given in GOLD.items():
        (tmp_path / f"{name}.gold.json").write_text(json.dumps(given), encoding="utf-8")
    return tmp_path


@pytest.fixture
def scored(gold, tmp_path_factory):
    output = tmp_path_factory.mktemp("scored") / "out"
    run_folder(Options(gold, output, date(2026, 1, 1), 1))
    return score(read_gold(gold), read_output(output))


def test_the_figures_are_those_counted_by_hand(scored):
    told = json.loads(score_json(scored))
    fields = {name: tuple(one.values())[:3] for name, one in told["fields"].items()}
    assert fields["name"] == (2, 1, 0)
    assert fields["country"] == (1, 1, 1)
    assert fields["area_km2"] == (2, 0, 0)
    assert fields["population"] == (1, 1, 0)
    assert fields["agreement_dates"] == (1, 0, 0)
    assert tuple(told["values"].values()) == (7, 3, 1, 0.875, 0.7, 0.7778)
    assert tuple(told["records"].values()) == (2, 1, 0, 1.0, 0.6667, 0.8)
    assert list(told["layouts"]) == ["bullets", "labelled"]
    found = {"all": 1, "found": 1, "blamed": 1, "mended": 1, "mendable": 1}
    assert told["anomalies"]["separator"] == found
    assert told["anomalies"]["copied"]["found"] == 0


def test_confusions_are_shown_by_example(scored):
    lines = "\n".join(score_lines(scored, 1))
    assert "country, read as another: 1\n  b [Elgin]: GB <- read CA" in lines
    assert "population, missed: 1\n  b [Orillia]: 30259 <- read nothing" in lines
    assert "  missed: a [Mariposa] founded" in lines
    assert "b [Elgin]" not in "\n".join(score_lines(scored, 0))


def test_without_gold_or_output_it_says_what_to_do(tmp_path):
    with pytest.raises(GoldMissingError, match=r"no NAME\.gold\.json"):
        read_gold(tmp_path)
    with pytest.raises(NoFindingsError, match="run `pipeline run` first"):
        read_output(tmp_path)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"profiles": 3}', '{"profiles": ["Elgin"]}'])
def test_a_spoiled_gold_file_is_named(tmp_path, content):
    (tmp_path / "a.gold.json").write_text(content, encoding="utf-8")
    with pytest.raises(GoldSpoiledError, match=r"a\.gold\.json is no gold file"):
        read_gold(tmp_path)
