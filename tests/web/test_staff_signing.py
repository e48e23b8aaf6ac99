"""Signing in at the desk: one session at a time, of one who was invited, and of nobody who tries too often."""

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.web.desks import PASSWORD, Desk, open_desk, send, write_once

from gestand.core.staff import Role
from gestand.web.access import IDLE, LONGEST
from gestand.web.desk import words_access
from gestand.web.desk.passwords import fault_in


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_once(tmp_path_factory.mktemp("made"))


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(made, tmp_path) as opened:
        yield opened


def invited(desk: Desk, name: str = "Nieuwe Collega", hours: int = 1) -> str:
    now = desk.company.clock()
    return desk.company.staff.invite(name, Role.READER, now, now + timedelta(hours=hours))


def test_who_is_not_signed_in_is_led_to_the_form_and_back(desk: Desk) -> None:
    with desk.visitor() as client:
        led = client.get("/desk?right=erasure")
        assert led.status_code == 303
        form = client.get(led.headers["location"])
        assert 'name="to" value="/desk?right=erasure"' in form.text
        back = send(client, led.headers["location"], "/desk/sign-in", name="Pieter", password=PASSWORD)
        assert back.headers["location"] == "/desk?right=erasure"
        assert client.get(back.headers["location"]).status_code == 200


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example", "//evil.example", "/\\evil.example", "/deskevil", "/desk\\@evil", ""],
)
def test_a_link_to_the_sign_in_leads_to_no_other_site(desk: Desk, elsewhere: str) -> None:
    with desk.visitor() as client:
        answer = client.post("/desk/sign-in", data={"name": "Pieter", "password": PASSWORD, "to": elsewhere})
        assert answer.headers["location"] == "/desk"


def test_an_invitation_sets_a_password_once(desk: Desk) -> None:
    token = invited(desk)
    with desk.visitor() as client:
        assert "Nieuwe Collega" in client.get(f"/desk/welcome/{token}").text
        set_ = client.post(f"/desk/welcome/{token}", data={"password": PASSWORD, "again": PASSWORD})
        assert set_.status_code == 303
        assert client.get("/desk").status_code == 200
    with desk.visitor() as other:
        assert other.get(f"/desk/welcome/{token}").status_code == 404
        again = other.post(f"/desk/welcome/{token}", data={"password": "x" * 20, "again": "x" * 20})
        assert again.status_code == 404
        assert "set-cookie" not in again.headers


@pytest.mark.parametrize(
    ("password", "again"),
    [
        ("elf tekens!", "elf tekens!"),
        ("aaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaa"),
        ("ik ben de nieuwe hier", "ik ben de nieuwe hier"),
        ("Welkom2026!Welkom2026!", "Welkom2026!Welkom2026!"),
        ("1q2w3e4r5t6y", "1q2w3e4r5t6y"),
        ("qwertyuiop123456", "qwertyuiop123456"),
        ("P4ssw0rd!2026", "P4ssw0rd!2026"),
        ("W@chtw00rd-2026!", "W@chtw00rd-2026!"),
        ("leavemealone1", "leavemealone1"),
        ("q w e r t y u i o p !", "q w e r t y u i o p !"),
        ("zyxwvutsrqponm", "zyxwvutsrqponm"),
        ("ｗｅｌｋｏｍ ｗｅｌｋｏｍ", "ｗｅｌｋｏｍ ｗｅｌｋｏｍ"),
        ("N1euwe-C0llega voor altijd", "N1euwe-C0llega voor altijd"),
        (PASSWORD, PASSWORD + "."),
        ("a" * 600 + "bcdef" * 200, "a" * 600 + "bcdef" * 200),
    ],
    ids=[
        "short",
        "one letter",
        "own name",
        "season",
        "keys in a row",
        "a row of keys",
        "signs for letters",
        "Dutch with signs for letters",
        "on the list",
        "keys apart",
        "the alphabet backwards",
        "wide letters",
        "own name with signs for letters",
        "not alike",
        "endless",
    ],
)
def test_a_password_that_others_would_try_is_refused_and_the_link_stays_good(
    desk: Desk, password: str, again: str
) -> None:
    token = invited(desk)
    with desk.visitor() as client:
        refused = client.post(f"/desk/welcome/{token}", data={"password": password, "again": again})
        assert refused.status_code == 422
        assert 'role="alert"' in refused.text
        assert password not in refused.text
        assert client.get(f"/desk/welcome/{token}").status_code == 200


