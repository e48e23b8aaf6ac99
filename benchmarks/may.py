"""May I? In process beside one bare read of SQLite, and over HTTP beside a bare route on the same server."""

import hmac
import random
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import uvloop
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks.figure import Figure, Section, Size, below, percentile
from gestand.core.choice import Choice, ChoiceWay, Offer, Subject
from gestand.core.staff import LinkPurpose
from gestand.examples import write_sample
from gestand.web import create_app
from gestand.web.may_api import PATH, PERSON
from gestand.web.server import server_of
from gestand.wiring import Company, found_company, open_company, read_settings

HOW = """\
The book is a SQLite file in which every person said yes or no to two purposes; whoever is asked about is drawn at
random, so that the pages of the table are as cold as its size makes them. In process: `company.may("kind=value", ...)`
from the text of an address to the reason, the median of single calls. By hand: the HMAC of the address and one SELECT
of one row on a connection that stays open, without objections, restrictions, lapse or proof. Double opt-in reads how
she confirmed as well. Over HTTP: `GET /api/v1/may` with its token, and beside it, in the same process of the same
server, a route that answers as many bytes and does nothing; 32 connections that stay open, round by round in turn."""

PURPOSES = ("events", "newsletter")
BARE = "/bare"
CONNECTIONS = 32
_GROUP = 20_000


