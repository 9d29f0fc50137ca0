"""What the page answers over HTTP: to its own browser, and to everybody else."""

from __future__ import annotations

import json
import re
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

import pytest

from pipeline.review.decisions import LOG


class Visitor:
    """A browser without manners: sends what it is told."""

    def __init__(self, site):
        parts = urlsplit(site.address)
        self.host, self.key = parts.netloc, parts.query
        self.cookie = ""

    def ask(self, path, method="GET", body=None, **headers):
        wire = HTTPConnection(self.host, timeout=20)
        given = {"Host": self.host, "Cookie": self.cookie, **headers}
        if body is not None:
            given["Content-Type"] = "application/x-www-form-urlencoded"
        wire.request(method, path, urlencode(body) if body is not None else None, given)
        answer = wire.getresponse()
        text = answer.read().decode()
        wire.close()
        return answer.status, dict(answer.getheaders()), text

    def enter(self):
        status, headers, _ = self.ask(f"/?{self.key}")
        assert (status, headers["location"]) == (303, "/")
        self.cookie = headers["set-cookie"].split(";")[0]
        assert "HttpOnly" in headers["set-cookie"]
        assert "samesite=strict" in headers["set-cookie"].lower()
        return self

    def form(self, path):
        _, _, page = self.ask(path)
        return dict(re.findall(r'name="(token|seen|mark)" value="([^"]*)"', page))

    def first(self, query=""):
        _, headers, _ = self.ask(f"/next?{query}")
        return headers["location"]

    def decide(self, at, answer, **more):
        body = {**self.form(at), "answer": answer, "value": "", "note": "", **more}
        return self.ask(at, "POST", body)


@pytest.fixture
def visitor(site):
    return Visitor(site).enter()


def log_of(site):
    path = site.raw / LOG
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def test_an_answer_is_on_the_log_at_once_and_the_next_finding_is_shown(site, visitor):
    at = visitor.first("code=D03")
    status, headers, _ = visitor.decide(at, "accept:0", note="a typo")
    assert status == 303
    assert headers["location"] != at
    (entry,) = log_of(site)
    assert (entry["verdict"], entry["by"], entry["note"]) == ("accept", "Ada", "a typo")
    assert entry["document_sha256"]
    assert entry["changes"]
    _, _, page = visitor.ask(at.split("?")[0])
    assert "accepted by Ada" in page


def test_the_suggestion_counted_is_the_one_taken(site, visitor):
    at = visitor.first("code=D03")
    visitor.decide(at, "accept:1")
    (entry,) = log_of(site)
    _, _, page = visitor.ask(at)
    assert entry["value"] in page
    assert entry["value"] == entry["changes"][0]["value"]


REFUSED = (
    ("accept:7", "", "does not suggest that"),
    ("replace", "", "replace needs a value"),
    ("replace", "nonsense", "does not read as"),
    ("undo", "", "nothing is decided"),
    ("marry", "", "no verdict"),
    ("", "", "no verdict"),
)


@pytest.mark.parametrize(("answer", "value", "reason"), REFUSED)
def test_an_answer_that_does_not_fit_is_refused_with_a_reason(site, visitor, answer, value, reason):
    at = visitor.first("code=D03")
    status, _, page = visitor.decide(at, answer, value=value)
    assert status == 422
    assert reason in page
    assert log_of(site) == []


TRIED = (
    ("Aug. 28, 2015", "2015-08-28", True),
    ("Aug. 28, 2106", "2106-08-28", False),
    ("soon", "", False),
    ("", "", False),
)


def test_a_replacement_is_read_as_on_a_page(site, visitor):
    at = visitor.first("code=D03")
    for value, reads, answers in TRIED:
        query = urlencode({"finding": at.split("?")[0].rpartition("/")[2], "value": value})
        assert json.loads(visitor.ask(f"/read?{query}")[2]) == {"reads": reads}
        if reads:
            assert json.loads(visitor.ask(f"/try?{query}")[2])["answers"] == answers
    assert visitor.decide(at, "replace", value=" Aug. 28, 2015 ")[0] == 303
    assert log_of(site)[0]["value"] == "Aug. 28, 2015"


def test_undo_takes_the_last_back_with_another_line(site, visitor):
    at = visitor.first()
    visitor.decide(at, "keep")
    token = visitor.form("/findings")
    status, headers, _ = visitor.ask("/undo", "POST", token)
    assert (status, headers["location"]) == (303, at)
    assert [one["verdict"] for one in log_of(site)] == ["keep", "undo"]
    assert visitor.ask("/undo", "POST", token)[0] == 409  # there is nothing more


