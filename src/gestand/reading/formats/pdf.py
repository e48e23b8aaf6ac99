"""PDF: the text of every page, put back into paragraphs; a page that is a picture is told as unread."""

import logging
import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from gestand.core.document import Unread
from gestand.core.errors import SourceError
from gestand.core.text import Text
from gestand.reading.blocks import blocks_of
from gestand.reading.extract import MOST_CHARACTERS, Extract
from gestand.reading.formats.reflow import reflowed

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 300
FEWEST_LETTERS = 20
"""A page with fewer letters is a picture, with at most a page number on it."""
PICTURE = Text("bladzijde {page} is een afbeelding zonder tekst", "page {page} is a picture without text")
BROKEN = Text("bladzijde {page} is beschadigd", "page {page} is damaged")


def read(raw: bytes, name: str) -> Extract:
    """The text of the pages. Raises SourceError for a scan, a password, a damaged file, or without pypdf."""
    pages = _pages(raw, name)
    texts: list[str] = []
    unread: list[Unread] = []
    for number, page in enumerate(pages, 1):
        text, trouble = _text(page)
        texts.append(text)
        if trouble:
            unread.append(Unread(Text(trouble.nl.format(page=number), trouble.en.format(page=number))))
        if sum(map(len, texts)) > MOST_CHARACTERS:
            raise SourceError(f"{name} has more than {MOST_CHARACTERS:,} characters; a statement never has.")
    if not any(text.strip() for text in texts):
        raise SourceError(
            f"{name} is a scan: its {len(texts)} pages are pictures, and none has text. "
            "Make the text readable with a program for text recognition (OCR), or ask for the text itself."
        )
    text = reflowed(texts)
    return Extract(text, blocks_of(text), tuple(unread))


def _pages(raw: bytes, name: str) -> "list[PageObject]":
    try:
        import pypdf
    except ImportError as missing:
        raise SourceError(
            f"{name} is a PDF, and reading that takes pypdf. Install it with: pip install 'gestand[read]'"
        ) from missing
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mutters is said better below
    try:
        reader = pypdf.PdfReader(BytesIO(raw))
        _unlock(reader, name)
        if len(reader.pages) > MOST_PAGES:
            raise SourceError(f"{name} has {len(reader.pages)} pages, and gestand reads {MOST_PAGES}.")
        return list(reader.pages)
    except _trouble() as problem:
        raise SourceError(f"{name} is damaged, or no PDF: it cannot be opened. Save it anew.") from problem


def _unlock(reader: "PdfReader", name: str) -> None:
    """Some files are locked with an empty password, and open to anybody."""
    from pypdf.errors import DependencyError

    try:
        if not reader.is_encrypted or reader.decrypt(""):
            return
    except DependencyError:
        pass
    raise SourceError(f"{name} is behind a password. Take the password off, and read that file.")


def _text(page: "PageObject") -> tuple[str, Text | None]:
    try:
        text = page.extract_text()
    except _trouble():
        return "", BROKEN
    return (text, None) if sum(map(str.isalpha, text)) >= FEWEST_LETTERS else ("", PICTURE)


def _trouble() -> tuple[type[Exception], ...]:
    """What pypdf raises on a file that is not as it should be."""
    from pypdf.errors import PyPdfError

    told = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, ArithmeticError)
    return (PyPdfError, struct.error, zlib.error, EOFError, *told)
