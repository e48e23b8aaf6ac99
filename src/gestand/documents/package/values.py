"""A value of a row as text that means the same everywhere: ISO 8601 for time, a point in numbers, base64 for bytes."""

from base64 import b64encode
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite

from gestand.core.text import Language, Text
from gestand.documents.voice import day_words

_YES, _NO = Text("ja", "yes"), Text("nee", "no")
_BYTES = Text("{count} bytes, in het bestand", "{count} bytes, in the file")


def json_value(value: object) -> object:
    """As JSON holds it; a decimal number stays exact as text, and so does a number that JSON has no word for."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if isfinite(value) else text_value(value)
    return text_value(value)


def text_value(value: object) -> str:
    """As a cell or a page shows it; empty for nothing."""
    match value:
        case str():
            return value
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case bytes():
            return b64encode(value).decode()
        case datetime() | date() | time():
            return value.isoformat()
        case timedelta():
            return f"PT{value.total_seconds():f}".rstrip("0").rstrip(".") + "S"
        case Decimal():
            return f"{value:f}" if value.is_finite() else str(value)
        case _:
            return str(value)


def page_value(value: object, language: Language) -> str:
    """As people read it on the page: dates in words, and bytes counted."""
    match value:
        case bool():
            return (_YES if value else _NO).said_in(language)
        case bytes():
            return _BYTES.filled(count=len(value)).said_in(language) if value else ""
        case datetime():
            return f"{day_words(value, language)} {value:%H:%M}"
        case date():
            return day_words(value, language)
        case timedelta():
            return str(value)
        case _:
            return text_value(value)
