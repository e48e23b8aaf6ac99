"""The desk in a browser: keyboard alone, a narrow screen, the dark, both languages, and axe finds nothing."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, sync_playwright
from tests.documents.test_looks import CHROMIUM, QUIET
from tests.web.desks import PASSWORD, Desk, on_case, open_desk, write_once

from gestand.core.case import Case
from gestand.core.request import Right
from gestand.core.step import Decided, Identified

Scheme = Literal["light", "dark"]
AS_FORCED = {"color-contrast": {"enabled": False}}
"""The reader's own colours; axe takes them together with ours."""
LONG = "Zeerlangewoordenzonderspatie" * 8


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_once(tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="module", params=["nl", "en"])
def desk(
    request: pytest.FixtureRequest, made: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    place = tmp_path_factory.mktemp(request.param)
    spoken = place / "spoken"
    shutil.copytree(made, spoken)
    settings = spoken / "gestand.toml"
    settings.write_text(
        settings.read_text("utf-8").replace('language = "nl"', f'language = "{request.param}"')
    )
    with open_desk(spoken, place) as opened:
        yield opened


@pytest.fixture(scope="module")
def cases(desk: Desk) -> tuple[Case, Case, Case]:
    """One that waits for its person, one decided, one done: with long words in every place."""
    now = desk.company.clock()
    fresh = desk.open_case(Right.ACCESS, name=LONG, words=LONG, received=now - timedelta(days=40))
    decided = desk.open_case(Right.ERASURE, person=desk.person(1), words="Graag alles.\nGroet.")
    done = desk.open_case(Right.MARKETING, name="Rita", person=desk.person(2))
    told = {"right": "erasure", "data": "", "decision": "grant"}
    for answer in (
        on_case(desk.as_("Fatma"), decided.id, "identify", proof="known facts", hers="0"),
        on_case(desk.as_("Janneke"), decided.id, "decide", **told),
        on_case(desk.as_("Fatma"), fresh.id, "doubt", doubt=LONG, question=LONG),
        on_case(desk.as_("Olga"), decided.id, "advise", advice=LONG),
        on_case(desk.as_("Janneke"), done.id, "keep"),
    ):
        assert answer.status_code == 303, answer.text
    return fresh, decided, done


def signed_in(browser: Browser, desk: Desk, name: str, width: int = 1280, scheme: Scheme = "light") -> Page:
    """A page of somebody who is in, by the cookie of her client."""
    session = desk.as_(name).cookies["gestand"]
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    context.add_cookies([{"name": "gestand", "value": session, "url": desk.url}])
    return context.new_page()


def pages_of(cases: tuple[Case, Case, Case]) -> tuple[str, ...]:
    fresh, decided, done = (f"/desk/cases/{case.id}" for case in cases)
    lists = (
        "/desk",
        "/desk?right=erasure&state=closed",
        "/desk/questions",
        "/desk/enter",
        "/desk/own",
        "/desk/staff",
    )
    return (
        *lists,
        fresh,
        decided,
        done,
        f"{decided}/log",
        "/desk/letters/1",
        "/desk/cases/2026-9999",
        "/desk/x",
    )


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), (320, "dark"), (640, "dark"), (1280, "light"), (1280, "dark")]
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    desk: Desk, cases: tuple[Case, Case, Case], browser: Browser, width: int, scheme: Scheme
) -> None:
    """640 is a screen of 1280 at a zoom of 200 % (WCAG 1.4.4, 1.4.10)."""
    everything = (*pages_of(cases), "/desk/sign-in", "/desk/welcome/nonsense")
    for name, paths in (("Janneke", everything), ("Olga", (f"/desk/cases/{cases[1].id}",))):
        view = signed_in(browser, desk, name, width, scheme)
        for path in paths:
            view.goto(desk.url + path)
            view.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
            found = Axe().run(view, options={"resultTypes": ["violations"]})
            assert found.violations_count == 0, f"{path}: {found.generate_report()}"
            assert view.evaluate("document.documentElement.scrollWidth") <= width, path
        view.context.close()


def test_a_page_says_in_which_language_it_is_and_has_one_heading(
    desk: Desk, cases: tuple[Case, Case, Case], browser: Browser
) -> None:
    view, language = signed_in(browser, desk, "Janneke"), desk.company.settings.language
    titles = set()
    for path in pages_of(cases):
        view.goto(desk.url + path)
        assert view.evaluate("document.documentElement.lang") == language
        assert view.locator("h1").count() == 1
        titles.add(view.title())
    assert len(titles) >= len(pages_of(cases)) - 2
    view.context.close()


def test_a_person_is_let_in_and_identified_with_the_keyboard_alone(desk: Desk, browser: Browser) -> None:
    case = desk.open_case(Right.ACCESS, name="Toets Enbord", person=desk.person(3))
    context = browser.new_context()
    view = context.new_page()
    view.goto(f"{desk.url}/desk/cases/{case.id}")
    _tab_to(view, "name")
    view.keyboard.type("Fatma")
    view.keyboard.press("Tab")
    view.keyboard.type(PASSWORD)
    view.keyboard.press("Enter")
    view.wait_for_url(f"**/desk/cases/{case.id}")

    _tab_to(view, "proof")
    view.keyboard.press("Space")
    view.keyboard.press("Tab")
    view.keyboard.press("Enter")
    view.wait_for_url("**#plan")
    context.close()

    step = desk.case(case.id).last(Identified)
    assert step is not None
    assert step.by == "Fatma"


