"""The API for the company's other systems: by token, told exactly what was wrong, and never a fault of ours."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import schemathesis
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import one_of
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance
from tests.web.sites import Public, open_site, write_site

from gestand.cli import gestand
from gestand.core.letter import Sending, Template
from gestand.core.request import Asker, Correction, Known, Request, Right, Way
from gestand.core.staff import LinkPurpose

REQUESTS = "/api/v1/requests"
NOWHERE = (
    "Andere B.V.",
    "een rijke oom",
    "a@example.org, b@example.org",
    "a@example.org, B <b@example.org>",
    "B <b@example.org>, a@example.org",
    "B <b@example.org",
    "B <b@example.org> (c@example.org)",
    "B <b@example.org\r\nBcc: c@example.org>",
    "b@localhost",
    f"{'B' * 300} <b@example.org>",
)
"""What a form does not take as the address of another organisation."""
SANE: dict[str, Any] = {"rights": ["access"], "name": "Wil Post", "email": "wil@example.org"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Public]:
    made = write_site("sms-gateway", tmp_path_factory.mktemp("made"))
    with open_site(made, tmp_path_factory.mktemp("open"), mail=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def token(site: Public) -> str:
    made = CliRunner().invoke(gestand, ["-C", str(site.folder), "token", "shop"])
    assert made.exit_code == 0
    return made.output.strip()


@pytest.fixture
def bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


def bearer_of(site: Public, system: str, *more: str) -> dict[str, str]:
    """What a system sends with its token, just given."""
    made = CliRunner().invoke(gestand, ["-C", str(site.folder), "token", system, *more])
    assert made.exit_code == 0, made.output
    return {"authorization": f"Bearer {made.output.strip()}"}


def test_another_system_hands_in_a_request_and_asks_how_it_stands(
    site: Public, bearer: dict[str, str]
) -> None:
    given = {
        **SANE,
        "rights": ["rectification", "access"],
        "email": "kim@example.org",
        "received": (site.company.clock() - timedelta(days=3)).isoformat(),
        "known": {"phone": "0612345678"},
        "data": ["contact-details"],
        "corrections": [{"data": "contact-details", "column": "last_name", "value": "Postma"}],
        "words": "Graag snel.",
        "language": "en",
    }
    with site.visitor(headers=bearer) as client:
        made = client.post(REQUESTS, json=given)
        seen = client.get(f"{REQUESTS}/{made.json()['id']}")
    case = site.company.cases.case(made.json()["id"])

    assert made.status_code == 201
    assert seen.json() == made.json()
    assert seen.json()["identified"] is False
    assert seen.json()["result"] is None
    assert case.request.way is Way.API
    assert case.request.known == (Known("email", "kim@example.org"), Known("phone", "0612345678"))
    assert case.request.corrections == (Correction("contact-details", "last_name", "Postma"),)
    assert case.request.entered - case.request.received > timedelta(days=2)
    assert Template.LINK in [one.template for one in site.company.outbox.postings(case.id)]


def test_the_answer_tells_nothing_of_who_asked(site: Public, bearer: dict[str, str]) -> None:
    with site.visitor(headers=bearer) as client:
        made = client.post(REQUESTS, json={**SANE, "words": "stil"})

    assert "wil" not in made.text.casefold()
    assert set(made.json()) == {"id", "rights", "received", "answer_by", "identified", "paused", "result"}


@pytest.mark.parametrize(
    "header",
    [{}, {"authorization": "Bearer x"}, {"authorization": "Basic eDp5"}],
)
def test_without_a_token_that_works_nothing_is_told(header: dict[str, str], site: Public) -> None:
    with site.visitor(headers=header) as client:
        for answer in (client.post(REQUESTS, json=SANE), client.get(f"{REQUESTS}/2026-0001")):
            assert answer.status_code == 401
            assert set(answer.json()) == {"detail"}


def test_a_token_of_another_kind_is_none(site: Public) -> None:
    now = site.company.clock()
    link = site.company.links.link(LinkPurpose.CASE, "2026-0001", now, now + timedelta(hours=1))
    with site.visitor(headers={"authorization": f"Bearer {link}"}) as client:
        assert client.get(f"{REQUESTS}/2026-0001").status_code == 401


def test_a_revoked_token_works_no_more(site: Public) -> None:
    run = CliRunner()
    made = run.invoke(gestand, ["-C", str(site.folder), "token", "crm"]).output.strip()
    with site.visitor(headers={"authorization": f"Bearer {made}"}) as client:
        assert client.get(f"{REQUESTS}/1999-0001").status_code == 404
        assert run.invoke(gestand, ["-C", str(site.folder), "token", "crm", "--revoke"]).exit_code == 0
        assert client.get(f"{REQUESTS}/1999-0001").status_code == 401


def test_a_system_sees_no_request_that_another_system_handed_in(site: Public, bearer: dict[str, str]) -> None:
    with site.visitor(headers=bearer) as shop, site.visitor(headers=bearer_of(site, "helpdesk")) as other:
        number = shop.post(REQUESTS, json={**SANE, "words": "van de winkel"}).json()["id"]
        hers, nowhere = other.get(f"{REQUESTS}/{number}"), other.get(f"{REQUESTS}/1999-0001")

        assert shop.get(f"{REQUESTS}/{number}").status_code == 200
    assert hers.status_code == nowhere.status_code == 404
    assert hers.content == nowhere.content


def test_who_hands_in_the_same_request_learns_nothing_of_the_one_that_is_open(site: Public) -> None:
    """Whoever guesses what somebody asked would else be shown how that request stands."""
    company, now = site.company, site.company.clock()
    wil, mail = Asker(SANE["name"], SANE["email"]), (Known("email", SANE["email"]),)
    by_form = company.casework.open(Request((Right.ACCESS,), Way.FORM, now, now, "nl", wil, mail, words="zo"))
    company.casework.confirmed(by_form.id, "email", now)
    numbers = {by_form.id}
    for system in ("shop", "helpdesk"):
        with site.visitor(headers=bearer_of(site, system)) as client:
            made = client.post(REQUESTS, json={**SANE, "words": "zo"}).json()
            again = client.post(REQUESTS, json={**SANE, "words": "zo"}).json()

        assert made == again
        assert made["identified"] is False
        numbers.add(made["id"])
    assert len(numbers) == 3


def test_a_new_token_of_a_system_sees_what_its_older_one_handed_in(
    site: Public, bearer: dict[str, str]
) -> None:
    with site.visitor(headers=bearer) as older, site.visitor(headers=bearer_of(site, "shop")) as newer:
        number = older.post(REQUESTS, json={**SANE, "words": "vorig jaar"}).json()["id"]
        assert newer.get(f"{REQUESTS}/{number}").status_code == 200


def test_a_token_for_every_request_sees_them_all_and_still_none_that_came_another_way(
    site: Public, bearer: dict[str, str]
) -> None:
    now = site.company.clock()
    by_post = site.company.casework.open(
        Request((Right.ACCESS,), Way.POST, now, now, "nl", Asker("Q", "q@example.org"))
    )
    wide = bearer_of(site, "monitor", "--every-request")
    with site.visitor(headers=bearer) as shop, site.visitor(headers=wide) as monitor:
        number = shop.post(REQUESTS, json={**SANE, "words": "voor de monitor"}).json()["id"]
        assert monitor.get(f"{REQUESTS}/{number}").status_code == 200
        assert monitor.get(f"{REQUESTS}/{by_post.id}").status_code == 404
        CliRunner().invoke(gestand, ["-C", str(site.folder), "token", "monitor", "--revoke"])
        assert monitor.get(f"{REQUESTS}/{number}").status_code == 401


@pytest.mark.parametrize("to", ["intake@example.org", "Andere B.V. <intake@example.org>", ""])
def test_another_organisation_is_named_as_on_the_form(to: str, site: Public, bearer: dict[str, str]) -> None:
    with site.visitor(headers=bearer) as client:
        told = {**SANE, "rights": ["portability"], "send_to": to, "words": to, "email": "mee@example.org"}
        made = client.post(REQUESTS, json=told)

    assert made.status_code == 201
    assert site.company.cases.case(made.json()["id"]).request.sent_on_to == to


def test_the_book_holds_no_token(site: Public, token: str) -> None:
    for file in (site.folder / ".gestand").glob("book.db*"):
        assert token.encode() not in file.read_bytes()


def test_a_name_that_is_none_for_a_system_is_refused(site: Public) -> None:
    made = CliRunner().invoke(gestand, ["-C", str(site.folder), "token", "A shop with a long name"])

    assert made.exit_code != 0
    assert made.exception


def test_a_case_that_came_another_way_is_not_there(site: Public, bearer: dict[str, str]) -> None:
    now = site.company.clock()
    asked = Request((Right.ACCESS,), Way.POST, now, now, "nl", Asker("P", "p@example.org"))
    case = site.company.casework.open(asked)
    with site.visitor(headers=bearer) as client:
        there, nowhere = client.get(f"{REQUESTS}/{case.id}"), client.get(f"{REQUESTS}/1999-0001")

    assert there.status_code == nowhere.status_code == 404
    assert there.content == nowhere.content


@pytest.mark.parametrize(
    "wrong",
    [
        {"rights": []},
        {"rights": ["everything"]},
        {"email": "a@example.org, b@example.org"},
        {"email": "a@example.org\r\nBcc: b@example.org"},
        {"name": ""},
        {"data": ["no-such-data"]},
        {"purposes": ["no-such-purpose"]},
        {"received": "2999-01-01T00:00:00Z"},
        {"received": "2001-01-01T00:00:00Z"},
        {"received": "2026-11-01T00:00:00"},
        {"acts_for": "lawyer"},
        {"unknown": 1},
        {"words": "x" * 5001},
        {"send_to": "intake@example.org"},
        *({"rights": ["portability"], "send_to": to} for to in NOWHERE),
    ],
)
def test_what_is_wrong_is_refused_and_named(
    wrong: dict[str, Any], site: Public, bearer: dict[str, str]
) -> None:
    before = len(site.cases())
    with site.visitor(headers=bearer) as client:
        answer = client.post(REQUESTS, json={**SANE, **wrong})

    assert answer.status_code == 422
    assert answer.json()["detail"]
    assert len(site.cases()) == before


def test_the_sixth_request_in_one_name_is_taken_in_and_its_letters_wait(
    site: Public, bearer: dict[str, str]
) -> None:
    with site.visitor(headers=bearer) as client:
        made = [
            client.post(REQUESTS, json={**SANE, "email": "vaak@example.org", "words": f"{turn}"})
            for turn in range(6)
        ]
    letters = [[one.state for one in site.company.outbox.postings(answer.json()["id"])] for answer in made]

    assert [answer.status_code for answer in made] == [201] * 6
    assert letters == [[Sending.QUEUED] * 2] * 5 + [[Sending.REFUSED]]


@pytest.mark.parametrize(
    "body",
    [
        '{"name": NaN}',
        '{"rights": [1e999]}',
        '{"\\ud800": 1}',
        '{"name": "\\ud800", "rights": ["geheim"]}',
        '{"received": 1e300}',
        '{"received": "0001-01-01T00:00:00+14:00"}',
        "[" * 100_000,
        '{"known": {"phone": "\\u0000"}}',
        "",
        "null",
    ],
)
def test_what_no_program_should_send_is_refused_and_not_said_again(
    body: str, site: Public, bearer: dict[str, str]
) -> None:
    with site.visitor(headers=bearer) as client:
        answer = client.post(REQUESTS, content=body, headers={"content-type": "application/json"})

    assert answer.status_code in (400, 422)
    assert "geheim" not in answer.text
    assert "\\ud800" not in answer.text


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_schemathesis_finds_no_fault_of_ours(
    mode: GenerationMode, site: Public, bearer: dict[str, str]
) -> None:
    """Requests as the schema has them, and requests as it forbids them; without a token another test asks."""
    schema = schemathesis.openapi.from_url(f"{site.url}/api/v1/openapi.json")
    operations = [found.ok() for found in schema.get_all_operations()]  # type: ignore[union-attr]
    strategies = [one.as_strategy(generation_mode=mode) for one in operations]

    @settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(one_of(*strategies))
    def every(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(headers=bearer, excluded_checks=[positive_data_acceptance, ignored_auth])

    assert len(operations) == 2
    every()