@pytest.mark.parametrize("name", ["Bo Li", "Renée", "D'Arcy-Smith"])
def test_a_password_holds_no_name_however_it_is_spelled(desk: Desk, name: str) -> None:
    company = str(desk.company.statement.controller.name)
    spelled = {
        "Bo Li": "mijn b0li is van mij",
        "Renée": "een r-e-n-e-e voor mij",
        "D'Arcy-Smith": "tegen SM1TH en zo",
    }
    for password in (
        spelled[name],
        f"hier bij {company.replace(' ', '')} graag",
        f"bij {company.upper()} graag",
    ):
        fault = fault_in(password, password, name, company)
        assert fault is words_access.LIKE_NAME, password
    assert fault_in(PASSWORD, PASSWORD, name, company) is None


@pytest.mark.parametrize(
    "password",
    ["correct horse battery staple", "dragon monkey shadow master", "kX9#vQ2!mZ7pL", "vijf bonte ganzen"],
)
def test_a_sentence_and_what_a_machine_makes_will_do(password: str) -> None:
    assert fault_in(password, password, "Pieter", "Voorbeeld B.V.") is None


def test_an_invitation_ends(desk: Desk) -> None:
    token = invited(desk, hours=0)
    with desk.visitor() as client:
        assert client.get(f"/desk/welcome/{token}").status_code == 404


def test_a_name_that_nobody_has_and_a_wrong_password_read_and_take_the_same(desk: Desk) -> None:
    def tried(name: str) -> tuple[float, int, str]:
        with desk.visitor() as client:
            began = time.process_time()
            answer = client.post("/desk/sign-in", data={"name": name, "password": "een ander wachtwoord"})
            return time.process_time() - began, answer.status_code, answer.text.replace(name, "")

    known = [tried("Pieter") for _ in range(5)]
    unknown = [tried("Niemand") for _ in range(5)]

    assert {status for _, status, _ in known + unknown} == {401}
    assert len({text for _, _, text in known + unknown}) == 1
    quicker, slower = sorted((min(known)[0], min(unknown)[0]))
    assert slower < quicker * 2


@pytest.mark.parametrize("name", ["Pieter", "Niemand"])
def test_who_tries_too_often_waits_whether_the_name_is_known_or_not(desk: Desk, name: str) -> None:
    with desk.visitor() as client:
        tries = [client.post("/desk/sign-in", data={"name": name, "password": "mis"}) for _ in range(10)]
        right = client.post("/desk/sign-in", data={"name": name, "password": PASSWORD})
    assert {one.status_code for one in tries} == {401}
    assert right.status_code == 429
    assert "set-cookie" not in right.headers


def test_nobody_keeps_a_member_out_from_one_place_and_all_places_together_get_a_hundred_an_hour(
    made: Path, tmp_path: Path
) -> None:
    with open_desk(made, tmp_path, '\n[web]\nproxy = "127.0.0.1"\n') as desk, desk.visitor() as client:

        def tried(place: str, password: str = "mis") -> int:
            told = {"name": "Pieter", "password": password}
            return client.post("/desk/sign-in", data=told, headers={"x-forwarded-for": place}).status_code

        assert [tried("10.0.0.1") for _ in range(40)] == [401] * 10 + [429] * 30
        assert tried("10.0.0.2", PASSWORD) == 303
        assert [tried("10.0.0.3") for _ in range(10)] == [401] * 10
        assert [tried("10.0.0.4") for _ in range(6)] == [401] * 4 + [429] * 2
        assert tried("10.0.0.2", PASSWORD) == 429


