"""`gestand staff`: who may sign in at the desk, and as what."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.errors import SettingsError
from gestand.core.staff import Member, Role
from gestand.core.text import Text

if TYPE_CHECKING:
    from gestand.wiring import Company

INVITATION = timedelta(days=3)
_OPEN = Text(
    "Geef deze link aan {name}. Hij werkt één keer, tot {until}, en is hierna nergens meer te lezen:",
    "Give this link to {name}. It works once, until {until}, and can be read nowhere after this:",
)
_NOBODY = Text(
    "Er is nog niemand. `gestand staff invite NAAM --role decider` nodigt de eerste uit.",
    "There is nobody yet. `gestand staff invite NAME --role decider` invites the first.",
)
_STANDS = (
    Text("uitgenodigd", "invited"),
    Text("kan inloggen", "may sign in"),
    Text("ingetrokken op {day}", "revoked on {day}"),
)
_REVOKED = Text(
    "{name} kan niet meer inloggen; elke sessie is beëindigd.",
    "{name} may sign in no longer; every session has ended.",
)


@click.group("staff")
def command() -> None:
    """Who may sign in at the desk: invite, list, revoke.

    Roles: `decider` decides and does; `desk` enters, identifies and answers tasks; `reader` reads; `fg`, the data
    protection officer, reads everything and advises, and decides nothing (GDPR 38(3)).
    """


@command.command("invite")
@click.argument("name")
@click.option("--role", required=True, type=click.Choice([one.value for one in Role]))
@click.pass_obj
def invite(company: Path, name: str, role: str) -> None:
    """Invite NAME, or give her another role and a new password: prints a link to choose one, once."""
    from gestand.wiring import open_company

    if not name.strip():
        raise SettingsError("An invitation is for somebody: gestand staff invite NAME --role ROLE.")
    opened = open_company(company)
    until = opened.clock() + INVITATION
    token = opened.staff.invite(name, Role(role), opened.clock(), until)
    day = f"{until.astimezone(opened.settings.zone):%Y-%m-%d %H:%M}"
    click.echo(_OPEN.filled(name=name.strip(), until=day).said_in(opened.settings.language))
    click.echo(f"{_address(opened)}/desk/welcome/{token}")


@command.command("list")
@click.pass_obj
def list_(company: Path) -> None:
    """List everyone there ever was, with the role."""
    from gestand.wiring import open_company

    opened = open_company(company)
    members = opened.staff.members()
    for one in members:
        click.echo(f"{one.name} · {one.role} · {_stands(one, opened)}")
    if not members:
        click.echo(_NOBODY.said_in(opened.settings.language))


@command.command("revoke")
@click.argument("name")
@click.pass_obj
def revoke(company: Path, name: str) -> None:
    """Take NAME off the staff: all her sessions and invitations end at once."""
    from gestand.wiring import open_company

    opened = open_company(company)
    opened.staff.revoke(name, opened.clock())
    click.echo(_REVOKED.filled(name=name.strip()).said_in(opened.settings.language))


def _stands(member: Member, company: "Company") -> str:
    invited, ready, revoked = _STANDS
    if member.revoked:
        day = f"{member.revoked.astimezone(company.settings.zone):%Y-%m-%d}"
        return revoked.filled(day=day).said_in(company.settings.language)
    return (ready if member.ready else invited).said_in(company.settings.language)


def _address(company: "Company") -> str:
    """Where the pages are reached; without an address in gestand.toml, on this machine."""
    host, port = company.settings.requesting.listen
    return company.settings.requesting.address or f"http://{host}:{port}"
