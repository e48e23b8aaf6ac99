"""What `gestand read` says of a text: each sentence with what it was read as, and what was read and what was not."""

from collections.abc import Iterator
from dataclasses import fields

import click

from gestand.cli.page import folded, number
from gestand.core.document import Document, Shape
from gestand.core.fact import Said
from gestand.core.text import Language, Text
from gestand.reading.coverage import Covered, understood

_READ = Text(
    "Gelezen: {characters} tekens, {segments}; in {understood} daarvan is iets herkend: {facts}.",
    "Read: {characters} characters, {segments}; something was recognised in {understood}: {facts}.",
)
_SENTENCES = Text("zin", "sentence"), Text("zinnen", "sentences")
_FACTS = Text("gegeven", "fact"), Text("gegevens", "facts")
_ALL_READ = Text("Alles in de bron is gelezen.", "All of the source was read.")
_NOT_READ = Text("Niet gelezen", "Not read")


def coverage_lines(covered: tuple[Covered, ...]) -> Iterator[str]:
    """The text, a segment a line, and below each what it was read as."""
    for one in covered:
        text = " ".join(one.segment.text.split())
        if one.segment.shape is Shape.HEADING:
            yield from ("", click.style(text, bold=True))
            continue
        yield click.style(f"{'✓' if one.facts else '·'} {text}", dim=not one.facts)
        for fact in one.facts:
            yield click.style(f"    → {_told(fact.said)} ({fact.pattern}, doubt {fact.doubt})", fg="green")


def _told(said: Said) -> str:
    """A fact in a few words: `Kept: what invoices, duration P7Y`."""
    values = ((one.name, getattr(said, one.name)) for one in fields(said))
    parts = [f"{name} {value}" for name, value in values if value is not None and value is not False]
    return f"{type(said).__name__}: {', '.join(parts)}" if parts else type(said).__name__


def summary(
    document: Document, facts: int, covered: tuple[Covered, ...], language: Language
) -> Iterator[str]:
    """What was read, and what was not: never a confident empty result."""
    yield folded(_read(document, facts, covered, language))
    for part in document.unread:
        yield folded(f"{_NOT_READ.said_in(language)}: {part.what.said_in(language)}", 0, 2)
    for remark in document.remarks:
        yield folded(remark.said_in(language), 0, 2)
    if not document.unread:
        yield _ALL_READ.said_in(language)


def _read(document: Document, facts: int, covered: tuple[Covered, ...], language: Language) -> str:
    some, all_ = understood(covered)
    return _READ.said_in(language).format(
        characters=number(len(document.text), language),
        segments=_counted(all_, _SENTENCES, language),
        understood=number(some, language),
        facts=_counted(facts, _FACTS, language),
    )


def _counted(many: int, words: tuple[Text, Text], language: Language) -> str:
    """A number with its noun, in the singular or the plural."""
    return f"{number(many, language)} {words[many != 1].said_in(language)}"
