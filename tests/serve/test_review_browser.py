"""The review page as a person meets it: decided by key and by mouse, in two tabs, on a phone."""

from __future__ import annotations

import json
import os
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from pipeline.review.decisions import LOG

CHROMIUM = shutil.which("chromium")
AXE = Path(__file__).parents[2] / ".ci/node_modules/axe-core/axe.min.js"
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync",
    "--disable-component-update", "--no-first-run",
)  # fmt: skip
# What the console says of a refused answer, and of a page that outlives its server.
EXPECTED = ("the server responded with a status of 4", "ERR_CONNECTION_REFUSED")
VIEWS = (
    "/",
    "/findings",
    "/next",
    "/next?code=T05",
    "/bulk?verdict=accept",
    "/history",
    "/teaching",
    "/changes",
    "/nowhere",
)


def need(found, what):
    """Skips where a tool is missing; in CI its absence is a failure."""
    if not found and os.environ.get("CI") != "true":
        pytest.skip(f"{what}, to test the page itself")
    assert found, f"CI needs it: {what}"


@pytest.fixture(scope="module")
def browser():
    need(CHROMIUM, "no chromium on PATH: install Debian's chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield opened
        opened.close()


@pytest.fixture
def visit(browser):
    """Opens a site in a browser of its own; at the end nothing foreign was asked, nobody complained."""
    contexts, complaints, asked = [], [], []

    def enter(site, path="/", **options):
        context = browser.new_context(**options)
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: complaints.append(message.text))
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto(site.address)
        if path != "/":
            tab.goto(site.root + path)
        return tab

    yield enter
    for context in contexts:
        context.close()
    assert [text for text in complaints if not any(one in text for one in EXPECTED)] == []
    assert all(url.startswith("http://127.0.0.1:") for url in asked)


def log_of(site):
    path = site.raw / LOG
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def verdicts(site):
    return [one["verdict"] for one in log_of(site)]


def title(tab):
    return tab.locator("h1").inner_text()


def press(tab, key):
    """Presses a key that leads to another page."""
    with tab.expect_navigation():
        tab.keyboard.press(key)


def follow(tab, selector):
    """Clicks what leads to another page."""
    with tab.expect_navigation():
        tab.click(selector)


def test_a_finding_is_decided_by_key_and_the_next_one_is_there(site, visit):
    tab = visit(site, "/next?code=D03")
    assert tab.locator(".excerpt mark.blamed").inner_text() == "28 August 2105"
    press(tab, "a")
    assert verdicts(site) == ["accept"]
    tab.goto(f"{site.root}/next")
    first = title(tab)
    press(tab, "e")
    assert title(tab) != first
    assert verdicts(site) == ["accept", "keep"]


def test_a_suggestion_is_taken_by_its_number(site, visit):
    tab = visit(site, "/next?code=D03")
    offered = tab.locator(".offer ins bdi").all_inner_texts()
    press(tab, "2")
    (entry,) = log_of(site)
    assert entry["changes"][0]["corrected"] == offered[1]


def test_keys_walk_the_queue(site, visit):
    tab = visit(site, "/next")
    seen = [title(tab)]
    for _ in range(2):
        press(tab, "j")
        seen.append(title(tab))
    assert len(set(seen)) == 3
    press(tab, "k")
    assert title(tab) == seen[1]
    press(tab, "l")
    assert tab.url.endswith("/findings")
    tab.keyboard.press("j")
    tab.keyboard.press("j")
    press(tab, "Enter")
    assert title(tab) == seen[1]
    assert verdicts(site) == []


def test_a_finding_is_decided_by_mouse(site, visit):
    tab = visit(site, "/")
    follow(tab, "#begin")
    first = title(tab)
    follow(tab, "text=Keep as written")
    assert title(tab) != first
    assert verdicts(site) == ["keep"]


