"""`gestand serve`: the pages, and everything that runs by itself, in one command."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.text import Text

if TYPE_CHECKING:
    import uvicorn

    from gestand.wiring import Company
    from gestand.wiring.schedule import Schedule

MINUTE = 60.0
_READY = Text(
    "De pagina's staan op {address}. Stoppen: Ctrl-C.", "The pages are at {address}. Stop with Ctrl-C."
)
_NOBODY = Text(
    "Nog niemand kan inloggen. Nodig iemand uit: {command}",
    "Nobody can sign in yet. Invite somebody: {command}",
)
_ONE_VISITOR = Text(
    "Alle bezoekers tellen als één, want van geen proxy wordt geloofd van wie een verzoek komt. Draait nginx of Caddy "
    'op deze machine, schrijf dan proxy = "127.0.0.1" onder [web] in gestand.toml.',
    "All visitors count as one, for no proxy is believed when it says whose request it passes on. If nginx or Caddy "
    'runs on this machine, write proxy = "127.0.0.1" under [web] in gestand.toml.',
)
_BARE = Text(
    "Andere machines kunnen hier zonder TLS bij: wachtwoorden gaan dan leesbaar over het net. Luister op 127.0.0.1, "
    'zet er nginx of Caddy voor, en schrijf address = "https://..." onder [web] in gestand.toml.',
    "Other machines can come in here without TLS: passwords then cross the net for all to read. Listen on 127.0.0.1, "
    'put nginx or Caddy before it, and write address = "https://..." under [web] in gestand.toml.',
)
_NO_MAIL = Text(
    "Er gaat nog geen brief de deur uit: schrijf een mailserver onder [mail] in gestand.toml.",
    "No letter goes out yet: write a mail server under [mail] in gestand.toml.",
)


@click.command("serve")
@click.option(
    "--listen",
    metavar="HOST:PORT",
    default="",
    help="Where to listen; as gestand.toml says, or 127.0.0.1:8470.",
)
@click.option("--no-schedule", is_flag=True, help="Pages only: cron runs the rest.")
@click.pass_obj
def command(company: Path, listen: str, no_schedule: bool) -> int:
    """Serve the pages for the public and for the staff, and keep the schedule of gestand.toml.

    Put a server with TLS before it (nginx, Caddy), and write its address under [web] in gestand.toml.
    """
    from gestand.web import create_app
    from gestand.web.server import server_of
    from gestand.wiring.requesting import listening
    from gestand.wiring.schedule import Schedule

    opened = _open(company)
    host, port = listening(listen) if listen else opened.settings.requesting.listen
    schedule = Schedule(opened, opened.postman)
    app = create_app(opened, schedule)
    server = server_of(app, host, port, opened.settings.requesting.proxies)
    language = opened.settings.language
    click.echo(_READY.said_in(language).format(address=_address(host, port)))
    for hint in hints(opened, host):
        click.echo(hint.said_in(language), err=True)
    stopped = threading.Event()
    if not no_schedule:
        threading.Thread(target=_run, args=(schedule, stopped, server), daemon=True).start()
    with suppress(KeyboardInterrupt):  # the server has ended well, and passes on what told it to
        server.run()
    stopped.set()
    return 0 if server.started else 1


def _open(folder: Path) -> "Company":
    """The company, which says here whether mail goes out. Raises SettingsError where its files do not fit together."""
    from gestand.sending import Notice
    from gestand.wiring import open_company

    company = open_company(folder)
    company.refuse_unfit()

    def say(what: Text) -> None:
        click.echo(what.said_in(company.settings.language), err=True)

    return replace(company, notice=Notice(say))


def _address(host: str, port: int) -> str:
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def hints(company: "Company", host: str) -> Iterator[Text]:
    """What somebody who just began has still to do."""
    from gestand.cli.page import typed

    settings = company.settings.requesting
    if not any(member.ready and not member.revoked for member in company.staff.members()):
        yield _NOBODY.filled(command=typed("staff", "invite", "NAME", "--role", "decider"))
    if settings.mail is None:
        yield _NO_MAIL
    secure = settings.address.startswith("https://")
    if secure and not settings.proxies:
        yield _ONE_VISITOR
    if not secure and host not in ("localhost", "127.0.0.1", "::1"):
        yield _BARE


def _run(schedule: "Schedule", stopped: threading.Event, server: "uvicorn.Server") -> None:
    """Once a minute. What nobody foresaw ends the server too: a supervisor starts it again, and that is seen."""
    try:
        while not stopped.wait(MINUTE if schedule.alive else 1):
            schedule.tick()
    finally:
        server.should_exit = True
