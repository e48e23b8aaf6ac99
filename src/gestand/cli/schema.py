"""`gestand schema`: the JSON Schema of a file format, for completion and checks in an editor."""

from collections.abc import Callable

import click


def _statement() -> dict[str, object]:
    from gestand.statement.reference import json_schema

    return json_schema()


def _datamap() -> dict[str, object]:
    from gestand.datamap.model import json_schema

    return json_schema()


SCHEMAS: dict[str, Callable[[], dict[str, object]]] = {"statement": _statement, "datamap": _datamap}
"""The formats by name, each with what makes its schema."""


@click.command("schema")
@click.argument("format_", metavar="FORMAT", type=click.Choice(list(SCHEMAS)))
def command(format_: str) -> None:
    """Print the JSON Schema of FORMAT."""
    import json

    click.echo(json.dumps(SCHEMAS[format_](), ensure_ascii=False, indent=2))
