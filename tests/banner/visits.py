"""A visitor of the site in a real browser, and what happened to her."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page
from tests.banner.sites import Site

from gestand.core.choice import VISITOR, Recorded, Subject
from gestand.web.consent_cookies import CHOICE_COOKIE, VISITOR_COOKIE

GPC = "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })"
REFUSE, ACCEPT, MORE, SAVE = "Alles weigeren", "Alles accepteren", "Zelf kiezen", "Mijn keuze bewaren"
TAGS = {"visit-statistics", "campaigns", "both", "sharing"}
"""What the scripts on the page are called; the one of a purpose that nobody is asked for is not among them."""


@dataclass
class Visit:
    """One visitor: her browser, her page, and whatever the browser complained of."""

    site: Site
    context: BrowserContext
    page: Page
    complaints: list[str]

    @property
    def first(self) -> Locator:
        return self.page.locator("gestand-consent section")

    @property
    def second(self) -> Locator:
        return self.page.locator("gestand-consent dialog")

    def comes(self, name: str = "nl") -> "Visit":
        """Open a page, and wait until all that may run has run."""
        self.page.goto(f"/site/{name}", wait_until="networkidle")
        return self

    def presses(self, text: str) -> None:
        """Press a button of the layer in front, and wait until what follows is over."""
        layer = self.second if self.second.is_visible() else self.first
        layer.get_by_role("button", name=text).click()
        self.settles()

    def settles(self) -> None:
        """Wait until an answer had time to come, and a page that is loaded again is there."""
        self.page.wait_for_timeout(400)
        self.page.wait_for_function("document.readyState === 'complete'")
        self.page.wait_for_timeout(300)

    def asks_again(self) -> None:
        self.page.get_by_role("link", name="Cookiekeuzes").click()

    @property
    def ran(self) -> set[str]:
        return set(self.page.evaluate("window.ran || []"))

    @property
    def embedded(self) -> tuple[bool, bool]:
        """Whether the film and the pixel were loaded."""
        return (
            len(self.page.frames) > 1 and self.page.frames[1].url.endswith("/film"),
            self.page.evaluate("document.querySelector('img').naturalWidth > 0"),
        )

    @property
    def cookies(self) -> dict[str, str]:
        return {one["name"]: one["value"] for one in self.context.cookies()}

    @property
    def said(self) -> str:
        """What her cookie says, without the day."""
        return self.cookies.get(CHOICE_COOKIE, "").rpartition(".")[2]

    def recorded(self) -> tuple[Recorded, ...]:
        """What is on record of her."""
        number = self.cookies.get(VISITOR_COOKIE)
        return self.site.company.choices.history(Subject(VISITOR, number)) if number else ()


@contextmanager
def visiting(browser: Browser, site: Site, *, before: str = "", **told: Any) -> Iterator[Visit]:
    """A browser of her own; `before` runs ahead of every page."""
    context = browser.new_context(
        **({"base_url": site.url, "viewport": {"width": 1280, "height": 900}} | told)
    )
    if before:
        context.add_init_script(before)
    page, complaints = context.new_page(), list[str]()
    page.on(
        "console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    try:
        yield Visit(site, context, page, complaints)
    finally:
        context.close()
