"""`gestand export FORMAT`: the statement in a format that others read; what has no place there is told beside it."""

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.text import Language, Text

if TYPE_CHECKING:
    from gestand.exchange.carried import Exported
    from gestand.statement.model import Statement

FORMATS = ("tilt",)

_LOST = Text("{format} heeft geen plaats voor:", "{format} has no place for:")
_FILLED = Text(
    "{format} eist wat de verklaring niet zegt; daar staat:",
    "{format} demands what the statement does not say; there stands:",
)
_WRITTEN = Text("Geschreven: {file}", "Written: {file}")


@click.command("export")
@click.argument("format_", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("statement", required=False, type=click.Path(path_type=Path))
@click.option(
    "--lang", "language", type=click.Choice(["nl", "en"]), help="The statement's own language unless said."
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; standard output unless said.",
)
@click.pass_obj
def command(
    company: Path, format_: str, statement: Path | None, language: str | None, output: Path | None
) -> None:
    """Write STATEMENT (the company's own unless said) as FORMAT.

    FORMAT is tilt (Transparency Information Language). What FORMAT cannot carry is told on standard error.
    """
    from gestand.cli.page import spoken
    from gestand.statement.parse import parse_statement
    from gestand.wiring import read_settings

    parsed = parse_statement(statement or read_settings(company).statement)
    said_in = spoken(language, parsed.language)
    exported = project(parsed, format_, said_in)
    tell(exported, format_, said_in)
    if output:
        output.write_text(exported.text, encoding="utf-8", newline="")
        click.echo(_WRITTEN.said_in(said_in).format(file=output), err=True)
    else:
        click.echo(exported.text, nl=False)


def project(statement: "Statement", _: str, language: Language) -> "Exported":
    """The statement in the format of that name; each is loaded only when it is asked for."""
    from gestand.exchange.tilt import tilt

    return tilt(statement, language)


def tell(exported: "Exported", format_: str, language: Language) -> None:
    """Say on standard error what was lost and what was filled in."""
    from gestand.cli.page import folded

    if exported.lost:
        click.echo(_LOST.said_in(language).format(format=format_), err=True)
    for section, parts in groupby(sorted(exported.lost), key=lambda part: part[0].partition("/")[0]):
        counted = [(part.partition("/")[2], count) for part, count in parts]
        told = ", ".join(f"{part} ({count})" if part else f"({count})" for part, count in counted)
        click.echo(folded(f"{section}: {told}".replace(": (", " ("), 2, 4), err=True)
    if exported.filled:
        click.echo(_FILLED.said_in(language).format(format=format_), err=True)
        for text in exported.filled:
            click.echo(folded(text.said_in(language), 2, 4), err=True)
