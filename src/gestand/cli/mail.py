"""`gestand mail`: sends the letters that wait, and takes in what became of them."""

from email import message_from_binary_file, policy
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.errors import MailError, NotInTheBook, SettingsError
from gestand.core.letter import Posting, Sending
from gestand.core.text import Text

if TYPE_CHECKING:
    from gestand.wiring import Company

_NOTHING = Text("Er wacht geen brief die verzonden kan worden.", "No letter waits that can be sent.")
_ASK = Text(
    "Van deze brief is niet te zeggen of hij aankwam. Vraag het na, en zeg het: {sent} of {again}",
    "Nobody can tell whether this letter arrived. Ask, and say so: {sent} or {again}",
)
_MOST_BYTES = 1_000_000


@click.group("mail")
def command() -> None:
    """Send the letters that wait, and say what became of them.

    A letter goes out at most once: found half-sent after a crash, it waits until a person has asked.
    """


@command.command("send")
@click.pass_obj
def send(company: Path) -> None:
    """Send every letter that waits. Meant for cron, or for `gestand serve`, which does it by itself."""
    from gestand.cli.request.showing import letter_lines
    from gestand.wiring import open_company

    opened = open_company(company)
    sent = tuple(opened.send_letters())
    for line in letter_lines(sent, opened.settings.language):
        click.echo(line)
    if not sent:
        click.echo(_NOTHING.said_in(opened.settings.language))
    _ask_about(opened)
    if any(one.state is not Sending.SENT for one in sent):
        raise MailError("Not every letter went out; what can be tried again will be.")


@command.command("list")
@click.pass_obj
def list_(company: Path) -> None:
    """List the letters that have not gone out."""
    from gestand.cli.request.showing import letter_lines
    from gestand.wiring import open_company

    opened = open_company(company)
    for line in letter_lines(opened.outbox.postings(), opened.settings.language):
        click.echo(line)
    _ask_about(opened)


@command.command("sent")
@click.argument("number", type=int)
@click.pass_obj
def sent(company: Path, number: int) -> None:
    """Letter NUMBER arrived, or was posted."""
    _stands(company, number, {Sending.SENDING: Sending.SENT, Sending.TO_PRINT: Sending.POSTED})


@command.command("again")
@click.argument("number", type=int)
@click.pass_obj
def again(company: Path, number: int) -> None:
    """Letter NUMBER did not arrive, and goes out once more."""
    again = dict.fromkeys((Sending.SENDING, Sending.REFUSED, Sending.BOUNCED), Sending.QUEUED)
    _stands(company, number, again)


@command.command("told")
@click.argument("number", type=int)
@click.option("--by", required=True, metavar="NAME", help="Who told her.")
@click.pass_obj
def told(company: Path, number: int, by: str) -> None:
    """Letter NUMBER came back, and she was told in another way that a restriction ends (GDPR 18(3))."""
    from gestand.cli.request.deciding import named
    from gestand.cli.request.showing import letter_lines
    from gestand.wiring import open_company

    opened = open_company(company)
    opened.correspondence.told_otherwise(number, named(by), opened.clock())
    for line in letter_lines((opened.outbox.posting(number),), opened.settings.language):
        click.echo(line)


@command.command("bounced")
@click.argument("message", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def bounced(company: Path, message: Path) -> None:
    """Take in a report that a letter came back: MESSAGE, as the mailbox keeps it (RFC 3464)."""
    number = _number_in(message)
    if number is None:
        raise SettingsError(
            f"{message} is no report on a letter of gestand: it names no letter that was sent."
        )
    _stands(company, number, dict.fromkeys((Sending.SENT, Sending.SENDING), Sending.BOUNCED))


def _stands(company: Path, number: int, moves: dict[Sending, Sending]) -> None:
    from gestand.cli.request.showing import letter_lines
    from gestand.wiring import open_company

    opened = open_company(company)
    posting = opened.outbox.posting(number)
    if posting.state not in moves:
        raise NotInTheBook(f"Letter {number} stands at `{posting.state}`; this does not follow from there.")
    moved = opened.outbox.mark(number, moves[posting.state], opened.clock())
    for line in letter_lines((moved,), opened.settings.language):
        click.echo(line)


def _ask_about(company: "Company") -> None:
    from gestand.cli.page import folded, typed

    for posting in _uncertain(company):
        number = str(posting.number)
        commands = {"sent": typed("mail", "sent", number), "again": typed("mail", "again", number)}
        click.echo(
            folded(f"{number} · {_ASK.said_in(company.settings.language).format(**commands)}", hanging=2)
        )


def _uncertain(company: "Company") -> tuple[Posting, ...]:
    return tuple(one for one in company.outbox.postings() if one.state is Sending.SENDING)


def _number_in(file: Path) -> int | None:
    """The number of the letter that a report is about, by the Message-ID that it was sent with."""
    import re

    with file.open("rb") as opened:
        if file.stat().st_size > _MOST_BYTES:
            raise SettingsError(f"{file} is too large for a report on one letter.")
        message = message_from_binary_file(opened, policy=policy.default)
    said = (str(part) for part in message.walk() if _is_told(part))
    found = (re.search(r"<case-[0-9-]+\.letter-([0-9]{1,9})@", one) for one in said)
    return next((int(one[1]) for one in found if one), None)


def _is_told(part: object) -> bool:
    """The parts of a report that carry the headers of what came back."""
    kinds = ("message/rfc822", "text/rfc822-headers", "message/delivery-status")
    return isinstance(part, EmailMessage) and part.get_content_type() in kinds
