"""`gestand read SOURCE`: a published statement, read into facts and a draft, with a quote beside each."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from gestand.core.document import Document


@click.command("read")
@click.argument("source", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--facts", "as_facts", is_flag=True, help="Print the facts as JSON, each with its quote.")
def command(source: Path, as_facts: bool) -> None:
    """Read the text in SOURCE (a text, Markdown, HTML, PDF or DOCX file; `-` is standard input)."""
    from gestand.reading.exchange import exchanged
    from gestand.reading.facts import facts_of, sure
    from gestand.reading.segments import segments_of

    document = opened(source)
    facts = facts_of(segments_of(document), document)
    if as_facts:
        told = exchanged(document.language, sure(facts))
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))


def opened(source: Path) -> "Document":
    """The document in a file, or on standard input."""
    from gestand.reading.source import LARGEST, document_of, read_source

    if str(source) == "-":
        return document_of(sys.stdin.buffer.read(LARGEST + 1), "standard input")
    return read_source(source)
