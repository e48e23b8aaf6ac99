"""Requests that come in: who asks what, how, and when it was received."""

import sys
from datetime import datetime
from email.utils import parseaddr
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.errors import SettingsError
from gestand.core.request import Asker, Correction, Known, Request, Right, Way
from gestand.core.text import Language

if TYPE_CHECKING:
    from gestand.wiring import Company

_LEGAL = ("parent", "guardian", "lawyer")


@click.command("add")
@click.option(
    "--right",
    "rights",
    multiple=True,
    required=True,
    type=click.Choice([one.value for one in Right]),
    help="What is asked.",
)
@click.option(
    "--way",
    type=click.Choice([one.value for one in Way]),
    default="command line",
    show_default=True,
    help="How it came in.",
)
@click.option("--name", required=True, metavar="NAME|-", help="Who asks.")
@click.option("--email", default="", help="Where the answer goes; without it, to --address.")
@click.option("--address", default="", help="The postal address for the answer.")
@click.option(
    "--known",
    multiple=True,
    metavar="KIND=VALUE|-",
    help="By what the data map may know the person: phone=...; the --email unless said.",
)
@click.option(
    "--received",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M"]),
    help="When it reached the company; now unless said. When it is entered is kept beside it.",
)
@click.option(
    "--language", "language", type=click.Choice(["nl", "en"]), help="In which the answer is written."
)
@click.option("--data", multiple=True, help="A word of the statement's data; all unless said.")
@click.option("--purpose", "purposes", multiple=True, help="What is objected to, or no longer consented to.")
@click.option(
    "--correct", multiple=True, metavar="DATA.COLUMN=VALUE", help="What should stand there instead."
)
@click.option("--words", default="", metavar="TEXT|-", help="What was written or said.")
@click.option(
    "--for",
    "acts_for",
    type=click.Choice(_LEGAL),
    help="In which role --name asks for somebody else, such as a child under 16; takes --authority.",
)
@click.option(
    "--authority", default="", help="What shows that they may; in words, never a copy of a document."
)
@click.option(
    "--to",
    "sent_on_to",
    default="",
    metavar="'NAME <EMAIL>'",
    help="Who is to get the file, with portability (GDPR 20(2)): mailed a link that works once.",
)
@click.pass_obj
def add(company: Path, /, rights: tuple[str, ...], way: str, **told: object) -> None:
    """Enter a request. The clock starts when it was received, whatever the way and whenever it is entered."""
    from gestand.cli.request.showing import opened_lines
    from gestand.wiring import open_company

    opened = open_company(company)
    lines, asked = _Input(told), tuple(map(Right, rights))
    request = Request(
        rights=asked,
        way=Way(way),
        received=_received(told["received"], opened),
        entered=opened.clock(),
        language=_language(told["language"], opened),
        asker=Asker(
            name=lines.text("name"),
            email=lines.text("email"),
            address=lines.text("address"),
            acts_for=str(told["acts_for"] or ""),
            authority=lines.text("authority"),
        ),
        known=tuple(lines.known()),
        words=lines.text("words"),
        data=words("data", told["data"], opened.statement.data),
        purposes=words("purpose", told["purposes"], opened.statement.purposes),
        corrections=tuple(map(_correction, _several(told["correct"]))),
        sent_on_to=lines.text("sent_on_to"),
    )
    _refuse_gaps(request)
    for line in opened_lines(opened.casework.open(request), opened):
        click.echo(line)


def _refuse_gaps(request: Request) -> None:
    """What an answer cannot do without. Raises SettingsError, naming the option."""
    from gestand.documents.letters import is_address

    asker, (_, to) = request.asker, parseaddr(request.sent_on_to)
    if not (asker.email or asker.address):
        raise SettingsError("Where does the answer go? Write --email, or --address for the post.")
    if asker.email and not is_address(asker.email):
        raise SettingsError(
            "--email takes one mail address, such as name@example.org, and nothing beside it."
        )
    if asker.acts_for and not asker.authority:
        raise SettingsError(
            f"A {asker.acts_for} asks for somebody else: --authority says what shows that they may, in words."
        )
    if request.sent_on_to and Right.PORTABILITY not in request.rights:
        raise SettingsError(
            "--to goes with --right portability: only that right sends a file on (GDPR 20(2))."
        )
    if request.sent_on_to and not is_address(to):
        raise SettingsError(
            "--to takes the mail address of the organisation: 'Other B.V. <intake@other.example>'."
        )


class _Input:
    """What was told by option, or with `-` on standard input, a line for each."""

    def __init__(self, told: dict[str, object]) -> None:
        self._told = told
        self._read: list[str] | None = None
        self._texts: dict[str, str] = {}

    def text(self, name: str) -> str:
        """One value; what stood on standard input is read once."""
        if name not in self._texts:
            value = str(self._told[name] or "").strip()
            self._texts[name] = self._next(name) if value == "-" else value
        return self._texts[name]

    def known(self) -> list[Known]:
        written = [self._next("known") if one == "-" else one for one in _several(self._told["known"])]
        found = [one.partition("=") for one in written]
        if bad := [
            kind for kind, equals, value in found if not kind.strip() or not equals or not value.strip()
        ]:
            raise SettingsError(
                f"--known takes KIND=VALUE, such as email=...; {len(bad)} of them have no value."
            )
        email = self.text("email")
        own = [Known("email", email)] if email and not found else []
        return [Known(kind.strip(), value.strip()) for kind, _, value in found] + own

    def _next(self, name: str) -> str:
        if self._read is None:
            self._read = [line.strip() for line in sys.stdin if line.strip()]
        if not self._read:
            raise SettingsError(f"--{name} - reads a line of standard input, and there is none left.")
        return self._read.pop(0)


def _several(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()


def _received(value: object, company: "Company") -> datetime:
    """The moment, in the company's zone; one that is still to come is a slip of the pen."""
    now = company.clock()
    if not isinstance(value, datetime):
        return now
    received = value.replace(tzinfo=company.settings.zone)
    if received > now:
        raise SettingsError(
            f"--received {received:%Y-%m-%d} is still to come. Write when the request came in."
        )
    return received


def _language(value: object, company: "Company") -> Language:
    return "en" if (value or company.settings.language) == "en" else "nl"


def words(option: str, value: object, known: object) -> tuple[str, ...]:
    """Words of the statement, as they were given. Raises SettingsError for one that it does not know."""
    from difflib import get_close_matches

    those = tuple(map(str, known)) if isinstance(known, dict) else ()
    for word in _several(value):
        if word not in those:
            near = get_close_matches(word, those, n=1)
            hint = f"Did you mean `{near[0]}`?" if near else f"It knows: {', '.join(those)}."
            raise SettingsError(f"--{option}: the statement knows no `{word}`. {hint}")
    return _several(value)


def _correction(written: str) -> Correction:
    where, equals, value = written.partition("=")
    data, dot, column = where.partition(".")
    if not equals or not dot:
        raise SettingsError(
            "--correct takes DATA.COLUMN=VALUE: a word of the statement, and a column of its table."
        )
    return Correction(data.strip(), column.strip(), value)


COMMANDS = {"add": add}
