"""A person sees and corrects her own data, let in by a mailed link (UM02)."""

import re
import sqlite3
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import httpx
import pytest
from tests.web.sites import Public, faults_in, open_site, path_in, write_site

from gestand.core.letter import Template
from gestand.core.request import Right, Way
from gestand.core.step import Decided, Did, Identified, Proof
from gestand.web.paths import ACCOUNT, ASK, CORRECT, ENTER, LEAVE, ON_THE_WAY

FIRST_NAME = "account-data.first_name"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site("uptime-monitor", tmp_path_factory.mktemp("made"))


@pytest.fixture
def site(made: Path, tmp_path: Path) -> Iterator[Public]:
    with open_site(made, tmp_path) as opened:
        yield opened


def let_in(site: Public, email: str, client: httpx.Client, path: str = ACCOUNT.nl) -> None:
    """All the way: the form, the mail, the button."""
    before = len([mail for mail in site.box.mails if email in str(mail["To"])])
    assert client.post(path, data={"email": email}).status_code == 303
    link = path_in(site.mailed_to(email, before + 1)[-1].get_content())
    assert client.get(link).status_code == 200
    assert client.post(link).status_code == 303


def fields_in(page: str) -> dict[str, str]:
    found = re.findall(r'<input id="[^"]+" name="([^"]+)" type="text" value="([^"]*)"', page)
    return {name: unescape(value) for name, value in found}


@pytest.mark.parametrize(("path", "greeting"), [(ACCOUNT.nl, "U bent binnen"), (ACCOUNT.en, "You are in")])
def test_a_mailed_link_and_a_button_let_her_in(path: str, greeting: str, site: Public) -> None:
    with site.visitor() as client:
        let_in(site, site.person(), client, path)
        page = client.get(path)

    assert greeting in page.text
    assert site.person() in page.text
    assert fields_in(page.text)[FIRST_NAME] == site.rows("SELECT first_name FROM accounts LIMIT 1")[0][0]


def test_the_link_lets_in_once_and_not_by_being_opened(site: Public) -> None:
    email = site.person()
    with site.visitor() as client, site.visitor() as scanner:
        client.post(ACCOUNT.nl, data={"email": email})
        link = path_in(site.mailed_to(email)[0].get_content())
        assert scanner.get(link).status_code == 200
        assert "U bent binnen" not in scanner.get(ACCOUNT.nl).text
        assert client.post(link).status_code == 303
        assert scanner.post(link).status_code == 404
        assert scanner.get(link).status_code == 404


def test_known_and_unknown_addresses_get_the_same_answer_and_the_same_mail(site: Public) -> None:
    answers: list[tuple[object, ...]] = []
    for email in (site.person(), "niemand@example.org"):
        with site.visitor() as client:
            sent = client.post(ACCOUNT.nl, data={"email": email})
            answers.append((sent.status_code, sent.headers["location"], sent.content))
        mail = site.mailed_to(email)[0]
        answers.append((str(mail["Subject"]), re.sub(r"http\S+|\d\d:\d\d", "", mail.get_content())))

    assert answers[0] == (303, ON_THE_WAY.nl, b"")
    assert answers[:2] == answers[2:]


def test_whoever_is_not_known_sees_nothing_of_anybody(site: Public) -> None:
    with site.visitor() as client:
        let_in(site, "niemand@example.org", client)
        page = client.get(ACCOUNT.nl).text

    assert fields_in(page) == {}
    assert "niets gevonden" in page


def test_a_correction_is_a_case_that_is_decided_and_done_at_once(site: Public) -> None:
    email = site.person()
    with site.visitor() as client:
        let_in(site, email, client)
        typed = fields_in(client.get(ACCOUNT.nl).text)
        answer = client.post(
            CORRECT.nl, data={**typed, FIRST_NAME: "Wilhelmina", "billing-data.card_name": "W. Post"}
        )
    case = site.cases()[0]

    assert "Verbeterd" in answer.text
    assert fields_in(answer.text)[FIRST_NAME] == "Wilhelmina"
    assert site.rows("SELECT first_name FROM accounts WHERE email = ?", email) == [("Wilhelmina",)]
    assert site.rows("SELECT count(*) FROM accounts WHERE first_name = 'Wilhelmina'") == [(1,)]
    assert site.rows("SELECT count(*) FROM billing_details WHERE card_name = 'W. Post'") == [(1,)]
    assert case.request.rights == (Right.RECTIFICATION,)
    assert case.request.way is Way.ACCOUNT
    shown, decided = case.last(Identified), case.last(Decided)
    assert shown is not None
    assert shown.proof is Proof.SIGNED_IN
    assert decided is not None
    assert decided.decisions[0].granted
    assert case.last(Did) is not None
    assert Template.LINK not in [one.template for one in site.company.outbox.postings(case.id)]


