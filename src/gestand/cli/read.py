"""`gestand read SOURCE`: a published statement, read into facts and a draft, with a quote beside each."""

import json
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.text import Language, Text

if TYPE_CHECKING:
    from gestand.core.document import Document
    from gestand.core.fact import Fact, Said
    from gestand.reading.coverage import Covered
    from gestand.reading.draft.file import Rewritten
    from gestand.reading.draft.material import Material

_READ = Text(
    "Gelezen: {characters} tekens, {segments}; in {understood} daarvan is iets herkend: {facts}.",
    "Read: {characters} characters, {segments}; something was recognised in {understood}: {facts}.",
)
_SENTENCES = Text("zin", "sentence"), Text("zinnen", "sentences")
_FACTS = Text("gegeven", "fact"), Text("gegevens", "facts")
_NOTHING = Text(
    "In {name} is niets herkend. Is het een privacyverklaring, in het Nederlands of Engels? "
    "`--coverage` toont de tekst zoals die gelezen is.",
    "Nothing was recognised in {name}. Is it a privacy statement, in Dutch or English? "
    "`--coverage` shows the text as it was read.",
)
_NEITHER = Text(
    "{name} is niet in het Nederlands en niet in het Engels; gestand leest geen andere taal en maakt er geen "
    "concept van. `--facts` en `--coverage` tonen wat er toch herkend is.",
    "{name} is neither in Dutch nor in English; gestand reads no other language, and makes no draft of it. "
    "`--facts` and `--coverage` show what was recognised all the same.",
)
_ALL_READ = Text("Alles in de bron is gelezen.", "All of the source was read.")
_NOT_READ = Text("Niet gelezen", "Not read")
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
    from gestand.reading.coverage import coverage, understood
    from gestand.reading.draft.material import Material
    from gestand.reading.facts import mentions_of
    from gestand.reading.merge import merged
    from gestand.reading.segments import segments_of

    document = opened(source)
    segments = segments_of(document)
    mentions = mentions_of(segments, document)
    facts = merged(mentions, segments)
    said_in = spoken(language, document.language)
    covered = coverage(segments, mentions)
    if as_facts:
        _print_facts(document, facts)
    elif as_coverage:
        for line in coverage_lines(covered):
            click.echo(line)
    else:
        _refuse_nothing(document, facts, said_in)
        _draft(Material(document, segments, facts, mentions), into, said_in)
    for line in summary(document, facts, understood(covered), said_in):
        click.echo(line, err=True)


def opened(source: Path) -> "Document":
    """The document in a file, or on standard input. Raises SourceError."""
    from gestand.reading.source import LARGEST, document_of, read_source

    if str(source) == "-":
        return document_of(sys.stdin.buffer.read(LARGEST + 1), "standard input")
    return read_source(source)


def _print_facts(document: "Document", facts: "tuple[Fact, ...]") -> None:
    from gestand.reading.exchange import exchanged
    from gestand.reading.facts import sure

    click.echo(json.dumps(exchanged(document.language, sure(facts)), ensure_ascii=False, indent=1))


def _refuse_nothing(document: "Document", facts: "tuple[Fact, ...]", language: Language) -> None:
    """No draft of a text in another language, or of one in which nothing is sure. Raises SourceError."""
    from gestand.core.errors import SourceError
    from gestand.reading.facts import sure
    from gestand.reading.language import is_in_neither

    if is_in_neither(document.text):
        raise SourceError(_NEITHER.said_in(language).format(name=document.name))
    if not sure(facts):
        raise SourceError(_NOTHING.said_in(language).format(name=document.name))


def _draft(material: "Material", into: Path | None, language: Language) -> None:
    """Print the draft, or write it over an earlier one; what a person decided there stays."""
    from gestand.reading.draft.compose import draft
    from gestand.reading.draft.file import is_a_draft, rewrite

    if into is None:
        click.echo(draft(material), nl=False)
        return
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


def coverage_lines(covered: "tuple[Covered, ...]") -> Iterator[str]:
    """The text, a segment a line, and below each what it was read as."""
    from gestand.core.document import Shape

    for one in covered:
        text = " ".join(one.segment.text.split())
        if one.segment.shape is Shape.HEADING:
            yield ""
            yield click.style(text, bold=True)
            continue
        yield click.style(f"{'✓' if one.facts else '·'} {text}", dim=not one.facts)
        for fact in one.facts:
            yield click.style(f"    → {told(fact.said)} ({fact.pattern}, doubt {fact.doubt})", fg="green")


def told(said: "Said") -> str:
    """A fact in a few words: `Kept: what invoices, duration P7Y`."""
    values = ((one.name, getattr(said, one.name)) for one in fields(said))
    parts = [f"{name} {value}" for name, value in values if value is not None and value is not False]
    return f"{type(said).__name__}: {', '.join(parts)}" if parts else type(said).__name__


def summary(
    document: "Document", facts: "tuple[Fact, ...]", understood: tuple[int, int], language: Language
) -> Iterator[str]:
    """What was read, and what was not: never a confident empty result."""
    from gestand.cli.page import folded, number

    if not facts:
        yield folded(_NOTHING.said_in(language).format(name=document.name))
    yield folded(
        _READ.said_in(language).format(
            characters=number(len(document.text), language),
            segments=_counted(understood[1], _SENTENCES, language),
            understood=number(understood[0], language),
            facts=_counted(len(facts), _FACTS, language),
        )
    )
    for part in document.unread:
        yield folded(f"{_NOT_READ.said_in(language)}: {part.what.said_in(language)}", 0, 2)
    for remark in document.remarks:
        yield folded(remark.said_in(language), 0, 2)
    if not document.unread:
        yield _ALL_READ.said_in(language)


def _counted(many: int, words: tuple[Text, Text], language: Language) -> str:
    """A number with its noun, in the singular or the plural."""
    from gestand.cli.page import number

    return f"{number(many, language)} {words[many != 1].said_in(language)}"
