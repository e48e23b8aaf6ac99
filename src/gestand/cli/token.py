"""`gestand token`: what another system of the company shows to hand in requests by the API."""

import re
from datetime import timedelta
from pathlib import Path

import click

A_YEAR = timedelta(days=365)
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,19}")


@click.command("token")
@click.argument("system")
@click.option(
    "--every-request", is_flag=True, help="It also sees how requests stand that other systems handed in."
)
@click.option(
    "--may", "asks", is_flag=True, help="It asks whether something may be done to somebody, and nothing else."
)
@click.option("--revoke", is_flag=True, help="End every token of this system instead.")
@click.pass_obj
def command(company: Path, system: str, every_request: bool, asks: bool, revoke: bool) -> None:
    """Give SYSTEM (such as shop) a token for the API. It is shown once, and works for a year.

    With it SYSTEM sees how the requests stand that SYSTEM itself handed in, and no others. To ask
    whether something may be done to somebody it needs another one: --may.
    """
    from gestand.core.errors import SettingsError
    from gestand.core.staff import LinkPurpose
    from gestand.wiring import open_company

    if not _NAME.fullmatch(system):
        raise SettingsError(
            f"`{system}` is no name for a system. Write one such as shop: at most 20 small letters, digits and hyphens."
        )
    if every_request and asks:
        raise click.UsageError(
            "a token is for requests or for asking: give --every-request or --may, not both"
        )
    opened = open_company(company)
    if revoke:
        for purpose in (LinkPurpose.API, LinkPurpose.API_ALL, LinkPurpose.MAY):
            opened.links.end(purpose, system)
        click.echo(f"No token of {system} works any more.")
        return
    now = opened.clock()
    purpose = LinkPurpose.MAY if asks else LinkPurpose.API_ALL if every_request else LinkPurpose.API
    click.echo(opened.links.link(purpose, system, now, now + A_YEAR))
