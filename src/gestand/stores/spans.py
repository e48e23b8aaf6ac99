"""The local day of the first or last moment that an engine found."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from gestand.stores.faces import EPOCHS, Face
from gestand.stores.shapes import UTC_SUFFIXES


def local_day(face: Face, zone: str, value: object) -> date | None:
    """`value` is text, or a number of seconds or milliseconds; None for none.

    A year beyond 9999, which some engines know, gives the last day that Python knows.
    """
    if value is None:
        return None
    try:
        return _local_day(face, zone, value)
    except (ValueError, OverflowError):
        return date.max


def _local_day(face: Face, zone: str, value: object) -> date:
    if isinstance(value, int | float | Decimal):
        moment = datetime.fromtimestamp(float(value) / EPOCHS.get(face, 1), UTC)
    elif face in (Face.INSTANT, Face.TEXT_UTC):
        moment = datetime.fromisoformat(_bare(str(value))[:26]).replace(tzinfo=UTC)
    else:
        return date.fromisoformat(str(value)[:10])
    return moment.astimezone(ZoneInfo(zone)).date()


def _bare(text: str) -> str:
    for suffix in UTC_SUFFIXES:
        text = text.removesuffix(suffix)
    return text
