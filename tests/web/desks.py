"""A sample company whose desk is open: real pages on a real server, over its book and its SQLite store."""

import re
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any

import httpx

from gestand.core.case import Case
from gestand.core.request import Asker, Known, Request, Right, Way
from gestand.core.staff import Role
from gestand.web import create_app
from gestand.web.server import server_of
from gestand.wiring import Company, found_company, open_company, read_settings

PASSWORD = "een rustige zin over regen"
MEMBERS = {
    "Janneke": Role.DECIDER,
    "Bram": Role.DECIDER,
    "Fatma": Role.DESK,
    "Pieter": Role.READER,
    "Olga": Role.OFFICER,
}
SAMPLE = "sms-gateway"


@dataclass
class Desk:
    """An open desk. `company` is the same that serves; `clients` are those who signed in."""

    folder: Path
    company: Company
    url: str
    clients: dict[str, httpx.Client] = field(default_factory=dict)

    def visitor(self) -> httpx.Client:
        """A browser without a session; like every browser, it says from which page a form comes."""
        return httpx.Client(base_url=self.url, timeout=30, headers={"origin": self.url})

    def as_(self, name: str) -> httpx.Client:
        """A member of the staff, signed in through the form."""
        if name not in self.clients:
            client = self.visitor()
            answer = client.post("/desk/sign-in", data={"name": name, "password": PASSWORD})
            assert answer.status_code == 303, answer.text
            self.clients[name] = client
        return self.clients[name]

    def open_case(self, *rights: Right, name: str = "Wil Post", email: str = "", **told: Any) -> Case:
        """A case of somebody whom the portal knows, or of nobody it knows; the answer goes by post."""
        person = told.pop("person", None) or self.person()
        now = self.company.clock()
        request = Request(
            rights=rights or (Right.ERASURE,),
            way=Way.POST,
            received=told.pop("received", now),
            entered=now,
            language="nl",
            asker=Asker(name, email, "Kade 1\n1000 AA Utrecht"),
            known=(Known("email", person),),
            **told,
        )
        return self.company.casework.open(request)

    def person(self, number: int = 0) -> str:
        """The address of a contact with invoices, who has not been erased."""
        asked = (
            "SELECT c.email FROM contacts c JOIN invoices i ON i.contact_id = c.id WHERE c.email LIKE '%@%' "
            "GROUP BY c.id ORDER BY c.id LIMIT 1 OFFSET ?"
        )
        with sqlite3.connect(self.folder / "portal.db") as portal:
            return str(portal.execute(asked, (number,)).fetchone()[0])

    def case(self, case_id: str) -> Case:
        return self.company.cases.case(case_id)


def token_in(page: str) -> str:
    """The token that the forms of a page carry."""
    found = re.search(r'name="token" value="([0-9a-f]{64})"', page)
    assert found, page[:500]
    return found[1]


def fields_of(page: str, action: str) -> dict[str, str]:
    """The hidden fields of the form with this action, as a browser sends them."""
    form = re.search(rf'<form[^>]*action="{re.escape(action)}".*?</form>', page, re.DOTALL)
    assert form, f"no form to {action}"
    hidden = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form[0])
    return {name: unescape(value) for name, value in hidden}


def send(client: httpx.Client, page: str, action: str, **filled: Any) -> httpx.Response:
    """Fill in the form on a page, as a browser would."""
    hidden = fields_of(client.get(page).text, action)
    return client.post(action, data={**hidden, **filled})


def on_case(client: httpx.Client, case_id: str, part: str, **filled: Any) -> httpx.Response:
    """The same for a form on the page of a case."""
    page = f"/desk/cases/{case_id}"
    return send(client, page, f"{page}/{part}", **filled)


def write_once(place: Path) -> Path:
    """The sample company with its keys and its book, to be copied."""
    from gestand.examples import write_sample

    folder: Path = write_sample(SAMPLE, place, datetime.now(UTC).date(), "nl")
    found_company(read_settings(folder), f"{SAMPLE}.example/gestand")
    return folder


@contextmanager
def open_desk(made: Path, place: Path, settings: str = "") -> Iterator[Desk]:
    """A copy of the sample with more lines in its settings, served until the block ends."""
    folder = place / SAMPLE
    shutil.copytree(made, folder)
    with (folder / "gestand.toml").open("a", encoding="utf-8") as file:
        file.write(settings)
    company = open_company(folder)
    hire(company)
    with served(company) as url:
        desk = Desk(folder, company, url)
        yield desk
        for client in desk.clients.values():
            client.close()


def hire(company: Company) -> None:
    """Everybody is invited, and has set a password."""
    now = company.clock()
    for name, role in MEMBERS.items():
        token = company.staff.invite(name, role, now, now + timedelta(days=1))
        assert company.staff.set_password(token, PASSWORD, now)


@contextmanager
def served(company: Company) -> Iterator[str]:
    """The pages of a company on a port of this machine."""
    server = server_of(
        create_app(company), "127.0.0.1", 0, company.settings.requesting.proxies, log_level="critical"
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)
