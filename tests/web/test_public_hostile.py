"""What comes in by the public pages harms nobody: it is text, of a bounded size, from our own forms."""

import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import count
from pathlib import Path

import httpx
import pytest
from ruamel.yaml import YAML
from tests.web.sites import Public, open_site, post, write_site

from gestand.core.letter import Sending, Template
from gestand.core.request import Request
from gestand.web.paths import ACCOUNT, ASK

HOSTILE: dict[str, str] = YAML(typ="safe").load(Path(__file__).with_name("hostile.yaml").read_text("utf-8"))
LONGEST = {"a very long word": 10_000, "a form full of one letter": 60_000, "a megabyte": 1_000_000}
HOSTILE |= {kind: "x" * letters for kind, letters in LONGEST.items()}
SANE = {"right": "access", "name": "Wil", "email": "wil@example.org"}
SIGNS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_places = count(2)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Public]:
    made = write_site("sms-gateway", tmp_path_factory.mktemp("made"))
    with open_site(made, tmp_path_factory.mktemp("open"), mail=False) as opened:
        yield opened


def elsewhere(site: Public) -> httpx.Client:
    """A browser at an address that has not tried anything yet."""
    return site.visitor(f"127.0.1.{next(_places)}")


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_text_is_text_in_every_field(kind: str, site: Public) -> None:
    value, before = HOSTILE[kind], site.rows("SELECT count(*) FROM contacts")
    seen = {case.id for case in site.cases()}
    email = f"n{sorted(HOSTILE).index(kind)}@example.org"
    filled = {
        "right": ["access", "rectification"],
        "email": email,
        "for": "parent",
        "place-0": "contact-details.address",
        **dict.fromkeys(("name", "known-phone", "authority", "value-0", "words"), value),
    }
    moved = {**SANE, "email": email, "right": "portability", "send-to": f"{value} <intake@other.example>"}
    chosen = {**SANE, "email": email, **dict.fromkeys(("right", "for", "data", "use", "place-0"), value)}
    with elsewhere(site) as client:
        answers = [
            post(client, ASK.nl, one.items()) for one in (filled, chosen, {**SANE, "email": value}, moved)
        ]
    for answer in answers:
        assert answer.status_code in ((303, 422) if len(value) < 50_000 else (413, 422))
        assert not re.search(r"<(script|img|iframe)\b|\" autofocus", answer.text)

    assert answers[2].status_code in (413, 422)
    assert site.rows("SELECT count(*) FROM contacts") == before
    for case in (one for one in site.cases() if one.id not in seen):
        asked = case.request
        lines = (asked.asker.name, asked.asker.email, asked.asker.authority, asked.sent_on_to, *told(asked))
        assert not any(SIGNS.search(line) or "\n" in line for line in lines)
        assert not SIGNS.search(asked.words)


def told(asked: Request) -> tuple[str, ...]:
    return (*(one.value for one in asked.known), *(one.value for one in asked.corrections))


@pytest.mark.parametrize(
    "kind", [one for one in HOSTILE if "header" in one or "turned" in one or "control" in one]
)
def test_a_letter_to_a_hostile_name_has_one_recipient_and_its_own_subject(kind: str, site: Public) -> None:
    from gestand.stores.mail import message_of

    email = f"letter.{sorted(HOSTILE).index(kind)}@example.org"
    with elsewhere(site) as client:
        client.post(ASK.nl, data={**SANE, "email": email, "name": HOSTILE[kind]})
    case = next(one for one in site.cases() if one.request.asker.email == email)
    for posting in site.company.outbox.postings(case.id):
        to, written = site.company.outbox.letter(posting.number)
        message = message_of(posting, to, written, "privacy@example.org")
        assert [one.addr_spec for one in message["To"].addresses] == [email]
        assert set(message.keys()) <= {
            "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
        }  # fmt: skip
        assert case.id in message["Subject"]


def test_the_page_of_a_case_shows_hostile_words_as_text(site: Public) -> None:
    words = "\n".join(one for kind, one in HOSTILE.items() if kind not in LONGEST and "half" not in kind)[
        :4000
    ]
    with elsewhere(site) as client:
        client.post(ASK.nl, data={**SANE, "email": "words@example.org", "words": words})
        case = next(one for one in site.cases() if one.request.asker.email == "words@example.org")
        page = client.get(site.link_in(case, Template.RECEIPT)).text

    assert not re.search(r"<(script|img|iframe)\b", page)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize("length", ["told", "untold"])
