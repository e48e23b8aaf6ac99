"""The banner in a browser, under a policy that forbids every string of HTML: what runs, and after what."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.banner.sites import WORDS, Site, open_shop
from tests.banner.visits import ACCEPT, GPC, MORE, REFUSE, SAVE, TAGS, visiting

from gestand.core.choice import ChoiceWay, Signal
from gestand.documents.banner import offer

NOTHING = (set[str](), (False, False))
LEAVE = """async () => {
  for (const name of ["first_visit", "campaign_42", "cart"]) document.cookie = name + "=1;path=/";
  document.cookie = "campaign_deep=1;path=/site";
  for (const store of [localStorage, sessionStorage]) {
    store.setItem("campaign_store", "1");
    store.setItem("cart", "1");
  }
  for (const name of ["campaign_store", "cart"]) {
    await new Promise((done) => {
      indexedDB.open(name).onsuccess = (event) => { event.target.result.close(); done(); };
    });
  }
}"""
LEFT = """async () => [
  document.cookie.split("; ").map((one) => one.split("=")[0]).filter((one) => !one.startsWith("gestand")).sort(),
  Object.keys(localStorage), Object.keys(sessionStorage),
  (await indexedDB.databases()).map((one) => one.name),
]"""
FORBIDS = """for (const name of ["localStorage", "sessionStorage", "indexedDB"])
  Object.defineProperty(window, name, { get() { throw new DOMException("forbidden", "SecurityError") } });