def test_one_address_cannot_try_all_names(desk: Desk) -> None:
    with desk.visitor() as client:
        tries = [
            client.post("/desk/sign-in", data={"name": f"naam {n}", "password": "mis"}) for n in range(51)
        ]
    assert tries[49].status_code == 401
    assert tries[50].status_code == 429


def test_a_session_that_was_planted_is_never_the_one_that_is_signed_in(desk: Desk) -> None:
    with desk.visitor() as client:
        client.cookies.set("gestand", "planted-by-somebody", domain="127.0.0.1", path="/")
        answer = client.post("/desk/sign-in", data={"name": "Pieter", "password": PASSWORD})
        given = answer.cookies["gestand"]
    assert given != "planted-by-somebody"
    assert len(given) >= 43
    with desk.visitor() as other:
        other.cookies.set("gestand", "planted-by-somebody")
        assert other.get("/desk").status_code == 303


def test_signing_in_again_ends_the_session_before(desk: Desk) -> None:
    with desk.visitor() as client:
        first = client.post("/desk/sign-in", data={"name": "Pieter", "password": PASSWORD}).cookies["gestand"]
        client.post("/desk/sign-in", data={"name": "Pieter", "password": PASSWORD})
        assert client.get("/desk").status_code == 200
    assert desk.company.staff.session(first, desk.company.clock()) is None


def test_signing_out_ends_the_session_at_the_server_too(desk: Desk) -> None:
    client = desk.as_("Pieter")
    session = client.cookies["gestand"]
    assert send(client, "/desk", "/desk/sign-out").status_code == 303
    assert desk.company.staff.session(session, desk.company.clock()) is None
    client.cookies.set("gestand", session)
    assert client.get("/desk").status_code == 303


def test_whoever_is_revoked_is_out_at_once(desk: Desk) -> None:
    client = desk.as_("Pieter")
    assert client.get("/desk").status_code == 200
    desk.company.staff.revoke("Pieter", desk.company.clock())
    assert client.get("/desk").status_code == 303


def test_a_session_ends_half_an_hour_after_the_last_word_and_after_twelve_hours(desk: Desk) -> None:
    staff, began = desk.company.staff, desk.company.clock()
    token = staff.sign_in("Pieter", PASSWORD, began, began + IDLE) or ""
    assert staff.session(token, began + IDLE) is None

    now = began
    while now + timedelta(minutes=25) < began + LONGEST:
        now += timedelta(minutes=25)
        assert staff.session(token, now), now - began
        staff.stay(token, now, IDLE, LONGEST)
    assert staff.session(token, began + LONGEST) is None


def test_a_session_that_ended_is_not_brought_back(desk: Desk) -> None:
    staff, began = desk.company.staff, desk.company.clock()
    token = staff.sign_in("Pieter", PASSWORD, began, began + IDLE) or ""
    staff.stay(token, began + 2 * IDLE, IDLE, LONGEST)
    assert staff.session(token, began + 2 * IDLE) is None


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(desk: Desk) -> None:
    with desk.visitor() as client:
        answer = client.post("/desk/sign-in", data={"name": "Pieter", "password": PASSWORD})
    told = answer.headers["set-cookie"].lower()
    assert "httponly" in told
    assert "samesite=strict" in told
    assert "path=/" in told
    assert "domain" not in told


def test_behind_https_the_cookie_is_bound_to_the_host(made: Path, tmp_path: Path) -> None:
    with open_desk(made, tmp_path, '\n[web]\naddress = "https://privacy.example.org"\n') as desk:
        with desk.visitor() as client:
            told = client.post("/desk/sign-in", data={"name": "Pieter", "password": PASSWORD})
        cookie = told.headers["set-cookie"].lower()
    assert cookie.startswith("__host-gestand=")
    assert "; secure" in cookie
    assert "strict-transport-security" in told.headers
