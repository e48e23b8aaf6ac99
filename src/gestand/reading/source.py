"""From a file, or standard input, to a document: the format is told by the bytes, then by the name."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from gestand.core.document import Document
from gestand.core.errors import SourceError
from gestand.reading import remarks
from gestand.reading.extract import Extract
from gestand.reading.formats import docx, html, markdown, pdf, text
from gestand.reading.language import language_of

LARGEST = 60_000_000
"""Bytes of a source. A saved page with its pictures inside is the largest that we have seen."""

_READERS: tuple[tuple[bytes, Callable[[bytes, str], Extract]], ...] = (
    (b"%pdf-", pdf.read),
    (b"pk\x03\x04", docx.read),
    (b"<!doctype html", html.read),
    (b"<html", html.read),
)
_NOT_READ = {
    b"\xd0\xcf\x11\xe0": "an older Word file, or one behind a password",
    b"{\\rtf": "an RTF file",
    b"from: <saved by": "a web archive (MHT)",
    b"mime-version:": "a web archive (MHT)",
    b"\x89png": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"gif8": "a picture",
    b"\x1f\x8b": "a compressed file",
}
"""What the first bytes tell, in small letters, and gestand does not read."""
_PAGE = re.compile(rb"<(?:html|head|body|main|article|div|h[1-6]|p|meta)[\s>]", re.IGNORECASE)


def read_source(path: Path) -> Document:
    """The document in a file. Raises SourceError where it cannot be opened or read."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError as problem:
        raise SourceError(
            f"{path} cannot be opened: {problem.strerror or 'unreadable'}. Give the path of a text, Markdown, HTML, "
            "PDF or DOCX file."
        ) from problem
    return document_of(raw, str(path))


def document_of(raw: bytes, name: str) -> Document:
    """The document in these bytes; `name` is what messages call it. Raises SourceError."""
    if not raw.strip():
        raise SourceError(f"{name} is empty. Give a text, Markdown, HTML, PDF or DOCX file.")
    if len(raw) > LARGEST:
        raise SourceError(f"{name} is larger than {LARGEST:,} bytes; a statement never is.")
    extract = _format(raw, name)(raw, name)
    if not any(letter.isalpha() for letter in extract.text):
        raise SourceError(f"{name} holds no words. Give a text, Markdown, HTML, PDF or DOCX file.")
    found = remarks.of(extract)
    return Document(
        name,
        hashlib.sha256(raw).hexdigest(),
        extract.text,
        extract.blocks,
        language_of(extract.text),
        extract.unread + found.unread,
        extract.remarks + found.remarks,
        extract.in_lines,
    )


def _format(raw: bytes, name: str) -> Callable[[bytes, str], Extract]:
    """The reader of the format, by the first bytes; a page that begins with text by its name."""
    start = raw[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for mark, reader in _READERS:
        if start.startswith(mark):
            return reader
    for mark, what in _NOT_READ.items():
        if start.startswith(mark):
            raise SourceError(f"{name} is {what}. Save it as DOCX, PDF, HTML or text, and read that.")
    if name.lower().endswith((".html", ".htm", ".xhtml")) or _PAGE.search(raw[:2048]):
        return html.read
    return markdown.read if name.lower().endswith((".md", ".markdown")) else text.read
