"""A desk with very many open cases: how soon it is there, what it holds, how quick its list and `check` are."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import httpx
import sqlalchemy as sa

from benchmarks import people
from benchmarks.figure import Figure, below
from gestand.core.request import Right, Way
from gestand.core.staff import Role
from gestand.wiring import Company, found_company, open_company, read_settings

PASSWORD = "a quiet sentence about rain"
_CASE = sa.text(
    "INSERT INTO cases (id, rights_json, way, received, safe, answer_by, law_limit, paused, last, asked) "
    "VALUES (:id, :rights, :way, :received, :safe, :safe, :safe, false, 'received', :asked)"
)


def figures(url: str, cases: int, rounds: int) -> Iterator[Figure]:
    """Of a company whose data lie at this URL."""
    with TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as free:
        place, port = Path(folder) / "shop", free.getsockname()[1]
        free.close()
        people.write_company(place, url, f"http://127.0.0.1:{port}")
        found_company(read_settings(place), "shop.example/gestand")
        company = open_company(place)
        _fill(company, cases)
        _sign_on(company)
        check = median(_seconds(company.check) for _ in range(3))
        yield below(f"`check`, {cases:,} open cases", check, 2, "s")
        ready = median(_ready(place, port) for _ in range(5))
        yield below("`gestand serve`: ready", ready, 1.5, "s")
        with _served(place, port) as process, _signed_in(port) as desk:
            page = median(_seconds(lambda: desk.get("/desk").raise_for_status()) for _ in range(rounds))
            yield below(f"the list, first page of {cases:,} open cases", page * 1000, 100, "ms")
            yield below("`gestand serve`: memory at most", _most_memory(process.pid), 120, "MB")


def _fill(company: Company, cases: int) -> None:
    """Open cases as the list shows them; their files are not looked at for it."""
    now, rights = company.clock(), list(Right)
    with company.cases.book.transaction() as connection:  # type: ignore[attr-defined]
        connection.execute(
            _CASE,
            [
                {
                    "id": f"2026-{number:06}",
                    "rights": f'["{rights[number % len(rights)]}"]',
                    "way": Way.API.value,
                    "received": _written(now),
                    "safe": _written(now + timedelta(minutes=number % 40_000)),
                    "asked": f"{number:064}",
                }
                for number in range(cases)
            ],
        )


def _written(moment: object) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S.%f}Z"


def _sign_on(company: Company) -> None:
    now = company.clock()
    token = company.staff.invite("An officer", Role.DECIDER, now, now + timedelta(hours=1))
    company.staff.set_password(token, PASSWORD, now)


def _ready(place: Path, port: int) -> float:
    """Seconds from the command to the first answer."""
    began = time.perf_counter()
    with _served(place, port):
        return time.perf_counter() - began


@contextmanager
def _served(place: Path, port: int) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "gestand", "-C", str(place), "serve", "--listen", f"127.0.0.1:{port}"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as process:
        try:
            while not _answers(port):
                if process.poll() is not None:
                    raise RuntimeError(f"`gestand serve` ended with {process.returncode}")
                time.sleep(0.005)
            yield process
        finally:
            process.terminate()
            process.wait(30)


def _answers(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/", timeout=10).status_code < 500
    except httpx.TransportError:
        return False


@contextmanager
def _signed_in(port: int) -> Iterator[httpx.Client]:
    url = f"http://127.0.0.1:{port}"
    with httpx.Client(base_url=url, timeout=30, headers={"origin": url}) as client:
        answer = client.post("/desk/sign-in", data={"name": "An officer", "password": PASSWORD})
        if answer.status_code != 303:
            raise RuntimeError(f"nobody could sign in: {answer.status_code}")
        yield client


def _seconds(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def _most_memory(process: int) -> float:
    """Megabytes, the largest resident size so far."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    line = next(one for one in status.splitlines() if one.startswith("VmHWM"))
    return int(line.split()[1]) / 1024