def test_changed_and_changed_back_is_done_each_time(site: Public) -> None:
    email = site.person()
    with site.visitor() as client:
        let_in(site, email, client)
        for name in ("Anna", "Bea", "Anna", "Bea"):
            client.post(CORRECT.nl, data={FIRST_NAME: name})
            assert site.rows("SELECT first_name FROM accounts WHERE email = ?", email) == [(name,)]


def test_by_what_she_is_known_cannot_be_changed_here(site: Public) -> None:
    email, other = site.person(), "ander@example.org"
    with site.visitor() as client:
        let_in(site, email, client)
        client.post(
            CORRECT.nl,
            data={
                "account-data.email": other,
                "account-data.id": "2",
                "account-data.plan": "paid",
                "x.y": "z",
            },
        )

    assert site.rows("SELECT count(*) FROM accounts WHERE email = ?", other) == [(0,)]
    assert site.rows("SELECT count(*) FROM accounts WHERE email = ?", email) == [(1,)]
    assert site.cases() == ()


def test_nobody_makes_herself_known_as_somebody_else(site: Public) -> None:
    """A contact's phone number is no key of the database, and leads to other rows all the same."""
    email = site.person()
    site.rows(
        "INSERT INTO contacts (account_id, name, email, phone, added_at) VALUES (1, 'Wil', ?, '0611111111', 1)",
        email,
    )
    with site.visitor() as client:
        let_in(site, email, client)
        page = client.get(ACCOUNT.nl).text
        client.post(CORRECT.nl, data={"contact-details.phone": "0622222222", "contact-details.name": "Wilma"})

    assert "0611111111" in page
    assert site.rows("SELECT name, phone FROM contacts WHERE email = ?", email) == [("Wilma", "0611111111")]


def test_what_is_wrong_stands_beside_its_field(site: Public) -> None:
    with site.visitor() as client:
        let_in(site, site.person(), client)
        before = site.rows("SELECT * FROM accounts LIMIT 1")
        answer = client.post(CORRECT.nl, data={FIRST_NAME: "", "account-data.last_name": "x" * 301})

    assert answer.status_code == 422
    assert set(faults_in(answer.text)) == {FIRST_NAME, "account-data.last_name"}
    assert fields_in(answer.text)["account-data.last_name"] == "x" * 301
    assert site.rows("SELECT * FROM accounts LIMIT 1") == before


def test_what_did_not_change_makes_no_case(site: Public) -> None:
    with site.visitor() as client:
        let_in(site, site.person(), client)
        answer = client.post(CORRECT.nl, data=fields_in(client.get(ACCOUNT.nl).text))

    assert "Er was niets veranderd" in answer.text
    assert site.cases() == ()


def test_signing_out_ends_the_visit_for_everybody_who_has_the_cookie(site: Public) -> None:
    with site.visitor() as client:
        let_in(site, site.person(), client)
        cookie = client.cookies["visit"]
        assert client.post(LEAVE.nl).status_code == 303
    with site.visitor(cookies={"visit": cookie}) as thief:
        assert "U bent binnen" not in thief.get(ACCOUNT.nl).text


@pytest.mark.parametrize("cookie", ["", "x", "a" * 3000, "..", "%00", "W10="])
def test_a_made_up_cookie_lets_nobody_in(cookie: str, site: Public) -> None:
    with site.visitor(headers={"cookie": f"visit={cookie}"}) as client:
        assert "U bent binnen" not in client.get(ACCOUNT.nl).text
        assert client.post(CORRECT.nl, data={FIRST_NAME: "Dief"}).headers["location"] == ACCOUNT.nl


