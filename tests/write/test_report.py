from __future__ import annotations

import base64
import gzip
import json
import re
from decimal import Decimal
from html.parser import HTMLParser

import pytest

from pipeline.model.finding import Finding, Mention, Severity, Status, Suggestion
from pipeline.model.source import RawDocument
from pipeline.write.report import Counts, Report, Shown, Tally, TopFindings, write_report
from pipeline.write.reporting.content import groups
from pipeline.write.reporting.excerpt import source_lines, windows
from pipeline.write.reporting.page import page
from pipeline.write.reporting.top import Held, place_unknown
from pipeline.write.reporting.wording import (
    Replacement,
    answers,
    field_name,
    grouped,
    headline,
    prefixes,
    share,
)

HOSTILE = (
    "\"><script>alert(1)</script><img src=x onerror=alert(2)>' | `x` [/] \x1b[31m\u202e {{ 7*7 }}"
)
MEGABYTE = 1_000_000


def unpacked(html):
    packed = re.search(r'id="packed">([^<]*)<', html)[1]
    return json.loads(gzip.decompress(base64.b64decode(packed)))


def bare(identifier="f" * 16, **words):
    fields = {
        "code": "A03", "severity": Severity.WARNING, "document": "a.txt", "record_id": "a.txt#x",
        "field": "area_km2", "fields": ("area_km2",), "message": "m", "computed": "", "line": 1,
        "column": 1, "start": 0, "end": 0, "text": "",
    }  # fmt: skip
    return Finding(identifier, **{**fields, **words})


