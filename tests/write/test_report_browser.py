"""The report as a person meets it: opened in a browser, without network, filtered and read."""

from __future__ import annotations

import os
import shutil
from itertools import pairwise

import pytest
from playwright.sync_api import expect, sync_playwright

from pipeline.write.report import write_report

CHROMIUM = shutil.which("chromium")
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync",
    "--disable-component-update", "--no-first-run",
)  # fmt: skip
HOSTILE = "\"><img src=x onerror=document.title='broken'><script>document.title='broken'</script>"
CONTRAST_AA = 4.5
CONTRAST = """
() => {
  const channel = (c) => (c /= 255) <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4;
  const context = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgb = (colour) => {
    context.clearRect(0, 0, 1, 1); context.fillStyle = colour; context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  };
  const light = (c) => .2126 * channel(c[0]) + .7152 * channel(c[1]) + .0722 * channel(c[2]);
  const behind = (one) => {
    for (; one; one = one.parentElement) {
      const colour = rgb(getComputedStyle(one).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };
  const poor = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = texts.nextNode());) {
    const one = text.parentElement;
    if (!text.data.trim() || one.closest('script, svg, option, noscript') || !one.checkVisibility())
      continue;
    const [a, b] = [light(rgb(getComputedStyle(one).color)), light(behind(one))];
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    poor.push([ratio, one.className + ': ' + text.data.trim().slice(0, 40)]);
  }
  return poor.sort((a, b) => a[0] - b[0])[0];
}
"""


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None and os.environ.get("CI") != "true":
        pytest.skip("no chromium on PATH: install Debian's chromium to test the page itself")
    assert CHROMIUM, "CI needs chromium on PATH"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def report_page(tmp_path_factory, build_report):
    folder = tmp_path_factory.mktemp("report")
    write_report(folder, build_report(places=90))
    return folder / "report.html"


@pytest.fixture
def visit(browser, report_page):
    """Opens the page; at the end nothing was fetched and the console is silent."""
    contexts, complaints, fetched = [], [], []

    def open_page(fragment="", path=report_page, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: complaints.append(message.text))
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.on("request", lambda request: fetched.append(request.url))
        tab.goto(f"{path.as_uri()}{fragment}")
        if options.get("java_script_enabled", True):
            tab.wait_for_selector("#count:not(:empty)")
        return tab

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
    assert {url.split(":")[0] for url in fetched} <= {"file"}
    assert all(url.split("#")[0].endswith("report.html") for url in fetched)


def expect_shown(tab, text):
    """What the page says it shows, as soon as it has filtered."""
    expect(tab.locator("#count")).to_have_text(text)


def test_filters_narrow_and_the_address_keeps_them(visit):
    tab = visit()
    expect_shown(tab, "All 90 shown")
    tab.check("input[name=severity][value=error]")
    expect_shown(tab, "23 of 90")
    assert "severity=error" in tab.url
    tab.check("input[name=status][value=kept]")
    expect_shown(tab, "3 of 90")
    again = visit("#" + tab.url.split("#")[1])
    expect_shown(again, "3 of 90")
    assert again.locator("article").count() == 3
    tab.click("button[type=reset] >> nth=0")
    expect_shown(tab, "All 90 shown")


def test_counts_beside_each_choice_follow_the_other_filters(visit):
    tab = visit("#severity=error")
    assert tab.locator("output[data-value=warning]").inner_text() == "45"
    assert tab.locator("output[data-value=kept]").inner_text() == "3"
    assert "A03" in tab.locator("select[name=check] option[value=A03]").inner_text()
    assert "(23)" in tab.locator("select[name=check] option[value=A03]").inner_text()


def test_search_finds_a_literal_and_says_when_nothing_fits(visit):
    tab = visit()
    tab.keyboard.press("/")
    tab.keyboard.type("8.007㎢")
    expect_shown(tab, "1 of 90")
    tab.fill("input[name=q]", "nowhere")
    assert tab.locator("#none").is_visible()


def test_a_check_of_the_summary_filters(visit):
    tab = visit()
    tab.click(".checks a >> nth=0")
    expect(tab.locator("#count")).to_have_text("23 of 90")


def test_scrolling_shows_the_rest(visit):
    tab = visit()
    assert tab.locator("article").count() < 90
    for count in (80, 90):
        tab.evaluate("document.getElementById('more').scrollIntoView()")
        expect(tab.locator("article")).to_have_count(count)


def test_a_link_leads_to_its_finding(visit):
    tab = visit("#finding=00000059cafe0059")
    assert tab.evaluate("document.activeElement.id") == "finding-00000059cafe0059"


def test_without_script_the_first_findings_are_there(visit):
    tab = visit(java_script_enabled=False)
    assert tab.locator("article").count() >= 40
    assert tab.locator("#filter").is_hidden()
    assert "Without scripts" in tab.locator("noscript").inner_text()


def test_hostile_text_does_nothing(visit, tmp_path, build_report):
    write_report(tmp_path, build_report(places=45, message=HOSTILE, name="A<b>"))
    tab = visit(path=tmp_path / "report.html")
    tab.fill("input[name=q]", "onerror")
    expect_shown(tab, "All 45 shown")
    assert tab.title().startswith("29 findings")
    assert tab.locator("#list :is(img, script)").count() == 0


def test_copy_gives_the_command(visit):
    tab = visit(permissions=["clipboard-read", "clipboard-write"])
    tab.locator("article .copy").first.click()
    expect(tab.locator("article .copy").first).to_have_text("Copied")
    assert tab.evaluate("navigator.clipboard.readText()").startswith("pipeline decide 00000000")


@pytest.mark.parametrize("width", [320, 360, 800, 1280])
def test_nothing_is_cut_off(width, visit):
    tab = visit(viewport={"width": width, "height": 740})
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(scheme, visit):
    tab = visit("#status=kept", color_scheme=scheme)
    ratio, where = tab.evaluate(CONTRAST)
    assert ratio >= CONTRAST_AA, where


def test_controls_have_names_and_headings_are_in_order(visit):
    tab = visit()
    assert tab.get_by_role("main").count() == 1
    assert tab.get_by_role("searchbox", name="Search").is_visible()
    assert tab.get_by_role("combobox", name="Check").is_visible()
    levels = tab.eval_on_selector_all("h1, h2, h3, h4", "all => all.map(one => +one.tagName[1])")
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
