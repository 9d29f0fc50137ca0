"""Where identifiers are tried is where they stand: the traces lose none that a full search finds."""

from __future__ import annotations

import random
import re

import pytest

from pipeline.extract.account.identifier import IDENTIFIERS, find_identifiers, identifier_pattern
from pipeline.extract.account.trace import find_traces
from pipeline.normalize.text import fold
from pipeline.read.lines import physical_lines

# What identifiers are made of, and what stands beside figures that are none.
_PIECES = (
    *("0", "1", "2", "3", "12", "020", "345", "1998", "12345", "2,345", "1.5", "\n", "\n1.", "\n- 3) ", "\r\n"),
    *"()[]-.,:/?+*_=|°ºª×x'",
    *(" ", "  ", " ", " ", "\t", "-jo ", "-chome", " Main-ro", "st", "TH", "nd", "ſt", " century", "centuries"),
    *("世紀", "세기", " a.m.", "p.m.", " o'clock", "from ", " to ", " / ", " x ", "학년", " 학년", "番地", "号"),
    *("路", "로 ", "第", "第 ", "제", "〒", "▼", "†", "{{coord|", "}}", "http://", "www.", "@", "a.com", ".go", "mail"),
    *(" comments", " views", " Responses", " comentários", " people", " km", "㎢", "%", " inhabitants", "v", "iso "),
    *("tel", "Tel.", "fax ", "ring us on ", "電話", "전화", "☎", "call", "тᲂел", "телефон", "area code ", "prefisso"),
    *("zip", "postal code ", "cod. postale", "Código postal", "PLZ ", "c.p.", "cap ", "邮编", "우편번호"),
    *("last updated ", "éupdatedxy ", "posted on: ", "发布时间", "page ", "p.", "seite ", "стр. ", "no. ", "nr", "№ "),
    *("ref ", "id ", "code: ", "ICP备", "登録番号", "isbn ", "grade ", "Room ", "line ", "highway ", "visitors ", "阅读"),
    *("조회수", "UTC", "gmt+", "Act ", "L.I. ", "LI no. ", "a_b", "ab-", "B", "é", "ſ", "인구", "code", "Area", "Population"),
)  # fmt: skip


def _everywhere(text: str) -> list[tuple[int, int, str]]:
    """What a search of every line finds."""
    return [
        (*match.span(), IDENTIFIERS[int((match.lastgroup or "")[1:])][0])
        for line in physical_lines(text)
        for match in identifier_pattern().finditer(text, *line)
    ]


def _found(text: str) -> list[tuple[int, int, str]]:
    return [(*found.span, found.kind) for found in find_identifiers(text)]


@pytest.mark.parametrize("seed", range(40))
def test_what_stands_anywhere_is_found(seed: int) -> None:
    chosen = random.Random(seed)  # noqa: S311
    for _ in range(40):
        text = fold("".join(chosen.choices(_PIECES, k=chosen.randrange(2, 14))))
        assert _found(text) == _everywhere(text), text


def test_cut_lines_are_searched_in_their_pieces() -> None:
    chosen = random.Random(1)  # noqa: S311
    for _ in range(8):
        text = fold("".join(chosen.choices(_PIECES, k=3000)).replace("\n", " "))
        assert _found(text) == _everywhere(text)


@pytest.mark.parametrize(
    "text",
    [
        "Area: 60.0 km²",
        "Population: 20,376 (2014)",
        "Trade: 1185 million CAD (export 638 million, import 547 million)",
        "Signed on Apr. 1, 1973",
        "Einwohner: 2.357, Stand 31.12.2016.",
        "Industry: Primary (3.0%), Secondary (15.7%)",
    ],
)
def test_figures_that_only_count_leave_no_trace(text: str) -> None:
    assert find_traces(text) == []


@pytest.mark.parametrize(("kind", "pattern"), IDENTIFIERS)
def test_patterns_compile_alone(kind: str, pattern: str) -> None:
    assert kind
    assert re.compile(pattern)