def test_a_case_is_decided_and_done_and_closed_with_the_keyboard_alone(desk: Desk, browser: Browser) -> None:
    case = desk.open_case(Right.ACCESS, name="Zonder Muis", person=desk.person(5))
    assert on_case(desk.as_("Fatma"), case.id, "identify", proof="known facts", hers="0").status_code == 303
    view = signed_in(browser, desk, "Janneke")
    view.goto(f"{desk.url}/desk/cases/{case.id}")
    _tab_to(view, "decision")
    view.keyboard.press("Space")
    _press(view, "/decide")
    _press(view, "/keep")
    _tab_to(view, "customer")
    view.keyboard.type("Klant B.V.")
    _tab_to(view, "customer-email")
    view.keyboard.type("privacy@klant.example")
    _press(view, "/pass-on")
    while view.locator('form[action$="/answer"]').count():
        if view.locator('input[name="found"]:not([type=hidden])').count():
            _tab_to(view, "found")
            view.keyboard.type("2")
            view.keyboard.press("Tab")
            view.keyboard.type("2")
        _press(view, "/answer")
    _press(view, "/keep")
    assert view.locator('form[action$="/keep"]').count() == 0
    view.context.close()

    done = desk.case(case.id)
    assert done.closed
    assert {step.by for step in done.all_of(Decided)} == {"Janneke"}


def test_a_password_is_changed_with_the_keyboard_alone(desk: Desk, browser: Browser) -> None:
    view = signed_in(browser, desk, "Pieter", width=320)
    view.goto(f"{desk.url}/desk/own")
    for name, typed in (("old", PASSWORD), ("password", "vier natte eenden"), ("again", "vier natte eenden")):
        _tab_to(view, name)
        view.keyboard.type(typed)
    _press(view, "/own/password")
    assert view.locator("[role=status]").is_visible()
    assert not view.locator("[role=alert]").count()
    view.context.close()


def test_a_case_on_paper_has_what_is_known_and_no_form(
    desk: Desk, cases: tuple[Case, Case, Case], browser: Browser
) -> None:
    view = signed_in(browser, desk, "Janneke")
    view.emulate_media(media="print")
    view.goto(f"{desk.url}/desk/cases/{cases[1].id}")
    for part in ("h1", "#asked", "#advice", "#decisions", "#plan", "#timeline"):
        assert view.locator(part).first.is_visible(), part
    for part in ("form", "button", ".top", "body > footer"):
        assert not any(one.is_visible() for one in view.locator(part).all()), part

    view.goto(f"{desk.url}/desk/letters/1")
    assert view.locator(".letter").is_visible()
    assert not any(one.is_visible() for one in view.locator("h1, .screen, .top, body > footer").all())
    view.context.close()


def test_in_forced_colours_every_stop_is_seen_and_axe_finds_nothing(
    desk: Desk, cases: tuple[Case, Case, Case], browser: Browser
) -> None:
    session = desk.as_("Janneke").cookies["gestand"]
    context = browser.new_context(forced_colors="active")
    context.add_cookies([{"name": "gestand", "value": session, "url": desk.url}])
    view = context.new_page()
    for path in ("/desk", f"/desk/cases/{cases[1].id}", "/desk/enter"):
        view.goto(desk.url + path)
        found = Axe().run(view, options={"resultTypes": ["violations"], "rules": AS_FORCED})
        assert found.violations_count == 0, found.generate_report()
        for _ in range(12):
            view.keyboard.press("Tab")
            at = "document.activeElement"
            seen = view.evaluate(f"{at} === document.body || getComputedStyle({at}).outlineStyle !== 'none'")
            assert seen
        assert view.evaluate("getComputedStyle(document.querySelector('main button')).borderStyle") != "none"
    context.close()


def test_the_first_tab_leads_to_the_content_and_every_stop_is_seen(
    desk: Desk, cases: tuple[Case, Case, Case], browser: Browser
) -> None:
    view = signed_in(browser, desk, "Janneke")
    view.goto(f"{desk.url}/desk/cases/{cases[1].id}")
    view.keyboard.press("Tab")
    assert view.evaluate("document.activeElement.getAttribute('href')") == "#content"
    for _ in range(40):
        view.keyboard.press("Tab")
        outline = view.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none" or view.evaluate("document.activeElement === document.body")
    view.context.close()


def test_what_a_case_waits_for_leads_to_where_it_is_done(
    desk: Desk, cases: tuple[Case, Case, Case], browser: Browser
) -> None:
    view = signed_in(browser, desk, "Bram")
    for case in cases:
        view.goto(f"{desk.url}/desk/cases/{case.id}")
        target = view.locator(".now a").get_attribute("href")
        assert target
        assert view.locator(target).count() == 1, target
    view.context.close()


def test_the_print_of_a_letter_is_the_letter_and_nothing_else(
    desk: Desk, cases: tuple[Case, Case, Case], browser: Browser
) -> None:
    view = signed_in(browser, desk, "Fatma")
    view.goto(f"{desk.url}/desk/letters/1")
    view.emulate_media(media="print")
    assert not view.locator(".top").is_visible()
    assert not view.locator("footer").is_visible()
    assert view.locator(".letter").is_visible()
    view.context.close()


def _press(view: Page, action: str) -> None:
    """Press the button of a form by the keyboard."""
    for _ in range(120):
        view.keyboard.press("Tab")
        at = "document.activeElement.tagName + ' ' + (document.activeElement.form?.getAttribute('action') ?? '')"
        if view.evaluate(at).startswith("BUTTON ") and view.evaluate(at).endswith(action):
            with view.expect_navigation():
                view.keyboard.press("Enter")
            return
    raise AssertionError(f"no Tab leads to the button of {action}")


def _tab_to(view: Page, name: str) -> None:
    for _ in range(60):
        view.keyboard.press("Tab")
        if view.evaluate("document.activeElement.name") == name:
            return
    raise AssertionError(f"no Tab leads to {name}")
