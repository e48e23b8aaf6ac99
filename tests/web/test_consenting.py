"""`POST /consent`: what is answered as taken is on record, and whatever else comes leaves nothing behind."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from ruamel.yaml import YAML
from sqlalchemy import event, text
from tests.web.desks import served
from tests.web.sites import Public, open_site, post, write_site

from gestand.core.choice import VISITOR, ChoiceWay, Offer, Recorded, Signal, Subject
from gestand.core.text import Language
from gestand.documents.banner import offer
from gestand.web.consenting import MOST_BYTES, PATH
from gestand.wiring import open_company

CASES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("consent.yaml"))
SHOWN = Offer("nl", "test 1", ("Wij vragen dit.",), ("Ja", "Nee"), (("analytics", "a"), ("advertising", "b")))
UNKNOWN = "f" * 64


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site("shop", tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="module")
def site(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Public]:
    with open_site(made, tmp_path_factory.mktemp("open"), mail=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def digest(site: Public) -> str:
    return site.company.choices.offer(SHOWN)


def told(digest: str, **changed: Any) -> dict[str, Any]:
    honest = {"offer": digest, "language": "nl", "decisions": {"analytics": True, "advertising": True}}
    return {name: value for name, value in (honest | changed).items() if value is not None}


def pressed(digest: str, **changed: Any) -> list[tuple[str, object]]:
    honest = {"offer": digest, "language": "nl", "choice": "accept", "back": "/nl/"}
    return [(name, value) for name, value in (honest | changed).items() if value is not None]


def history(site: Public, client: httpx.Client) -> tuple[Recorded, ...]:
    return site.company.choices.history(Subject(VISITOR, client.cookies["gestand_visitor"]))


def on_record(site: Public) -> int:
    with site.company.choices.book.reading() as connection:  # type: ignore[attr-defined]
        return int(connection.execute(text("SELECT count(*) FROM choices")).scalar())


BODIES: dict[str, Callable[[], Any]] = {
    "BRACKETS": lambda: b"[" * MOST_BYTES,
    "BYTES": lambda: b'{"offer": "\xff\xfe"}',
    "NINE KILOBYTES": lambda: b" " * (9 * 1024),
    "MEGABYTE": lambda: b"x" * 1_000_000,
    "MEGABYTE BY DROPS": lambda: (b"x" * 10_000 for _ in range(100)),
}


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_what_comes_is_recorded_as_it_was_meant_or_leaves_nothing(
    case: dict[str, Any], site: Public, digest: str
) -> None:
    before, headers = on_record(site), {"content-type": "application/json"}
    if "form" in case:
        headers = {"content-type": "application/x-www-form-urlencoded"}
        body: Any = httpx.QueryParams(dict[str, Any](pressed(digest, **case["form"])))
        content: Any = str(body).encode()
    elif "body" in case:
        made = BODIES.get(case["body"])
        content = made() if made else case["body"].replace("OFFER", digest).encode()
    else:
        content = json.dumps(told(digest, **case.get("json", {}))).encode()
    with site.visitor() as client:
        for name, value in case.get("headers", {}).items():
            client.headers.pop(name, None)
            if value is not None:
                headers[name] = value
        answer = client.post(PATH, content=content, headers=headers)
        found = history(site, client) if "gestand_visitor" in client.cookies else ()

    assert answer.status_code == case["status"], answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert ("set-cookie" in answer.headers) is (case["status"] in (204, 303, 409))
    recorded = case["status"] in (204, 303)
    assert on_record(site) == before + recorded
    if recorded:
        (one,) = found
        said = case.get("says", {"analytics": True, "advertising": True})
        assert one.choice.decisions == tuple((word, said[word]) for word, _ in SHOWN.purposes)
        assert one.choice.offer == digest
        assert one.choice.way is (ChoiceWay.FORM if "form" in case else ChoiceWay.BANNER)


def test_a_choice_tells_the_statement_in_force_the_signals_and_our_own_time(
    site: Public, digest: str
) -> None:
    began = site.company.clock()
    headers = {"sec-gpc": "1", "dnt": "0", "date": "Mon, 01 Jan 2001 00:00:00 GMT"}
    with site.visitor() as client:
        assert client.post(PATH, json=told(digest), headers=headers).status_code == 204
        (found,) = history(site, client)

    statement = site.company.statement
    assert (found.choice.statement, found.choice.version) == (statement.digest, statement.version)
    assert found.choice.signals == (Signal.GPC,)
    assert began <= found.choice.at <= site.company.clock()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_the_banner_of_the_statement_offers_is_taken(language: Language, site: Public) -> None:
    shown = offer(site.company.statement, language)
    digest = site.company.choices.offer(shown)
    decisions = {word: True for word, _ in shown.purposes}
    with site.visitor() as client:
        answer = client.post(PATH, json={"offer": digest, "language": language, "decisions": decisions})
        (found,) = history(site, client)

    assert answer.status_code == 204
    assert found.choice.language == language


def test_the_cookies_tell_a_script_what_was_chosen_and_nobody_who(site: Public, digest: str) -> None:
    with site.visitor() as client:
        yes = client.post(PATH, json=told(digest, decisions={"analytics": True, "advertising": False}))
        no = client.post(PATH, json=told(digest, decisions={"analytics": False, "advertising": False}))
        visitor = client.cookies["gestand_visitor"]
    day = site.company.clock().timestamp() // 86_400

    known, choice = yes.headers.get_list("set-cookie")
    assert known == f"gestand_visitor={visitor}; Max-Age=31536000; Path=/; SameSite=Lax; HttpOnly"
    said = f"v1.{digest[:8]}.{day:.0f}.analytics=1,advertising=0"
    assert choice == f"gestand_choice={said}; Max-Age=31536000; Path=/; SameSite=Lax"
    said = f"v1.{digest[:8]}.{day:.0f}.analytics=0,advertising=0"
    assert no.headers.get_list("set-cookie")[1] == (
        f"gestand_choice={said}; Max-Age={184 * 86_400}; Path=/; SameSite=Lax"
    )
    assert int(visitor.partition(".")[0], 16).bit_length() > 64


@pytest.mark.parametrize("host", ["127.0.0.1:8470", "localhost", "[::1]:8470"])
def test_on_this_machine_cookies_go_without_tls(host: str, site: Public, digest: str) -> None:
    headers = {"host": host, "origin": f"http://{host}"}
    with site.visitor() as client:
        answer = client.post(PATH, json=told(digest), headers=headers)

    assert answer.status_code == 204
    assert not any("Secure" in cookie for cookie in answer.headers.get_list("set-cookie"))


def test_everywhere_else_cookies_are_held_to_tls(site: Public, digest: str) -> None:
    headers = {"host": "10.0.0.7", "origin": "http://10.0.0.7"}
    with site.visitor() as client:
        answer = client.post(PATH, json=told(digest), headers=headers)

    assert [cookie.count("; Secure") for cookie in answer.headers.get_list("set-cookie")] == [1, 1]


def test_behind_an_address_with_tls_so_are_they_and_the_address_is_ours(made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "behind"
    shutil.copytree(made, folder)
    with (folder / "gestand.toml").open("a", encoding="utf-8") as file:
        file.write('\n[web]\naddress = "https://privacy.example.org"\n')
    company = open_company(folder)
    digest = company.choices.offer(SHOWN)
    headers = {"host": "127.0.0.1", "origin": "https://privacy.example.org"}
    with served(company) as url, httpx.Client(base_url=url) as client:
        answer = client.post(PATH, json=told(digest), headers=headers)
        elsewhere = client.post(PATH, json=told(digest), headers=headers | {"origin": "https://example.org"})

    assert (answer.status_code, elsewhere.status_code) == (204, 403)
    assert [cookie.count("; Secure") for cookie in answer.headers.get_list("set-cookie")] == [1, 1]
    assert answer.headers["strict-transport-security"]


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "x",
        "0" * 32,
        "0" * 32 + "." + "0" * 16,
        "../../etc/passwd",
        "'; DROP TABLE choices; --",
        "a" * 4_000,
        "é",
    ],
)
def test_a_visitor_that_we_never_gave_out_becomes_a_new_one(forged: str, site: Public, digest: str) -> None:
    with site.visitor() as client:
        cookie = f"gestand_visitor={forged}".encode()
        answer = client.post(PATH, json=told(digest), headers=[(b"cookie", cookie)])

        assert answer.status_code == 204
        assert client.cookies["gestand_visitor"] not in (forged, "")
        assert len(history(site, client)) == 1


def test_a_visitor_with_one_sign_changed_becomes_a_new_one(site: Public, digest: str) -> None:
    with site.visitor() as client, site.visitor() as other:
        client.post(PATH, json=told(digest))
        known = client.cookies["gestand_visitor"]
        forged = ("1" if known[0] == "0" else "0") + known[1:]
        other.cookies.set("gestand_visitor", forged)
        answer = other.post(PATH, json=told(digest))

    assert f"gestand_visitor={forged}" not in str(answer.headers)
    assert not site.company.choices.history(Subject(VISITOR, forged))


def test_what_is_sent_again_is_one_more_choice_of_the_same_visitor(site: Public, digest: str) -> None:
    with site.visitor() as client:
        for _ in range(3):
            assert client.post(PATH, json=told(digest)).status_code == 204
        found = history(site, client)

    assert len(found) == 3
    assert len({one.choice.decisions for one in found}) == 1
    assert [one.number for one in found] == sorted(one.number for one in found)


def test_of_two_tabs_the_later_choice_holds_and_both_are_on_record(site: Public, digest: str) -> None:
    with site.visitor() as client:
        client.post(PATH, json=told(digest))
        post(client, PATH, pressed(digest, choice="refuse"))
        client.post(PATH, json=told(digest, decisions={"analytics": True, "advertising": False}))
        found = history(site, client)
        her = Subject(VISITOR, client.cookies["gestand_visitor"])

    assert [dict(one.choice.decisions)["analytics"] for one in found] == [True, False, True]
    for purpose, granted in (("analytics", True), ("advertising", False)):
        last = site.company.choices.standing(her, purpose)
        assert last is not None
        assert (last.granted, last.number, last.proven) == (granted, found[-1].number, True)


def test_an_old_banner_is_recorded_against_what_it_showed(site: Public) -> None:
    old = Offer("nl", "test 0", ("Vroeger vroegen wij dit.",), ("Ja", "Nee"), (("long-gone", "c"),))
    digest = site.company.choices.offer(old)
    with site.visitor() as client:
        assert client.post(PATH, json=told(digest, decisions={"long-gone": True})).status_code == 204
        (found,) = history(site, client)
        assert f"v1.{digest[:8]}." in client.cookies["gestand_choice"]

    assert (found.choice.offer, found.choice.decisions) == (digest, (("long-gone", True),))
    assert site.company.choices.offered(found.choice.offer) == old


def test_what_was_shown_and_is_not_on_record_makes_the_banner_ask_again(site: Public, digest: str) -> None:
    with site.visitor() as client:
        client.post(PATH, json=told(digest))
        assert client.cookies["gestand_choice"]
        answer = client.post(PATH, json=told(UNKNOWN))
        assert "gestand_choice" not in client.cookies
        assert "gestand_visitor" in client.cookies
        assert len(history(site, client)) == 1

    assert answer.json() == {
        "detail": "We ask this in other words now than on the page that you had before you; nothing was recorded. "
        "Open the page again, and choose there."
    }


def test_whoever_pressed_a_button_reads_why_nothing_was_recorded(site: Public, digest: str) -> None:
    with site.visitor() as client:
        unknown = post(client, PATH, pressed(UNKNOWN))
        foreign = post(client, PATH, pressed(digest, purpose="<script>"))

    assert "er is niets vastgelegd" in unknown.text
    assert "niet werd gevraagd" in foreign.text
    assert "<script" not in foreign.text
    assert "default-src 'none'" in foreign.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("back", "where"),
    [
        ("/nl/cookiekeuzes/bewaard", "/nl/cookiekeuzes/bewaard"),
        ("/a?b=c&d=%20#e", "/a?b=c&d=%20#e"),
        (None, "/"),
        ("", "/"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("/\t/evil.example", "/"),
        ("https://evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("/x\r\nset-cookie: a=b", "/"),
        ("/café", "/"),
        ("/" + "x" * 1_000, "/"),
    ],
)
def test_a_form_leads_back_to_a_page_of_the_same_site_alone(
    back: str | None, where: str, site: Public, digest: str
) -> None:
    with site.visitor() as client:
        answer = post(client, PATH, pressed(digest, back=back))
        own = {"origin": "https://www.schijvenhuis.example"}
        client.headers.update(own)
        there = post(client, PATH, pressed(digest, back=back))

    assert (answer.status_code, answer.headers["location"]) == (303, where)
    assert there.headers["location"] == own["origin"] + where


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_but_a_post_chooses(method: str, site: Public, digest: str) -> None:
    before = on_record(site)
    with site.visitor() as client:
        asked = {"choice": "accept", "offer": digest, "language": "nl"}
        headers = {"sec-purpose": "prefetch;prerender"}
        answer = client.request(method, PATH, params=asked, headers=headers)

    assert answer.status_code == 405
    assert "set-cookie" not in answer.headers
    assert on_record(site) == before


def test_while_the_book_is_full_nothing_is_acknowledged_and_afterwards_it_goes_on(
    site: Public, digest: str, caplog: pytest.LogCaptureFixture
) -> None:
    engine, full = site.company.choices.book.engine, [True]  # type: ignore[attr-defined]
    before = on_record(site)

    def fill(connection: Any) -> None:
        if connection.get_execution_options().get("gestand_begins") is not None:
            return  # somebody reads
        connection.execute(text(f"PRAGMA max_page_count={1 if full[0] else 1_000_000}"))
        if full[0]:
            connection.execute(text("CREATE TABLE no_room (x)"))

    event.listen(engine, "begin", fill)
    try:
        with site.visitor() as client:
            answers = [client.post(PATH, json=told(digest)), post(client, PATH, pressed(digest))]
            full[0] = False
            later = client.post(PATH, json=told(digest))
    finally:
        event.remove(engine, "begin", fill)

    assert [answer.status_code for answer in answers] == [503, 503]
    assert all("set-cookie" not in answer.headers and answer.headers["retry-after"] for answer in answers)
    assert answers[0].json() == {
        "detail": "Your choice could not be recorded now, so nothing of it holds. What is not needed stays off. "
        "Try again later."
    }
    assert "Wat niet nodig is, blijft uit" in answers[1].text
    assert later.status_code == 204
    assert on_record(site) == before + 1
    assert "the disk is full" in caplog.text
    assert digest not in caplog.text
