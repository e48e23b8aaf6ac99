"""Asked over HTTP: by a token for asking alone, about a person who stands in no address and no log."""

import logging
from collections.abc import Iterator

import httpx
import pytest
from click.testing import CliRunner
from tests.web.sites import Public, open_site, write_site

from gestand.cli import gestand
from gestand.core.choice import Choice, ChoiceWay, Offer, Subject
from gestand.core.lasting import Suppression
from gestand.core.request import Known
from gestand.web.may_api import PATH, PERSON

ANN = "ann.zqxmark@example.org"
OFFER = Offer("en", "form/1", ("May we?",), ("Yes", "No"), (("statistics", "Counting"),))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Public]:
    made = write_site("shop", tmp_path_factory.mktemp("made"))
    with open_site(made, tmp_path_factory.mktemp("open"), mail=False) as opened:
        yield opened


def token(site: Public, *more: str) -> str:
    made = CliRunner().invoke(gestand, ["-C", str(site.folder), "token", "mailer", *more])
    assert made.exit_code == 0, made.output
    return made.output.strip()


@pytest.fixture(scope="module")
def asking(site: Public) -> Iterator[httpx.Client]:
    """A program that has a token for asking."""
    with httpx.Client(
        base_url=site.url, headers={"authorization": f"Bearer {token(site, '--may')}"}
    ) as client:
        yield client


def ask(client: httpx.Client, person: str, **query: str) -> httpx.Response:
    return client.get(PATH, params=query, headers={PERSON.encode(): person.encode()})


def test_the_answer_follows_what_was_just_said(site: Public, asking: httpx.Client) -> None:
    company = site.company
    answers = [ask(asking, ANN, purpose="statistics")]
    for granted in (True, False):
        choice = Choice(
            company.clock(), (("statistics", granted),), company.choices.offer(OFFER), company.statement.digest, 1,
            "en", ChoiceWay.FORM,
        )  # fmt: skip
        company.choices.record([(Subject("email", ANN), choice)])
        answers.append(ask(asking, f"email={ANN}", purpose="statistics"))
    told = [answer.json() for answer in answers]
    assert [one["may"] for one in told] == [False, True, False]
    assert [one["reason"] for one in told] == ["not chosen", "consented", "refused"]
    assert told[1]["article"] == "GDPR 6(1)(a)"
    assert told[1]["nl"] == "Hiervoor is toestemming gegeven."
    assert told[1]["en"] == "Consent was given for this."
    assert {answer.status_code for answer in answers} == {200}
    assert answers[0].headers["cache-control"] == "no-store"
    assert not any(ANN in answer.text for answer in answers)


def test_an_objection_stops_the_newsletter_and_not_the_order(site: Public, asking: httpx.Client) -> None:
    known = Known("email", "bo@example.org")
    site.company.suppressions.suppress(known, Suppression("", "", site.company.clock(), "unsubscribe"))
    assert ask(asking, "bo@example.org", purpose="newsletter", channel="email").json()["reason"] == "objected"
    assert ask(asking, "bo@example.org", purpose="orders-and-service").json()["may"] is True


def test_whom_or_what_is_not_known_is_a_no(asking: httpx.Client) -> None:
    for person in ("", "zqxmark", "shoe-size=42", "\x80é=1"):
        assert ask(asking, person, purpose="orders").json()["reason"] == "unknown person"
    assert ask(asking, ANN, purpose="resale").json()["reason"] == "unknown purpose"
    assert asking.get(PATH, params={"purpose": "orders"}).json()["reason"] == "unknown person"
    assert ask(asking, ANN, purpose="newsletter", channel="pigeon").json()["reason"] == "other channel"


def test_without_a_token_for_asking_nothing_is_told(site: Public) -> None:
    for given in (
        None,
        "Bearer x",
        "Basic x",
        f"Bearer {token(site)}",
        f"Bearer {token(site, '--every-request')}",
    ):
        headers = {"authorization": given} if given is not None else {}
        answer = httpx.get(f"{site.url}{PATH}?purpose=orders", headers={PERSON: ANN, **headers})
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer"), given
        assert "--may" in answer.json()["detail"]


def test_a_token_for_asking_hands_in_no_request(asking: httpx.Client) -> None:
    given = {"rights": ["access"], "name": "Wil Post", "email": "wil@example.org"}
    assert asking.post("/api/v1/requests", json=given).status_code == 401


@pytest.mark.parametrize(
    "query",
    [
        "",
        "channel=email",
        f"purpose=orders&person={ANN}",
        "purpose=orders&purpose=credit",
        "purpose=orders&email=x",
    ],
)
def test_a_person_in_the_address_is_refused_and_told_where_she_belongs(
    asking: httpx.Client, query: str
) -> None:
    answer = asking.get(f"{PATH}?{query}", headers={PERSON: ANN})
    assert answer.status_code == 400
    assert "gestand-person" in answer.json()["detail"]
    assert ANN not in answer.text


def test_it_answers_questions_and_takes_nothing(asking: httpx.Client) -> None:
    assert asking.post(PATH, json={}).status_code == 405


def test_a_book_that_does_not_answer_is_no_yes_and_nobody_is_named_in_the_log(
    site: Public, tmp_path_factory: pytest.TempPathFactory, caplog: pytest.LogCaptureFixture
) -> None:
    with open_site(site.folder, tmp_path_factory.mktemp("broken"), mail=False) as other:
        held = token(other, "--may")
        with httpx.Client(base_url=other.url, headers={"authorization": f"Bearer {held}"}) as client:
            assert ask(client, ANN, purpose="orders").json()["may"] is True
            with other.company.choices.book.transaction() as connection:  # type: ignore[attr-defined]
                connection.exec_driver_sql("DROP TABLE standing")
            with caplog.at_level(logging.DEBUG):
                answer = ask(client, ANN, purpose="orders")
    assert answer.status_code == 503
    assert "Do not do it" in answer.json()["detail"]
    assert ANN not in caplog.text
    assert held not in caplog.text
