"""A page as Markdown (CommonMark with tables), every text escaped so that it stays text."""

import re
from collections.abc import Iterator

from gestand.documents.page import Bullets, Page, Paragraph, Piece, Row, Section, Table, Topic, Words

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&#!{}])")
_AT_START = re.compile(r"^(?:([-+=])|(\d{1,9})([.)]))")
_IN_LINK = re.compile(r"[\s<>()\\`|]|&(?=#?\w+;)")
"""What would end a link, its cell, or be read as another sign."""


def markdown(page: Page) -> str:
    """The page as Markdown; where a promise stands, an empty `<a id>` keeps its anchor."""
    lines = [f"# {escaped(page.title)}", "", escaped(" · ".join(page.dates)), ""]
    for section in page.sections:
        lines += _section(section)
    if page.labels.made_by:
        lines += ["---", "", escaped(page.labels.made_by), ""]
    if page.checkpoint:
        lines += [escaped(page.labels.witness), "", *(f"    {line}" for line in page.checkpoint.splitlines())]
    return "\n".join(lines).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    """A text in which nothing means anything to Markdown, nor to the HTML inside it."""
    return _AT_START.sub(_harmless, _SPECIAL.sub(r"\\\1", " ".join(text.split())))


def _harmless(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


def _section(section: Section) -> Iterator[str]:
    yield from (f"## {_mark(section.anchor)}{escaped(section.title)}", "")
    for piece in section.pieces:
        yield from _piece(piece)
    for topic in section.topics:
        yield from _topic(topic)


def _topic(topic: Topic) -> Iterator[str]:
    title = escaped(topic.title)
    linked = f"[{title}]({_target(topic.link)})" if topic.link else title
    yield from (f"### {_mark(topic.anchor)}{linked}", "")
    for piece in topic.pieces:
        yield from _piece(piece)


def _piece(piece: Piece) -> Iterator[str]:
    match piece:
        case Paragraph():
            yield f"{_mark(piece.anchor)}{_words(piece.words)}"
        case Bullets():
            for item in piece.items:
                yield f"- {_mark(item.anchor)}{_words(item.words)}"
        case Table():
            yield from _table(piece)
    yield ""


def _table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(escaped(column) for column in table.columns)} |"
    yield f"|{'---|' * len(table.columns)}"
    for row in table.rows:
        yield f"| {_row(row)} |"


def _row(row: Row) -> str:
    first, *rest = (_words(cell) for cell in row.cells)
    return " | ".join((f"{_mark(row.anchor)}{first}", *rest))


def _words(words: Words) -> str:
    return "".join(_span(span.text, span.link) for span in words)


def _span(text: str, link: str) -> str:
    """A run of text; spaces at its ends stay, for they part it from what stands beside it."""
    inner = escaped(text)
    if link:
        return f"[{inner}]({_target(link)})"
    begin, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{' ' if begin else ''}{inner}{' ' if end and inner else ''}"


def _target(link: str) -> str:
    return _IN_LINK.sub(lambda found: f"%{ord(found[0]):02X}", link)


def _mark(anchor: str) -> str:
    return f'<a id="{anchor}"></a>' if anchor else ""