def test_who_has_not_seen_the_last_entry_is_shown_it(site, visitor):
    at = visitor.first()
    stale = visitor.form(at)
    visitor.decide(at, "keep", note="mine")
    status, _, page = visitor.ask(at, "POST", {**stale, "answer": "accept:0"})
    assert status == 409
    assert "Somebody else decided" in page
    assert "mine" in page
    assert len(log_of(site)) == 1


def test_many_are_decided_after_a_preview_and_taken_back_in_one(site, visitor):
    form = visitor.form("/bulk?severity=warning&verdict=keep")
    status, headers, _ = visitor.ask(
        "/bulk?severity=warning", "POST", {**form, "verdict": "keep", "note": "all known"}
    )
    assert (status, headers["location"]) == (303, "/findings?severity=warning")
    kept = log_of(site)
    assert len(kept) > 1
    assert {(one["verdict"], one["note"]) for one in kept} == {("keep", "all known")}
    assert visitor.ask("/undo", "POST", visitor.form("/"))[0] == 303
    assert [one["verdict"] for one in log_of(site)[len(kept) :]] == ["undo"] * len(kept)


def test_what_was_previewed_and_is_no_longer_so_is_shown_again(site, visitor):
    form = visitor.form("/bulk?verdict=keep")
    visitor.decide(visitor.first(), "keep")
    status, _, page = visitor.ask("/bulk", "POST", {**form, "verdict": "keep"})
    assert status == 409
    assert "decided meanwhile" in page
    assert len(log_of(site)) == 1


def test_decisions_are_in_the_tables_after_a_run_and_the_page_follows(site, visitor, run_again):
    at = visitor.first("code=D03")
    visitor.decide(at, "accept:0")
    assert "Apply 1 decision and" in visitor.ask("/")[2]
    run_again(site.raw, site.output)
    assert "Run again" in visitor.ask("/")[2]
    assert "accepted by Ada" in visitor.ask(at)[2]


def test_a_decision_without_its_finding_comes_up_again(site, visitor, run_again):
    at = visitor.first("code=D03").split("?")[0]
    visitor.decide(at, "accept:0", note="a typo")
    towns = site.raw / "towns.txt"
    towns.write_text(towns.read_text().replace("28 August 2105", "28 August 2015"))
    run_again(site.raw, site.output)
    page = visitor.ask(f"{at}?status=stale")[2]
    assert "lost its finding" in page
    assert "a typo" in page
    assert "2105" in page
    assert "28 August 2015</a></mark>" in page  # what stands there now
    assert visitor.decide(at, "undo")[0] == 303
    assert 'class="status withdrawn"' in visitor.ask(at)[2]


def test_a_text_that_has_changed_since_is_not_shown_wrongly(site, visitor):
    at = visitor.first("code=D03")
    (site.raw / "towns.txt").write_text("Another text\n")
    assert "has changed since the last run" in visitor.ask(at)[2]


def test_every_view_answers_and_nothing_is_unescaped(visitor):
    at = visitor.first("document=hostile.txt")
    record = re.search(r'href="(/record/[^"]+)"', visitor.ask(at)[2])[1]
    for path in ("/", "/findings", "/findings?q=mill", at, record, "/history", "/bulk"):
        status, headers, page = visitor.ask(path)
        assert status == 200, path
        assert "<img" not in page
        assert "<script>" not in page
        assert " style=" not in page
        assert "onerror=&#34;" in page or "onerror=" not in page
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


NOT_THERE = ("/finding/nothing", "/record/nothing", "/static/nothing.css", "/static/..%2fapp.py")


@pytest.mark.parametrize("path", NOT_THERE)
def test_what_is_not_there_is_said(visitor, path):
    assert visitor.ask(path)[0] == 404


FILES = ("/towns.txt", "/raw/towns.txt", "/../../etc/passwd", "/record/..%2F..%2Fetc%2Fpasswd")


@pytest.mark.parametrize("path", FILES)
def test_no_file_is_served(visitor, path):
    assert visitor.ask(path)[0] == 404


FOREIGN = (
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
)


@pytest.mark.parametrize("headers", FOREIGN)
def test_another_site_decides_nothing(site, visitor, headers):
    at = visitor.first()
    body = {**visitor.form(at), "answer": "keep"}
    assert visitor.ask(at, "POST", body, **headers)[0] == 403
    assert log_of(site) == []


