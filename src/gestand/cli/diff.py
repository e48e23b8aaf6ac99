"""`gestand diff OLD NEW`: what a newer statement promises more, less, sooner or later than an older one."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.text import Language, Text

if TYPE_CHECKING:
    from gestand.statement.diff import Change

_HEADINGS = {
    "new": Text("Nieuw", "New"),
    "stricter": Text("Strenger", "Stricter"),
    "laxer": Text("Ruimer", "Laxer"),
    "changed": Text("Gewijzigd", "Changed"),
    "gone": Text("Vervallen", "Gone"),
}
_SAME = Text("De twee verklaringen beloven hetzelfde.", "The two statements promise the same.")


@click.command("diff")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--lang", "language", type=click.Choice(["nl", "en"]), help="NEW's own language unless said.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
def command(old: Path, new: Path, language: str | None, as_json: bool) -> None:
    """Say in plain sentences which promises of NEW are new, gone, stricter or laxer than those of OLD."""
    from gestand.cli.page import spoken
    from gestand.statement.diff import compare
    from gestand.statement.parse import parse_statement

    newer = parse_statement(new)
    changes = compare(parse_statement(old), newer)
    said_in = spoken(language, newer.language)
    if as_json:
        told = [_told(change, said_in) for change in changes]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        _print(changes, said_in)


def _told(change: "Change", language: Language) -> dict[str, str]:
    return {
        "kind": change.kind,
        "path": change.path,
        "what": change.what.said_in(language),
        "place": str(change.place),
    }


def _print(changes: "tuple[Change, ...]", language: Language) -> None:
    """The changes by kind, each with its place; or that there are none."""
    from gestand.cli.page import folded, from_here, glued, styled

    for kind, heading in _HEADINGS.items():
        found = [change for change in changes if change.kind == kind]
        if found:
            click.secho(heading.said_in(language), bold=True)
        for change in found:
            place = glued(from_here(str(change.place)))
            click.echo(styled(folded(f"{change.what.said_in(language)} {place}", 2, 4), place, dim=True))
    if not changes:
        click.echo(_SAME.said_in(language))
