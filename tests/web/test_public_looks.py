"""The public pages in a browser: keyboard alone, a narrow screen, the dark, both languages, and axe finds nothing."""

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.documents.test_looks import CHROMIUM, QUIET
from tests.web.sites import Public, open_site, path_in, write_site

from gestand.core.letter import Template
from gestand.core.request import Asker, Correction, Known, Request, Right, Way
from gestand.core.text import Language
from gestand.web.paths import ACCOUNT, ASK, CASE, CONFIRM, ON_THE_WAY, RECEIVED, STATEMENT
from gestand.web.visits import STAY

Scheme = Literal["light", "dark"]
VIEWS: list[tuple[Language, int, Scheme]] = [
    ("nl", 320, "light"),
    ("nl", 1280, "dark"),
    ("en", 320, "dark"),
    ("en", 1280, "light"),
    ("nl", 640, "light"),
]
"""Every width and both schemes, in either language; 640 is a screen of 1280 at a zoom of 200 %."""
LANGUAGES: list[Language] = ["nl", "en"]
LONG = "Zeerlangewoordenzonderspatie" * 6


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Public]:
    made = write_site("uptime-monitor", tmp_path_factory.mktemp("made"))
    with open_site(made, tmp_path_factory.mktemp("open")) as opened:
        yield opened


@pytest.fixture(scope="module")
def links(site: Public) -> tuple[str, str, str]:
    """To confirm a case, to follow an open one, and to follow one that was answered with a copy."""
    now = site.company.clock()
    email = site.person()
    asker, known = Asker(LONG, email), (Known("email", email),)
    words = f"{LONG} en\nmeer"
    right = Correction("account-data", "first_name", LONG)
    fresh = Request(
        (Right.RECTIFICATION, Right.ERASURE),
        Way.FORM,
        now,
        now,
        "nl",
        asker,
        known,
        words,
        corrections=(right,),
    )
    waiting = site.company.casework.confirm(site.company.casework.open(fresh).id, now)
    asked = Request((Right.ACCESS,), Way.FORM, now, now, "nl", asker, known)
    done = site.answered(site.company.casework.open(asked))
    return (
        site.link_in(waiting, Template.LINK),
        site.link_in(waiting, Template.RECEIPT),
        site.link_in(done, Template.ANSWER),
    )


@pytest.fixture(scope="module")
def visit(site: Public) -> str:
    now, visitors = site.company.clock(), site.company.visitors
    return visitors.enter(visitors.invite(site.person(), now, now + STAY), now, now + STAY) or ""


def opened(
    browser: Browser, site: Public, visit: str = "", width: int = 1280, scheme: Scheme = "light", **told: bool
) -> BrowserContext:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        base_url=site.url,
        **told,  # type: ignore[arg-type]
    )
    if visit:
        context.add_cookies([{"name": "visit", "value": visit, "url": site.url}])
    return context


def sound(page: Page, width: int) -> None:
    """Nothing that axe can find, nothing to scroll sideways, and no style or script that was refused."""
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("language", "width", "scheme"), VIEWS)
def test_every_page_is_sound(
    language: Language,
    width: int,
    scheme: Scheme,
    browser: Browser,
    site: Public,
    links: tuple[str, str, str],
    visit: str,
) -> None:
    context = opened(browser, site, "", width, scheme)
    page, refused = context.new_page(), []
    page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    both = [
        link if language == "nl" else link.replace(CASE.nl, CASE.en).replace(CONFIRM.nl, CONFIRM.en)
        for link in links
    ]
    plain = [one.said_in(language) for one in (STATEMENT, ASK, RECEIVED, ACCOUNT, ON_THE_WAY)]
    for path in (*plain, *both):
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        sound(page, width)
    assert refused == []
    for path in (CASE.said_in(language) + "x" * 43, f"/{language}/nergens"):
        page.goto(path)
        sound(page, width)
    context.close()

    context = opened(browser, site, visit, width, scheme)
    page = context.new_page()
    for text in (ACCOUNT, ASK):
        page.goto(text.said_in(language))
        sound(page, width)
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_is_a_page_that_leads_on(language: Language, browser: Browser, site: Public) -> None:
    context = opened(browser, site, "", 320, "dark")
    page = context.new_page()
    for many, words in ((1, "x" * 400_000), (31, "x")):
        with site.visitor("127.0.6.2") as client:
            answer = [client.post(ASK.said_in(language), data={"words": words}) for _ in range(many)][-1]
        assert answer.status_code == (413 if many == 1 else 429)
        page.set_content(answer.text.replace('href="/', f'href="{site.url}/'))
        sound(page, 320)
        page.get_by_role("link", name={"nl": "Een verzoek doen", "en": "Make a request"}[language]).click()
        assert page.url.endswith(ASK.said_in(language))
    context.close()


