"""`gestand drift`: what has changed in the mapped databases since their shape was last accepted."""

from pathlib import Path

import click


@click.command("drift")
@click.option("--accept", is_flag=True, help="Remember the databases as they are now.")
@click.pass_obj
def command(company: Path, accept: bool) -> int:
    """Show what has changed in the mapped databases. Exit codes: 0 nothing, 1 something, 3 usage."""
    from gestand.wiring import open_company

    opened = open_company(company)
    changes = opened.drift()
    for change in changes:
        click.echo(change.what.said_in(opened.settings.language))
    if accept:
        opened.accept_drift()
        return 0
    return 1 if changes else 0