def test_the_link_itself_is_no_cookie(site: Public) -> None:
    email = site.person()
    with site.visitor() as client:
        client.post(ACCOUNT.nl, data={"email": email})
    token = path_in(site.mailed_to(email)[0].get_content()).removeprefix(ENTER.nl)
    with site.visitor(cookies={"visit": token}) as thief:
        assert "U bent binnen" not in thief.get(ACCOUNT.nl).text


def test_the_book_holds_no_address_of_a_visitor(site: Public) -> None:
    email = site.person()
    with site.visitor() as client:
        let_in(site, email, client)
    for file in (site.folder / ".gestand").glob("book.db*"):
        assert email.encode() not in file.read_bytes()


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(site: Public) -> None:
    email = site.person()
    with site.visitor() as client:
        client.post(ACCOUNT.nl, data={"email": email})
        answer = client.post(path_in(site.mailed_to(email)[0].get_content()))

    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=strict" in answer.headers["set-cookie"]


def test_a_form_of_another_site_changes_nothing(site: Public) -> None:
    email = site.person()
    with site.visitor() as client:
        let_in(site, email, client)
        for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
            assert client.post(CORRECT.nl, data={FIRST_NAME: "Dief"}, headers=headers).status_code == 403

    assert site.rows("SELECT count(*) FROM accounts WHERE first_name = 'Dief'") == [(0,)]


def test_a_store_that_is_away_is_said(site: Public) -> None:
    with site.visitor() as client, sqlite3.connect(next(site.folder.glob("*.db"))) as other:
        let_in(site, site.person(), client)
        other.execute("BEGIN EXCLUSIVE")
        page = client.get(ACCOUNT.nl)
        answer = client.post(CORRECT.nl, data={FIRST_NAME: "Wilhelmina"})
        other.rollback()

    assert page.status_code == 200
    assert "antwoordt nu niet" in page.text
    assert "Er was niets veranderd" not in answer.text


def test_a_correction_that_the_store_refuses_is_taken_in_and_waits_for_a_person(site: Public) -> None:
    with site.visitor() as client:
        let_in(site, site.person(), client)
        site.rows(
            "CREATE TRIGGER never BEFORE UPDATE ON accounts BEGIN SELECT RAISE(ABORT, 'secret words'); END"
        )
        answer = client.post(CORRECT.nl, data={FIRST_NAME: "Wilhelmina"})

    assert answer.status_code == 200
    assert "Wij hebben uw verbetering ontvangen" in answer.text
    assert "secret words" not in answer.text
    assert "gestand request" not in answer.text
    assert site.cases()[0].request.corrections[0].value == "Wilhelmina"


def test_a_request_from_inside_needs_no_other_proof(site: Public) -> None:
    email = site.person()
    with site.visitor() as client:
        let_in(site, email, client)
        client.post(ASK.nl, data={"right": "access", "name": "Gijs", "email": email})
    shown = site.cases()[0].last(Identified)

    assert shown is not None
    assert shown.proof is Proof.SIGNED_IN


def test_without_a_mail_server_the_page_points_to_the_form(made: Path, tmp_path: Path) -> None:
    with open_site(made, tmp_path, mail=False) as site, site.visitor() as client:
        page = client.get(ACCOUNT.en)
        assert page.status_code == 200
        assert f'href="{ASK.en}"' in page.text
        assert client.post(ACCOUNT.en, data={"email": "a@example.org"}).status_code == 200


def test_who_asks_for_links_in_her_name_cannot_keep_her_out_and_fills_no_mailbox(site: Public) -> None:
    """Five in a day and then one an hour, whoever asks: every one of them goes to her, and lets her in."""
    email, answers = site.person(), []
    with site.visitor("127.0.3.2") as stranger, site.visitor("127.0.3.3") as herself:
        for _ in range(20):
            answers.append(stranger.post(ACCOUNT.nl, data={"email": email}))
        mails = site.mailed_to(email, 6)
        answers.append(herself.post(ACCOUNT.nl, data={"email": email}))
        assert herself.post(path_in(mails[-1].get_content())).status_code == 303
        assert "U bent binnen" in herself.get(ACCOUNT.nl).text

    assert len({(one.status_code, one.headers["location"], one.content) for one in answers}) == 1
    assert len(site.mailed_to(email, 6)) in (6, 7)  # seven when the hour ends meanwhile
