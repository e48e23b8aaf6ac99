"""DOCX: the paragraphs, lists and tables of a Word file, out of an archive that could be a bomb."""

import zipfile
import zlib
from io import BytesIO
from xml.parsers import expat

from gestand.core.errors import SourceError
from gestand.reading.extract import MOST_CHARACTERS, Extract
from gestand.reading.formats.styles import Styles
from gestand.reading.formats.word import Word

MOST_PARTS = 5_000
"""Files in the archive."""
LARGEST_PART = 30_000_000
"""Bytes of one part, unpacked."""
MOST_PACKED = 200
"""How many times smaller a part may be packed; a bomb is packed a thousand times smaller."""
BODY, STYLES, NOTES = "word/document.xml", "word/styles.xml", "word/footnotes.xml"


def read(raw: bytes, name: str) -> Extract:
    """The text of a Word file. Raises SourceError for an archive that is none, is damaged, locked, or a bomb."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            return _read(archive, name)
    except (zipfile.BadZipFile, EOFError, zlib.error, RuntimeError, OSError) as problem:
        raise SourceError(f"{name} is a damaged archive. Open it in Word, and save it anew.") from problem


def _read(archive: zipfile.ZipFile, name: str) -> Extract:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise SourceError(f"{name} holds {len(parts):,} parts; a statement never does. It was not opened.")
    names = {part.filename for part in parts}
    if BODY not in names:
        raise SourceError(
            f"{name} is an archive, and no Word file. Save the statement as DOCX, PDF, HTML or text."
        )
    styles = Styles()
    if STYLES in names:
        _parse(_part(archive, STYLES, name), styles.parser(), name)
    word = Word(styles)
    for part in (BODY, NOTES):
        if part in names:
            _parse(_part(archive, part, name), word.parser(), name)
    extract = word.sheet.extract(tuple(word.unread))
    if len(extract.text) > MOST_CHARACTERS:
        raise SourceError(f"{name} has {len(extract.text):,} characters of text; a statement never has.")
    if not extract.text.strip():
        raise SourceError(
            f"{name} holds no text; what is in it are pictures, if anything. Ask for the text itself."
        )
    return extract


def _part(archive: zipfile.ZipFile, part: str, name: str) -> bytes:
    """One part, unpacked; what the archive says of its size is not believed."""
    told = archive.getinfo(part)
    if told.flag_bits & 1:
        raise SourceError(f"{name} is behind a password. Take the password off, and read that file.")
    too_large = told.file_size > LARGEST_PART or told.file_size > MOST_PACKED * max(told.compress_size, 5_000)
    with archive.open(told) as stream:
        unpacked = b"" if too_large else stream.read(LARGEST_PART + 1)
    if too_large or len(unpacked) > LARGEST_PART:
        raise SourceError(
            f"{name}: its {part} unpacks to far more than a statement ever is. It was not read."
        )
    return unpacked


def _parse(xml: bytes, parser: expat.XMLParserType, name: str) -> None:
    """Raises SourceError for XML that is broken, or declares a type or entities: Word never does."""

    def refuse(*_: object) -> None:
        raise SourceError(f"{name} declares XML entities, as a bomb does and Word never. It was not read.")

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as problem:
        raise SourceError(f"{name} is a damaged Word file. Open it in Word, and save it anew.") from problem
