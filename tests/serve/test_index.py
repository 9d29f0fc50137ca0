"""The queue: its order, its filters, its counts."""

from __future__ import annotations

import pytest

from pipeline.review.refusal import NoFindingsError
from pipeline.serve.filters import ALL, Filters
from pipeline.serve.index import Index
from pipeline.serve.store import Store


@pytest.fixture(scope="module")
def index(few):
    return Index(few[1])


FOUND = (
    (Filters(), 60),
    (Filters(severity="error"), 21),
    (Filters(severity="error", document="0001.txt"), 7),
    (Filters(code="F05"), 21),
    (Filters(code="F99"), 0),
    (Filters(q="people 0001.txt"), 20),
    (Filters(q="DOUBT town-17"), 3),
    (Filters(q="nowhere"), 0),
    (Filters(q=".*"), 0),
    (Filters(status="kept"), 0),
    (Filters(status=ALL, record="0000.txt#town-3"), 1),
    (Filters(country="KR"), 0),
)


@pytest.mark.parametrize(("filters", "count"), FOUND)
def test_filters_narrow_the_queue(index, filters, count):
    assert len(index.select(filters)) == count


def test_the_queue_goes_by_priority(index):
    severities = [index.brief(row).severity for row in index.select(Filters()).tolist()]
    assert severities == sorted(severities, key=("error", "warning", "note").index)


def test_counts_of_a_facet_follow_the_other_filters(index):
    counts = index.counts(Filters(severity="error", document="0001.txt"))
    assert dict(counts["severity"]) == {"error": 7, "warning": 7, "note": 6}
    assert dict(counts["document"]) == {"0000.txt": 7, "0001.txt": 7, "0002.txt": 7}
    assert counts["code"] == [("A03", 7)]
    assert counts["country"] == []


def test_a_row_knows_its_neighbours(index):
    rows = index.select(Filters()).tolist()
    assert index.around(rows[0], Filters()) == (None, rows[1], 1, 60)
    assert index.around(rows[7], Filters()) == (rows[6], rows[8], 8, 60)
    assert index.around(rows[59], Filters()) == (rows[58], None, 60, 60)


def test_a_row_outside_the_filters_has_the_place_where_it_would_stand(few):
    index = Index(few[1])
    rows = index.select(Filters()).tolist()
    index.set_status(rows[7], "kept")
    assert index.around(rows[7], Filters()) == (rows[6], rows[8], 8, 59)
    assert dict(index.counts(Filters())["status"]) == {"open": 59, "kept": 1}


def test_a_finding_is_read_from_its_row(index, few):
    store = Store(few[1])
    for row in (0, 31, 59):
        found = store.finding(row)
        assert found.id == index.ids[row]
        assert found.suggestions[0].changes[0].value == "1220000"
        values = store.values(found.document, found.record_id)
        assert [one["field"] for one in values] == ["name", "population"]


def test_a_folder_without_findings_is_refused(tmp_path):
    with pytest.raises(NoFindingsError):
        Index(tmp_path)