def run(size: Size) -> Section:
    """Needs about 1 GB of room for a million people."""
    people = max(1_000, size.rows // 10)
    with TemporaryDirectory(prefix="gestand-bench-") as place:
        folder = write_sample("shop", Path(place), datetime.now(UTC).date(), "en")
        found_company(read_settings(folder), "shop.example/gestand")
        company = open_company(folder)
        _fill(company, people)
        figures = [
            *_in_process(company, people, size.rounds * 4_000),
            *_over_http(company, people, size.rounds),
        ]
    return Section(f"May I?, choices of {people:,} people", HOW, tuple(figures))


def person(number: int) -> str:
    """Her address."""
    return f"person.{number}@example.org"


def _fill(company: Company, people: int) -> None:
    """One choice by the ledger itself, and as many rows like it as there are people."""
    words = tuple((word, word) for word in PURPOSES)
    offer = company.choices.offer(Offer("en", "form/1", ("May we?",), ("Yes", "No"), words))
    decisions = tuple((word, True) for word in PURPOSES)
    statement = company.statement
    choice = Choice(
        company.clock(), decisions, offer, statement.digest, statement.version, "en", ChoiceWay.PREFERENCES
    )
    company.choices.record([(Subject("email", person(0)), choice)])
    subject = company.choices.subject  # type: ignore[attr-defined]
    with closing(_opened(company)) as book:
        for begin in range(1, people, _GROUP):
            book.execute("BEGIN")
            known = [
                (n, subject(Subject("email", person(n)))) for n in range(begin, min(begin + _GROUP, people))
            ]
            book.executemany(
                "INSERT INTO choices (number, subject, at, entry, salt, told_json) "
                "SELECT ?, ?, at, entry, salt, told_json FROM choices WHERE number = 1",
                [(n + 1, digest) for n, digest in known],
            )
            book.executemany(
                "INSERT INTO standing (subject, purpose, granted, at, offer, proven, age, number) "
                "SELECT ?, purpose, ?, at, offer, proven, age, ? FROM standing WHERE number = 1",
                [(digest, n % 3 > 0, n + 1) for n, digest in known],
            )
            book.execute("COMMIT")


def _in_process(company: Company, people: int, calls: int) -> Iterator[Figure]:
    may, drawn = company.may, random.Random(5)
    key = company.may.keys.people.bytes
    with closing(_opened(company)) as book:
        read = "SELECT granted FROM standing WHERE subject = ? AND purpose = ?"

        def by_hand(address: str, purpose: str) -> object:
            digest = hmac.digest(key, f"email\0{address.strip().casefold()}".encode(), "sha256")[:16]
            return book.execute(read, (digest, purpose)).fetchone()

        for purpose in PURPOSES:
            asked = [person(drawn.randrange(people)) for _ in range(calls)]
            bare = _microseconds(by_hand, purpose, asked)
            ours = _microseconds(may, purpose, asked)
            what = "double opt-in" if purpose == "newsletter" else "consent"
            hand = f"{median(bare):.3g} µs"
            yield below(f"in process, {what}, median", median(ours), 20, "µs", hand)
            most = percentile(ours, 0.99)
            yield Figure(
                f"in process, {what}, 99 of 100", f"{percentile(bare, 0.99):.3g} µs", f"{most:.3g} µs", ""
            )


def _microseconds(ask: Callable[[str, str], object], purpose: str, asked: list[str]) -> list[float]:
    found = []
    for one in asked:
        began = time.perf_counter_ns()
        ask(one, purpose)
        found.append((time.perf_counter_ns() - began) / 1_000)
    return found


def _over_http(company: Company, people: int, rounds: int) -> Iterator[Figure]:
    now, drawn = company.clock(), random.Random(7)
    token = company.links.link(LinkPurpose.MAY, "mailer", now, now + timedelta(days=1))
    with _served(company.settings.folder) as port:
        own = [_request(PATH, "events", token, person(drawn.randrange(people))) for _ in range(2_000)]
        bare = [_request(BARE, "events", token, person(0))] * len(own)
        rates: dict[str, list[float]] = {"bare": [], "ours": []}
        for _ in range(rounds + 1):
            rates["bare"].append(_rate(port, bare))
            rates["ours"].append(_rate(port, own))
    slow, fast = median(rates["ours"][1:]), median(rates["bare"][1:])
    share = slow / fast
    said = f"{share:.2f} times as many"
    yield Figure(
        "over HTTP, answers a second",
        f"{fast:,.0f}",
        f"{slow:,.0f}",
        said,
        "at least 0.5 times",
        share >= 0.5,
    )


def _request(path: str, purpose: str, token: str, who: str) -> bytes:
    head = f"GET {path}?purpose={purpose} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer {token}\r\n"
    return f"{head}{PERSON}: {who}\r\n\r\n".encode()


def _rate(port: int, requests: list[bytes]) -> float:
    """Answers a second, over connections that each have one question under way."""
    lines = [socket.create_connection(("127.0.0.1", port)) for _ in range(CONNECTIONS)]
    try:
        began = time.perf_counter()
        for begin in range(0, len(requests), CONNECTIONS):
            pairs = list(zip(lines, requests[begin : begin + CONNECTIONS], strict=False))
            for line, request in pairs:
                line.sendall(request)
            for line, _ in pairs:
                _whole(line)
        return len(requests) / (time.perf_counter() - began)
    finally:
        for line in lines:
            line.close()


def _whole(line: socket.socket) -> None:
    """Read one answer, which must be a good one."""
    read = b""
    while b"\r\n\r\n" not in read:
        read += line.recv(65536)
    head, _, body = read.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(head.partition(b"\r\n")[0].decode())
    length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
    while len(body) < length:
        body += line.recv(65536)


@contextmanager
def _served(folder: Path) -> Iterator[int]:
    command = [sys.executable, "-m", "benchmarks.may", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield int(process.stdout.readline())  # type: ignore[union-attr]
        finally:
            process.terminate()
            process.wait(30)


def serve(folder: Path) -> None:
    """The whole application with one bare route more; says its port once it listens."""
    company = open_company(folder)
    app = create_app(company)
    body = b"x" * 200

    async def bare(_: Request) -> Response:
        return Response(body, media_type="application/json")

    app.router.routes.insert(0, Route(BARE, bare))
    company.may(person(0), "events")
    listening = socket.create_server(("127.0.0.1", 0))
    print(listening.getsockname()[1], flush=True)
    server = server_of(app, "127.0.0.1", 0, company.settings.requesting.proxies, log_level="critical")
    uvloop.run(server.serve([listening]))


def _opened(company: Company) -> sqlite3.Connection:
    book = company.settings.book.removeprefix("sqlite:///")
    return sqlite3.connect(book, isolation_level=None)


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
