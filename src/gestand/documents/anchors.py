"""Anchors of a page, each once: two cookies may differ in capitals only, and their anchors would not."""

from dataclasses import replace
from itertools import count

from gestand.documents.page import Bullets, Page, Paragraph, Piece, Section, Table, Topic


def with_single_anchors(page: Page) -> Page:
    """The page with every anchor once; those of its sections stay, for the page links to them."""
    taken = {"text", "contents", *(f"{one.anchor}{end}" for one in page.sections for end in ("", "-title"))}
    return replace(page, sections=tuple(_section(one, taken) for one in page.sections))


def _section(one: Section, taken: set[str]) -> Section:
    pieces = tuple(_piece(inner, taken) for inner in one.pieces)
    return replace(one, pieces=pieces, topics=tuple(_topic(topic, taken) for topic in one.topics))


def _topic(one: Topic, taken: set[str]) -> Topic:
    anchor = _single(one.anchor, taken)
    return replace(one, anchor=anchor, pieces=tuple(_piece(inner, taken) for inner in one.pieces))


def _piece(one: Piece, taken: set[str]) -> Piece:
    match one:
        case Paragraph():
            return replace(one, anchor=_single(one.anchor, taken))
        case Bullets():
            return Bullets(tuple(replace(item, anchor=_single(item.anchor, taken)) for item in one.items))
        case Table():
            return replace(
                one, rows=tuple(replace(row, anchor=_single(row.anchor, taken)) for row in one.rows)
            )


def _single(anchor: str, taken: set[str]) -> str:
    """The anchor, with a number behind it where it is taken; none stays none."""
    if anchor in taken:
        anchor = next(other for number in count(2) if (other := f"{anchor}-{number}") not in taken)
    taken.update({anchor} - {""})
    return anchor
