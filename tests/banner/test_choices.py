"""What the page concludes from its cookie, in the browser's own language: the module has no page and no clock."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from ruamel.yaml import YAML
from tests.banner.sites import Site

CASES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("choices.yaml"))
SHOWN = {
    "offer": "a" * 64,
    "yes": 365,
    "no": 184,
    "purposes": [{"word": "visits"}, {"word": "sharing"}],
}
STANDING = """async ([cookie, shown, signal]) => {
  const { standing } = await import("/modules/choices.js");
  return standing(cookie, shown, 20000, signal);
}"""
BOTH_WAYS = """async ([shown, yes]) => {
  const { parse, written } = await import("/modules/choices.js");
  const made = parse(written(shown, 20000, yes));
  return [made.offer, made.day, Object.fromEntries(made.said)];
}"""


def asked(browser: Browser, site: Site, program: str, *told: object) -> Any:
    page = browser.new_page(base_url=site.url)
    page.goto("/site/film")
    found = page.evaluate(program, list(told))
    page.close()
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_the_cookie_tells_whether_to_ask_and_what_is_granted(
    case: dict[str, Any], browser: Browser, site: Site
) -> None:
    found = asked(browser, site, STANDING, case["cookie"], SHOWN, case.get("signal", False))

    assert found == {"ask": case.get("asks", True), "granted": case.get("granted", [])}


def test_what_the_page_writes_it_reads_again(browser: Browser, site: Site) -> None:
    found = asked(browser, site, BOTH_WAYS, SHOWN, ["sharing"])

    assert found == ["aaaaaaaa", 20000, {"visits": False, "sharing": True}]
