"""A text as it was read: its characters, its blocks, and every passage with the headings above it."""

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"
    ROW = "table row"


@dataclass(frozen=True)
class Block:
    """A part of the text from `begin` up to `end`, in characters; `level` is that of a heading, or of a list."""

    shape: Shape
    begin: int
    end: int
    level: int = 0


@dataclass(frozen=True)
class Unread:
    """A part of the source that was not read, and why: `page 3 is a picture`."""

    what: str


@dataclass(frozen=True)
class Document:
    """The text of a source, exactly as quotes are cut from it.

    `digest` is the SHA-256 (hex) of the source's bytes, `language` "nl" or "en"; `unread` is empty when all was read.
    """

    name: str
    digest: str
    text: str
    blocks: tuple[Block, ...]
    language: str
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True)
class Segment:
    """A sentence, list item or table row: `document.text[begin:end]`, with the context that gives it its meaning.

    `headings` from the outermost to the nearest; `lead` is the sentence that introduces the list it stands in;
    `cells` are those of a table row, with the titles of their columns.
    """

    begin: int
    end: int
    text: str
    shape: Shape
    headings: tuple[str, ...] = ()
    lead: str = ""
    cells: tuple[tuple[str, str], ...] = ()
