"""Who may do what at the desk: every route, every role, by direct requests; and what forged forms come to."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.web.desks import MEMBERS, PASSWORD, Desk, open_desk, token_in, write_once

from gestand.core.case import Case
from gestand.core.request import Right
from gestand.core.staff import Role
from gestand.web.access import MAY, Act
from gestand.web.app import every_page

EVERYBODY = ["Janneke", "Fatma", "Pieter", "Olga"]
ALLOWED = {
    "GET /desk": EVERYBODY,
    "GET /desk/questions": EVERYBODY,
    "GET /desk/cases/{case_id}": EVERYBODY,
    "GET /desk/cases/{case_id}/log": EVERYBODY,
    "GET /desk/cases/{case_id}/proof": EVERYBODY,
    "GET /desk/letters/{number}": EVERYBODY,
    "GET /desk/letters/{number}/pdf": ["Janneke", "Fatma"],
    "GET /desk/cases/{case_id}/package": ["Janneke", "Fatma", "Olga"],
    "GET /desk/enter": ["Janneke", "Fatma"],
    "POST /desk/enter": ["Janneke", "Fatma"],
    "POST /desk/cases/{case_id}/identify": ["Janneke", "Fatma"],
    "POST /desk/cases/{case_id}/mail-link": ["Janneke", "Fatma"],
    "POST /desk/cases/{case_id}/doubt": ["Janneke", "Fatma"],
    "POST /desk/cases/{case_id}/answer": ["Janneke", "Fatma"],
    "POST /desk/cases/{case_id}/pass-on": ["Janneke", "Fatma"],
    "POST /desk/letters/{number}": ["Janneke", "Fatma"],
    "POST /desk/cases/{case_id}/decide": ["Janneke"],
    "POST /desk/cases/{case_id}/extend": ["Janneke"],
    "POST /desk/cases/{case_id}/judge": ["Janneke"],
    "POST /desk/cases/{case_id}/second": ["Janneke"],
    "POST /desk/cases/{case_id}/keep": ["Janneke"],
    "POST /desk/cases/{case_id}/advise": ["Olga"],
    "GET /desk/own": EVERYBODY,
    "POST /desk/own/password": EVERYBODY,
    "POST /desk/own/end": EVERYBODY,
    "GET /desk/staff": ["Janneke", "Olga"],
    "POST /desk/sign-out": EVERYBODY,
}
OPEN = {
    "GET /desk/sign-in",
    "POST /desk/sign-in",
    "GET /desk/welcome/{token}",
    "POST /desk/welcome/{token}",
}
"""Routes for those who have not signed in yet."""
POSTS = [route for route in ALLOWED if route.startswith("POST") and "sign-out" not in route]
FILLED = {
    "right": "erasure", "data": "", "decision": "grant", "reason": "Reden.", "advice": "Advies.", "doubt": "Twijfel.",
    "proof": "known facts", "hers": "0", "taken": "hers", "digest": "0" * 64, "state": "posted",
    "stood": "to be posted", "store": "back-ups", "found": "1", "done": "1",
    "old": "niet dit", "password": "een heel ander wachtwoord", "again": "een heel ander wachtwoord",
    "session": "nergens",
    "question": "Wat bestelde u?", "customer": "Klant B.V.", "customer-email": "privacy@klant.example",
}  # fmt: skip
"""Every field of every form, as it would be taken."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_once(tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="module")
def desk(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with open_desk(made, tmp_path_factory.mktemp("desk")) as opened:
        yield opened


@pytest.fixture(scope="module")
def case(desk: Desk) -> Case:
    return desk.open_case(Right.ERASURE)


def call(client: httpx.Client, route: str, case: Case, **filled: object) -> httpx.Response:
    method, _, path = route.partition(" ")
    where = path.replace("{case_id}", case.id).replace("{number}", "1")
    return client.get(where) if method == "GET" else client.post(where, data=filled)


@pytest.mark.parametrize("name", EVERYBODY)
def test_nobody_is_shown_a_way_or_a_form_that_is_not_hers(name: str, desk: Desk, case: Case) -> None:
    page = desk.as_(name).get(f"/desk/cases/{case.id}").text
    shown = set(re.findall(r'(?:href|action)="(/desk/[^"#]*)', page))
    theirs = {route.partition(" ")[2].replace("{case_id}", case.id) for route in ALLOWED}
    mine = {
        route.partition(" ")[2].replace("{case_id}", case.id) for route in ALLOWED if name in ALLOWED[route]
    }

    assert "/desk/sign-out" in shown
    assert not shown & (theirs - mine)


def own_token(client: httpx.Client) -> str:
    return token_in(client.get("/desk").text)


def test_the_table_tells_of_every_route_of_the_desk_and_of_no_other() -> None:
    routes = {f"{page.method} {page.path}" for page in every_page() if page.path.startswith("/desk")}
    assert routes == set(ALLOWED) | OPEN


def test_every_act_belongs_to_somebody_and_every_role_is_told_of() -> None:
    assert set(MAY) == set(Role)
    assert set().union(*MAY.values()) == set(Act)


@pytest.mark.parametrize("name", EVERYBODY)
@pytest.mark.parametrize("route", [route for route in ALLOWED if "sign-out" not in route])
def test_a_route_is_open_to_its_roles_alone(route: str, name: str, desk: Desk, case: Case) -> None:
    client, before = desk.as_(name), len(desk.case(case.id).steps)
    answer = call(client, route, case, token=own_token(client), seen=before, **FILLED)

    if name in ALLOWED[route]:
        assert answer.status_code in (200, 303, 404, 409, 422), answer.text
        assert "niet bij uw rol" not in answer.text
    else:
        assert answer.status_code == 403
        assert "niet bij uw rol" in answer.text
        assert len(desk.case(case.id).steps) == before


@pytest.mark.parametrize("route", ALLOWED)
def test_without_a_session_every_route_leads_to_the_sign_in(route: str, desk: Desk, case: Case) -> None:
    before = len(desk.case(case.id).steps)
    for cookie in (b"", b"nonsense", b"\xff" * 20):
        with desk.visitor() as client:
            client.headers.update({b"Cookie": b"gestand=" + cookie})
            answer = call(client, route, case, **FILLED)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/desk/sign-in")
    assert len(desk.case(case.id).steps) == before


@pytest.mark.parametrize("route", POSTS)
@pytest.mark.parametrize("forged", ["none", "empty", "nonsense", "another's", "not ASCII"])
def test_a_form_without_the_token_of_its_session_changes_nothing(
    route: str, forged: str, desk: Desk, case: Case
) -> None:
    tokens = {"empty": "", "nonsense": "0" * 64, "another's": own_token(desk.as_("Fatma")), "not ASCII": "é"}
    before = len(desk.case(case.id).steps)
    told = {**FILLED, "seen": str(before)} | ({"token": tokens[forged]} if forged != "none" else {})
    name = ALLOWED[route][0]
    answer = call(desk.as_(name), route, case, **told)

    assert answer.status_code == 403
    assert len(desk.case(case.id).steps) == before


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}],
    ids=["another origin", "another site", "a sandbox"],
)
def test_a_form_from_another_site_is_refused_with_the_right_token_too(
    headers: dict[str, str], desk: Desk, case: Case
) -> None:
    client, before = desk.as_("Olga"), len(desk.case(case.id).steps)
    told = {"token": own_token(client), "seen": before, "advice": "Advies van elders."}
    answer = client.post(f"/desk/cases/{case.id}/advise", data=told, headers=headers)

    assert answer.status_code == 403
    assert len(desk.case(case.id).steps) == before


