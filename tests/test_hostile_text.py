"""Hostile text through the whole flow: it reaches page, Markdown, tables and terminal as text."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
from datetime import date
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import sync_playwright

from pipeline.cli import main
from pipeline.run import Options, run_folder

SCRIPT = "<script>document.title='broken'</script>"
IMAGE = "<img src=x onerror=\"document.title='broken'\">"
RICH, ANSI, BIDI, BELL = "[/] [bold]x[/bold]", "\x1b[31mred\x1b[0m", "\u202eevil\u2066", "\x07"
PIPES = "a | b ` c `` d"
FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "-2+3+cmd", "@SUM(1)", "\tTAB", '=HYPERLINK("http://x")')
PROFILE = """\
City: Mariposa {words}
Country: Canada
Area: 8.034 km² {words}
Population: 4.52 million
Website: javascript:alert(document.domain)
Founded: February 30, 1901 {words}
{lines}
"""
HARMFUL = {"\x1b", "\x07", "\u202e", "\u2066"}
DAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    """What a run makes of a text in which every line tries something."""
    folder = tmp_path_factory.mktemp("hostile")
    words = f"{SCRIPT} {IMAGE} {RICH} {ANSI} {BIDI} {BELL} {PIPES}"
    lines = "\n".join(f"Motto {n}: {formula} {n}" for n, formula in enumerate(FORMULAS))
    raw = folder / "raw"
    raw.mkdir()
    (raw / f"a {RICH.replace('/', '')} {SCRIPT.replace('/', '')}.txt").write_text(
        PROFILE.format(words=words, lines=lines), encoding="utf-8"
    )
    for number, formula in enumerate(FORMULAS):
        name = formula.replace("/", "").strip()
        (raw / f"{name}{number}.txt").write_text("City: Elgin\nArea: 42 km²\n", encoding="utf-8")
    run_folder(Options(raw, folder / "out", DAY, 1))
    return folder / "out"


class Tags(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def _rows(path):
    with path.open(encoding="utf-8", newline="") as opened:
        return list(csv.reader(opened))


def test_the_page_holds_no_element_of_a_text(output):
    html = (output / "report.html").read_text(encoding="utf-8")
    tags = Tags(html).found
    assert not [tag for tag, _ in tags if tag in {"img", "iframe", "object", "base"}]
    assert not [name for _, attributes in tags for name in attributes if name.startswith("on")]
    links = [attributes.get("href") or "" for tag, attributes in tags if tag == "a"]
    assert not [link for link in links if link.startswith("javascript")]
    assert not HARMFUL & set(html)


def test_markdown_holds_no_markup_of_a_text(output):
    text = (output / "report.md").read_text(encoding="utf-8")
    assert not HARMFUL & set(text)
    tags = Tags(MarkdownIt("commonmark").enable("table").render(text)).found
    assert not {"script", "img", "a"} & {tag for tag, _ in tags}


def test_json_is_json(output):
    for name in ("report.json", "datapackage.json", "changes.json", "run.json"):
        json.loads((output / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("table", ["documents", "records", "values", "findings"])
def test_no_cell_is_a_formula(output, table):
    head, *rows = _rows(output / f"{table}.csv")
    assert rows
    for cell in (cell for row in rows for cell in row):
        assert not re.match(r"[=@\t\r]|[+-](?!\d+(\.\d+)?$)", cell), (head, cell)


@pytest.mark.parametrize(
    "asked", [("findings",), ("trace",), ("decide", "keep"), ("decide", "replace")]
)
def test_no_text_reaches_the_ear_of_a_terminal(output, asked, capsys):
    ids = [row[0] for row in _rows(output / "findings.csv")[1:]]
    values = [row[0] for row in _rows(output / "values.csv")[1:]]
    runs = {
        ("findings",): [()],
        ("trace",): [(value,) for value in values],
        ("decide", "keep"): [(id_, "keep") for id_ in ids[:5]],
        ("decide", "replace"): [(id_, "replace", ANSI + BIDI) for id_ in ids[:5]],
    }[asked]
    for more in runs:
        with pytest.raises(SystemExit):
            main([asked[0], *more, "--output", str(output)])
    printed = capsys.readouterr()
    assert printed.out + printed.err
    assert not HARMFUL & set(printed.out + printed.err)


def test_the_page_runs_nothing_of_a_text(output):
    chromium = shutil.which("chromium")
    if chromium is None and os.environ.get("CI") != "true":
        pytest.skip("no chromium on PATH")
    fetched = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        tab = browser.new_page()
        tab.on("request", lambda request: fetched.append(request.url))
        tab.goto((output / "report.html").as_uri())
        tab.wait_for_selector("#count:not(:empty)")
        title, images = tab.title(), tab.locator("#list :is(img, script, iframe)").count()
        browser.close()
    assert "broken" not in title
    assert images == 0
    assert {url.partition(":")[0] for url in fetched} == {"file"}
