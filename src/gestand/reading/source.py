"""From a file, or standard input, to a document: the format is told by the bytes, then by the name."""

import hashlib
from pathlib import Path

from gestand.core.document import Document
from gestand.core.errors import SourceError
from gestand.reading.formats import text
from gestand.reading.language import language_of

LARGEST = 60_000_000
"""Bytes of a source. A saved page with its pictures inside is the largest that we have seen."""


def read_source(path: Path) -> Document:
    """The document in a file. Raises SourceError where it cannot be opened or read."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError as problem:
        raise SourceError(f"{path} cannot be opened: {problem.strerror or 'unreadable'}.") from problem
    return document_of(raw, str(path))


def document_of(raw: bytes, name: str) -> Document:
    """The document in these bytes; `name` is what messages call it. Raises SourceError."""
    if len(raw) > LARGEST:
        raise SourceError(f"{name} is larger than {LARGEST:,} bytes; a statement never is.")
    extract = text.read(raw, name)
    return Document(
        name,
        hashlib.sha256(raw).hexdigest(),
        extract.text,
        extract.blocks,
        language_of(extract.text),
        extract.unread,
        extract.remarks,
    )
