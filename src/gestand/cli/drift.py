"""`gestand drift`: what has changed in the mapped databases since their shape was last accepted."""

import json
from pathlib import Path

import click

from gestand.core.finding import Finding
from gestand.core.text import Language
from gestand.core.told import AcceptDrift


@click.command("drift")
@click.option(
    "--accept", is_flag=True, help="The data map is right for the databases as they are now; logged."
)
@click.option("--by", metavar="NAME", default="", help="Who accepts. Kept in the book, never in the log.")
@click.option("--reason", metavar="WHY", default="", help="Why the data map is right for what has changed.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@click.pass_obj
def command(company: Path, accept: bool, by: str, reason: str, as_json: bool) -> int:
    """Show what has changed in the mapped databases; with --accept, by NAME and WHY, remember them so.

    Exit codes: 0 nothing, 1 something, 3 usage.
    """
    from gestand.core.errors import SettingsError
    from gestand.wiring import open_company

    if accept and not (by.strip() and reason.strip()):
        raise SettingsError("To accept a change takes a name and a reason: --accept --by NAME --reason WHY.")
    opened = open_company(company)
    changes, language = opened.drift(), opened.settings.language
    if accept:
        opened.tell(AcceptDrift(by.strip(), reason.strip()))
    if as_json:
        told = [{"code": change.code, "what": change.what.said_in(language)} for change in changes]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        _tell(changes, accept, language)
    return 1 if changes and not accept else 0


def _tell(changes: tuple[Finding, ...], accepted: bool, language: Language) -> None:
    from gestand.cli import words
    from gestand.cli.page import folded

    for change in changes:
        click.echo(folded(change.what.said_in(language), hanging=2))
    if accepted:
        click.echo(words.ACCEPTED.said_in(language))
    elif not changes:
        click.echo(words.NO_DRIFT.said_in(language))