Object.defineProperty(Document.prototype, "cookie", {
  get() { throw new DOMException("forbidden", "SecurityError") },
  set() { throw new DOMException("forbidden", "SecurityError") } });"""


def test_nothing_optional_is_loaded_before_a_choice(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as visit:
        site.asked.clear()
        visit.comes()

        assert visit.first.is_visible()
        assert (visit.ran, visit.embedded) == NOTHING
        assert [one for one in site.asked if one not in ("nl", "site.css")] == []
        assert visit.cookies == {}
        assert visit.complaints == []


def test_accepting_lets_all_run_that_was_asked_for_and_is_on_record_with_what_was_shown(
    browser: Browser, site: Site
) -> None:
    with visiting(browser, site) as visit:
        visit.comes().presses(ACCEPT)
        [recorded] = visit.recorded()

        assert (visit.ran, visit.embedded) == (TAGS, (True, True))
        assert not visit.first.is_visible()
        assert dict(recorded.choice.decisions) == dict.fromkeys(WORDS, True)
        assert recorded.choice.way is ChoiceWay.BANNER
        assert site.company.choices.offered(recorded.choice.offer) == offer(site.company.statement, "nl")

        visit.comes()
        assert (visit.ran, visit.embedded) == (TAGS, (True, True))
        assert not visit.first.is_visible()
        assert visit.complaints == []


def test_scripts_run_in_the_order_of_the_page(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as visit:
        visit.comes().presses(ACCEPT)

        order = [one for one in visit.page.evaluate("window.ran") if one != "sharing"]
        assert order == ["visit-statistics", "campaigns", "both"]


def test_refusing_is_remembered_and_on_record(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as visit:
        visit.comes().presses(REFUSE)
        [recorded] = visit.recorded()

        assert dict(recorded.choice.decisions) == dict.fromkeys(WORDS, False)
        for _ in range(2):
            assert (visit.ran, visit.embedded) == NOTHING
            assert not visit.first.is_visible()
            visit.comes()
        assert visit.complaints == []


def test_nothing_is_ticked_and_what_she_ticks_alone_runs(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as visit:
        visit.comes().presses(MORE)
        boxes = visit.second.get_by_role("checkbox")

        assert [boxes.nth(at).is_checked() for at in range(boxes.count())] == [False] * 4
        boxes.nth(0).check()
        visit.presses(SAVE)
        assert (visit.ran, visit.embedded) == ({"visit-statistics"}, (False, False))
        assert visit.said == "visit-statistics=1,sharing=0,videos=0,campaigns=0"
        visit.asks_again()
        assert [boxes.nth(at).is_checked() for at in range(4)] == [True, False, False, False]


@pytest.mark.parametrize("leaving", ["Escape", "Sluiten zonder keuze"])
def test_leaving_the_second_layer_and_scrolling_are_no_choice(
    leaving: str, browser: Browser, site: Site
) -> None:
    with visiting(browser, site, viewport={"width": 320, "height": 400}) as visit:
        visit.comes().presses(MORE)
        visit.second.get_by_role("checkbox").first.check()
        if leaving == "Escape":
            visit.page.keyboard.press("Escape")
        else:
            visit.presses(leaving)
        visit.page.mouse.wheel(0, 2000)
        visit.page.wait_for_timeout(200)

        assert not visit.second.is_visible()
        assert visit.first.is_visible()
        assert (visit.ran, visit.embedded, visit.cookies) == (*NOTHING, {})
        visit.presses(MORE)
        assert not visit.second.get_by_role("checkbox").first.is_checked()


def test_the_first_layer_is_a_named_region_that_traps_nobody(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as visit:
        visit.comes()

        assert visit.page.get_by_role("region", name="Uw keuze over cookies").count() == 1
        assert visit.page.evaluate("document.activeElement === document.body")
        reached = set()
        for _ in range(12):
            visit.page.keyboard.press("Tab")
            reached.add(visit.page.evaluate("document.activeElement.id || document.activeElement.tagName"))
        assert {"link", "GESTAND-CONSENT"} <= reached
        visit.page.click("#link")
        assert visit.page.url.endswith("#agenda")


def test_all_of_it_works_with_the_keyboard(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as visit:
        visit.comes()
        for key in ("Tab", "Tab", "Tab", "Enter"):
            visit.page.keyboard.press(key)
        assert visit.second.is_visible()
        for key in ("Tab", "Space", "Escape"):
            visit.page.keyboard.press(key)
        focused = visit.page.evaluate(
            "document.querySelector('gestand-consent').shadowRoot.activeElement.textContent"
        )
        assert focused == MORE
        for key in ("Shift+Tab", "Enter"):
            visit.page.keyboard.press(key)
        visit.settles()
        assert visit.said == ",".join(f"{word}=1" for word in WORDS)


@pytest.mark.parametrize("away", [False, True], ids=["with the server", "with the server away"])
def test_a_withdrawal_is_obeyed_at_once_and_takes_away_what_was_left(
    away: bool, browser: Browser, site: Site
) -> None:
    with visiting(browser, site) as visit:
        visit.comes().presses(ACCEPT)
        visit.page.evaluate(LEAVE)
        visit.asks_again()
        site.away = away
        try:
            visit.presses(REFUSE)
        finally:
            site.away = False

        for _ in range(2):
            assert visit.page.evaluate(LEFT) == [["cart"], ["cart"], ["cart"], ["cart"]]
            assert (visit.ran, visit.embedded) == NOTHING
            assert visit.said == ",".join(f"{word}=0" for word in WORDS)
            visit.comes()
        assert len(visit.recorded()) == (1 if away else 2)


def test_a_withdrawal_of_one_purpose_leaves_the_others(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as visit:
        visit.comes().presses(ACCEPT)
        visit.page.evaluate(LEAVE)
        visit.asks_again()
        visit.second.get_by_role("checkbox").nth(3).uncheck()
        visit.presses(SAVE)

        assert visit.ran == {"visit-statistics", "sharing"}
        assert visit.page.evaluate(LEFT)[0] == ["cart", "first_visit"]


def test_without_the_server_a_yes_is_none_and_she_is_told(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as visit:
        visit.comes()
        site.away = True
        try:
            visit.presses(ACCEPT)
            said = visit.first.get_by_role("alert").inner_text()
        finally:
            site.away = False

        assert said.startswith("Uw keuze is niet bewaard")
        assert (visit.ran, visit.embedded, visit.cookies) == (*NOTHING, {})
        visit.presses(ACCEPT)
        assert visit.ran == TAGS


def test_a_signal_refuses_and_a_later_choice_goes_before_it(browser: Browser, site: Site) -> None:
    with visiting(browser, site, before=GPC, extra_http_headers={"Sec-GPC": "1"}) as visit:
        visit.comes()

        assert not visit.first.is_visible()
        assert (visit.ran, visit.cookies) == (set(), {})
        visit.asks_again()
        assert "Uw browser weigert dit al voor u" in visit.second.inner_text()
        visit.presses(ACCEPT)
        assert visit.ran == TAGS
        visit.comes()
        assert visit.ran == TAGS
        assert visit.recorded()[0].choice.signals == (Signal.GPC,)


def test_a_signal_that_the_statement_ignores_refuses_nothing(browser: Browser, tmp_path: Path) -> None:
    told = "{GPC: ignored, DNT: ignored}"
    with open_shop(tmp_path, signals=told) as site, visiting(browser, site, before=GPC) as visit:
        visit.comes()

        assert visit.first.is_visible()
        visit.presses(MORE)
        assert "Uw browser weigert" not in visit.second.inner_text()


def test_what_is_withdrawn_in_one_tab_ends_in_the_other(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as visit:
        visit.comes().presses(ACCEPT)
        other = visit.context.new_page()
        other.goto("/site/nl", wait_until="networkidle")
        assert set(other.evaluate("window.ran")) == TAGS
        visit.asks_again()
        visit.presses(REFUSE)

        other.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        other.wait_for_timeout(500)
        assert other.evaluate("window.ran || []") == []


def test_a_browser_that_keeps_nothing_is_asked_on_every_page(browser: Browser, site: Site) -> None:
    with visiting(browser, site, before=FORBIDS) as visit:
        visit.comes()
        assert (visit.ran, visit.embedded) == NOTHING
        visit.presses(ACCEPT)
        assert visit.ran == TAGS
        assert visit.complaints == []


def test_what_eats_the_script_lets_nothing_optional_run(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as visit:
        visit.page.route("**/banner.js", lambda route: route.abort())
        visit.comes()

        assert (visit.ran, visit.embedded, visit.cookies) == (*NOTHING, {})
        visit.page.get_by_role("link", name="Cookiekeuzes").click()
        assert visit.page.url.endswith("/nl/cookiekeuzes")


def test_a_page_without_a_way_back_gets_one(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as visit:
        visit.comes("bare").presses(ACCEPT)
        visit.page.get_by_role("button", name="Cookiekeuzes").click()
        visit.presses(REFUSE)

        assert visit.said == ",".join(f"{word}=0" for word in WORDS)
        assert visit.ran == set()


@pytest.mark.parametrize("before", ["", GPC], ids=["asked", "with a signal"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_text_on_both_layers_is_on_record(
    language: str, before: str, browser: Browser, site: Site
) -> None:
    with visiting(browser, site, before=before) as visit:
        visit.comes(language)
        visit.page.locator("[data-consent]").click()
        shown = visit.page.evaluate(
            "[...document.querySelector('gestand-consent').shadowRoot.children].flatMap((layer) =>"
            " [...layer.querySelectorAll('h2,p,li,button,a,label')].map((one) => one.textContent))"
        )
        kept = offer(site.company.statement, "en" if language == "en" else "nl")

    whole = "\n".join([*kept.texts, *kept.buttons, *(text for _, text in kept.purposes)])
    link = f" {kept.texts[-1]}"
    for text in shown:
        assert text.removesuffix(link) in whole
    refuse, accept, more, save, close, _ = kept.buttons
    assert {refuse, accept, save, close} <= set(shown)
    assert (more in shown) == (before == "")
