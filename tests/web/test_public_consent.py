"""The choices as a form that works without a script: the same words, the same record, the same effect."""

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, sync_playwright
from tests.banner.sites import WORDS, Site, open_shop
from tests.banner.visits import Visit, visiting
from tests.documents.test_looks import CHROMIUM, QUIET
from tests.web.sites import open_site, write_site

from gestand.core.choice import ChoiceWay
from gestand.core.text import Language
from gestand.documents.banner import banner, offer
from gestand.web import words_consent
from gestand.web.paths import BANNER, CHOICES, CHOSEN

LANGUAGES: list[Language] = ["nl", "en"]
ANSWERS = [("refuse", ()), ("accept", WORDS), ("save", (WORDS[0], WORDS[3]))]
"""A button of the form, and what it says yes to when the first and the last box are ticked."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with open_shop(tmp_path_factory.mktemp("shop")) as opened:
        yield opened


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("button", "yes"), ANSWERS)
def test_each_button_works_without_a_script_and_is_on_record(
    button: str, yes: tuple[str, ...], language: Language, browser: Browser, site: Site
) -> None:
    says = banner(site.company.statement, language)
    with visiting(browser, site, java_script_enabled=False) as visit:
        visit.page.goto(CHOICES.said_in(language))
        boxes = visit.page.get_by_role("checkbox")
        assert [boxes.nth(at).is_checked() for at in range(boxes.count())] == [False] * 4
        boxes.nth(0).check()
        boxes.nth(3).check()
        visit.page.get_by_role("button", name=getattr(says.buttons, button)).click()

        assert visit.page.url.endswith(CHOSEN.said_in(language))
        assert visit.page.locator("h1").inner_text() == words_consent.CHOSEN.said_in(language)
        [recorded] = visit.recorded()
        assert recorded.choice.decisions == tuple((word, word in yes) for word in WORDS)
        assert (recorded.choice.way, recorded.choice.language) == (ChoiceWay.FORM, language)
        assert site.company.choices.offered(recorded.choice.offer) == offer(site.company.statement, language)


def test_what_was_chosen_on_the_form_holds_on_the_site(browser: Browser, site: Site) -> None:
    with visiting(browser, site) as visit:
        visit.page.goto(CHOICES.nl)
        visit.page.get_by_role("checkbox").nth(1).check()
        visit.page.get_by_role("button", name="Mijn keuze bewaren").click()
        visit.comes()

        assert visit.ran == {"sharing"}
        assert not visit.first.is_visible()


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("nl", 320, "light"), ("nl", 1280, "dark"), ("en", 320, "dark"), ("en", 1280, "light")],
)
def test_the_form_is_sound(language: Language, width: int, scheme: str, browser: Browser, site: Site) -> None:
    size = {"width": width, "height": 800}
    with visiting(browser, site, viewport=size, color_scheme=scheme) as visit:
        for path in (CHOICES, CHOSEN):
            visit.page.goto(path.said_in(language))
            _sound(visit, width)
        assert visit.complaints == []


def _sound(visit: Visit, width: int) -> None:
    found = Axe().run(visit.page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("language", LANGUAGES)
def test_refusing_is_a_button_like_accepting(language: Language, browser: Browser, site: Site) -> None:
    says = banner(site.company.statement, language).buttons
    look = "(one) => { const look = getComputedStyle(one); return ['color', 'backgroundColor', 'font', 'padding',"
    look += (
        " 'border', 'display', 'opacity', 'width', 'height'].map((name) => look[name]).concat(one.tagName) }"
    )
    with visiting(browser, site) as visit:
        visit.page.goto(CHOICES.said_in(language))
        found = [
            visit.page.get_by_role("button", name=one).evaluate(look) for one in (says.refuse, says.accept)
        ]
    assert found[0] == found[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_on_record_as_shown_stands_in_the_form(language: Language, site: Site) -> None:
    page = unescape(httpx.get(site.url + CHOICES.said_in(language), headers={"Sec-GPC": "1"}).text)
    shown = offer(site.company.statement, language)
    title, opening, free, signal, _, _ = shown.texts

    for text in (opening, free, signal, *shown.buttons[:4]):
        assert text in page
    for word, text in shown.purposes:
        assert f'value="{word}"' in page
        name, _, told = text.partition("\n")
        assert name in page
        assert told in page
    assert title != opening


@pytest.mark.parametrize("header", ["Sec-GPC", "DNT"])
def test_a_signal_is_told_of_to_those_who_send_it(header: str, site: Site) -> None:
    signal = banner(site.company.statement, "nl").signal

    assert signal in httpx.get(site.url + CHOICES.nl, headers={header: "1"}).text
    assert signal not in httpx.get(site.url + CHOICES.nl).text


def test_the_script_is_not_sent_twice(site: Site) -> None:
    first = httpx.get(site.url + BANNER.nl)
    again = httpx.get(site.url + BANNER.nl, headers={"If-None-Match": first.headers["etag"]})

    assert first.headers["content-type"].startswith("text/javascript")
    assert "max-age=300" in first.headers["cache-control"]
    assert (again.status_code, again.content) == (304, b"")
    assert httpx.get(site.url + BANNER.en).headers["etag"] != first.headers["etag"]


def test_where_nothing_is_asked_there_is_nothing_to_choose(tmp_path: Path) -> None:
    made = write_site("uptime-monitor", tmp_path / "made")
    with open_site(made, tmp_path / "open", mail=False) as public:
        assert not banner(public.company.statement, "nl").purposes
        with public.visitor() as client:
            page = client.get(CHOICES.nl).text
            script = client.get(BANNER.nl).text

    assert words_consent.NOTHING.nl in page
    assert "<form" not in page
    assert script.rstrip().endswith("(null)")
