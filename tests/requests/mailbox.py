"""A real mail server on this machine, which keeps what it was given and can be told to refuse."""

import socket
import time
from asyncio import BaseTransport, Transport, to_thread
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class Mailbox:
    """What has arrived, in order.

    `answer` is what the server says to the next letters instead of taking them, and `answers` what it says to these
    commands; `nobody_here` is an address that it does not know; `cuts`: it takes a letter, and hangs up without a
    word. `meanwhile` happens once, while it takes one.
    """

    port: int
    letters: list[EmailMessage] = field(default_factory=list)
    answer: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    cuts: bool = False
    nobody_here: str = ""
    meanwhile: Callable[[], object] | None = None
    talking: set[object] = field(default_factory=set)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.answer:
            return self.answer
        message = message_from_bytes(envelope.original_content or b"", policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.letters.append(message)
        if self.meanwhile:
            happens, self.meanwhile = self.meanwhile, None
            await to_thread(happens)
        if self.cuts and isinstance(server.transport, Transport):
            server.transport.abort()
        return "250 taken"

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = None if "MAIL" in self.answers else address
        return self.answers.get("MAIL", "250 OK")

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address == self.nobody_here:
            return "550 no such mailbox"
        if "RCPT" not in self.answers:
            envelope.rcpt_tos.append(address)
        return self.answers.get("RCPT", "250 OK")

    async def handle_QUIT(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        return self.answers.get("QUIT", "221 bye")

    def settle(self) -> None:
        """Wait until nobody talks to the server any more, so that all it was given is here."""
        end = time.monotonic() + 10
        while self.talking:
            assert time.monotonic() < end, "somebody still talks to the mail server"
            time.sleep(0.005)

    def to(self, address: str) -> list[EmailMessage]:
        return [one for one in self.letters if address in str(one["To"])]


class _Server(SMTP):
    """Tells its mailbox who talks to it."""

    def connection_made(self, transport: BaseTransport) -> None:
        self.event_handler.talking.add(self)
        super().connection_made(transport)

    async def smtp_DATA(self, argument: str) -> None:  # noqa: N802
        answer = self.event_handler.answers.get("DATA")
        await (self.push(answer) if answer else super().smtp_DATA(argument))

    def connection_lost(self, error: Exception | None) -> None:
        super().connection_lost(error)
        self.event_handler.talking.discard(self)


class _Controller(Controller):
    def factory(self) -> SMTP:
        return _Server(self.handler)


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def mailbox(port: int = 0) -> Iterator[Mailbox]:
    """A mail server that answers until the end of the block."""
    box = Mailbox(port or free_port())
    server = _Controller(box, hostname="127.0.0.1", port=box.port)
    server.start()
    try:
        yield box
    finally:
        server.stop()
