"""Filters as they stand in an address."""

from __future__ import annotations

import pytest

from pipeline.serve.filters import Filters, filters_of

READ = (
    ({}, Filters()),
    ({"code": "A03", "q": " Two  words "}, Filters(code="A03", q="Two  words")),
    ({"status": "all"}, Filters(status="all")),
    ({"page": "3", "verdict": "keep"}, Filters()),
    ({"q": "x" * 1000}, Filters(q="x" * 200)),
)


@pytest.mark.parametrize(("query", "filters"), READ)
def test_an_address_names_filters(query, filters):
    assert filters_of(query) == filters


@pytest.mark.parametrize("filters", [Filters(), Filters(code="A03", document="a b&c=.txt", q="ü")])
def test_the_query_leads_back(filters):
    from urllib.parse import parse_qsl

    assert filters_of(dict(parse_qsl(filters.query))) == filters


def test_the_same_value_again_takes_a_facet_off():
    once = Filters().having("code", "A03")
    assert once == Filters(code="A03")
    assert once.having("code", "A03") == Filters()
    assert once.having("code", "D01") == Filters(code="D01")
