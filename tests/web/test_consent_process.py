"""`gestand serve` as a process of its own, ended amid choices: every one that was acknowledged is in ledger and log."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from tests.requests.mailbox import free_port
from tests.web.sites import write_site

from gestand.core.choice import VISITOR, Offer, Recorded, Subject
from gestand.core.entry import Kind
from gestand.wiring import Company, open_company

CLIENTS, ENOUGH = 12, 300
SHOWN = Offer("nl", "test 1", ("Wij vragen dit.",), ("Ja", "Nee"), (("analytics", "a"), ("advertising", "b")))
PERSONAL = "iemand-van-buiten"


@dataclass
class Acknowledged:
    """What clients were told is recorded: visitor and answers; `refused` counts other answers."""

    url: str
    offer: str
    told: list[tuple[str, dict[str, bool]]] = field(default_factory=list)
    refused: int = 0
    enough: threading.Event = field(default_factory=threading.Event)

    def post(self, number: int) -> None:
        """One client, which goes on until the server is gone."""
        with httpx.Client(
            base_url=self.url, headers={"origin": self.url, "referer": f"{self.url}/{PERSONAL}"}
        ) as client:
            while True:
                number += 1
                said = {"analytics": number % 2 == 0, "advertising": number % 3 == 0}
                client.cookies.clear()
                try:
                    answer = client.post(
                        f"/consent?{PERSONAL}",
                        json={"offer": self.offer, "language": "nl", "decisions": said},
                    )
                except httpx.TransportError:
                    return
                if answer.status_code == 204:
                    self.told.append((client.cookies["gestand_visitor"], said))
                else:
                    self.refused += 1
                if len(self.told) >= ENOUGH:
                    self.enough.set()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_site("shop", tmp_path)


@contextmanager
def serving(folder: Path, port: int, said: Path) -> Iterator["subprocess.Popen[bytes]"]:
    command = [sys.executable, "-m", "gestand", "-C", str(folder), "serve", "--no-schedule"]
    with (
        said.open("wb") as file,
        subprocess.Popen(
            [*command, "--listen", f"127.0.0.1:{port}"], stdout=file, stderr=file, env=os.environ
        ) as process,
    ):
        try:
            for _ in range(600):
                try:
                    httpx.get(f"http://127.0.0.1:{port}/health")
                    break
                except httpx.TransportError:
                    time.sleep(0.05)
            yield process
        finally:
            process.kill()


def amid_choices(folder: Path, ending: signal.Signals, said: Path) -> tuple[Acknowledged, int]:
    """What was acknowledged until the server was ended amid it all, and its exit code."""
    port = free_port()
    with serving(folder, port, said) as process:
        done = Acknowledged(f"http://127.0.0.1:{port}", open_company(folder).choices.offer(SHOWN))
        clients = [threading.Thread(target=done.post, args=(number,)) for number in range(CLIENTS)]
        for client in clients:
            client.start()
        assert done.enough.wait(60)
        process.send_signal(ending)
        code = process.wait(30)
        for client in clients:
            client.join(30)
    return done, code


def all_on_record(company: Company, done: Acknowledged) -> None:
    """Each acknowledged choice is there once, with its line in the log; and the log has no line without a choice."""
    lines = {place: entry for place, entry in enumerate(company.log.entries()) if entry.kind is Kind.CHOICE}
    found: list[Recorded] = []
    for visitor, said in done.told:
        (one,) = company.choices.history(Subject(VISITOR, visitor))
        assert dict(one.choice.decisions) == said
        assert lines[one.entry].statement == one.choice.statement
        found.append(one)
    assert len({one.number for one in found}) == len({one.entry for one in found}) == len(done.told) >= ENOUGH
    with company.choices.book.reading() as connection:  # type: ignore[attr-defined]
        rows = connection.exec_driver_sql("SELECT entry FROM choices ORDER BY entry").scalars().all()
    assert list(rows) == sorted(lines)
    assert len(done.told) <= len(rows) <= len(done.told) + CLIENTS


def test_every_acknowledged_choice_outlives_kill_9(folder: Path, tmp_path: Path) -> None:
    said = tmp_path / "said"
    done, code = amid_choices(folder, signal.SIGKILL, said)

    assert code == -signal.SIGKILL
    assert done.refused == 0
    all_on_record(open_company(folder), done)
    with serving(folder, port := free_port(), said):
        url = f"http://127.0.0.1:{port}"
        decisions = {"analytics": False, "advertising": False}
        told = {"offer": done.offer, "language": "nl", "decisions": decisions}
        visitor = {"gestand_visitor": done.told[0][0]}
        answer = httpx.post(f"{url}/consent", json=told, headers={"origin": url}, cookies=visitor)
    assert answer.status_code == 204
    assert len(open_company(folder).choices.history(Subject(VISITOR, done.told[0][0]))) == 2


def test_a_server_that_is_told_to_stop_loses_none_and_says_nothing_of_anybody(
    folder: Path, tmp_path: Path
) -> None:
    said = tmp_path / "said"
    done, code = amid_choices(folder, signal.SIGTERM, said)

    assert code in (0, -signal.SIGTERM)
    all_on_record(open_company(folder), done)
    text = said.read_text("utf-8")
    assert "Traceback" not in text
    assert not any(one in text for one in (PERSONAL, done.offer, "consent", "analytics"))
    assert not any(visitor in text or visitor[:32] in text for visitor, _ in done.told)
