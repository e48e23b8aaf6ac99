"""`gestand read SOURCE`: a published statement, read into facts and a draft, with a quote beside each."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.text import Language, Text

if TYPE_CHECKING:
    from gestand.core.document import Document
    from gestand.reading.draft.file import Rewritten
    from gestand.reading.draft.material import Material

_NEITHER = Text(
    "Van {name} komt geen concept: de tekst is niet in het Nederlands en niet in het Engels. "
    "`--facts` en `--coverage` tonen wat er toch herkend is.",
    "No draft is made of {name}: the text is neither in Dutch nor in English. "
    "`--facts` and `--coverage` show what was recognised all the same.",
)
_NOTHING = Text(
    "Van {name} komt geen concept: er is niets in herkend. Is het een privacyverklaring? "
    "`--coverage` toont de tekst zoals die gelezen is.",
    "No draft is made of {name}: nothing was recognised in it. Is it a privacy statement? "
    "`--coverage` shows the text as it was read.",
)
_OTHER_SUBJECT = Text(
    "Van {name} komt geen concept: er staat niets in over gegevens, cookies of privacy. Is het een privacyverklaring?",
    "No draft is made of {name}: it says nothing of data, cookies or privacy. Is it a privacy statement?",
)
_WRITTEN = Text("Geschreven: {file}. Kijk elke twijfel na, en zet `# decided` achter wat klopt.",
                "Written: {file}. Look at every doubt, and put `# decided` behind what is right.")  # fmt: skip
_OPEN = Text(
    "Nog te beslissen: {open}. Met enige of veel twijfel gelezen: {doubted}.",
    "Still to be decided: {open}. Read in some or much doubt: {doubted}.",
)
_KEPT = Text("Behouden wat u besliste: {many}.", "Kept what you decided: {many}.")
_CHANGED = Text(
    "Nu anders dan in het vorige concept, en daar niet `# decided`: {paths}. Het vorige is bewaard als {file}.",
    "Other now than in the earlier draft, and not `# decided` there: {paths}. The earlier one is kept as {file}.",
)
MOST_TOLD = 5
_NOT_OURS = Text(
    "{file} is geen concept van `gestand read` en wordt niet overschreven. Kies een andere naam.",
    "{file} is no draft of `gestand read`, and is not overwritten. Choose another name.",
)


@click.command("read")
@click.argument("source", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--facts", "as_facts", is_flag=True, help="Print the facts as JSON, each with its quote.")
@click.option(
    "--coverage", "as_coverage", is_flag=True, help="Print the text with what each sentence was read as."
)
@click.option(
    "--into",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the draft there, keeping what is `# decided`.",
)
@click.option(
    "--lang", "language", type=click.Choice(["nl", "en"]), help="The text's own language unless said."
)
def command(source: Path, as_facts: bool, as_coverage: bool, into: Path | None, language: str | None) -> None:
    """Read the text in SOURCE into a draft statement.yaml.

    SOURCE is a text, Markdown, HTML, PDF or DOCX file; `-` is standard input. What was read and what was not is
    said on standard error.
    """
    from gestand.cli.page import spoken
    from gestand.cli.read_said import coverage_lines, summary
    from gestand.core.errors import SourceError
    from gestand.reading.coverage import coverage
    from gestand.reading.draft.material import material_of

    material = material_of(opened(source))
    said_in = spoken(language, material.document.language)
    covered = coverage(material.segments, material.mentions)
    refusal = _refusal(material, said_in)
    if as_facts:
        _print_facts(material)
    elif as_coverage:
        click.echo("\n".join(coverage_lines(covered)))
    elif not refusal:
        _draft(material, into, said_in)
    for line in summary(material.document, len(material.facts), covered, said_in):
        click.echo(line, err=True)
    if refusal and not (as_facts or as_coverage):
        raise SourceError(refusal)


def opened(source: Path) -> "Document":
    """The document in a file, or on standard input. Raises SourceError."""
    from gestand.reading.source import LARGEST, document_of, read_source

    if str(source) == "-":
        return document_of(sys.stdin.buffer.read(LARGEST + 1), "standard input")
    return read_source(source)


def _print_facts(material: "Material") -> None:
    from gestand.reading.exchange import exchanged
    from gestand.reading.facts import sure

    told = exchanged(material.document.language, sure(material.facts))
    click.echo(json.dumps(told, ensure_ascii=False, indent=1))


def _refusal(material: "Material", language: Language) -> str:
    """Why no draft is made: another language, another subject, or nothing that is sure; empty where one is."""
    from gestand.reading.facts import sure
    from gestand.reading.language import is_in_neither
    from gestand.reading.remarks import is_about_privacy

    name, text = material.document.name, material.document.text
    if is_in_neither(text):
        return _NEITHER.said_in(language).format(name=name)
    if not is_about_privacy(text):
        return _OTHER_SUBJECT.said_in(language).format(name=name)
    return "" if sure(material.facts) else _NOTHING.said_in(language).format(name=name)


def _draft(material: "Material", into: Path | None, language: Language) -> None:
    """Print the draft, or write it over an earlier one; what a person decided there stays."""
    from gestand.reading.draft.compose import draft

    if into is None:
        click.echo(draft(material), nl=False)
        return
    from gestand.reading.draft.file import is_a_draft, rewrite

    if not is_a_draft(into):
        raise click.UsageError(_NOT_OURS.said_in(language).format(file=into))
    for line in _outcome(into, rewrite(into, material), language):
        click.echo(line, err=True)


def _outcome(into: Path, made: "Rewritten", language: Language) -> Iterator[str]:
    """What was written, kept and put aside."""
    if made.copy:
        more = len(made.changed) - MOST_TOLD
        paths = ", ".join(made.changed[:MOST_TOLD]) + (f" (+{more})" if more > 0 else "")
        yield _CHANGED.said_in(language).format(paths=paths, file=made.copy)
    yield _WRITTEN.said_in(language).format(file=into)
    yield _OPEN.said_in(language).format(open=made.draft.open, doubted=made.draft.doubted)
    if made.kept:
        yield _KEPT.said_in(language).format(many=", ".join(made.kept))
