"""The request form: for everybody, without a script, and without a word on who is known."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from html import escape, unescape
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from tests.web.sites import Public, faults_in, open_site, write_site

from gestand.core.letter import Template
from gestand.core.request import Correction, Known, Right, Way
from gestand.core.step import Proof
from gestand.web.paths import ACCOUNT, ASK, RECEIVED


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Public]:
    made = write_site("sms-gateway", tmp_path_factory.mktemp("made"))
    with open_site(made, tmp_path_factory.mktemp("open")) as opened:
        yield opened


@pytest.mark.parametrize("path", [ASK.nl, ASK.en])
def test_a_request_becomes_a_case_with_all_that_was_said(path: str, site: Public) -> None:
    email = f"wil.{path[1:3]}@example.org"
    with site.visitor() as client:
        answer = client.post(
            path,
            data={
                "right": ["access", "rectification"],
                "name": "Wil Post",
                "email": email,
                "known-phone": "06 1234 5678",
                "for": "guardian",
                "authority": "Beschikking van de rechtbank",
                "data": "contact-details",
                "place-0": "contact-details.last_name",
                "value-0": "Postma",
                "words": "Eén.\r\nTwee.",
            },
        )
    asked = site.cases()[0].request

    assert answer.headers["location"] == (RECEIVED.nl if path == ASK.nl else RECEIVED.en)
    assert asked.rights == (Right.ACCESS, Right.RECTIFICATION)
    assert (asked.way, asked.language) == (Way.FORM, path[1:3])
    assert (asked.asker.name, asked.asker.email, asked.asker.acts_for) == ("Wil Post", email, "guardian")
    assert asked.known == (Known("email", email), Known("phone", "06 1234 5678"))
    assert asked.corrections == (Correction("contact-details", "last_name", "Postma"),)
    assert (asked.data, asked.words) == (("contact-details",), "Eén.\nTwee.")


def test_nobody_can_tell_from_the_answer_who_is_known(site: Public) -> None:
    answers, pages = [], []
    for email in (site.person(), "niemand.onbekend@example.org"):
        with site.visitor() as client:
            answers.append(client.post(ASK.nl, data={"right": "access", "name": "A", "email": email}))
            pages.append(client.get(answers[-1].headers["location"]))

    assert answers[0].content == answers[1].content
    assert answers[0].headers["location"] == answers[1].headers["location"]
    assert [set(one.headers) for one in answers[:1]] == [set(one.headers) for one in answers[1:]]
    assert pages[0].content == pages[1].content
    first, second = (
        [one.template for one in site.company.outbox.postings(case.id)] for case in site.cases()[:2]
    )
    assert first == second == [Template.RECEIPT, Template.LINK]


@pytest.mark.parametrize("path", [ASK.nl, ACCOUNT.nl])
def test_whoever_is_known_and_whoever_is_not_make_the_same_work(path: str, tmp_path: Path) -> None:
    """The same statements in the same order, none of them on the company's own database, and the same letters."""
    done, letters = [], []
    with open_site(write_site("sms-gateway", tmp_path), tmp_path / "open", mail=path != ASK.nl) as site:
        for email in ("eerst@example.org", site.person(), "nooit.gezien@example.org"):
            with site.visitor() as client, statements() as asked:
                told = {"right": "access", "name": "A", "email": email, "words": "gelijk werk"}
                assert client.post(path, data=told).status_code == 303
            done.append(asked)
            if path == ACCOUNT.nl:
                site.mailed_to(email)
            letters.append(
                [one.template for case in site.cases()[:1] for one in site.company.outbox.postings(case.id)]
            )
        mails = [
            [subject_of(mail) for mail in site.box.mails if email in str(mail["To"])]
            for email in emails_of(site)
        ]

    _, known, unknown = done
    assert known == unknown
    assert {database for database, _ in known} == {"book.db"}
    assert letters[1] == letters[2]
    assert all(one == mails[0] for one in mails)


def emails_of(site: Public) -> list[str]:
    return [str(mail["To"]) for mail in site.box.mails]


