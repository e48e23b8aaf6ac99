"""A page as PDF, set by Typst: the template is fixed, and the page comes in as data, so no text of it can be code."""

import json
import re
import tempfile
from dataclasses import asdict
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from gestand.core.errors import ConfigurationError
from gestand.documents.html import form_of
from gestand.documents.page import Page, Piece, Section


class PdfPartMissing(ConfigurationError):
    """PDF takes a part that is not there: pip install 'gestand[pdf]'. HTML and Markdown need nothing more."""


class SignNotInThePdf(ConfigurationError):
    """The letters of a PDF have no such sign. Write it in other signs, or publish HTML: a browser has more letters."""


_LACKING = re.compile(r'the text `"(.+?)"` could not be displayed')
"""How Typst tells that none of its fonts has a sign, which PDF/UA does not allow."""


def pdf(page: Page) -> bytes:
    """The page as a tagged PDF/UA-1; the same page gives the same bytes. Raises PdfPartMissing, SignNotInThePdf."""
    try:
        return typeset(files("gestand.documents").joinpath("templates", "page.typ"), _told(page))
    except SignNotInThePdf as lacking:
        raise SignNotInThePdf(_where(page, str(lacking))) from lacking


def typeset(template: Traversable, told: object, machine_fonts: bool = False) -> bytes:
    """The template with its data, set in a folder that holds nothing else, with Typst's own fonts.

    With `machine_fonts` those of this machine help out: then another machine may give other bytes.

    Raises PdfPartMissing, and SignNotInThePdf, whose message is that sign and nothing else.
    """
    try:
        import typst
    except ImportError as missing:
        raise PdfPartMissing(str(PdfPartMissing.__doc__)) from missing
    with tempfile.TemporaryDirectory() as empty:
        source = Path(empty) / "page.typ"
        source.write_bytes(template.read_bytes())
        try:
            made = typst.compile(
                str(source),
                root=empty,
                ignore_system_fonts=not machine_fonts,
                sys_inputs={"page": json.dumps(told, ensure_ascii=False)},
                pdf_standards="ua-1",
                timestamp=0,
            )
        except typst.TypstError as problem:
            if lacking := _LACKING.search(str(problem)):
                raise SignNotInThePdf(lacking[1]) from problem
            raise
    return bytes(made)


def _where(page: Page, sign: str) -> str:
    """The sign, and the title that it stands below."""
    told = ((section.title, json.dumps(asdict(section), ensure_ascii=False)) for section in page.sections)
    title = next((title for title, text in told if sign in text), page.title)
    return f"“{sign}”, below “{title}”: {SignNotInThePdf.__doc__}"


def _told(page: Page) -> dict[str, object]:
    """The page as the template reads it."""
    return {
        "language": page.language,
        "title": page.title,
        "speaker": page.speaker,
        "effective": _day(page.effective),
        "dates": " · ".join(page.dates),
        "made": page.labels.made_by,
        "witness": page.labels.witness,
        "checkpoint": page.checkpoint,
        "sections": [_section(section) for section in page.sections],
    }


def _day(effective: str) -> dict[str, int] | None:
    """The day in numbers; None for a text that does not say from when it holds."""
    numbers = map(int, effective.split("-")) if effective else ()
    return dict(zip(("year", "month", "day"), numbers, strict=True)) if effective else None


def _section(section: Section) -> dict[str, object]:
    topics = [
        {
            "title": topic.title,
            "anchor": topic.anchor,
            "link": topic.link,
            "pieces": [_piece(one) for one in topic.pieces],
        }
        for topic in section.topics
    ]
    pieces = [_piece(piece) for piece in section.pieces]
    return {"title": section.title, "anchor": section.anchor, "pieces": pieces, "topics": topics}


def _piece(piece: Piece) -> dict[str, object]:
    return {"form": form_of(piece), **asdict(piece)}