def test_undo_is_in_sight_and_takes_back(site, visit):
    tab = visit(site, "/next")
    first = title(tab)
    press(tab, "e")
    expect(tab.locator(".state")).to_contain_text("Kept as written")
    press(tab, "u")
    assert title(tab) == first
    assert verdicts(site) == ["keep", "undo"]
    expect(tab.locator(".state")).to_contain_text("Taken back")
    assert tab.locator(".undo-last").count() == 0
    press(tab, "e")
    press(tab, "e")
    press(tab, "u")
    press(tab, "u")
    assert verdicts(site)[2:] == ["keep", "keep", "undo", "undo"]
    assert title(tab) == first


def test_a_value_of_ones_own_is_read_while_typed_and_refused_with_a_reason(site, visit):
    tab = visit(site, "/next?code=D03")
    tab.keyboard.press("r")
    tab.keyboard.type("Aug. 28, 2015")
    expect(tab.locator("#reads")).to_have_text(
        "Reads as 2015-08-28. That answers the doubt.", timeout=30_000
    )
    tab.fill("#value", "soon")
    expect(tab.locator("#reads")).to_contain_text("Does not read")
    press(tab, "Enter")
    expect(tab.locator(".why-not")).to_contain_text("does not read as")
    assert tab.input_value("#value") == "soon"
    assert tab.evaluate("document.activeElement.id") == "value"
    tab.fill("#value", "Aug. 28, 2015")
    press(tab, "Enter")
    (entry,) = log_of(site)
    assert (entry["verdict"], entry["value"]) == ("replace", "Aug. 28, 2015")


def test_a_note_goes_with_the_decision_and_letters_in_it_are_letters(site, visit):
    tab = visit(site, "/next")
    tab.keyboard.press("n")
    tab.keyboard.type("ask e, k and u")
    tab.keyboard.press("Escape")
    press(tab, "e")
    (entry,) = log_of(site)
    assert (entry["note"], entry["by"]) == ("ask e, k and u", "Ada")


def test_filters_and_search_are_links(site, visit):
    tab = visit(site, "/findings")
    follow(tab, ".facets a:has-text('warning')")
    assert "severity=warning" in tab.url
    assert tab.locator(".rows .severity.warning").count() == tab.locator(".rows li").count()
    tab.keyboard.press("/")
    tab.keyboard.type("southtown")
    press(tab, "Enter")
    assert "q=southtown" in tab.url
    assert "Southtown" in tab.locator(".row-where").first.inner_text()
    tab.fill("#search", "no such thing")
    press(tab, "Enter")
    expect(tab.locator("main")).to_contain_text("No finding fits")


def test_pictures_lead_to_what_they_show(sight, visit):
    tab = visit(sight, "/")
    follow(tab, ".grid td a >> nth=0")
    assert "code=" in tab.url
    assert "document=" in tab.url
    assert tab.locator(".rows li").count() > 0
    tab.goto(sight.root)
    follow(tab, ".picture a:has(.doubtful) >> nth=0")
    assert "/finding/" in tab.url


def test_a_decision_stays_within_the_filter(site, visit):
    tab = visit(site, "/next?document=towns.txt")
    press(tab, "e")
    assert "document=towns.txt" in tab.url
    assert "towns.txt" in tab.locator(".where").inner_text()


def test_many_are_decided_at_once_and_taken_back_at_once(site, visit):
    tab = visit(site, "/findings?severity=warning")
    count = tab.locator(".rows li").count()
    follow(tab, "text=Keep all…")
    assert verdicts(site) == []
    assert f"Keep {count} findings" in title(tab)
    follow(tab, f"button:has-text('Keep {count}')")
    assert verdicts(site) == ["keep"] * count
    press(tab, "u")
    assert verdicts(site)[count:] == ["undo"] * count
    assert tab.locator(".rows li").count() == count


