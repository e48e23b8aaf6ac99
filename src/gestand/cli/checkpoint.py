"""`gestand checkpoint`: one to hand out, so that others can hold the log to it."""

from pathlib import Path

import click


@click.command("checkpoint")
@click.pass_obj
def command(company: Path) -> None:
    """Print a signed checkpoint of the log as it stands.

    Whoever keeps it can find later that entries before it were cut off or rewritten:
    `gestand verify EXPORT --since CHECKPOINT`. Send it to somebody outside the company.
    """
    from gestand.wiring import open_company

    click.echo(open_company(company).log.checkpoint(), nl=False)
