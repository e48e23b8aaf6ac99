"""Every form of every page, as it stands in the page itself, filled with what people type who mean harm."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import count

import httpx
import pytest
from tests.web.desks import Desk, open_desk, token_in, write_once
from tests.web.sites import Public, open_site, post, write_site
from tests.web.test_public_hostile import HOSTILE

from gestand.core.case import Case
from gestand.core.letter import Template
from gestand.core.request import Asker, Known, Request, Right, Way
from gestand.core.staff import Role
from gestand.web.app import every_page
from gestand.web.paths import ACCOUNT, ASK, CASE, CONFIRM, CORRECT, ENTER, TRANSFER
from gestand.web.visits import STAY

SECRET = "alleen-in-de-zaak-van-een-ander"
KEPT = ("token", "seen")
"""Fields of the desk that are left as they are, or nothing behind them would be reached."""
TOLD = re.compile('Traceback|sqlalchemy|sqlite3|File "')
_places = count(2)


@dataclass
class Written:
    """One form: where it is sent, and its fields with what stands in them."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)


class Forms(HTMLParser):
    """The forms of a page that are posted."""

    def __init__(self, page: str, path: str) -> None:
        super().__init__()
        self.found: list[Written] = []
        self._path, self._open = path, False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "form":
            self._open = told.get("method") == "post"
            if self._open:
                self.found.append(Written(told.get("action") or self._path))
        elif self._open and tag in ("input", "select", "textarea", "button") and told.get("name"):
            self.found[-1].fields.setdefault(str(told["name"]), told.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag != "form"


class Alive(HTMLParser):
    """What would run or be fetched in a page of ours, which has neither scripts nor pictures."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        alive = (
            tag in ("script", "img", "svg", "iframe", "object", "b", "meta")
            and dict(attrs).get("charset") is None
        )
        if alive and dict(attrs).get("name") != "viewport":
            self.found.append(tag)
        self.found += [name for name, _ in attrs if name.startswith(("on", "autofocus", "style"))]
        leads = dict(attrs).get("href") or ""
        self.found += [leads] if leads.casefold().startswith("javascript:") else []


def ways_to_fill(form: Written, value: str) -> Iterator[list[tuple[str, str]]]:
    """All hostile; each twice, first as it stands; names that no form has; and nothing at all."""
    kept = [(name, form.fields[name]) for name in KEPT if name in form.fields]
    free = [name for name in form.fields if name not in KEPT]
    yield [*kept, *((name, value) for name in free)]
    yield [*kept, *((name, one) for name in free for one in (form.fields[name], value))]
    if len(value) == 1:  # what does not depend on the value is tried for some alone
        yield [*kept, (value, value), *((f"{name}[]", value) for name in free)]
        yield kept


def harmless(answer: httpx.Response) -> None:
    assert answer.status_code < 500, answer.text
    assert not Alive(answer.text).found
    assert not TOLD.search(answer.text)
    assert SECRET not in answer.text


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Public]:
    made = write_site("uptime-monitor", tmp_path_factory.mktemp("made"))
    with open_site(made, tmp_path_factory.mktemp("open")) as opened:
        yield opened


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with open_desk(write_once(tmp_path_factory.mktemp("made")), tmp_path_factory.mktemp("desk")) as opened:
        yield opened


def opened(site: Public, email: str, name: str) -> Case:
    now = site.company.clock()
    known = (Known("email", email),)
    asked = Request((Right.ACCESS,), Way.FORM, now, now, "nl", Asker(name, email), known, name)
    return site.company.casework.confirm(site.company.casework.open(asked).id, now)


def test_every_form_of_the_public_pages_is_harmless_whatever_is_typed(site: Public) -> None:
    company, now = site.company, site.company.clock()
    opened(site, "iemand.anders@example.org", SECRET)
    visit = company.visitors.enter(company.visitors.invite(site.person(), now, now + STAY), now, now + STAY)
    before, sent = site.rows("SELECT count(*) FROM accounts"), set()
    seen: dict[tuple[str, str], list[Written]] = {}

    def forms_of(client: httpx.Client, path: str, door: str) -> list[Written]:
        if (path, door) not in seen:
            found = Forms(client.get(path).text, path).found
            seen[path, door] = [one for one in found if not one.action.endswith(("uitloggen", "sign-out"))]
        return seen[path, door]

    for number, (kind, value) in enumerate(HOSTILE.items()):
        ask, account = (ASK.nl, ACCOUNT.en) if number % 2 else (ASK.en, ACCOUNT.nl)
        for path, cookies in ((ask, {}), (account, {}), (account, {"visit": visit or ""})):
            with site.visitor(f"127.0.4.{number + 2}", cookies=cookies) as client:
                for form in forms_of(client, path, "in" if cookies else "out"):
                    sent.add(form.action)
                    for fields in ways_to_fill(form, value):
                        harmless(post(client, form.action, fields))
        assert site.rows("SELECT count(*) FROM accounts") == before, kind

    assert sent == {ASK.nl, ASK.en, ACCOUNT.nl, ACCOUNT.en, CORRECT.nl, CORRECT.en}


def test_every_mailed_link_takes_its_own_button_and_nothing_else(site: Public) -> None:
    now, visitors = site.company.clock(), site.company.visitors
    case = opened(site, "knop@example.org", "Knop")
    links = (
        site.link_in(case, Template.LINK),
        site.link_in(case, Template.RECEIPT),
        ENTER.nl + visitors.invite("knop@example.org", now, now + STAY),
    )
    with site.visitor("127.0.5.2") as client:
        for link in links:
            for value in HOSTILE.values():
                harmless(post(client, f"{link}x", [("token", value), (value, value)]))
                harmless(client.get(link, params={"token": value.encode("utf-8", "replace")[:2000]}))
        assert not site.company.cases.case(case.id).identified
        for link in links:
            harmless(post(client, link, [("right", "erasure"), ("case_id", "2026-0001")]))
    assert site.company.cases.case(case.id).identified


def test_every_form_of_the_desk_is_harmless_whatever_is_typed(desk: Desk) -> None:
    now, sent = desk.company.clock(), set()
    desk.open_case(name=SECRET, words=SECRET)
    case, person = desk.open_case(Right.ACCESS, Right.ERASURE, email="wil@example.org"), desk.person()
    letter = desk.open_case(Right.ACCESS, person=desk.person(1))
    waiting = desk.open_case(Right.ERASURE, person=desk.person(2))
    number = desk.company.outbox.postings(letter.id)[0].number
    welcome = "/desk/welcome/" + desk.company.staff.invite("Nieuw", Role.READER, now, now.replace(year=2099))
    pages = (
        ("Janneke", f"/desk/cases/{case.id}"),
        ("Janneke", f"/desk/cases/{waiting.id}"),
        ("Olga", f"/desk/cases/{case.id}"),
        ("Fatma", "/desk/enter"),
        ("Fatma", f"/desk/letters/{number}"),
        ("", "/desk/sign-in"),
        ("", welcome),
    )
    forms, desk.clients["nobody"] = [], desk.visitor()
    for name, page in pages:
        client = desk.as_(name or "nobody")
        found = Forms(client.get(page).text, page).found
        forms += [(client, one) for one in found if not one.action.endswith("sign-out")]
    steps = len(case.steps)
    for value in HOSTILE.values():
        for client, form in forms:
            sent.add(form.action.rpartition("/")[2])
            for fields in ways_to_fill(form, value):
                harmless(post(client, form.action, fields))

    assert {"identify", "mail-link", "doubt", "decide", "extend", "advise", "enter", "sign-in"} <= sent
    assert desk.case(case.id).decisions == ()
    assert not desk.case(case.id).identified
    assert len(desk.case(case.id).steps) > steps
    assert desk.person() == person


def test_a_form_is_never_taken_for_another_case_than_that_of_its_path(desk: Desk) -> None:
    mine, others = desk.open_case(person=desk.person(3)), desk.open_case(person=desk.person(4))
    token = token_in(desk.as_("Olga").get("/desk").text)
    told = [("token", token), ("seen", str(len(mine.steps))), ("advice", "Mijn advies.")]
    told += [("case_id", others.id), ("case", others.id), ("id", others.id)]
    answer = post(desk.as_("Olga"), f"/desk/cases/{mine.id}/advise?case_id={others.id}", told)

    assert answer.status_code == 303
    assert len(desk.case(mine.id).steps) == len(mine.steps) + 1
    assert len(desk.case(others.id).steps) == len(others.steps)


@pytest.mark.parametrize(
    "kind", ["SQL that is always true", "a header", "half a letter", "a number with an end"]
)
def test_every_part_of_every_path_is_harmless_whatever_stands_there(
    kind: str, site: Public, desk: Desk
) -> None:
    value = HOSTILE[kind]
    written = value.encode("utf-8", "surrogatepass")[:2000]
    said = "".join(f"%{byte:02X}" for byte in written) or "%20"
    for page in every_page():
        if "{" not in page.path:
            continue
        path = re.sub(r"{\w+}", said, page.path)
        if page.path.startswith("/desk/"):
            client = desk.as_("Janneke")
            answer = client.get(path) if page.method == "GET" else post(client, path, [])
        else:
            with site.visitor() as client:
                answer = client.get(path) if page.method == "GET" else post(client, path, [])
        harmless(answer)
        assert answer.status_code in (303, 403, 404, 405), f"{page.method} {page.path}"


def test_the_table_knows_every_kind_of_link(site: Public) -> None:
    """A page that a link leads to is among those that are tried here, or has a table of its own."""
    led = {page.path for page in every_page() if "{token}" in page.path and page.path.startswith("/nl/")}
    known = {one.nl + "{token}" for one in (CASE, CONFIRM, ENTER, TRANSFER)}

    elsewhere = {"/nl/ophalen/{token}", "/nl/afmelden/{token}"}
    assert led - elsewhere == known
