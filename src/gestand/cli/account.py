"""`gestand account`: a named person accounts for rows that went too early; the check then says: explained."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.errors import SettingsError
from gestand.core.told import Account

if TYPE_CHECKING:
    from gestand.wiring import Company


@click.command("account")
@click.argument("promise")
@click.option(
    "--cause", required=True, metavar="WHY", help="What happened. Kept in the book, not in the log."
)
@click.option(
    "--repaired", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The day on which it was mended."
)
@click.option("--by", required=True, metavar="NAME", help="Who says so. Kept in the book, not in the log.")
@click.pass_obj
def command(company: Path, promise: str, cause: str, repaired: datetime, by: str) -> None:
    """Account for rows of PROMISE that are gone although a law demanded them.

    From then on `gestand check` shows them as explained, and holds the years to what is there now. What is kept
    too long is never explained away.
    """
    from gestand.cli import words
    from gestand.wiring import open_company

    if not by.strip() or not cause.strip():
        raise SettingsError("An account needs a name and a cause: --by NAME --cause WHY.")
    opened = open_company(company)
    known = _known(promise, tuple(one.id for one in opened.keeper.promises()))
    opened.tell(Account(known, cause.strip(), _past(repaired.date(), opened), by.strip()))
    click.echo(words.ACCOUNTED.said_in(opened.settings.language).format(promise=known))


def _known(promise: str, ids: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    if promise not in ids:
        near = get_close_matches(promise, ids, n=1)
        hint = f" Did you mean `{near[0]}`?" if near else " `gestand promises` lists them."
        raise SettingsError(f"The statement makes no promise `{promise}`.{hint}")
    return promise


def _past(repaired: date, company: "Company") -> date:
    today = company.clock().astimezone(company.settings.zone).date()
    if repaired > today:
        raise SettingsError(
            f"What is accounted for has been mended: --repaired until {today}, not {repaired}."
        )
    return repaired
