"""`gestand approve`: a named person allows a first or a stricter sweep, with a reason."""

from pathlib import Path

import click

from gestand.core.text import Language
from gestand.core.told import Approve, Approved


@click.command("approve")
@click.argument("digest")
@click.option("--by", required=True, metavar="NAME", help="Who approves. Kept in the book, never in the log.")
@click.option("--reason", required=True, metavar="WHY", help="Why it is right to do this.")
@click.pass_obj
def command(company: Path, digest: str, by: str, reason: str) -> None:
    """Approve what waits in the plan whose digest begins with DIGEST (at least 8 characters)."""
    from gestand.core.errors import SettingsError
    from gestand.wiring import open_company

    if not by.strip() or not reason.strip():
        raise SettingsError("An approval needs a name and a reason: --by NAME --reason WHY.")
    opened = open_company(company)
    approved = opened.tell(Approve(digest, by.strip(), reason.strip()))
    if approved is not None:
        _tell(approved, opened.settings.language)


def _tell(approved: Approved, language: Language) -> None:
    """The promises that it covers, with their rows; and the command that may now do it."""
    from gestand.cli import words
    from gestand.cli.page import number
    from gestand.cli.show import keep_command, row

    column = max((len(number(rows, language)) for _, rows in approved.promises), default=0)
    click.echo(words.APPROVED.said_in(language))
    for promise, rows in approved.promises:
        click.echo(row(rows, promise, column, language, "✓"))
    click.echo(f"  {keep_command(approved.digest, approved.rows)}")
