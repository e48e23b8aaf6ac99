"""`gestand approve`: a named person allows a first or a stricter sweep, with a reason; or what waits is listed."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.text import Language
from gestand.core.told import Approve, Approved

if TYPE_CHECKING:
    from gestand.wiring import Company


@click.command("approve")
@click.argument("digest", required=False)
@click.option("--by", metavar="NAME", default="", help="Who approves. Kept in the book, never in the log.")
@click.option("--reason", metavar="WHY", default="", help="Why it is right to do this.")
@click.pass_obj
def command(company: Path, digest: str | None, by: str, reason: str) -> None:
    """Approve what waits in the plan whose digest begins with DIGEST (at least 8 characters).

    Without DIGEST: list what waits in the plan of today, with the command that approves it.
    """
    from gestand.core.errors import SettingsError
    from gestand.wiring import open_company

    if digest is None:
        _list(open_company(company))
        return
    if not by.strip() or not reason.strip():
        raise SettingsError("An approval needs a name and a reason: --by NAME --reason WHY.")
    opened = open_company(company)
    approved = opened.tell(Approve(digest, by.strip(), reason.strip()))
    if approved is not None:
        _tell(approved, opened.settings.language)


def _list(company: "Company") -> None:
    from gestand.cli import words
    from gestand.cli.page import number
    from gestand.cli.show import waiting_lines
    from gestand.core.plan import SHOWN

    language, plan = company.settings.language, company.plan()
    waiting = tuple(one for one in plan.arrears if company.records.approved(one.sweep, plan.at) < one.rows)
    column = max((len(number(one.rows, language)) for one in waiting), default=0)
    for line in waiting_lines(waiting, plan.digest[:SHOWN], column, language):
        click.echo(line)
    if not waiting:
        click.echo(words.NOTHING_WAITS.said_in(language))


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
