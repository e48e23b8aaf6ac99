"""Plain text: every character stays as it is in the source, so that quotes are exact to the byte."""

import codecs

from gestand.core.errors import SourceError
from gestand.core.text import Text
from gestand.reading.blocks import blocks_of
from gestand.reading.extract import MOST_CHARACTERS, Extract

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
NOT_UTF8 = Text(
    "De bron is geen UTF-8; hij is gelezen als Windows-1252. Kijk na of letters met accenten kloppen.",
    "The source is not UTF-8; it was read as Windows-1252. See whether letters with accents are right.",
)


def read(raw: bytes, name: str) -> Extract:
    """The text as it stands, with the blocks that its lines show. Raises SourceError where it is no text."""
    text, remarks = decoded(raw, name)
    if len(text) > MOST_CHARACTERS:
        raise SourceError(
            f"{name} has {len(text):,} characters; a statement never has. Give the statement alone."
        )
    return Extract(text, blocks_of(text), (), remarks, in_lines=True)


def decoded(raw: bytes, name: str) -> tuple[str, tuple[Text, ...]]:
    """The characters of the bytes: UTF-8, UTF-16 with its mark, else Windows-1252 with a remark."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decode(raw, encoding, name), ()
    if b"\0" in raw:
        raise SourceError(f"{name} is binary and no text. Give a text, Markdown, HTML, PDF or DOCX file.")
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        return raw.decode("windows-1252", errors="replace"), (NOT_UTF8,)


def _decode(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as problem:
        raise SourceError(
            f"{name} begins with the mark of {encoding}, and byte {problem.start} does not fit it. Save it as UTF-8."
        ) from problem