def test_a_body_of_a_megabyte_is_refused(length: str, site: Public) -> None:
    body = b"words=" + b"x" * 1_000_000
    with elsewhere(site) as client:
        headers = {"content-type": "application/x-www-form-urlencoded"}
        if length == "untold":
            answer = client.post(ASK.nl, content=iter([body[:500_000], body[500_000:]]), headers=headers)
        else:
            answer = client.post(ASK.nl, content=body, headers=headers)

    assert answer.status_code in (400, 413)


def test_a_form_with_files_or_a_thousand_fields_is_refused(site: Public) -> None:
    before = len(site.cases())
    with elsewhere(site) as client:
        files = client.post(ASK.nl, data=SANE, files={"passport": ("p.png", b"x" * 100, "image/png")})
        many = client.post(ASK.nl, files={f"f{number}": (None, "x") for number in range(1000)})
        broken = client.post(
            ASK.nl, content=b"--x\r\nbroken", headers={"content-type": "multipart/form-data; boundary=x"}
        )
        odd = client.post(ASK.nl, content=b"{}", headers={"content-type": "application/json"})

    assert [one.status_code for one in (files, many, broken, odd)] == [400, 400, 422, 422]
    assert len(site.cases()) == before


def test_numbers_of_cases_lead_nowhere(site: Public) -> None:
    with elsewhere(site) as client:
        client.post(ASK.nl, data={**SANE, "email": "nummer@example.org"})
        number = site.cases()[0].id
        for path in (
            "/nl/zaak/",
            "/en/case/",
            "/nl/ophalen/",
            "/nl/bevestigen/",
            "/api/v1/requests/",
            "/nl/",
            "/",
        ):
            assert client.get(path + number).status_code in (401, 403, 404)


def test_every_answer_is_guarded(site: Public) -> None:
    with elsewhere(site) as client:
        for path in (
            "/",
            "/nl/",
            "/en/",
            ASK.nl,
            ACCOUNT.en,
            "/nl/zaak/x",
            "/no-such-page",
            "/static/style.css",
        ):
            headers = client.get(path).headers
            assert "default-src 'none'" in headers["content-security-policy"]
            assert "unsafe" not in headers["content-security-policy"]
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["referrer-policy"] in ("no-referrer", "same-origin")


def test_a_form_sent_from_another_site_is_refused(site: Public) -> None:
    before = len(site.cases())
    with elsewhere(site) as client:
        for headers in (
            {"origin": "https://evil.example"},
            {"origin": "null"},
            {"sec-fetch-site": "cross-site"},
        ):
            assert client.post(ASK.nl, data=SANE, headers=headers).status_code == 403

    assert len(site.cases()) == before


def test_after_thirty_forms_in_an_hour_a_place_has_to_wait_and_others_do_not(site: Public) -> None:
    with elsewhere(site) as client, elsewhere(site) as other:
        answers = [client.post(ASK.nl, data={"right": "access"}).status_code for _ in range(32)]
        late = client.post(ASK.nl, data=SANE)
        assert other.post(ASK.nl, data={"right": "access"}).status_code == 422

    assert answers == [422] * 30 + [429] * 2
    assert "elk verzoek telt" in " ".join(late.text.split())


def asked_for(site: Public, email: str) -> list[tuple[str, Sending]]:
    """The letters of every case in the name of an address, oldest case first."""
    return [
        (one.template, one.state)
        for case in reversed(site.cases())
        if case.request.asker.email.casefold() == email
        for one in site.company.outbox.postings(case.id)
    ]


AT_ONCE = [(Template.RECEIPT, Sending.QUEUED), (Template.LINK, Sending.QUEUED)]
WAITING = [(Template.RECEIPT, Sending.REFUSED)]