@pytest.mark.parametrize("token", ["", "wrong", "ü"])
def test_a_form_without_the_token_decides_nothing(site, visitor, token):
    at = visitor.first()
    body = {**visitor.form(at), "answer": "keep", "token": token}
    status, _, page = visitor.ask(at, "POST", body)
    assert status == 403
    assert "Nothing was decided" in page
    assert log_of(site) == []


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost:1", ""])
def test_another_name_for_this_machine_is_refused(visitor, host):
    assert visitor.ask("/findings", Host=host)[0] == 421


@pytest.mark.parametrize("cookie", ["", "review-1=x", "session=x"])
def test_who_has_no_key_sees_nothing(site, cookie):
    stranger = Visitor(site)
    stranger.cookie = cookie
    status, headers, page = stranger.ask("/findings")
    assert status == 403
    assert "Northtown" not in page
    assert "content-security-policy" in headers
    assert stranger.ask("/?key=wrong")[0] == 403


def test_a_form_of_no_honest_size_is_refused(site, visitor):
    at = visitor.first()
    body = {**visitor.form(at), "answer": "keep", "note": "x" * 1_100_000}
    assert visitor.ask(at, "POST", body)[0] == 403
    assert log_of(site) == []


def test_the_page_runs_the_pipeline(visitor):
    visitor.decide(visitor.first("code=D03"), "accept:0")
    assert visitor.ask("/run", "POST", visitor.form("/"))[0] == 303
    while json.loads(visitor.ask("/run")[2])["running"]:
        pass
    assert "Run again" in visitor.ask("/")[2]


def test_what_is_decided_while_a_run_is_on_its_way_is_not_lost(site, visitor):
    visitor.decide(visitor.first("code=D03"), "accept:0")
    visitor.ask("/run", "POST", visitor.form("/"))
    for _ in range(3):
        visitor.decide(visitor.first(), "keep")
    while json.loads(visitor.ask("/run")[2])["running"]:
        visitor.ask("/findings")
    decided = [one["finding_id"] for one in log_of(site)]
    assert len(set(decided)) == 4
    for id_ in decided:
        assert " by Ada" in visitor.ask(f"/finding/{id_}")[2]
    assert len(log_of(site)) == 4


def test_a_run_may_be_asked_for_from_any_view_and_leads_back_to_it(visitor):
    views = {
        "/findings?q=a": "/findings?q=a",
        "/teaching": "/teaching",
        "/undo": "/",
        "//evil": "/",
    }
    for view, back in views.items():
        came = f"http://{visitor.host}{view}"
        _, headers, _ = visitor.ask("/run", "POST", visitor.form("/"), Referer=came)
        assert headers["location"] == back
        while json.loads(visitor.ask("/run")[2])["running"]:
            pass


def test_what_is_new_since_the_run_before_is_marked(site, visitor, run_again):
    more = "\n\nEaston, Canada\nCountry: Canada\nArea: 7 km²\nPopulation: 9,400,000\n"
    towns = site.raw / "towns.txt"
    towns.write_text(towns.read_text() + more)
    run_again(site.raw, site.output)
    page = visitor.ask("/findings?mark=new")[2]
    assert "Easton" in page
    assert "Northtown" not in page
    assert ">new</span>" in page
    assert re.search(r"Since the run before: \d+ findings? new", visitor.ask("/")[2])
    towns.write_text(towns.read_text().replace(more, "").replace("122,000", "4,122,000"))
    run_again(site.raw, site.output)
    page = visitor.ask("/changes")[2]
    assert "fixed</h2>" in page
    assert "9,400,000" in page
    assert re.search(r"towns.txt#northtown.*population.*122000.*4122000", page, re.DOTALL)


def test_a_literal_of_another_profile_leads_there(site, visitor, run_again):
    towns = site.raw / "towns.txt"
    copied = "28 August 2105\nDate of Friendship: Oct. 30, 2015"
    towns.write_text(towns.read_text().replace("Oct, 27 2015", copied))
    run_again(site.raw, site.output)
    page = visitor.ask(visitor.first("code=D02"))[2]
    assert 'title="Of another profile"' in page


def test_an_output_that_is_gone_is_said(site, visitor):
    for table in site.output.glob("*.parquet"):
        table.unlink()
    status, _, page = visitor.ask("/")
    assert status == 503
    assert "pipeline run" in page


def test_a_run_that_cannot_be_done_is_said(site, visitor):
    (site.output.parent / f".{site.output.name}.new").write_text("in the way")
    visitor.ask("/run", "POST", visitor.form("/"))
    while json.loads(visitor.ask("/run")[2])["running"]:
        pass
    assert "could not be done" in visitor.ask("/")[2]