@contextmanager
def statements() -> Iterator[list[tuple[str, str]]]:
    """Every statement that is sent to any database meanwhile, with the name of the file it is in."""
    sent: list[tuple[str, str]] = []

    def heard(connection: Any, _: Any, statement: str, *__: Any) -> None:
        sent.append((Path(str(connection.engine.url.database)).name, statement))

    event.listen(Engine, "before_cursor_execute", heard)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", heard)


def subject_of(mail: EmailMessage) -> str:
    return re.sub(r"[0-9]", "0", str(mail["Subject"]))


@pytest.mark.parametrize("path", [ASK.nl, ASK.en])
def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_stays(path: str, site: Public) -> None:
    before = len(site.cases())
    with site.visitor() as client:
        answer = client.post(
            path,
            data={
                "right": ["erasure", "rectification"],
                "email": "geen adres",
                "for": "lawyer",
                "data": "invoice",
                "place-1": "contact-details.address",
                "value-2": "Dorp 3",
                "known-phone": "0612",
            },
        )
    page = answer.text

    assert answer.status_code == 422
    assert set(faults_in(page)) == {"name", "email", "authority", "value-1", "place-2"}
    assert re.search(r'name="email"[^>]*value="geen adres"[^>]*aria-describedby="[^"]*email-fault', page)
    assert re.search(r'id="right-erasure"[^>]* checked', page)
    assert not re.search(r'id="right-access"[^>]* checked', page)
    assert re.search(r'<option value="lawyer" selected', page)
    assert re.search(r'id="data-invoice"[^>]* checked', page)
    assert re.search(r'value="contact-details.address" selected', page)
    assert 'value="Dorp 3"' in page
    assert 'value="0612"' in page
    assert len(site.cases()) == before


def test_nothing_chosen_is_said_too(site: Public) -> None:
    with site.visitor() as client:
        answer = client.post(ASK.en, data={"name": "A", "email": "a@example.org"})

    assert set(faults_in(answer.text)) == {"right"}


@pytest.mark.parametrize("path", [ASK.nl, ASK.en])
@pytest.mark.parametrize(
    "to",
    [
        "Andere B.V.",
        "Andere B.V., Straat 1, Utrecht",
        "Andere B.V. <intake@other>",
        "intake@other.example, Andere B.V. <also@other.example>",
        "Andere B.V. <intake@other.example> of zoiets",
    ],
)
def test_a_file_is_sent_on_to_one_mail_address_and_to_nothing_else(path: str, to: str, site: Public) -> None:
    before = len(site.cases())
    told = {"right": "portability", "name": "F", "email": "fien@example.org", "send-to": to}
    with site.visitor() as client:
        answer = client.post(path, data=told)
    said = "naam en het e-mailadres" if path == ASK.nl else "name and the e-mail address"

    assert answer.status_code == 422
    assert list(faults_in(answer.text)) == ["send-to"]
    assert said in faults_in(answer.text)["send-to"]
    assert f'value="{escape(to)}"' in answer.text
    assert len(site.cases()) == before


@pytest.mark.parametrize("to", ["", "intake@other.example", "Andere B.V. <intake@other.example>"])
def test_whom_a_file_is_sent_on_to_stands_in_the_request(to: str, site: Public) -> None:
    email = f"gijs{len(to)}@example.org"
    with site.visitor() as client:
        told = {"right": "portability", "name": "G", "email": email, "send-to": to}
        assert client.post(ASK.nl, data=told).status_code == 303
    assert site.cases()[0].request.sent_on_to == to


def test_an_organisation_is_no_fault_where_no_file_is_sent_on(site: Public) -> None:
    told = {"right": "access", "name": "H", "email": "hein@example.org", "send-to": "Andere B.V."}
    with site.visitor() as client:
        assert client.post(ASK.nl, data=told).status_code == 303
    assert site.cases()[0].request.sent_on_to == ""


