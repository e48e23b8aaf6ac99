"""Both layers as they look: alike buttons, no fault that axe finds, narrow, dark, forced colours, and nothing moves."""

from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser
from tests.banner.sites import Site
from tests.banner.visits import Visit, visiting

from gestand.core.text import Language
from gestand.documents.banner import banner

VIEWS: list[tuple[Language, int, Literal["light", "dark"]]] = [
    ("nl", 320, "light"),
    ("nl", 320, "dark"),
    ("nl", 1280, "light"),
    ("nl", 1280, "dark"),
    ("en", 320, "dark"),
    ("en", 1280, "light"),
    ("en", 640, "light"),
]
"""Every width and both schemes; 640 is a screen of 1280 at a zoom of 200 %."""
LOOK = """(button) => {
  const look = getComputedStyle(button), box = button.getBoundingClientRect();
  const told = Object.fromEntries([...look].map((name) => [name, look.getPropertyValue(name)]));
  return { tag: button.tagName, width: box.width, height: box.height, look: told };
}"""
SHIFTED = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => (sum += one.value)))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""
MOVES = """() => {
  const root = document.querySelector("gestand-consent").shadowRoot;
  return [...root.querySelectorAll("*")].some((one) => {
    const look = getComputedStyle(one);
    return look.transitionDuration !== "0s" || look.animationName !== "none";
  });
}"""
THEIRS = {"color-contrast": {"enabled": False}}
"""Forced colours are the reader's own, and axe reads those that the page had asked for."""
BORDERS = """() => [...document.querySelector("gestand-consent").shadowRoot.querySelectorAll("section button")]
  .map((one) => [getComputedStyle(one).borderTopStyle, getComputedStyle(one).borderTopWidth])"""


def sound(visit: Visit, width: int, **rules: object) -> None:
    """Nothing that axe can find, and nothing to scroll sideways, on the page or in a layer."""
    found = (
        Axe().run(visit.page, options={"resultTypes": ["violations"], "rules": rules}).response["violations"]
    )
    assert [(one["id"], node["target"]) for one in found for node in one["nodes"]] == []
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    for layer in (visit.first, visit.second):
        assert not layer.count() or layer.evaluate(
            "(one) => one.scrollWidth <= one.clientWidth && one.offsetWidth <= innerWidth"
        )


@pytest.mark.parametrize(("language", "width", "scheme"), VIEWS)
def test_both_layers_are_sound(
    language: Language, width: int, scheme: Literal["light", "dark"], browser: Browser, site: Site
) -> None:
    size = {"width": width, "height": 800}
    with visiting(browser, site, viewport=size, color_scheme=scheme) as visit:
        visit.comes(language)
        sound(visit, width)
        visit.presses(banner(site.company.statement, language).buttons.more)
        sound(visit, width)
        assert visit.complaints == []


def test_both_layers_are_sound_in_forced_colours(browser: Browser, site: Site) -> None:
    with visiting(browser, site, forced_colors="active") as visit:
        visit.comes()
        assert visit.page.evaluate(BORDERS) == [["solid", "1px"]] * 3
        sound(visit, 1280, **THEIRS)
        visit.presses("Zelf kiezen")
        sound(visit, 1280, **THEIRS)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("layer", ["first", "second"])
def test_refusing_looks_like_accepting(
    layer: str, width: int, language: Language, browser: Browser, site: Site
) -> None:
    with visiting(browser, site, viewport={"width": width, "height": 800}) as visit:
        visit.comes(language)
        says = banner(site.company.statement, language).buttons
        if layer == "second":
            visit.presses(says.more)
        within = visit.second if layer == "second" else visit.first
        looks: list[dict[str, Any]] = [
            within.get_by_role("button", name=name).evaluate(LOOK) for name in (says.refuse, says.accept)
        ]

    for look in looks:
        for name in ("perspective-origin", "transform-origin"):
            look["look"].pop(name, None)
    assert looks[0] == looks[1]
    assert looks[0]["height"] >= 44
    assert looks[0]["look"]["color"] != "rgb(255, 0, 0)"


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_on_the_page_moves_for_it(width: int, browser: Browser, site: Site) -> None:
    with visiting(browser, site, viewport={"width": width, "height": 800}) as visit:
        visit.comes()
        before = visit.page.locator("h1").bounding_box()

        assert visit.page.evaluate(SHIFTED) == 0
        visit.presses("Alles weigeren")
        assert visit.page.locator("h1").bounding_box() == before
        assert visit.page.evaluate(SHIFTED) == 0


def test_nothing_in_it_is_animated(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as visit:
        visit.comes().presses("Zelf kiezen")

        assert not visit.page.evaluate(MOVES)


def test_the_buttons_are_within_reach_on_a_low_screen(browser: Browser, site: Site) -> None:
    with visiting(browser, site, viewport={"width": 320, "height": 256}) as visit:
        visit.comes()
        refuse = visit.first.get_by_role("button", name="Alles weigeren")
        refuse.scroll_into_view_if_needed()
        box = refuse.bounding_box()

        assert box
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 256


@pytest.mark.parametrize("width", [320, 1280])
def test_refusing_is_seen_on_the_second_layer_without_scrolling_and_hides_nothing_that_has_the_focus(
    width: int, browser: Browser, site: Site
) -> None:
    with visiting(browser, site, viewport={"width": width, "height": 800}) as visit:
        visit.comes().presses("Zelf kiezen")
        refuse = visit.second.get_by_role("button", name="Alles weigeren").bounding_box()
        assert refuse
        assert refuse["y"] + refuse["height"] <= 800
        boxes = visit.second.get_by_role("checkbox")
        for at in range(boxes.count()):
            boxes.nth(at).focus()
            box = boxes.nth(at).bounding_box()
            assert box
            assert box["y"] + box["height"] <= refuse["y"]
