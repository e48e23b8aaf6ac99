"""One-click unsubscribe: a POST stops a stream at once, looking stops nothing, and nobody learns whom we know."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, sync_playwright
from ruamel.yaml import YAML
from sqlalchemy import text
from tests.documents.test_looks import CHROMIUM, QUIET
from tests.web.sites import Public, open_site, write_site
from tests.web.test_guarding import Heard, heard

from gestand.core.choice import ChoiceWay, Subject
from gestand.core.request import Known
from gestand.core.text import Language
from gestand.documents.voice import capital
from gestand.web import words_unsubscribe as texts
from gestand.web.limits import FROM_ONE_PLACE
from gestand.web.paths import UNSUBSCRIBE, without_links

__all__ = ["heard"]

CASES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("unsubscribe.yaml"))
ONE_CLICK, FORM = "List-Unsubscribe=One-Click", "application/x-www-form-urlencoded"
LANGUAGES: list[Language] = ["nl", "en"]
_people = count(1)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Public]:
    made = write_site("shop", tmp_path_factory.mktemp("made"))
    with (made / "gestand.toml").open("a", encoding="utf-8") as file:
        file.write('\n[web]\naddress = "https://privacy.example.org"\n')
    with open_site(made, tmp_path_factory.mktemp("open"), mail=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture
def ann() -> Subject:
    """Somebody whom no other test has met, and no store either."""
    return Subject("email", f"ann.zqxmark.{next(_people)}@example.org")


def path_to(site: Public, who: Subject, language: Language = "nl", stream: str = "newsletter") -> str:
    """The path of a link in a mail to somebody."""
    url = site.company.unsubscribe_link(who, stream, language).url
    return url.removeprefix("https://privacy.example.org")


def program(site: Public) -> httpx.Client:
    """A mail program: it says nothing of any page, and keeps no cookie."""
    return httpx.Client(base_url=site.url, timeout=30)


def click(client: httpx.Client, path: str) -> httpx.Response:
    return client.post(path, content=ONE_CLICK, headers={"content-type": FORM})


def on_record(site: Public) -> tuple[int, ...]:
    """How much is in the book, of whatever a click or a look could leave there."""
    with site.company.unsubscribing.book.reading() as connection:
        return tuple(
            int(connection.execute(text(f"SELECT count(*) FROM {one}")).scalar() or 0)
            for one in ("choices", "suppressions", "log_entries", "links", "attempts")
        )


def stopped(site: Public, who: Subject) -> bool:
    """Whether she is left alone, by every witness, or by none."""
    found = {one.scope for one in site.company.suppressions.suppressed(Known(who.kind, who.value))}
    last = site.company.choices.standing(who, "newsletter")
    witnesses = {"newsletter" in found, last is not None and not last.granted}
    assert len(witnesses) == 1
    return witnesses == {True}


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_a_post_stops_at_once_and_whatever_else_comes_changes_nothing(
    case: dict[str, Any], site: Public, ann: Subject
) -> None:
    before, whole = on_record(site), path_to(site, ann, case.get("language", "nl"))
    token = whole.rpartition("/")[2]
    link = str(case.get("link", "LINK")).replace("LINK", whole).replace("TOKEN", token)
    link = link.replace("CUT", whole[:-4]).replace("SWAPPED", UNSUBSCRIBE.nl + token.swapcase())
    headers = {"content-type": case.get("type", FORM), **case.get("headers", {})}
    headers = {name: value.replace("OURS", site.url) for name, value in headers.items()}
    method, body = (
        case.get("method", "POST"),
        case.get("body", ONE_CLICK).replace("MEGABYTE", "x" * 1_000_000),
    )
    with program(site) as client:
        answer = client.request(
            method,
            link.replace("PERSON", ann.value),
            content=body if method == "POST" else None,
            headers=headers,
        )

    assert answer.status_code == case["status"], answer.text
    assert stopped(site, ann) is case["stops"]
    assert "location" not in answer.headers
    assert "set-cookie" not in answer.headers
    assert ann.value not in answer.text
    if not case["stops"]:
        assert on_record(site) == before
    else:
        (one,) = site.company.choices.history(ann)
        assert (one.choice.way, one.choice.language) == (ChoiceWay.ONE_CLICK, case.get("language", "nl"))
        assert not site.company.may(ann, "newsletter", "email")


def test_every_button_of_a_mail_is_pressed_twice_and_that_is_once(site: Public, ann: Subject) -> None:
    path = path_to(site, ann)
    with program(site) as client:
        first = click(client, path)
        after = on_record(site)
        again = [click(client, path), click(client, path_to(site, ann, "en")), click(client, path)]

    assert first.text == again[-1].text
    assert [one.status_code for one in again] == [200, 200, 200]
    assert on_record(site) == after


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_is_the_same_for_those_whom_nobody_knows(
    language: Language, site: Public, ann: Subject
) -> None:
    email = str(site.rows("SELECT email FROM customers WHERE email LIKE '%@%' ORDER BY id LIMIT 1")[0][0])
    told = []
    with program(site) as client:
        for who in (Subject("email", email), ann):
            path = path_to(site, who, language)
            for answer in (client.get(path), click(client, path)):
                told.append((answer.status_code, answer.text.replace(path.rpartition("/")[2], "TOKEN")))
    assert told[:2] == [
        (status, re.sub(r"(unsubscribe|afmelden)/[\w-]+", r"\1/TOKEN", page)) for status, page in told[2:]
    ]


def test_a_forged_link_looks_like_a_page_that_is_not_there(site: Public, ann: Subject) -> None:
    with program(site) as client:
        nowhere = client.get("/nl/nergens")
        for path in (path_to(site, ann)[:-1], UNSUBSCRIBE.nl + "x" * 80):
            found = client.get(path)
            assert (found.status_code, found.text) == (404, nowhere.text)
            assert click(client, path).text == nowhere.text


def test_a_mail_program_posts_for_many_of_its_readers_from_one_place(site: Public, ann: Subject) -> None:
    people = [Subject("email", f"{number}.{ann.value}") for number in range(FROM_ONE_PLACE + 5)]
    with program(site) as client:
        assert {click(client, path_to(site, who)).status_code for who in people} == {200}
    assert all(stopped(site, who) for who in people)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_what_is_stopped_in_the_words_of_the_statement(
    language: Language, site: Public, ann: Subject
) -> None:
    what = capital(site.company.statement.purposes["cart-reminder"].text.said_in(language))
    path = path_to(site, ann, language, "cart-reminder")
    with program(site) as client:
        page, answer = client.get(path), click(client, path)
    for one in (page, answer):
        assert f"<li>{what}</li>" in unescape(one.text)
        assert one.headers["cache-control"] == "no-store"
        assert one.headers["referrer-policy"] == "same-origin"
    assert texts.BUTTON.said_in(language) in page.text
    assert texts.DONE.said_in(language) in unescape(answer.text)
    assert not stopped(site, ann)  # of the newsletter, that is
    assert not site.company.may(ann, "cart-reminder", "email")


def test_no_log_of_the_process_tells_who_or_by_what_link(site: Public, ann: Subject, heard: Heard) -> None:
    path = path_to(site, ann)
    with program(site) as client:
        click(client, path)
        client.get(path)
        click(client, path[:-2])
        client.post(path, content="x" * 300_000)
        client.post(path, content=b"\xff=\xfe", headers={"content-type": f"{FORM}; charset=idna"})
    said = "\n".join(heard.said)
    assert path[-20:-2] not in said
    assert "zqxmark" not in said


def test_a_letter_is_shown_to_staff_without_the_link(site: Public, ann: Subject) -> None:
    url = site.company.unsubscribe_link(ann, "newsletter").url
    assert without_links(f"<{url}>") == "<https://privacy.example.org/nl/afmelden/…>"


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [("nl", 320, "light"), ("nl", 1280, "dark"), ("en", 320, "dark"), ("en", 1280, "light")],
)
def test_the_page_is_sound_and_works_by_keyboard_without_a_script(
    language: Language, width: int, scheme: Any, browser: Browser, site: Public, ann: Subject
) -> None:
    size: Any = {"width": width, "height": 800}
    context = browser.new_context(viewport=size, color_scheme=scheme, base_url=site.url)
    page, refused = context.new_page(), []
    page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    page.goto(path_to(site, ann, language))
    assert page.locator("html").get_attribute("lang") == language
    _sound(page, width)
    assert page.locator("main button").count() == 1
    assert not stopped(site, ann)
    while page.locator("main button:focus").count() == 0:
        page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert page.locator("h1").inner_text() == texts.DONE.said_in(language)
    _sound(page, width)
    assert stopped(site, ann)
    assert refused == []
    page.get_by_role("link", name={"nl": "In English", "en": "In het Nederlands"}[language]).click()
    assert page.locator("h1").inner_text() == texts.TITLE.said_in("en" if language == "nl" else "nl")
    context.close()


def _sound(page: Any, width: int) -> None:
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_button_works_without_a_script(
    language: Language, browser: Browser, site: Public, ann: Subject
) -> None:
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(path_to(site, ann, language))
    page.get_by_role("button", name=texts.BUTTON.said_in(language)).click()
    page.wait_for_selector(f"h1:has-text('{texts.DONE.said_in(language)}')")
    assert stopped(site, ann)
    assert context.cookies() == []
    context.close()