def test_a_token_ends_with_its_session(desk: Desk, case: Case) -> None:
    with desk.visitor() as client:
        client.post("/desk/sign-in", data={"name": "Olga", "password": PASSWORD})
        old = own_token(client)
        client.post("/desk/sign-in", data={"name": "Olga", "password": PASSWORD})
        assert own_token(client) != old
        told = {"token": old, "seen": len(desk.case(case.id).steps), "advice": "Oud."}
        assert client.post(f"/desk/cases/{case.id}/advise", data=told).status_code == 403


@pytest.mark.parametrize(
    "case_id",
    ["2026-9999", "../2026-0001", "2026-0001%00", "%27%20OR%201=1--", "2026-0001%0d%0aX", "é", "a" * 5000],
)
def test_a_case_that_is_not_there_is_not_there(case_id: str, desk: Desk) -> None:
    for rest in ("", "/log", "/proof", "/package"):
        answer = desk.as_("Janneke").get(f"/desk/cases/{case_id}{rest}")
        assert answer.status_code == 404, answer.text


@pytest.mark.parametrize("number", ["0", "999999", "-1", "1e3", "²", "9" * 30, "1%00", "abc"])
def test_a_letter_that_is_not_there_is_not_there(number: str, desk: Desk) -> None:
    assert desk.as_("Janneke").get(f"/desk/letters/{number}").status_code == 404
    assert desk.as_("Janneke").get(f"/desk/letters/{number}/pdf").status_code == 404


def test_pages_of_the_desk_are_kept_by_no_browser_and_framed_by_no_site(desk: Desk, case: Case) -> None:
    answer = desk.as_("Pieter").get(f"/desk/cases/{case.id}")
    assert answer.headers["cache-control"] == "no-store"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_role_that_was_taken_away_is_gone_at_the_next_click(made: Path, tmp_path: Path) -> None:
    with open_desk(made, tmp_path) as desk:
        case, client = desk.open_case(Right.ERASURE), desk.as_("Bram")
        told = {"token": own_token(client), "seen": "1", **FILLED}
        now = desk.company.clock()
        desk.company.staff.invite("Bram", Role.READER, now, now)
        assert MEMBERS["Bram"] is Role.DECIDER
        assert client.post(f"/desk/cases/{case.id}/decide", data=told).status_code == 403