def test_another_tab_that_decided_first_is_shown(site, visit):
    one, two = visit(site, "/next"), visit(site, "/next")
    asked = title(one)
    press(two, "e")
    press(one, "a")
    assert title(one) == asked
    expect(one.locator(".refusal")).to_contain_text("Somebody else decided meanwhile")
    assert verdicts(site) == ["keep"]
    one.goto(f"{site.root}/findings")
    assert asked not in one.locator(".rows").inner_text()


def test_two_reviewers_lose_nothing(site, visit, serve):
    with serve(site.raw, site.output, "Grace") as other:
        one, two = visit(site, "/next"), visit(other, "/next")
        for tab in (one, two, one, two):
            tab.goto(tab.url.split("/finding")[0] + "/next")
            press(tab, "e")
    assert [entry["by"] for entry in log_of(site)] == ["Ada", "Grace", "Ada", "Grace"]
    assert len({entry["finding_id"] for entry in log_of(site)}) == 4


def test_a_decision_without_its_finding_comes_up_again(site, visit, run_again):
    tab = visit(site, "/next?code=D03")
    press(tab, "a")
    towns = site.raw / "towns.txt"
    towns.write_text(towns.read_text().replace("28 August 2105", "28 August 2015"))
    run_again(site.raw, site.output)
    tab.goto(f"{site.root}/next?status=stale")
    expect(tab.locator("div.stale")).to_contain_text("lost its finding")
    expect(tab.locator("div.stale")).to_contain_text("28 August 2105")
    press(tab, "u")
    tab.goto(f"{site.root}/findings?status=stale")
    expect(tab.locator("main")).to_contain_text("No finding fits")


def test_a_label_is_taught_from_its_finding_and_acts_at_the_next_run(site, visit):
    tab = visit(site, "/next?code=T05&q=tonnage")
    tab.keyboard.press("t")
    assert tab.input_value("#teach-label") == "Port tonnage"
    tab.select_option("#teach-field", "trade")
    assert tab.evaluate("document.activeElement.id") == "teach-field"
    follow(tab, "text=Teach the label")
    expect(tab.locator(".state")).to_contain_text("“Port tonnage” means trade: that answers 2")
    assert '"Port tonnage" = "trade"' in (site.raw / "_profiles.toml").read_text()
    tab.goto(f"{site.root}/findings?code=T05&q=tonnage")
    expect(tab.locator("main")).to_contain_text("No finding fits")
    tab.goto(site.root)
    follow(tab, "text=Apply what was taught and run again")
    expect(tab.locator("button:text-is('Run again')")).to_be_visible(timeout=60_000)
    tab.goto(f"{site.root}/findings?code=T05&q=tonnage&status=all")
    expect(tab.locator("main")).to_contain_text("No finding fits")


def test_a_label_gets_a_field_of_its_own_and_is_recoded_everywhere_now(site, visit):
    tab = visit(site, "/next?code=T05&q=tonnage")
    tab.keyboard.press("t")
    assert not tab.locator("#teach-name").is_visible()
    tab.select_option("#teach-field", "new:number")
    assert tab.input_value("#teach-name") == "port_tonnage"
    follow(tab, "text=Teach the label")
    assert "[fields.port_tonnage]" in (site.raw / "_profiles.toml").read_text()
    expect(tab.locator(".state")).to_contain_text("port tonnage is a field of your own")
    here = tab.url
    follow(tab, "text=Recode everywhere now")
    assert tab.url == here
    expect(tab.locator("#recode")).to_have_count(0)
    expect(tab.locator("[data-running]")).to_have_count(0, timeout=60_000)
    assert "port_tonnage" in (site.output / "records.csv").read_text().partition("\n")[0]
    tab.goto(site.root)
    expect(tab.locator(".grid").first).to_contain_text("port tonnage")


