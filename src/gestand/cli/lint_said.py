"""What `gestand lint` says of a file: notes first, then each remark with its place and quotes, then the sum."""

from collections.abc import Iterator

import click

from gestand.cli.page import folded, from_here, glued, legible, styled
from gestand.core.fact import Quote
from gestand.core.text import Language, Text
from gestand.lint.linted import Linted, grouped
from gestand.lint.remark import Remark
from gestand.lint.words import EDITED, NOTED, caution, standing, summary

SHOWN = 3
"""Quotes of one remark; how many more there are is said."""
_LINE = Text("regel {line}: ", "line {line}: ")


def lines(linted: Linted, language: Language) -> Iterator[str]:
    """The whole screen. Remarks of one rule that say the same are told once, with every place."""
    for note in linted.notes:
        yield folded(NOTED.filled(what=note.said_in(language)).said_in(language), 0, 2)
    for edit in linted.edits:
        what = edit.what.said_in(language)
        yield folded(EDITED.filled(line=edit.line, what=what).said_in(language), 0, 2)
    for alike in grouped(linted.shown):
        yield from _alike(alike, linted.in_lines, language)
    for asked in linted.incomplete:
        yield folded(asked.said_in(language), 0, 2)
    yield folded(summary(linted.remarks).said_in(language))


def _alike(remarks: tuple[Remark, ...], in_lines: bool, language: Language) -> Iterator[str]:
    first = remarks[0]
    where = legible(from_here(first.place.file)) + (
        f":{first.place.line}:{first.place.column}" if in_lines else ""
    )
    word = f"[{standing(first).said_in(language)}]"
    yield styled(f"{where} {first.rule.code} {first.rule.name} {word}", word, bold=True)
    yield folded(first.what.said_in(language), 2)
    if first.path:
        yield folded(", ".join(glued(f"{one.path} ({one.place.line})") for one in remarks), 4)
    for remark in remarks:
        line = _LINE.filled(line=remark.place.line).said_in(language)
        yield from _quotes(remark.quotes, line if in_lines and remark is not first else "")
    yield click.style(folded(caution(first).said_in(language), 2), dim=True)


def _quotes(quotes: tuple[Quote, ...], before: str) -> Iterator[str]:
    """The first quotes, without signs that a screen would obey; `before` stands in front of the first."""
    for number, quote in enumerate(quotes[:SHOWN]):
        plain = "".join(sign for sign in " ".join(quote.text.split()) if sign.isprintable())
        yield folded(f"{'' if number else before}“{plain}”", 4)
    if len(quotes) > SHOWN:
        yield f"    (+{len(quotes) - SHOWN})"
