"""A page before it has a form: sections, topics, paragraphs, lists and tables, in one language.

The renderers turn one page into HTML, Markdown or PDF; none of them knows what a statement is.
"""

from dataclasses import dataclass

from gestand.core.text import Language


@dataclass(frozen=True)
class Span:
    """A run of text; with `link` it leads to a page, an address (`mailto:`) or a place on this page (`#anchor`)."""

    text: str
    link: str = ""


Words = tuple[Span, ...]
"""One line of text, with its links."""


@dataclass(frozen=True)
class Paragraph:
    """One or more sentences; `anchor` where a promise is to be found by its id."""

    words: Words
    anchor: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list without an order; each item a paragraph."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Row:
    """One row of a table: a cell for each of its columns."""

    cells: tuple[Words, ...]
    anchor: str = ""


@dataclass(frozen=True)
class Table:
    """A table with a caption; the first cell of a row names what the row is about."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


Piece = Paragraph | Bullets | Table


@dataclass(frozen=True)
class Topic:
    """A part of a section with a title of its own, such as one recipient; the title may lead to another part."""

    title: str
    pieces: tuple[Piece, ...]
    anchor: str = ""
    link: str = ""


@dataclass(frozen=True)
class Section:
    """A part of the page with a heading: what stands under it, then its topics."""

    anchor: str
    title: str
    pieces: tuple[Piece, ...] = ()
    topics: tuple[Topic, ...] = ()


@dataclass(frozen=True)
class Labels:
    """The fixed words around a page, for the eye and for the screen reader."""

    contents: str
    skip: str
    made_by: str
    witness: str


@dataclass(frozen=True)
class Page:
    """A whole text in one language: `dates` says which version it is, `digest` from which file it was made.

    `checkpoint` is a signed checkpoint of the log, which makes a witness of whoever keeps the page. `ways` lead
    from a page on the web to others: the request form, the other language.
    """

    language: Language
    title: str
    speaker: str
    effective: str
    dates: tuple[str, ...]
    sections: tuple[Section, ...]
    labels: Labels
    digest: str = ""
    checkpoint: str = ""
    ways: Words = ()
