"""`gestand diff OLD NEW`: what a newer statement promises more, less, sooner or later than an older one."""

from pathlib import Path

import click

from gestand.core.text import Language, Text

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
    from gestand.statement.diff import compare
    from gestand.statement.parse import parse_statement

    newer = parse_statement(new)
    changes = compare(parse_statement(old), newer)
    spoken: Language = "en" if (language or newer.language) == "en" else "nl"
    if as_json:
        import json

        told = [
            {
                "kind": change.kind,
                "path": change.path,
                "what": change.what.said_in(spoken),
                "place": str(change.place),
            }
            for change in changes
        ]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    elif not changes:
        click.echo(_SAME.said_in(spoken))
    else:
        for kind, heading in _HEADINGS.items():
            told_here = [change for change in changes if change.kind == kind]
            if told_here:
                click.echo(heading.said_in(spoken))
            for change in told_here:
                click.echo(f"  {change.what.said_in(spoken)}  [{change.place}]")