class Elements(HTMLParser):
    """Collects the elements and their attributes."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def test_three_files_same_bytes(tmp_path, build_report):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_report(tmp_path / name, build_report())
    for name in ("report.html", "report.md", "report.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_page_says_what_was_found_and_how_to_answer(build_report):
    html = page(build_report(places=3))
    for words in (
        "3 findings wait for an answer", "1 error and 2 warnings", "90", "Northtown 0",
        '<mark class="blamed">8.000㎢</mark>', '<mark class="involved">1,220,000</mark>',
        "8,034 km²", "The point sets thousands apart.", "A lost separator makes",
        "pipeline decide 00000000 accept", "pipeline decide 00000000 keep",
    ):  # fmt: skip
        assert words.replace(" km²", "\N{NO-BREAK SPACE}km²") in html or words in html, words


def test_first_findings_stand_in_the_page_and_all_are_packed(build_report):
    html = page(build_report(places=90))
    static = html.split('id="packed"')[0]
    assert 40 <= static.count("<article") < 90
    assert sum(len(part["findings"]) for part in unpacked(html)) == 90


def test_nothing_of_the_network_in_the_page(build_report):
    elements = Elements(page(build_report())).found
    policy = next(one["content"] for tag, one in elements if "http-equiv" in one)
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not [tag for tag, one in elements if "src" in one or tag in ("link", "iframe", "object")]
    assert not [one for _, one in elements if any(name.startswith("on") for name in one)]
    assert not [one for _, one in elements if "style" in one]


@pytest.mark.parametrize("where", ["message", "name", "path"])
def test_hostile_text_stays_text(where, build_report):
    report = build_report(**{where: HOSTILE})
    html = page(report)
    for text in (html, *(each["html"] for part in unpacked(html) for each in part["findings"])):
        elements = [tag for tag, _ in Elements(text).found]
        assert "img" not in elements
        assert elements.count("script") in (0, 2)
        assert "49" not in re.findall(r"\{\{.*?\}\}|\b49\b", text)
        assert not set("\x1b\u202e") & set(text)


def test_hostile_text_in_markdown_and_json(tmp_path, build_report):
    write_report(tmp_path, build_report(message=HOSTILE))
    markdown = (tmp_path / "report.md").read_text()
    assert not set("\x1b\u202e") & set(markdown)
    assert r"\<script\>" in markdown
    assert r"\| \`x\`" in markdown
    found = json.loads((tmp_path / "report.json").read_text())["findings"]
    assert {one["message"] for one in found} == {HOSTILE}


def test_lone_surrogate_is_written(tmp_path, build_report):
    write_report(tmp_path, build_report(message="\udc80"))
    assert json.loads((tmp_path / "report.json").read_text())["findings"][0]["message"] == "\udc80"
    assert "⟨U+DC80⟩" in (tmp_path / "report.html").read_text()


@pytest.mark.parametrize(
    ("website", "linked"), [("http://a.example/", True), ("javascript:alert(1)", False)]
)
def test_only_web_pages_are_links(website, linked, build_report):
    report = build_report()
    first = report.shown[0]
    held = first.place.values[0]._replace(field="website", value=website, literal=website)
    shown = first._replace(place=first.place._replace(values=(held,)))
    links = [
        one for tag, one in Elements(page(report._replace(shown=(shown,)))).found if tag == "a"
    ]
    outward = [one for one in links if not one["href"].startswith("#")]
    assert [one["href"] for one in outward] == ([website] if linked else [])
    assert all("noopener" in one["rel"] for one in outward)


def test_two_thousand_findings_are_small(tmp_path, build_report):
    report = build_report(places=2_300, message="An explanation of usual length. " * 5)
    write_report(tmp_path, report)
    assert len(report.shown) == 2_000
    assert (tmp_path / "report.html").stat().st_size < 5 * MEGABYTE
    html = (tmp_path / "report.html").read_text()
    assert "300 more findings" in html.replace("\N{NO-BREAK SPACE}", " ")
    assert "2,100 more findings" in (tmp_path / "report.md").read_text()


def test_empty_report(tmp_path):
    write_report(tmp_path, Report(Counts()))
    assert "Nothing looks wrong" in (tmp_path / "report.html").read_text()
    assert json.loads((tmp_path / "report.json").read_text())["findings"] == []


def test_top_findings_keep_the_gravest_in_any_order(build_extraction):
    found = build_extraction(places=40).findings
    for offered in (found, found[::-1]):
        top = TopFindings(limit=5)
        for one in offered:
            top.offer(Shown(one, place_unknown(one)))
        kept = [one.finding for one in top.found()]
        assert [one.id for one in kept] == [found[at].id for at in (0, 4, 8, 12, 16)]


@pytest.mark.parametrize(
    ("graver", "lighter"),
    [
        (bare(severity=Severity.ERROR), bare()),
        (bare(), bare(severity=Severity.NOTE)),
        (bare(), bare(severity=Severity.ERROR, status=Status.KEPT)),
        (bare(status=Status.STALE), bare(status=Status.ACCEPTED)),
        (
            bare(suggestions=(Suggestion("1", "", "", 2.0),)),
            bare(suggestions=(Suggestion("1", "", "", 1.0),)),
        ),
        (bare(suggestions=(Suggestion("1", "", "", -9.0),)), bare()),
        (bare(document="a.txt"), bare(document="b.txt")),
    ],
)
def test_impact(graver, lighter):
    top = TopFindings(limit=1)
    for one in (lighter, graver):
        top.offer(Shown(one, place_unknown(one)))
    assert [one.finding for one in top.found()] == [graver]


def test_tally(build_extraction):
    tally = Tally()
    for path in ("a.txt", "b.txt"):
        tally.add(build_extraction(path=path, places=4))
    tally.add_finding(bare())
    counts = tally.counts()
    assert (counts.documents, counts.records, counts.values) == (2, 8, 24)
    assert (counts.numbers, counts.accounted) == (20, 18)
    assert counts.completeness == Decimal("0.75")
    assert (counts.total, counts.unanswered("error"), counts.unanswered("", "F01")) == (9, 2, 4)
    assert [one.document for one in counts.worst] == ["a.txt", "b.txt"]
    assert counts.worst[0].codes == {"A03": 2, "F01": 2, "T02": 1}


@pytest.mark.parametrize(
    ("literals", "shown"),
    [
        (["<8.034㎢>"], [("Area: ", ""), ("<8.034㎢>", "blamed"), (" of land", "")]),
        (["none"], [("Area: <8.034㎢> of land", "")]),
        (["Area: <8.034㎢>", "8.034"], [("Area: <", "blamed"), ("8.034", "blamed"), ("㎢>", "blamed"), (" of land", "")]),
    ],
)  # fmt: skip
def test_literals_are_marked_where_they_stand(literals, shown):
    text = "Name\r\nArea: <8.034㎢> of land\r\nPopulation: 7\r\nEnd"
    marked = [
        Mention("a.txt", "", at, at + len(one), one, role)
        for one, role in zip(literals, ("blamed", "involved"), strict=False)
        if (at := text.find(one)) >= 0
    ]
    at = text.index("8.034")
    found = bare(start=at, end=at + 5, text="8.034", evidence=tuple(marked))
    window = windows(found, [RawDocument("a.txt", "", "", "", "", text)])[0]
    line = next(one for one in source_lines(window, marked) if one.number == 2)
    assert [(piece.text, piece.role) for piece in line.pieces] == shown


def test_window_of_a_very_long_line_is_bounded():
    text = "word " * 5_000 + "8.034" + " word" * 5_000
    at = text.index("8.034")
    found = bare(start=at, end=at + 5, text="8.034")
    (window,) = windows(found, [RawDocument("a.txt", "", "", "", "", text)])
    assert "8.034" in window.text
    assert len(window.text) < 1_000
    assert window.cut_before
    assert window.cut_after


def test_groups_are_worst_first(build_report):
    first = [one.count("error") for one in groups(build_report(places=9))]
    assert first == sorted(first, reverse=True)


@pytest.mark.parametrize(
    ("value", "command"),
    [
        ("8034", "accept 8034"),
        ("-4.5", "accept -- -4.5"),
        ("190 km west", "accept '190 km west'"),
        ("a\x1bb", ""),
        ("a\nb", ""),
    ],
)
def test_command_of_a_rival_suggestion(value, command):
    rivals = (Suggestion("1", "", "", 1.0), Suggestion(value, "", "", 0.5))
    said = [one.command for one in answers(bare(suggestions=rivals), "abc")]
    assert said == ["pipeline decide abc accept", command and f"pipeline decide abc {command}", "pipeline decide abc keep"]  # fmt: skip


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.OPEN])
def test_an_answered_finding_offers_undo_and_so_does_an_answer_without_finding(status):
    (answer,) = answers(bare(status=status), "abc")
    assert answer.command == "pipeline decide abc undo"


def test_a_decided_finding_shows_what_is_in_force():
    held = (
        Held("area_km2", Decimal(8034), "km²", "8.034㎢", decision="accept"),
        Held("population", Decimal(900), "", "900"),
    )
    decided = bare(status=Status.ACCEPTED, text="8.034㎢")
    (answer,) = answers(decided, "abc", held)
    assert answer.replacements == (Replacement("8.034㎢", "8,034\N{NO-BREAK SPACE}km²"),)
    (answer,) = answers(bare(status=Status.KEPT, text="900"), "abc", held)
    assert answer.replacements == ()


def test_an_answer_without_finding_stands_nowhere():
    text = RawDocument("a.txt", "", "txt", "utf-8", "", "Northtown\nArea: 8.034㎢\n")
    assert windows(bare(status=Status.STALE), (text,)) == ()


def test_prefixes_name_one_finding_each(build_report):
    report = build_report(places=20)
    names = prefixes(report)
    for identifier, prefix in names.items():
        assert [one for one in names if one.startswith(prefix)] == [identifier]
    assert set(prefixes(build_report(places=20, limit=3)).values()) <= set(names)


@pytest.mark.parametrize(
    ("function", "given", "text"),
    [
        (field_name, "area_km2", "area"),
        (field_name, "other:sister-since", "sister since"),
        (field_name, "agreement_dates", "agreement dates"),
        (grouped, Decimal(8034), "8,034"),
        (grouped, Decimal("8.0340"), "8.034"),
        (grouped, Decimal("1E+6"), "1,000,000"),
        (grouped, Decimal("-176167.50"), "-176,167.5"),
    ],
)
def test_wording(function, given, text):
    assert function(given) == text


@pytest.mark.parametrize(
    ("part", "whole", "text"), [(9999, 10000, "99.9"), (10, 10, "100"), (0, 10, "0.0"), (0, 0, "")]
)
def test_share_never_rounds_up_to_all(part, whole, text):
    assert share(part, whole) == text


def test_notes_wait_for_nobody():
    tally = Tally()
    tally.add_finding(bare(severity=Severity.NOTE))
    assert headline(Report(tally.counts())) == "Nothing looks wrong"
    tally.add_finding(bare(status=Status.KEPT))
    assert headline(Report(tally.counts())) == "Nothing waits for an answer"
