"""The page of a package in a browser: no fault that axe can find, nothing to scroll sideways, nothing that runs."""

import re
from dataclasses import replace
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser
from tests.documents.package.samples import NAME, packed
from tests.documents.package.test_package import files
from tests.documents.test_looks import browser  # noqa: F401  # a fixture

from gestand.core.package import Listing
from gestand.core.question import Rows
from gestand.core.request import Right

EMPTY = Listing("shop", "empty", Rows(("first", "second"), ((None, "x"), (None, None), ("", "y" * 300))))
WIDE = Listing("shop", "wide", Rows(("a", "b", "c", "d"), (("W" * 12, "W" * 11, "W" * 11, "W" * 11),)))
PAGES = {
    "access": packed("nl"),
    "portability": packed("en", Right.PORTABILITY),
    "cells without anything": packed("en", categories=(replace(NAME, listings=(EMPTY,)),)),
    "as wide as a table may be": packed("en", categories=(replace(NAME, listings=(WIDE,)),)),
    "nothing": packed("nl", categories=(), withheld=(), automated=(), enclosed=(), checkpoint="", name=""),
}


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")]
)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    name: str,
    width: int,
    scheme: Literal["light", "dark"],
    browser: Browser,  # noqa: F811
) -> None:
    page = files(PAGES[name])["index.html"]
    view = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    view.set_content(page)
    found = Axe().run(view, options={"resultTypes": ["violations"]})
    sideways = view.evaluate("document.documentElement.scrollWidth")
    view.close()

    assert found.violations_count == 0, found.generate_report()
    assert sideways <= width
    assert not re.search(r"<(script|img|iframe|link|object|embed)\b|\bsrc=|url\(|@import", page)


def test_every_link_of_the_page_leads_to_a_file_of_the_archive_or_a_place_on_the_page() -> None:
    made = files(PAGES["access"])
    links = re.findall(r'href="([^"]+)"', made["index.html"])
    ids = set(re.findall(r'id="([^"]+)"', made["index.html"]))

    assert {link for link in links if not link.startswith("#")} <= set(made)
    assert {link[1:] for link in links if link.startswith("#")} <= ids
    assert {name for name in made if name.startswith(("data/", "enclosed/"))} <= set(links)
