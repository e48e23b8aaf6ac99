"""What a member of the staff does to her own sign-in, and what the desk can read of who came in and who looked."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Event

import httpx
import pytest
from tests.web.desks import PASSWORD, Desk, fields_of, open_desk, send, write_once

from gestand.casework import BY_HERSELF
from gestand.core.entry import Kind
from gestand.core.errors import SettingsError
from gestand.core.request import Right
from gestand.core.staff import LinkPurpose, Role
from gestand.web.access import IDLE, LONGEST

OWN, PASSWORD_FORM, END = "/desk/own", "/desk/own/password", "/desk/own/end"
OTHER_PASSWORD = "vier natte eenden op een rij"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_once(tmp_path_factory.mktemp("made"))


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(made, tmp_path) as opened:
        yield opened


def test_her_own_looks_stand_among_those_of_the_staff_and_in_the_log_of_her_case(desk: Desk) -> None:
    case, now = desk.open_case(Right.ACCESS), desk.company.clock()
    token = desk.company.links.link(LinkPurpose.CASE, case.id, now, now + timedelta(days=1))
    with desk.visitor() as herself:
        assert herself.get(f"/nl/zaak/{token}").status_code == 200
    reader = desk.as_("Pieter")

    assert "de verzoeker zelf" in reader.get(f"/desk/cases/{case.id}").text
    assert "bekeken door de verzoeker zelf" in reader.get(f"/desk/cases/{case.id}/log").text


def signed_in(desk: Desk, name: str, password: str = PASSWORD) -> httpx.Client:
    """One more browser of hers, let in or not; it is closed with the desk."""
    client = desk.clients[f"{name}, browser {len(desk.clients)}"] = desk.visitor()
    client.post("/desk/sign-in", data={"name": name, "password": password})
    return client


def is_in(client: httpx.Client) -> bool:
    return client.get("/desk").status_code == 200


def change(
    client: httpx.Client, old: str = PASSWORD, new: str = OTHER_PASSWORD, again: str = ""
) -> httpx.Response:
    return send(client, OWN, PASSWORD_FORM, old=old, password=new, again=again or new)


def test_she_changes_her_password_and_every_other_session_ends(desk: Desk) -> None:
    here, phone, colleague = (signed_in(desk, name) for name in ("Pieter", "Pieter", "Fatma"))
    answer = change(here)
    page = here.get(answer.headers["location"])

    assert answer.status_code == 303
    assert "Uw wachtwoord is gewijzigd" in page.text
    assert (is_in(here), is_in(phone), is_in(colleague)) == (True, False, True)
    assert not is_in(signed_in(desk, "Pieter"))
    assert is_in(signed_in(desk, "Pieter", OTHER_PASSWORD))


def test_no_link_makes_her_believe_that_her_password_was_changed(desk: Desk) -> None:
    assert "is gewijzigd" not in signed_in(desk, "Pieter").get(f"{OWN}?done=changed").text


def test_who_stole_her_cookie_is_out_when_she_changes_her_password(desk: Desk) -> None:
    hers = signed_in(desk, "Pieter")
    stolen = hers.cookies["gestand"]
    with desk.visitor() as thief:
        thief.cookies.set("gestand", stolen)
        assert is_in(thief)
        change(hers)
        thief.cookies.set("gestand", stolen)
        assert not is_in(thief)
    assert is_in(hers)


def test_an_invitation_that_lies_about_ends_with_the_password(desk: Desk) -> None:
    now = desk.company.clock()
    left = desk.company.staff.invite("Pieter", Role.READER, now, now + timedelta(days=1))
    change(signed_in(desk, "Pieter"))

    with desk.visitor() as finder:
        assert finder.get(f"/desk/welcome/{left}").status_code == 404


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [
        ("niet het hare", OTHER_PASSWORD, OTHER_PASSWORD),
        ("", OTHER_PASSWORD, OTHER_PASSWORD),
        (PASSWORD, PASSWORD, PASSWORD),
        (PASSWORD, OTHER_PASSWORD, OTHER_PASSWORD + "."),
        (PASSWORD, "Welkom2026!!!!", "Welkom2026!!!!"),
        (PASSWORD, "voor pieter alleen", "voor pieter alleen"),
        (PASSWORD, "te kort", "te kort"),
    ],
)
def test_a_password_is_not_changed_without_the_old_one_or_for_a_bad_one(
    old: str, new: str, again: str, desk: Desk
) -> None:
    here, phone = signed_in(desk, "Pieter"), signed_in(desk, "Pieter")
    answer = change(here, old, new, again)

    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert new not in answer.text
    assert is_in(here)
    assert is_in(phone)
    assert is_in(signed_in(desk, "Pieter"))


def test_who_sits_down_at_her_screen_cannot_guess_her_password(desk: Desk) -> None:
    client = signed_in(desk, "Pieter")
    codes = [change(client, f"een gok, nummer {number}").status_code for number in range(11)]

    assert codes == [422] * 10 + [429]
    assert change(client).status_code == 429
    assert is_in(signed_in(desk, "Pieter"))


def test_a_sign_in_under_way_ends_with_the_password_that_it_began_with(desk: Desk) -> None:
    """Whoever has the old password weighed while she sets another one does not come in by it."""
    staff, now = desk.company.staff, desk.company.clock()
    hers = staff.sign_in("Pieter", PASSWORD, now, now + IDLE) or ""
    begun, changed = Event(), Event()

    def go_on_trying() -> list[str]:
        tokens = []
        while not changed.is_set():
            tokens.append(staff.sign_in("Pieter", PASSWORD, now, now + IDLE) or "")
            begun.set()
        return tokens

    with ThreadPoolExecutor(6) as many:
        tries = [many.submit(go_on_trying) for _ in range(6)]
        assert begun.wait(30)
        anew = staff.change_password(hers, PASSWORD, OTHER_PASSWORD, now, now + IDLE)
        changed.set()
        old = [token for one in tries for token in one.result() if token]

    assert old
    assert staff.session(anew or "", now)
    assert not any(staff.session(token, now) for token in old)


def test_she_sees_where_she_is_in_and_nobody_elses_sessions(desk: Desk) -> None:
    here, _, _ = (signed_in(desk, name) for name in ("Pieter", "Pieter", "Fatma"))
    page = here.get(OWN).text

    assert page.count('action="/desk/own/end"') == 3
    assert page.count("· deze sessie") == page.count("Beëindig deze sessie") == 1
    assert "127.0.0.1" not in page
    assert here.cookies["gestand"] not in page


def test_she_ends_one_session_or_all_others_or_her_own(desk: Desk) -> None:
    here, phone, tablet = (signed_in(desk, "Pieter") for _ in range(3))
    assert send(phone, OWN, END, session=own_id(desk, tablet)).status_code == 303
    assert (is_in(here), is_in(phone), is_in(tablet)) == (True, True, False)

    send(here, OWN, END, session="others")
    assert (is_in(here), is_in(phone)) == (True, False)

    left = send(here, OWN, END, session=own_id(desk, here))
    assert left.headers["location"] == "/desk/sign-in"
    assert not is_in(here)


def test_nobody_ends_the_session_of_a_colleague(desk: Desk) -> None:
    mallory, colleague = signed_in(desk, "Pieter"), signed_in(desk, "Fatma")
    send(mallory, OWN, END, session=own_id(desk, colleague))
    send(mallory, OWN, END, session="others")

    assert is_in(colleague)


def test_the_id_of_a_session_lets_nobody_in(desk: Desk) -> None:
    client = signed_in(desk, "Pieter")
    with desk.visitor() as other:
        other.cookies.set("gestand", own_id(desk, client))
        assert not is_in(other)


@pytest.mark.parametrize("path", [PASSWORD_FORM, END])
def test_no_other_page_sends_the_forms_of_her_page(path: str, desk: Desk) -> None:
    here, phone = signed_in(desk, "Pieter"), signed_in(desk, "Pieter")
    told = {"old": PASSWORD, "password": OTHER_PASSWORD, "again": OTHER_PASSWORD, "session": "others"}
    token = fields_of(here.get(OWN).text, PASSWORD_FORM)["token"]
    evil = {"origin": "https://evil.example"}

    assert here.post(path, data=told).status_code == 403
    assert here.post(path, data={**told, "token": token}, headers=evil).status_code == 403
    assert is_in(phone)
    assert is_in(signed_in(desk, "Pieter"))


def test_the_last_use_is_told_to_the_minute_and_never_later_than_it_was(desk: Desk) -> None:
    staff, began = desk.company.staff, desk.company.clock()
    token = staff.sign_in("Pieter", PASSWORD, began, began + IDLE) or ""
    used = began + timedelta(minutes=20)
    staff.stay(token, used, IDLE, LONGEST)
    (session,) = staff.sessions(token, used)

    assert (session.began, session.until - IDLE, session.own) == (began, used, True)
    assert staff.sessions(token, began + LONGEST) == ()
    assert staff.sessions("verzonnen", used) == ()


def test_sign_ins_and_refusals_name_the_member_at_the_desk_and_nobody_in_the_log(desk: Desk) -> None:
    for name, password in (("Pieter", PASSWORD), ("Pieter", "mis geraden"), ("Geheime Naam", "mis geraden")):
        signed_in(desk, name, password)
    page = desk.as_("Janneke").get("/desk/staff").text
    rows = [tuple(cell(row)) for row in page.split("<tr>")[2:]]

    assert rows[0][:2] == ("Janneke", "ingelogd")
    assert rows[1][:2] == ("een naam die niemand heeft", "wachtwoord paste niet")
    assert rows[2][:2] == ("Pieter", "wachtwoord paste niet")
    assert rows[3][:2] == ("Pieter", "ingelogd")
    assert "Geheime Naam" not in page
    logged = [entry for entry in desk.company.log.entries() if entry.kind is Kind.STAFF]
    assert [entry.word for entry in logged][-4:] == [
        "signed in",
        "password refused",
        "password refused",
        "signed in",
    ]
    assert "Pieter" not in repr(logged)


def test_on_her_own_page_she_reads_of_herself_alone(desk: Desk) -> None:
    signed_in(desk, "Fatma", "mis geraden")
    assert "wachtwoord paste niet" not in desk.as_("Pieter").get(OWN).text
    assert "wachtwoord paste niet" in desk.as_("Fatma").get(OWN).text


def test_a_refusal_is_logged_alike_for_a_name_that_is_known_and_one_that_is_not(desk: Desk) -> None:
    """What takes longer for one of them would tell which names there are."""
    before = len(list(desk.company.log.entries()))
    signed_in(desk, "Pieter", "mis geraden")
    signed_in(desk, "Niemand", "mis geraden")
    desk.company.staff.revoke("Bram", desk.company.clock())
    signed_in(desk, "Bram")
    words = [entry.word for entry in desk.company.log.entries()][before:]

    assert words == ["password refused", "password refused", "revoked", "password refused"]


@pytest.mark.parametrize("name", [BY_HERSELF, " The  Person ", "the law", "the organisation that she named"])
def test_nobody_is_hired_under_a_name_that_the_book_has_for_others(name: str, desk: Desk) -> None:
    """Her looks would be read as those of the person herself."""
    now = desk.company.clock()
    with pytest.raises(SettingsError, match="nobody of the staff"):
        desk.company.staff.invite(name, Role.READER, now, now + timedelta(days=1))


def own_id(desk: Desk, client: httpx.Client) -> str:
    """The id of the session of a browser."""
    sessions = desk.company.staff.sessions(client.cookies["gestand"], desk.company.clock())
    return next(one.id for one in sessions if one.own)


def cell(row: str) -> list[str]:
    return re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
