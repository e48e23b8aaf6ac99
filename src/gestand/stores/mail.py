"""The way to a mail server: one letter at a time, and of each an honest word on whether it went out."""

import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Literal

from gestand.core.errors import MailAway, MailRefused, MailUncertain
from gestand.core.letter import Addressee, Posting, Written

PATIENCE_SECONDS = 30
Security = Literal["starttls", "tls", "none"]


@dataclass(frozen=True)
class MailServer:
    """Where letters are handed in, and in whose name. `none` is for a server on this machine."""

    host: str
    port: int
    sender: str
    security: Security = "starttls"
    user: str = ""
    password: str = field(default="", repr=False)

    def deliver(self, posting: Posting, to: Addressee, written: Written) -> None:
        """Raises MailRefused and MailAway when nothing was sent, MailUncertain when nobody can tell."""
        message = message_of(posting, to, written, self.sender)
        server = self._opened()
        try:
            _hand_in(server, message, posting.number)
            _take_leave(server)
        finally:
            server.close()

    def _opened(self) -> smtplib.SMTP:
        try:
            return self._greeted()
        except smtplib.SMTPAuthenticationError as error:
            raise MailAway(
                f"The mail server {self.host} refuses this name or password. Look at `user` under [mail], and at the "
                "password in the environment."
            ) from error
        except (OSError, smtplib.SMTPException) as error:
            raise MailAway(
                f"The mail server {self.host}:{self.port} does not answer as it should ({type(error).__name__}). Look "
                f"at `host`, `port` and `security` ({self.security}) under [mail] in gestand.toml; what waits is "
                "tried again."
            ) from error

    def _greeted(self) -> smtplib.SMTP:
        context = None if self.security == "none" else ssl.create_default_context()
        if self.security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                self.host, self.port, timeout=PATIENCE_SECONDS, context=context
            )
        else:
            server = smtplib.SMTP(self.host, self.port, timeout=PATIENCE_SECONDS)
        try:
            if self.security == "starttls":
                server.starttls(context=context)
            server.ehlo_or_helo_if_needed()
            if self.user:
                server.login(self.user, self.password)
        except BaseException:
            server.close()
            raise
        return server


def message_of(posting: Posting, to: Addressee, written: Written, sender: str) -> EmailMessage:
    """The letter as a message: made twice, it is the same, so that a mailbox can tell a second copy.

    Raises MailRefused for an address that is none; the policy of the library refuses a line break in any header.
    """
    message = EmailMessage(policy=SMTP)
    domain = sender.rpartition("@")[2]
    try:
        message["From"] = Address(addr_spec=sender)
        message["To"] = Address(_plain(to.name), addr_spec=_sayable(to.email))
        message["Subject"] = _plain(written.subject)
        message["Date"] = format_datetime(posting.at)
        message["Message-ID"] = f"<case-{posting.case}.letter-{posting.number}@{domain}>"
    except ValueError as error:
        raise MailRefused(
            f"Letter {posting.number}: the address or the subject cannot stand in a message. Mend it in the case.",
            for_good=True,
        ) from error
    message.set_content(written.text)
    for name, content in written.attachments:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message


def _sayable(address: str) -> str:
    """An address as every server can be told of it. Raises ValueError where there is no such way."""
    name, _, domain = address.rpartition("@")
    return f"{name.encode('ascii').decode()}@{domain.encode('idna').decode()}"


def _plain(text: str) -> str:
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())


def _hand_in(server: smtplib.SMTP, message: EmailMessage, number: int) -> None:
    """Until the whole letter was given over, silence means that nothing was sent; after that nobody can tell."""
    given = False
    try:
        code, _ = server.mail(str(message["From"].addresses[0].addr_spec))
        if code != 250:
            raise _refused(code, number)
        code, _ = server.rcpt(str(message["To"].addresses[0].addr_spec))
        if code not in (250, 251):
            raise _refused(code, number)
        given = True
        code, _ = server.data(message.as_bytes())
        if code != 250:
            raise _refused(code, number)
    except smtplib.SMTPServerDisconnected as error:
        raise _fell_silent(number, given) from error
    except smtplib.SMTPResponseException as error:
        raise _refused(error.smtp_code, number) from error
    except OSError as error:
        raise _fell_silent(number, given) from error


def _take_leave(server: smtplib.SMTP) -> None:
    """The letter is theirs by now; whatever they say to that, it stays so."""
    with suppress(OSError, smtplib.SMTPException):
        server.quit()


def _refused(code: int, number: int) -> MailRefused:
    """Codes of 500 and beyond are for good (RFC 5321, 4.2.1). What the server said may name her: it is not told."""
    return MailRefused(f"Letter {number}: the mail server refused it with code {code}.", for_good=code >= 500)


def _fell_silent(number: int, given: bool) -> MailAway | MailUncertain:
    if given:
        return MailUncertain(
            f"Letter {number}: the mail server fell silent while it had the letter. Ask whether it arrived, then "
            f"`gestand mail sent {number}` or `gestand mail again {number}`."
        )
    return MailAway(
        f"Letter {number}: the mail server fell silent before it had the letter; it is tried again."
    )
