"""`gestand approve`: a named person allows a first or a stricter sweep, with a reason."""

from pathlib import Path

import click


@click.command("approve")
@click.argument("digest")
@click.option("--by", required=True, metavar="NAME", help="Who approves. Kept in the book, never in the log.")
@click.option("--reason", required=True, metavar="WHY", help="Why it is right to do this.")
@click.pass_obj
def command(company: Path, digest: str, by: str, reason: str) -> None:
    """Approve what waits in the plan whose digest begins with DIGEST (at least 8 characters)."""
    from gestand.core.errors import SettingsError
    from gestand.core.told import Approve
    from gestand.wiring import open_company

    if not by.strip() or not reason.strip():
        raise SettingsError("An approval needs a name and a reason: --by NAME --reason WHY.")
    approved = open_company(company).tell(Approve(digest, by.strip(), reason.strip()))
    if approved is None:
        return
    for promise, rows in approved.promises:
        click.echo(f"✓ {promise}: {rows:,}")
    click.echo(f"  gestand keep --plan {approved.digest[:12]} --at-most {approved.rows}")
