"""`POST /consent`, durable, beside a bare route on the same server, under load from a second process."""

import asyncio
import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import uvloop
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from benchmarks.figure import Figure, Section, Size
from gestand.documents.banner import offer
from gestand.examples import write_sample
from gestand.web import create_app
from gestand.web.server import server_of
from gestand.wiring import Company, found_company, open_company, read_settings

BARE, CONSENT = "/bare", "/consent"
CONNECTIONS = (8, 32, 64)
AT_LEAST, A_SECOND = 0.3, 2_000
SECONDS = 2.0
"""How long a round of one side lasts at full size."""
HOW = """\
One server, as `gestand serve` sets it up (uvicorn, uvloop), in a process of its own; this process sends it whole
requests over connections that stay open, each connection the next as soon as the last is answered. By hand: a bare
Starlette route in the same process, which reads the body and answers 204. gestand: the answers of a new visitor to all
that the statement of the sample shop asks, checked, recorded with a line in the log for each, on the disk before it is
answered. Both in turn. Afterwards the choices on record are counted: as many as were acknowledged."""


def run(size: Size) -> Section:
    """Needs two processors, one for each process."""
    seconds = SECONDS if size.rounds > 1 else 0.2
    with TemporaryDirectory(prefix="gestand-bench-") as folder:
        place = write_sample("shop", Path(folder), date(2026, 11, 1), "nl")
        found_company(read_settings(place), "shop.example/gestand")
        company = open_company(place)
        with _served(place) as port:
            figures = tuple(_figures(company, port, size.rounds, seconds))
    return Section("Consent over HTTP", HOW, figures)


def _figures(company: Company, port: int, rounds: int, seconds: float) -> Iterator[Figure]:
    sides = {path: _request(path, port, _body(company)) for path in (BARE, CONSENT)}
    acknowledged = 0
    for connections in CONNECTIONS:
        rates: dict[str, list[float]] = {path: [] for path in sides}
        for number in range(rounds + 1):  # the first round warms both up
            for path, request in sorted(sides.items(), reverse=number % 2 == 1):
                done = uvloop.run(_load(request, port, connections, seconds))
                acknowledged += done if path == CONSENT else 0
                rates[path] += [done / seconds] if number else []
        yield from _compared(connections, rates[BARE], rates[CONSENT])
    kept = _on_record(company)
    yield Figure("acknowledged and not on record", "", f"{acknowledged - kept:,} of {acknowledged:,}", "", "none",
                 kept == acknowledged)  # fmt: skip


def _compared(connections: int, bare: list[float], ours: list[float]) -> Iterator[Figure]:
    what = f"`POST /consent`, {connections} connections"
    found = median(ours) / median(bare)
    yield Figure(
        what,
        _said(bare),
        _said(ours),
        f"{found:.2f} times",
        f"at least {AT_LEAST:g} times",
        found >= AT_LEAST,
    )
    rate = median(ours)
    yield Figure(
        what, "", _said(ours), f"{rate:,.0f} a second", f"over {A_SECOND:,} a second", rate > A_SECOND
    )


def _said(rates: list[float]) -> str:
    return f"{median(rates):,.0f} a second ({min(rates):,.0f} to {max(rates):,.0f})"


def _body(company: Company) -> bytes:
    """What the banner's script sends after some of it was chosen; what was shown is put on record."""
    shown = offer(company.statement, "nl")
    decisions = {word: place % 2 == 0 for place, (word, _) in enumerate(shown.purposes)}
    told = {"offer": company.choices.offer(shown), "language": "nl", "decisions": decisions}
    return json.dumps(told).encode()


def _request(path: str, port: int, body: bytes) -> bytes:
    here = f"127.0.0.1:{port}"
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {here}\r\nOrigin: http://{here}\r\nSec-Fetch-Site: same-origin\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


@dataclass
class _Client(asyncio.Protocol):
    """One connection that sends the next request as soon as the last is answered."""

    request: bytes
    ends: float
    loop: asyncio.AbstractEventLoop
    done: int = 0
    ended: "asyncio.Future[None]" = field(init=False)

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        self._transport, self._read = transport, b""
        self.ended = self.loop.create_future()
        transport.write(self.request)

    def data_received(self, data: bytes) -> None:
        self._read += data
        if not self._read.endswith(b"\r\n\r\n"):
            return
        if not self._read.startswith(b"HTTP/1.1 204"):
            self.ended.set_exception(RuntimeError(self._read.decode()))
            return
        self.done, self._read = self.done + 1, b""
        if self.loop.time() < self.ends:
            self._transport.write(self.request)
        else:
            self._transport.close()
            self.ended.set_result(None)


async def _load(request: bytes, port: int, connections: int, seconds: float) -> int:
    """How many requests were answered. Raises RuntimeError for an answer that is not 204."""
    loop = asyncio.get_running_loop()
    ends = loop.time() + seconds
    made = [
        await loop.create_connection(lambda: _Client(request, ends, loop), "127.0.0.1", port)
        for _ in range(connections)
    ]
    await asyncio.gather(*(client.ended for _, client in made))
    return sum(client.done for _, client in made)


def _on_record(company: Company) -> int:
    with company.choices.book.reading() as connection:  # type: ignore[attr-defined]
        return int(connection.exec_driver_sql("SELECT count(*) FROM choices").scalar())


@contextmanager
def _served(place: Path) -> Iterator[int]:
    command = [sys.executable, "-m", "benchmarks.consent", str(place)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield int(process.stdout.readline())
        finally:
            process.terminate()


def _serve(place: Path) -> None:
    """The pages of a company and the bare route beside them, on a free port that is said first."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        print(listening.getsockname()[1], flush=True)
        server_of(_beside(create_app(open_company(place))), "127.0.0.1", 0).run([listening])


def _beside(ours: ASGIApp) -> ASGIApp:
    async def bare(request: Request) -> Response:
        await request.body()
        return Response(status_code=204)

    alone = Starlette(routes=[Route(BARE, bare, methods=["POST"])])

    async def both(scope: Scope, receive: Receive, send: Send) -> None:
        await (alone if scope.get("path") == BARE else ours)(scope, receive, send)

    return both


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
