"""`gestand export FORMAT`: the statement in a format that others read; what has no place there is told beside it."""

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.text import Language, Text

if TYPE_CHECKING:
    from gestand.exchange.carried import Exported
    from gestand.statement.model import Statement

FORMATS = ("tilt", "dpv", "ropa", "gpc", "device-storage")

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
    "--to",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; standard output unless said.",
)
@click.pass_obj
def command(
    company: Path, format_: str, statement: Path | None, language: str | None, target: Path | None
) -> None:
    """Write STATEMENT (the company's own unless said) as FORMAT.

    
    tilt            Transparency Information Language, JSON
    dpv             W3C Data Privacy Vocabulary, JSON-LD
    ropa            the register of Article 30(1) GDPR, CSV
    gpc             /.well-known/gpc.json of Global Privacy Control
    device-storage  device storage disclosure (Transparency and Consent Framework), JSON

    What FORMAT cannot carry is told on standard error, and so is what it demands and nobody stated.
    """
    from gestand.cli.page import spoken
    from gestand.cli.target import hand_over
    from gestand.statement.parse import parse_statement
    from gestand.wiring import read_settings

    parsed = parse_statement(statement or read_settings(company).statement)
    said_in = spoken(language, parsed.language)
    exported = project(parsed, format_, said_in)
    hand_over(exported.text.encode(), target)
    if target:
        click.echo(_WRITTEN.said_in(said_in).format(file=target), err=True)
    tell(exported, format_, said_in)


def project(statement: "Statement", format_: str, language: Language) -> "Exported":
    """The statement in the format of that name; each is loaded only when it is asked for."""
    match format_:
        case "tilt":
            from gestand.exchange.tilt import tilt

            return tilt(statement, language)
        case "dpv":
            from gestand.exchange.dpv import dpv

            return dpv(statement)
        case "ropa":
            return _register(statement, language)
        case "gpc":
            from gestand.exchange.gpc import gpc

            return gpc(statement)
        case _:
            from gestand.exchange.device_storage import device_storage

            return device_storage(statement, language)


def _register(statement: "Statement", language: Language) -> "Exported":
    """The register as `gestand render --as register` writes it."""
    from gestand.documents.register import controller_register
    from gestand.exchange.carried import Exported, lost
    from gestand.exchange.ropa import CARRIED, DENIALS

    for_others = sum(purpose.as_ == "processor" for purpose in statement.purposes.values())
    elsewhere = (("purposes/for others, in the register of 30(2)", for_others),) if for_others else ()
    missing = (*lost(statement, CARRIED, denials=DENIALS), *elsewhere)
    return Exported(controller_register(statement, language), missing)


def tell(exported: "Exported", format_: str, language: Language) -> None:
    """Say on standard error what was lost and what was filled in."""
    tell_parts(_LOST.said_in(language).format(format=format_), exported.lost)
    filled = [text.said_in(language) for text in exported.filled]
    tell_texts(_FILLED.said_in(language).format(format=format_), filled)


def tell_parts(heading: str, parts: tuple[tuple[str, int], ...]) -> None:
    """Parts with their sizes on standard error, a line for each section: `data: kind (17), of (17)`."""
    from gestand.cli.page import folded

    if parts:
        click.echo(heading, err=True)
    for section, found in groupby(sorted(parts), key=lambda part: part[0].partition("/")[0]):
        told = ", ".join(f"{part.partition('/')[2]} ({count})".strip() for part, count in found)
        click.echo(folded(f"{section}{' ' if told.startswith('(') else ': '}{told}", 2, 4), err=True)


def tell_texts(heading: str, texts: list[str]) -> None:
    """Texts below their heading on standard error."""
    from gestand.cli.page import folded

    if texts:
        click.echo(heading, err=True)
    for text in texts:
        click.echo(folded(text, 2, 4), err=True)
