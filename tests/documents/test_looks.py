"""The page in a browser: no fault that axe can find, nothing to scroll sideways, nothing loaded from anywhere."""

import re
import shutil
from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, sync_playwright
from tests.documents.statements import bare, read

from gestand.documents.annex import annex_page
from gestand.documents.html import html_fragment, html_page
from gestand.documents.statement import statement_page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
CHECKPOINT = f"log.example.org\n1024\n{'A' * 43}=\n\n— log.example.org {'B' * 92}"
PAGES = {
    "sample": statement_page(read("sms_gateway"), "nl"),
    "everything, with changes": statement_page(read("everything"), "en", read("bare"), CHECKPOINT),
    "annex": annex_page(read("sms_gateway"), "nl"),
    "a statement that says little": statement_page(bare(), "nl"),
}
HOST = """<!doctype html><html lang="nl"><head><title>Host</title><meta name="color-scheme" content="light dark">
<style>body {{ font: 18px/1.4 monospace; color: {ink}; background: {paper} }} a {{ color: {link} }}
td {{ padding: 3px }}</style></head><body><main><h1>Onze site</h1><h2 id="own">Van ons</h2><p>Tekst</p>
<section class="card"><ul><li>een</li></ul><table><tr><td>cel</td></tr></table></section>{fragment}</main></body>
</html>"""
LIGHT = {"ink": "#222", "paper": "#fff", "link": "#05a"}
DARK = {"ink": "#eee", "paper": "#111", "link": "#9cf"}
OWN = [
    "body",
    "h1",
    "#own",
    "main > p",
    "section.card",
    "section.card li",
    "section.card table",
    "section.card td",
]
"""Things of the host page, whose look a fragment leaves alone."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield opened
        opened.close()


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")]
)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    name: str, width: int, scheme: Literal["light", "dark"], browser: Browser
) -> None:
    view = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    view.set_content(html_page(PAGES[name]))
    found = Axe().run(view, options={"resultTypes": ["violations"]})
    sideways = view.evaluate("document.documentElement.scrollWidth")
    view.close()

    assert found.violations_count == 0, found.generate_report()
    assert sideways <= width


def test_the_keyboard_reaches_the_way_to_the_text_first(browser: Browser) -> None:
    view = browser.new_page()
    view.set_content(html_page(PAGES["sample"]))
    view.keyboard.press("Tab")
    first = view.evaluate("document.activeElement.getAttribute('href')")
    view.close()

    assert first == "#text"


@pytest.mark.parametrize("name", PAGES)
def test_the_page_runs_nothing_and_loads_nothing(name: str) -> None:
    for made in (html_page(PAGES[name]), html_fragment(PAGES[name])):
        assert not re.search(r"<(script|img|iframe|link|object|embed)\b|\bsrc=|url\(|@import", made)


def styles(view: Page, fragment: str) -> object:
    """Every style of the host's own things, beside a fragment."""
    view.set_content(HOST.format(fragment=fragment, **LIGHT))
    return view.evaluate(
        "(own) => own.map((one) => Array.from(getComputedStyle(document.querySelector(one)))"
        ".filter((name) => !/^(height|block-size|perspective-origin|transform-origin)$/.test(name))"
        ".map((name) => name + getComputedStyle(document.querySelector(one)).getPropertyValue(name)).join())",
        OWN,
    )


def test_a_fragment_leaves_the_page_around_it_alone(browser: Browser) -> None:
    view = browser.new_page()
    alone, beside = styles(view, ""), styles(view, html_fragment(PAGES["sample"]))
    view.close()

    assert alone == beside


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_fragment_fits_a_light_and_a_dark_page(
    width: int, colours: dict[str, str], browser: Browser
) -> None:
    view = browser.new_page(viewport={"width": width, "height": 900})
    view.set_content(HOST.format(fragment=html_fragment(PAGES["sample"]), **colours))
    found = Axe().run(view, options={"resultTypes": ["violations"]})
    sideways = view.evaluate("document.documentElement.scrollWidth")
    columns = view.evaluate("getComputedStyle(document.querySelector('.gestand table')).display")
    view.close()

    assert found.violations_count == 0, found.generate_report()
    assert sideways <= width
    assert columns == ("block" if width == 320 else "table")
