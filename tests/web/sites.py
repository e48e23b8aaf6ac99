"""A sample company whose public pages are served, with a real mail server that keeps what it gets."""

import re
import shutil
import socket
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from tests.web.desks import served

from gestand.core.case import Case
from gestand.core.letter import Template
from gestand.core.request import Known, Right
from gestand.core.step import Decided, Decision, Identified, Proof
from gestand.examples import write_sample
from gestand.wiring import Company, found_company, open_company, read_settings


class Mailbox:
    """Every mail that the server took, in the order in which it came."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        content = envelope.content
        assert isinstance(content, bytes)
        self.mails.append(message_from_bytes(content, policy=policy.default))
        return "250 OK"


@dataclass
class Public:
    """The pages of one company, open to everybody."""

    folder: Path
    company: Company
    url: str
    box: Mailbox = field(default_factory=Mailbox)

    def visitor(self, place: str = "127.0.0.1", **told: Any) -> httpx.Client:
        """A browser at an address of this machine: each of them is counted apart."""
        transport, headers = httpx.HTTPTransport(local_address=place), {"origin": self.url}
        told["headers"] = headers | dict(told.get("headers", {}))
        return httpx.Client(base_url=self.url, timeout=30, transport=transport, **told)

    def rows(self, asked: str, *values: object) -> list[tuple[Any, ...]]:
        """What stands in the company's own database."""
        with sqlite3.connect(next(self.folder.glob("*.db"))) as store:
            return store.execute(asked, values).fetchall()

    def person(self) -> str:
        """An address that the company knows."""
        table = "contacts" if (self.folder / "portal.db").exists() else "accounts"
        asked = f"SELECT email FROM {table} WHERE email LIKE '%@%' ORDER BY id LIMIT 1"
        return str(self.rows(asked)[0][0])

    def cases(self) -> tuple[Case, ...]:
        """The open cases, the newest first."""
        found = sorted((line.id for line in self.company.cases.open_cases()), reverse=True)
        return tuple(self.company.cases.case(one) for one in found)

    def link_in(self, case: Case, template: Template) -> str:
        """The path of the link in the newest letter of a kind to the person of a case."""
        numbers = [one.number for one in self.company.outbox.postings(case.id) if one.template is template]
        return path_in(self.company.outbox.letter(numbers[-1])[1].text)

    def mailed_to(self, email: str, many: int = 1) -> list[EmailMessage]:
        """What came for somebody, once there are so many mails; they are sent after the page is answered."""
        for _ in range(400):
            mine = [mail for mail in self.box.mails if email in str(mail["To"])]
            if len(mine) >= many:
                return mine
            time.sleep(0.025)
        raise AssertionError(f"no {many} mails for this person")

    def answered(self, case: Case, *rights: Right) -> Case:
        """The same case after its person was known, all was granted, and everything by hand was looked through."""
        from gestand.core.step import Answered

        work, now = self.company.casework, self.company.clock
        if not case.identified:
            mine = (Known("email", case.request.asker.email, True),)
            case = work.add(case, Identified(now(), "Fatma", Proof.DESK, mine))
        if not case.decisions:
            granted = tuple(Decision(right, True) for right in rights or case.request.rights)
            case = work.add(case, Decided(now(), "Janneke", granted))
        kept = work.keep(case.id, now)
        case = kept.case
        for task in kept.waits:
            case = work.add(case, Answered(now(), "Fatma", task.store, 0, 0))
        return work.keep(case.id, now).case if kept.waits else case


def post(client: httpx.Client, action: str, fields: Iterable[tuple[str, object]]) -> httpx.Response:
    """A form as a browser sends it; half a letter is sent as half a letter."""
    body = urlencode(list(fields), doseq=True, errors="surrogatepass")
    return client.post(action, content=body, headers={"content-type": "application/x-www-form-urlencoded"})


def path_in(text: str) -> str:
    """The path of the first link in a mail."""
    found = re.search(r"https?://[^/\s]+(/(?:nl|en)/[a-z-]+/\S+)", text)
    assert found, text
    return found[1]


def faults_in(page: str) -> dict[str, str]:
    """What a page says is wrong, by field."""
    found = re.findall(r'<p class="fault" id="([^"]+)-fault">.*?</span>(.*?)</p>', page)
    return {name: unescape(said) for name, said in found}


def write_site(sample: str, place: Path) -> Path:
    """A sample company with its keys and its book, to be copied."""
    folder: Path = write_sample(sample, place, datetime.now(UTC).date(), "nl")
    found_company(read_settings(folder), f"{sample}.example/gestand")
    return folder


@contextmanager
def open_site(made: Path, place: Path, *, mail: bool = True) -> Iterator[Public]:
    """A copy of a sample, served until the block ends."""
    folder, box = place / made.name, Mailbox()
    shutil.copytree(made, folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    post = Controller(box, hostname="127.0.0.1", port=port)
    post.start()
    if mail:
        with (folder / "gestand.toml").open("a", encoding="utf-8") as file:
            file.write(
                f'\n[mail]\nhost = "127.0.0.1"\nport = {port}\n'
                'security = "none"\nfrom = "privacy@example.org"\n'
            )
    company = open_company(folder)
    try:
        with served(company) as url:
            yield Public(folder, company, url, box)
    finally:
        post.stop()
