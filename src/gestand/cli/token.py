"""`gestand token`: what another system of the company shows to hand in requests by the API."""

import re
from datetime import timedelta
from pathlib import Path

import click

A_YEAR = timedelta(days=365)
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,19}")


@click.command("token")
@click.argument("system")
@click.option("--revoke", is_flag=True, help="End every token of this system instead.")
@click.pass_obj
def command(company: Path, system: str, revoke: bool) -> None:
    """Give SYSTEM (such as shop) a token for the API. It is shown once, and works for a year."""
    from gestand.core.errors import SettingsError
    from gestand.core.staff import LinkPurpose
    from gestand.wiring import open_company

    if not _NAME.fullmatch(system):
        raise SettingsError(
            f"`{system}` is no name for a system. Write one such as shop: at most 20 small letters, digits and hyphens."
        )
    opened = open_company(company)
    if revoke:
        opened.links.end(LinkPurpose.API, system)
        click.echo(f"No token of {system} works any more.")
        return
    now = opened.clock()
    click.echo(opened.links.link(LinkPurpose.API, system, now, now + A_YEAR))