@pytest.mark.parametrize("right", ["objection to marketing", "withdrawal of consent"])
def test_ending_marketing_or_a_consent_takes_an_address_alone(right: str, site: Public) -> None:
    email = f"{right.split()[0]}@example.org"
    with site.visitor() as client:
        answer = client.post(ASK.nl, data={"right": right, "email": email})
    case = site.cases()[0]

    assert answer.status_code == 303
    assert case.identified
    assert case.granted(Right(right), "")
    assert [one.template for one in site.company.outbox.postings(case.id)] == [Template.RECEIPT]


def test_what_needs_no_identity_does_not_wait_for_what_does(site: Public) -> None:
    with site.visitor() as client:
        client.post(
            ASK.nl,
            data={"right": ["erasure", "objection to marketing"], "name": "B", "email": "beide@example.org"},
        )
    free, bound = site.cases()[:2]

    assert free.request.rights == (Right.MARKETING,)
    assert free.identified
    assert bound.request.rights == (Right.ERASURE,)
    assert not bound.identified


def test_the_page_says_which_fields_are_required(site: Public) -> None:
    with site.visitor() as client:
        nl, en = (unescape(client.get(path).text) for path in (ASK.nl, ASK.en))

    assert 'E-mailadres <span class="mark">verplicht</span>' in nl
    assert 'E-mail address <span class="mark">required</span>' in en


def test_what_the_page_never_offered_is_not_taken(site: Public) -> None:
    with site.visitor() as client:
        client.post(
            ASK.nl,
            data={
                "right": ["access", "everything"],
                "name": "C",
                "email": "verzonnen@example.org",
                "data": "secret-data",
                "place-0": "contact-details.password",
                "value-0": "x",
                "known-admin": "1",
                "for": "king",
            },
        )
    asked = site.cases()[0].request

    assert asked.rights == (Right.ACCESS,)
    assert (asked.data, asked.corrections, asked.asker.acts_for) == ((), (), "")
    assert [one.kind for one in asked.known] == ["email"]


def test_without_a_mail_server_no_mail_is_promised_within_minutes(tmp_path: Path) -> None:
    made = write_site("uptime-monitor", tmp_path)
    with open_site(made, tmp_path / "open", mail=False) as site, site.visitor() as client:
        page = client.get(RECEIVED.nl).text

    assert "minuten" not in page
    assert "Wij schrijven u op het adres dat u invulde." in page


def test_a_link_follows_the_request_by_mail(site: Public) -> None:
    with site.visitor() as client:
        client.post(ASK.en, data={"right": "access", "name": "D", "email": "dora@example.org"})
    mails = site.mailed_to("dora@example.org", 2)

    assert ["received your request" in str(mail["Subject"]) for mail in mails] == [True, False]
    assert "/en/confirm/" in mails[1].get_content()


def test_the_same_request_again_is_one_case_and_a_new_link(site: Public) -> None:
    told = {"right": "access", "name": "E", "email": "ella@example.org"}
    with site.visitor() as client:
        client.post(ASK.nl, data=told)
        first = site.link_in(site.cases()[0], Template.LINK)
        client.post(ASK.nl, data=told)
        case = site.cases()[0]
        second = site.link_in(case, Template.LINK)

        assert len([one for one in site.cases() if one.request.asker.email == "ella@example.org"]) == 1
        assert client.get(first).status_code == 404
        assert client.get(second).status_code == 200


def test_who_is_signed_in_has_shown_who_asks(site: Public) -> None:
    now, company = site.company.clock(), site.company
    from gestand.web.visits import STAY

    entry = company.visitors.invite("gast@example.org", now, now + STAY)
    visit = company.visitors.enter(entry, now, now + STAY)
    with site.visitor(cookies={"visit": visit or ""}) as client:
        assert "readonly" in client.get(ASK.nl).text
        client.post(ASK.nl, data={"right": "access", "name": "Gast", "email": "ander@example.org"})
    case = site.cases()[0]

    assert case.request.asker.email == "gast@example.org"
    assert case.request.way is Way.ACCOUNT
    step = next(step for step in case.steps if type(step).__name__ == "Identified")
    assert getattr(step, "proof", None) is Proof.SIGNED_IN
    assert case.known == (Known("email", "gast@example.org", True),)