@pytest.mark.parametrize(("language", "width", "scheme"), VIEWS)
def test_a_form_with_everything_wrong_is_sound(
    language: Language, width: int, scheme: Scheme, browser: Browser, site: Public
) -> None:
    context = opened(browser, site, "", width, scheme)
    page = context.new_page()
    page.goto(ASK.said_in(language))
    for box in page.locator("input[name=right]").all():
        box.check()
    page.select_option("#for", "lawyer")
    page.fill("#email", LONG)
    page.fill("#value-1", LONG)
    page.click("form.asking > button")
    assert page.locator("[aria-invalid]").count() >= 4
    sound(page, width)
    first = page.locator(".faults a").first
    first.click()
    assert page.url.endswith("#name")
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_request_is_made_with_the_keyboard_alone_and_without_a_script(
    language: Language, browser: Browser, site: Public
) -> None:
    context = opened(browser, site, java_script_enabled=False)
    page = context.new_page()
    page.goto(ASK.said_in(language))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    while page.locator("#right-erasure:focus").count() == 0:
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    while page.locator("#name:focus").count() == 0:
        page.keyboard.press("Tab")
    page.keyboard.type("Wil Post")
    page.keyboard.press("Tab")
    page.keyboard.type(f"toetsen.{language}@example.org")
    while page.locator("form.asking > button:focus").count() == 0:
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{RECEIVED.said_in(language)}")
    asked = site.cases()[0].request

    assert (asked.asker.name, asked.rights) == ("Wil Post", (Right.ERASURE,))
    link = path_in(site.mailed_to(f"toetsen.{language}@example.org", 2)[1].get_content())
    page.goto(link)
    while page.locator("main button:focus").count() == 0:
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{CASE.said_in(language)}*")
    assert site.cases()[0].identified
    context.close()


def test_what_only_some_requests_need_is_shown_to_these_alone(browser: Browser, site: Public) -> None:
    context = opened(browser, site)
    page = context.new_page()
    page.goto(ASK.en)
    for part, right in (
        (".only-correcting", "rectification"),
        (".only-moving", "portability"),
        (".only-ending", "objection"),
    ):
        assert not page.locator(part).is_visible()
        page.check(f"#right-{right}")
        assert page.locator(part).is_visible()
    assert not page.locator(".only-for-others").is_visible()
    page.select_option("#for", "guardian")
    assert page.locator(".only-for-others").is_visible()
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_corrects_her_own_data_with_the_keyboard_alone(
    language: Language, browser: Browser, site: Public, visit: str
) -> None:
    name = f"Wil {language}"
    context = opened(browser, site, visit)
    page = context.new_page()
    page.goto(ACCOUNT.said_in(language))
    while page.evaluate("document.activeElement.name") != "account-data.first_name":
        page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type(name)
    page.keyboard.press("Enter")
    page.wait_for_selector(".said")
    context.close()

    assert site.rows("SELECT first_name FROM accounts WHERE email = ?", site.person()) == [(name,)]


def test_the_focus_is_seen_and_the_skip_link_comes_first(browser: Browser, site: Public) -> None:
    context = opened(browser, site)
    page = context.new_page()
    page.goto(ASK.nl)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    assert page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    context.close()
