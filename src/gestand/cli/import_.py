"""`gestand import FORMAT FILE`: a part of a statement out of a format that others write."""

import sys
from pathlib import Path

import click

from gestand.core.errors import ConfigurationError
from gestand.core.text import Language, Text

FORMATS = ("device-storage",)

_LOST = Text("Een verklaring heeft geen plaats voor:", "A statement has no place for:")
_FILLED = Text("Kijk na, en vul in:", "Look over, and fill in:")


class FileCannotBeRead(ConfigurationError):
    """The file is not there, or may not be read."""


@click.command("import")
@click.argument("format_", metavar="FORMAT", type=click.Choice(FORMATS), expose_value=False)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@click.option(
    "--site",
    "sites",
    multiple=True,
    metavar="HOST",
    help="A site of the company's own; those of its statement unless said.",
)
@click.option(
    "--lang", "language", type=click.Choice(["nl", "en"]), help="The company's language unless said."
)
@click.pass_obj
def command(company: Path, file: Path, sites: tuple[str, ...], language: str | None) -> None:
    """Print the section of a statement that FILE (- for standard input) becomes.

    FORMAT is device-storage: a device storage disclosure of the Transparency and Consent Framework becomes
    `cookies`. What a statement has no place for is told on standard error, and so is what to look over.
    """
    from gestand.cli.export import tell_parts, tell_texts
    from gestand.cli.page import spoken
    from gestand.exchange.disclosure import read_disclosure
    from gestand.exchange.from_device_storage import from_device_storage

    own, said_in = _own(company)
    chosen = spoken(language, said_in)
    imported = from_device_storage(read_disclosure(_bytes(file), _named(file)), sites or own)
    tell_parts(_LOST.said_in(chosen), imported.lost)
    tell_texts(_FILLED.said_in(chosen), [text.said_in(chosen) for text in imported.filled])
    click.echo(imported.text.encode(), nl=False)


def _own(company: Path) -> tuple[tuple[str, ...], Language]:
    """The sites of the company's statement and its language; nothing is needed where there is none yet."""
    from gestand.exchange.device_storage import hosts
    from gestand.statement.parse import parse_statement

    file = company / "statement.yaml"
    if not file.exists():
        return (), "en"
    statement = parse_statement(file)
    return tuple(hosts(statement)), statement.language


def _named(file: Path) -> str:
    return "standard input" if str(file) == "-" else str(file)


def _bytes(file: Path) -> bytes:
    """At most a little more than the most that a disclosure may have, so that no bomb fills the memory."""
    from gestand.exchange.disclosure import LARGEST

    if str(file) == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as problem:
        raise FileCannotBeRead(f"{file} cannot be read: {problem.strerror}.") from problem
