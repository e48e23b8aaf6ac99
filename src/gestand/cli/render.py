"""`gestand render`: the statement as people read it, and the registers and annex that follow from it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.text import Language

if TYPE_CHECKING:
    from gestand.statement.model import Statement

FORMS = ("html", "fragment")


@click.command("render")
@click.argument("statement", required=False, type=click.Path(path_type=Path))
@click.option(
    "--as", "form", type=click.Choice(FORMS), default="html", show_default=True, help="In which form."
)
@click.option("--lang", "language", type=click.Choice(["nl", "en"]), help="The statement's own unless said.")
@click.option(
    "--to", "target", type=click.Path(path_type=Path, dir_okay=False), help="Write it to this file."
)
@click.pass_obj
def command(
    company: Path, statement: Path | None, form: str, language: str | None, target: Path | None
) -> None:
    """Write STATEMENT (the company's own unless said) as people read it."""
    from gestand.cli.page import spoken
    from gestand.statement.parse import parse_statement
    from gestand.wiring import open_company

    parsed = parse_statement(statement) if statement else open_company(company).statement
    made = _made(parsed, form, spoken(language, parsed.language))
    if target:
        target.write_bytes(made)
    else:
        click.echo(made, nl=False)


def _made(statement: "Statement", form: str, language: Language) -> bytes:
    from gestand.documents.html import html_fragment, html_page
    from gestand.documents.statement import statement_page

    page = statement_page(statement, language)
    return (html_page(page) if form == "html" else html_fragment(page)).encode()