def test_who_asks_in_her_name_all_day_fills_no_mailbox_and_every_request_is_taken_in(site: Public) -> None:
    answers = []
    with elsewhere(site) as client:
        for number in range(7):
            told = {**SANE, "email": f"Vaak+{number}@example.org", "words": f"keer {number}"}
            answers.append(client.post(ASK.en, data=told))
        told = {**SANE, "email": "vaak@EXAMPLE.org", "words": "anders gespeld"}
        answers.append(client.post(ASK.en, data=told))
    cases = [one for one in site.cases() if one.request.asker.email.casefold().startswith("vaak")]
    letters = [one.state for case in cases for one in site.company.outbox.postings(case.id)]

    assert len(cases) == 8
    assert len({(one.status_code, one.headers["location"], one.content) for one in answers}) == 1
    assert letters.count(Sending.QUEUED) == 2 * 5
    assert letters.count(Sending.REFUSED) == 3


def test_who_asks_in_her_name_from_one_place_does_not_keep_her_own_letters(site: Public) -> None:
    with elsewhere(site) as stranger, elsewhere(site) as herself:
        for number in range(20):
            stranger.post(ASK.nl, data={**SANE, "email": "echt@example.org", "words": f"vals {number}"})
        herself.post(ASK.nl, data={**SANE, "email": "echt@example.org", "words": "dit vraag ik zelf"})

    assert asked_for(site, "echt@example.org") == [*AT_ONCE * 5, *WAITING * 15, *AT_ONCE]


def test_from_all_places_together_a_mailbox_gets_the_letters_of_ten_and_a_person_sends_the_next(
    site: Public,
) -> None:
    for number in range(12):
        with elsewhere(site) as client:
            client.post(ASK.nl, data={**SANE, "email": "overal@example.org", "words": f"{number}"})
    late = next(case for case in site.cases() if case.request.words == "11")
    (receipt,) = site.company.outbox.postings(late.id)

    assert asked_for(site, "overal@example.org") == [*AT_ONCE * 10, *WAITING * 2]
    assert "wacht op u" in receipt.trouble
    assert "@" not in receipt.trouble
    again = site.company.outbox.mark(receipt.number, Sending.QUEUED, site.company.clock())
    assert again.state is Sending.QUEUED


def test_a_link_that_she_has_stays_good_when_somebody_asks_the_same_beyond_the_limit(site: Public) -> None:
    told = {**SANE, "email": "bewaard@example.org", "words": "mijn eigen vraag"}
    with elsewhere(site) as herself:
        herself.post(ASK.nl, data=told)
    case = next(one for one in site.cases() if one.request.asker.email == "bewaard@example.org")
    with elsewhere(site) as stranger:
        for number in range(5):
            stranger.post(ASK.nl, data={**told, "words": f"vals {number}"})
        stranger.post(ASK.nl, data=told)
    link = site.link_in(case, Template.LINK)
    mine = [(one.template, one.state) for one in site.company.outbox.postings(case.id)]

    assert mine == AT_ONCE
    with elsewhere(site) as herself:
        assert herself.get(link).status_code == 200
        assert herself.post(link).status_code == 303


def test_whoever_is_signed_in_waits_for_nobody(site: Public) -> None:
    """Also where a stranger asked in her name from the very same place."""
    company, email = site.company, "binnen@example.org"
    now = company.clock()
    visit = company.visitors.enter(
        company.visitors.invite(email, now, now + timedelta(hours=1)), now, now + timedelta(hours=1)
    )
    with elsewhere(site) as client:
        for number in range(6):
            client.post(ASK.nl, data={**SANE, "email": email, "words": f"vals {number}"})
        client.cookies.set("visit", visit or "")
        client.post(ASK.nl, data={**SANE, "email": email, "words": "van binnen"})
    mine = next(one for one in site.cases() if one.request.words == "van binnen")

    assert mine.identified
    assert [one.state for one in company.outbox.postings(mine.id)] == [Sending.QUEUED]


def test_the_same_request_many_times_at_once_is_one_case(site: Public) -> None:
    def send(number: int) -> int:
        with site.visitor(f"127.0.2.{number + 2}") as client:
            told = {"right": "objection to marketing", "email": "tegelijk@example.org"}
            return client.post(ASK.nl, data=told).status_code

    with ThreadPoolExecutor(5) as many:
        codes = list(many.map(send, range(5)))

    assert codes == [303] * 5
    assert len([one for one in site.cases() if one.request.asker.email == "tegelijk@example.org"]) == 1


def test_the_log_knows_nobody_who_asked(site: Public) -> None:
    told = json.dumps([str(entry) for entry in site.company.log.entries()])

    assert "@" not in told
    assert "Wil" not in told
