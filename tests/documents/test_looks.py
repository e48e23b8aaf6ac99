"""The page in a browser: no fault that axe can find, nothing to scroll sideways, nothing loaded from anywhere."""

import re
import shutil
from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, sync_playwright
from tests.documents.statements import read

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
}


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