def test_what_is_typed_outlives_the_run_beside_it(site, visit):
    """The page is told that a run is on its way, and then, when the test says so, that it ended."""
    tab, ended = visit(site, "/"), []
    tab.route("**/run", lambda asked: asked.fulfill(json={"running": not ended, "total": 0}))
    tab.route(f"{site.root}/next", lambda asked: asked.fulfill(body=told_of_a_run(asked)))
    follow(tab, "#begin")
    page = title(tab)
    tab.fill("#note", "half a thought")
    ended.append(True)
    expect(tab.locator("#show-run")).to_be_visible(timeout=10_000)
    assert (title(tab), tab.input_value("#note")) == (page, "half a thought")
    tab.fill("#note", "")
    tab.reload()
    with tab.expect_navigation():  # nobody is typing: the page shows what the run left
        pass


def told_of_a_run(asked):
    running = (
        '<p data-running><span id="progress"></span><a id="show-run" href="" hidden>Show</a></p>'
    )
    return asked.fetch().text().replace("</main>", f"</main>{running}")


def test_an_address_that_leads_nowhere_says_so_and_leads_on(sight, visit):
    for path in ("/nowhere", "/finding/gone", "/record/gone"):
        tab = visit(sight, path)
        assert title(tab) == "Nothing here"
        follow(tab, "#begin")
        assert "/finding/" in tab.url


def test_the_end_of_the_queue_leads_to_the_tables(site, visit):
    tab = visit(site, "/bulk?verdict=keep")
    follow(tab, ".carry-out .primary")
    expect(tab.locator("main")).to_contain_text("Nothing waits for an answer")
    follow(tab, "main button:has-text('and run again')")
    expect(tab.locator("[data-running]")).to_have_count(0, timeout=60_000)
    expect(tab.locator("main")).to_contain_text("Nothing waits for an answer")


def test_replacing_begins_with_what_is_written(site, visit):
    tab = visit(site, "/next?code=D03")
    tab.keyboard.press("r")
    assert tab.input_value("#value") == "28 August 2105"
    tab.keyboard.type("28 August 2015")
    press(tab, "Enter")
    assert log_of(site)[0]["value"] == "28 August 2015"


def test_a_check_is_muted_with_a_reason_and_unmuted_by_undo(site, visit):
    tab = visit(site, "/next?code=D03")
    first = title(tab)
    tab.keyboard.press("t")
    tab.check("#teach [name=scope][value=document]")
    tab.fill("#mute-reason", "a forecast")
    follow(tab, "#teach button:text-is('Mute')")
    written = (site.raw / "_profiles.toml").read_text()
    assert 'check = "D03"\nreason = "a forecast"\nuntil = 20' in written
    assert 'document = "towns.txt"\nby = "Ada"' in written
    tab.goto(f"{site.root}/findings?code=D03")
    expect(tab.locator("main")).to_contain_text("No finding fits")
    press(tab, "u")
    assert not (site.raw / "_profiles.toml").exists()
    tab.goto(f"{site.root}/next?code=D03")
    assert title(tab) == first


def test_lessons_are_given_and_forgotten_on_their_own_page(site, visit):
    (site.raw / "_profiles.toml").write_text("# mine\n[labels]\nCoat = 'nonsense'\n")
    tab = visit(site, "/teaching")
    expect(tab.locator("main")).to_contain_text("'nonsense', which is no field")
    tab.fill("#name", "Port tonnage")
    tab.fill("#field-labels", "Port tonnage, Cargo")
    follow(tab, "text=Declare the field")
    tab.fill("#label", "Goods")
    tab.select_option("#label-field", "port_tonnage")
    follow(tab, "text=Teach the label")
    tab.fill("#spelling", "12")
    tab.select_option("#unit", "hectare")
    follow(tab, "text=Teach the unit")
    expect(tab.locator("main [role=alert]")).to_contain_text("it has no letter")
    assert tab.input_value("#spelling") == "12"
    tab.select_option("#expected-field", "gdp")
    follow(tab, "text=Expect it")
    written = (site.raw / "_profiles.toml").read_text()
    assert written.startswith("# mine\n[labels]\nCoat = 'nonsense'\n")
    assert 'all = ["gdp"]' in written
    follow(tab, "[aria-label='Forget all documents']")
    assert "gdp" not in (site.raw / "_profiles.toml").read_text()


