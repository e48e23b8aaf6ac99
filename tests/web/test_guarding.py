"""What holds for every page: our own name, our own forms, bounded sizes and times, and a log that knows nobody."""

import logging
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import httpx
import pytest
from tests.web.desks import Desk, open_desk, write_once
from tests.web.sites import Public, open_site, write_site

from gestand.cli.serve import hints
from gestand.core.errors import SettingsError
from gestand.core.staff import LinkPurpose
from gestand.web import create_app, guarding, server
from gestand.web.paths import ASK, CASE
from gestand.wiring import open_company
from gestand.wiring.requesting import read_requesting

ADDRESS = "https://privacy.example.org"
EMPTY = {"right": "access"}
_places = count(2)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_once(tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Public]:
    written = write_site("sms-gateway", tmp_path_factory.mktemp("made"))
    with open_site(written, tmp_path_factory.mktemp("open"), mail=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def behind(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The pages of a company that is reached by an address, through a proxy on this machine."""
    told = f'\n[web]\naddress = "{ADDRESS}"\nproxy = "127.0.0.1"\n'
    with open_desk(made, tmp_path_factory.mktemp("behind"), told) as opened:
        yield opened


def elsewhere(site: Public) -> httpx.Client:
    """A browser at an address that has not tried anything yet."""
    return site.visitor(f"127.0.3.{next(_places)}")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8470", "[::1]:8470", "10.0.0.7"])
def test_our_own_name_and_bare_numbers_are_answered(host: str, site: Public) -> None:
    with elsewhere(site) as client:
        assert client.get(ASK.nl, headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8470", "127.0.0.1.evil.example", "localhost.evil.example", "["]
)
def test_a_name_that_is_not_ours_is_shown_nothing(host: str, site: Public, behind: Desk) -> None:
    with elsewhere(site) as client, behind.visitor() as other:
        for one in (client, other):
            for path in (ASK.nl, "/desk/sign-in", "/api/v1/openapi.json"):
                assert one.get(path, headers={"host": host}).status_code == 421


def test_no_way_on_is_made_of_the_name_that_was_asked_for(site: Public) -> None:
    with elsewhere(site) as client:
        assert client.get("/nl").headers["location"] == "/nl/"
        assert client.get("/en").headers["location"] == "/en/"
        assert client.get("/desk/").status_code == 404


@pytest.mark.parametrize(
    ("host", "origin", "taken"),
    [
        ("privacy.example.org", ADDRESS, True),
        ("127.0.0.1:8470", ADDRESS, True),
        ("privacy.example.org", "http://privacy.example.org", False),
        ("privacy.example.org", f"{ADDRESS}:8443", False),
        ("privacy.example.org", f"{ADDRESS}.evil.example", False),
        ("127.0.0.1:8470", "https://evil.example", False),
        ("privacy.example.org", "null", False),
        ("privacy.example.org", "", False),
    ],
)
def test_a_form_comes_from_the_address_of_the_settings(
    host: str, origin: str, taken: bool, behind: Desk
) -> None:
    headers = {"host": host, "origin": origin, "x-forwarded-for": f"10.1.0.{next(_places)}"}
    with behind.visitor() as client:
        answer = client.post(ASK.nl, data=EMPTY, headers=headers)

    assert answer.status_code == (422 if taken else 403)


@pytest.mark.parametrize("path", [ASK.nl, "/desk/sign-in", "/desk/welcome/x", "/nl/mijn-gegevens"])
@pytest.mark.parametrize("site_says", ["nothing", "cross-site", "same-site"])
def test_a_form_that_does_not_come_from_a_page_of_ours_is_refused(
    path: str, site_says: str, site: Public
) -> None:
    headers = {} if site_says == "nothing" else {"sec-fetch-site": site_says}
    with elsewhere(site) as client:
        del client.headers["origin"]
        answer = client.post(path, data=EMPTY, headers=headers)

    assert answer.status_code == 403
    assert "kwam niet van onze eigen pagina" in answer.text


def test_a_browser_that_names_no_origin_but_its_own_site_is_taken(site: Public) -> None:
    with elsewhere(site) as client:
        del client.headers["origin"]
        assert client.post(ASK.nl, data=EMPTY, headers={"sec-fetch-site": "same-origin"}).status_code == 422


@pytest.mark.parametrize("size", [300_000, 3_000_000])
def test_who_sends_too_much_reads_so_in_her_own_language(size: int, site: Public) -> None:
    with elsewhere(site) as client:
        answer = client.post(ASK.en, data={"words": "x" * size})

    assert answer.status_code == 413
    assert "too large for this form" in answer.text
    assert ASK.en in answer.text


@pytest.mark.parametrize("charset", ["undefined", "unicode_escape", "punycode", "idna", "utf-16", "utf-7"])
@pytest.mark.parametrize("path", [ASK.nl, "/desk/sign-in"])
def test_a_form_in_another_encoding_is_refused(charset: str, path: str, site: Public) -> None:
    part = 'Content-Disposition: form-data; name="{}"\r\n\r\n\\ud800\r\n--x'
    body = "--x\r\n" + "\r\n".join(part.format(name) for name in ("name", "password", "token")) + "--\r\n"
    headers = {"content-type": f"multipart/form-data; boundary=x; charset={charset}"}
    with elsewhere(site) as client:
        assert client.post(path, content=body, headers=headers).status_code == 415


def test_pages_are_never_told_to_be_framed_scripted_or_kept(site: Public) -> None:
    with elsewhere(site) as client:
        told = client.get(ASK.nl).headers
    policy = dict(one.strip().partition(" ")[::2] for one in told["content-security-policy"].split(";"))

    assert policy == {
        "default-src": "'none'",
        "style-src": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
    }
    assert told["cache-control"] == "no-store"
    assert told["referrer-policy"] == "same-origin"
    assert "server" not in told


def test_a_visitor_is_whom_the_proxy_names_and_not_whom_she_names_herself(behind: Desk) -> None:
    def sent(forwarded: str) -> int:
        with behind.visitor() as client:
            return client.post(ASK.nl, data=EMPTY, headers={"x-forwarded-for": forwarded}).status_code

    assert [sent(f"10.9.0.{number}, 10.7.0.1") for number in range(32)] == [422] * 30 + [429] * 2
    assert sent("10.7.0.2") == 422


def test_without_a_proxy_nobody_is_believed(site: Public) -> None:
    with elsewhere(site) as client:
        codes = [
            client.post(ASK.nl, data=EMPTY, headers={"x-forwarded-for": f"10.5.0.{number}"}).status_code
            for number in range(31)
        ]

    assert codes == [422] * 30 + [429]


@contextmanager
def waiting(site: Public, said: bytes) -> Iterator[socket.socket]:
    """A connection on which somebody began to speak."""
    host, _, port = site.url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=20) as open_:
        open_.sendall(said)
        yield open_


@pytest.mark.parametrize("said", [b"", b"GET /nl/ HT", b"GET /nl/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "])
def test_a_connection_that_does_not_say_what_it_wants_is_given_up(
    said: bytes, site: Public, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "HEAD_WITHIN", 0.2)
    with waiting(site, said) as open_:
        assert open_.recv(1000) == b""


def test_a_second_request_on_a_connection_has_to_come_in_time_too(
    site: Public, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "HEAD_WITHIN", 0.5)
    whole = b"GET /favicon.ico HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    with waiting(site, whole) as open_:
        assert open_.recv(1000).startswith(b"HTTP/1.1 204")
        open_.sendall(b"GET /nl/ HT")
        assert open_.recv(1000) == b""


def test_a_form_that_drops_in_is_given_up(site: Public, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarding, "BODY_WITHIN", 0.2)
    head = (
        f"POST {ASK.nl} HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nright="
    )
    with waiting(site, head.encode()) as open_:
        assert open_.recv(1000).startswith(b"HTTP/1.1 408")


def test_many_who_hold_a_connection_keep_nobody_out(site: Public) -> None:
    host, _, port = site.url.removeprefix("http://").partition(":")
    held = [socket.create_connection((host, int(port))) for _ in range(100)]
    try:
        for one in held:
            one.sendall(b"POST /nl/verzoek HTTP/1.1\r\nHost: 127.0.0.1\r\n")
        with elsewhere(site) as client:
            assert client.get(ASK.nl).status_code == 200
    finally:
        for one in held:
            one.close()


class Heard(logging.Handler):
    """Everything that any logger of the process said."""

    def __init__(self) -> None:
        super().__init__(0)
        self.said: list[str] = []
        self._lock = threading.Lock()

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.startswith("http"):  # the visitor's own
            return
        with self._lock:
            self.said.append(logging.Formatter().format(record))


@pytest.fixture
def heard() -> Iterator[Heard]:
    handler, names = Heard(), ("", "uvicorn", "uvicorn.error", "gestand.web")
    before = {name: logging.getLogger(name).level for name in names}
    for name in names:
        logging.getLogger(name).addHandler(handler)
        logging.getLogger(name).setLevel(logging.INFO)
    yield handler
    for name in names:
        logging.getLogger(name).removeHandler(handler)
        logging.getLogger(name).setLevel(before[name])


def test_the_log_of_the_process_holds_no_link_no_name_and_no_address(site: Public, heard: Heard) -> None:
    now = site.company.clock()
    case = site.company.links.link(LinkPurpose.CASE, "1999-0001", now, now.replace(year=now.year + 1))
    with elsewhere(site) as client:
        broken = client.get(CASE.nl + case)
        client.post(ASK.nl, data={"right": "access", "name": "Wil Post", "email": "wil.log@example.org"})
        client.post("/desk/sign-in", data={"name": "Wil Post", "password": "geheim van Wil"})
        client.get("/desk/welcome/" + case)
    told = "\n".join(heard.said)

    assert server.server_of(create_app(site.company), "127.0.0.1", 0).config.access_log is False
    assert broken.status_code == 409
    assert "1999" not in broken.text
    assert "NotInTheBook" in told
    assert "/nl/zaak/{token}" in told
    assert "sign-in: refused" in told
    for secret in (case, "Wil", "wil.log", "geheim", "127.0.3."):
        assert secret not in told


@pytest.mark.parametrize("written", ["nginx", "127.0.0.1, *", "127.0.0.1/8"])
def test_a_proxy_is_named_by_its_number(written: str) -> None:
    with pytest.raises(SettingsError, match=r"\[web\] `proxy` must be the number"):
        read_requesting({"web": {"proxy": written}}, Path("gestand.toml"))


def test_several_proxies_stand_between_commas(site: Public) -> None:
    told = {"web": {"proxy": "127.0.0.1, 10.0.0.0/24,::1"}}
    assert read_requesting(told, Path("gestand.toml")).proxies == ("127.0.0.1", "10.0.0.0/24", "::1")
    assert site.company.settings.requesting.proxies == ()


@pytest.mark.parametrize(
    ("lines", "listen", "said", "unsaid"),
    [
        ("", "127.0.0.1", ("[mail]", "Nodig iemand uit"), ("proxy", "TLS")),
        ("", "0.0.0.0", ("zonder TLS",), ("proxy =",)),
        (f'[web]\naddress = "{ADDRESS}"\n', "127.0.0.1", ('proxy = "127.0.0.1"',), ("TLS",)),
        (f'[web]\naddress = "{ADDRESS}"\nproxy = "::1"\n', "127.0.0.1", (), ("proxy", "TLS")),
    ],
)
def test_whoever_begins_is_told_what_there_is_still_to_do(
    lines: str, listen: str, said: tuple[str, ...], unsaid: tuple[str, ...], tmp_path: Path
) -> None:
    folder = write_site("uptime-monitor", tmp_path)
    with (folder / "gestand.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + lines)
    told = "\n".join(one.nl for one in hints(open_company(folder), listen))

    assert all(one in told for one in said)
    assert not any(one in told for one in unsaid)
