"""A text as it was read: its characters, its blocks, and every passage with the headings above it."""

from dataclasses import dataclass
from enum import StrEnum

from gestand.core.text import Language, Text


class Shape(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "list item"
    ROW = "table row"


@dataclass(frozen=True)
class Block:
    """A part of the text from `begin` up to `end`, in characters.

    `level` is that of a heading or of a list, counted from one; of a table row it is one for the row of titles,
    zero for the others. The cells of a row are parted by tabs, or by bars in Markdown.
    """

    shape: Shape
    begin: int
    end: int
    level: int = 0


@dataclass(frozen=True)
class Unread:
    """A part of the source that was not read, and why: `page 3 is a picture`."""

    what: Text


@dataclass(frozen=True)
class Document:
    """The text of a source, exactly as quotes are cut from it.

    `digest` is the SHA-256 (hex) of the source's bytes; `unread` is empty when all was read. `remarks` are what a
    reader should know of the text as a whole: damaged letters, two languages, two statements in one. `in_lines`
    says that the source has the same lines, as plain text and Markdown do and a page or a PDF does not.
    """

    name: str
    digest: str
    text: str
    blocks: tuple[Block, ...]
    language: Language
    unread: tuple[Unread, ...] = ()
    remarks: tuple[Text, ...] = ()
    in_lines: bool = True


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