def test_the_run_that_the_page_starts_ends_in_sight(site, visit):
    tab = visit(site, "/next?code=D03")
    press(tab, "a")
    tab.goto(f"{site.root}/")
    follow(tab, "text=Apply 1 decision and run again")
    expect(tab.locator("button:text-is('Run again')")).to_be_visible(timeout=60_000)


def test_hostile_text_does_nothing(site, visit):
    tab = visit(site, "/findings?document=hostile.txt")
    assert tab.locator(".rows li").count() > 0
    tab.goto(f"{site.root}/next?document=hostile.txt")
    expect(tab.locator(".source")).to_contain_text("<script>document.title='broken'</script>")
    tab.goto(f"{site.root}/findings?q=%3Cscript%3Ealert(1)%3C/script%3E")
    assert "place profiles" in tab.title()
    assert tab.locator("main :is(img, script, iframe)").count() == 0


def test_help_lists_the_keys_and_gives_the_focus_back(site, visit):
    tab = visit(site, "/next")
    tab.keyboard.press("?")
    expect(tab.locator("#keys")).to_be_visible()
    tab.keyboard.press("e")  # no decision is taken behind it
    tab.keyboard.press("Escape")
    expect(tab.locator("#keys")).to_be_hidden()
    assert verdicts(site) == []


def test_it_works_without_scripts(site, visit):
    tab = visit(site, "/next", java_script_enabled=False)
    first = title(tab)
    follow(tab, "text=Keep as written")
    assert title(tab) != first
    assert verdicts(site) == ["keep"]


def test_a_hundred_thousand_findings_are_one_queue(many, serve, visit):
    with serve(*many) as site:
        tab = visit(site, "/findings")
        assert title(tab) == "100,000 open findings"
        tab.goto(f"{site.root}/findings?page=2000")
        assert tab.locator(".rows li").count() == 50
        tab.goto(f"{site.root}/findings?q=town-777")
        assert title(tab).startswith("100 ")
        tab.goto(f"{site.root}/next?severity=note")
        press(tab, "e")
        press(tab, "u")
        assert verdicts(site) == ["keep", "undo"]
        (site.raw / LOG).unlink()


@pytest.mark.parametrize("width", [320, 390, 640, 900, 1280])
@pytest.mark.parametrize("path", VIEWS)
def test_nothing_is_cut_off(path, width, sight, visit):
    """At 320 pixels a page is what 1280 are at 400 % zoom, at 640 what they are at 200 %."""
    tab = visit(sight, path, viewport={"width": width, "height": 740})
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", VIEWS)
def test_axe_finds_nothing(path, scheme, sight, visit):
    need(AXE.exists(), "no axe-core: npm install --no-save --prefix .ci axe-core@4")
    tab = visit(sight, path, color_scheme=scheme, bypass_csp=True)
    tab.evaluate(AXE.read_text())
    found = tab.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == []


@pytest.mark.parametrize("path", VIEWS)
def test_headings_are_in_order_and_there_is_one_first(path, sight, visit):
    tab = visit(sight, path)
    levels = tab.eval_on_selector_all("h1, h2, h3, h4", "all => all.map(one => +one.tagName[1])")
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_focus_goes_from_question_to_answers(sight, visit):
    tab = visit(sight, "/next?code=D03")
    order = tab.eval_on_selector_all(
        "main :is(a[href], button, input, textarea):not([tabindex='-1']):not([type=hidden])",
        "all => all.map(one => one.id || one.className || one.name)",
    )
    assert order.index("offer best") < order.index("keep-button") < order.index("value")
    assert order.index("value") < order.index("note")
