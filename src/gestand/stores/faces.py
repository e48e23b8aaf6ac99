"""Which shape of time a column has, for its engine, its kind and the reading that the data map declares."""

from enum import StrEnum

from gestand.core.predicate import Reading
from gestand.core.schema import ColumnKind


class Face(StrEnum):
    """How a time lies in a column, as far as comparing goes."""

    DAY = "a day"
    LOCAL = "a local time"
    INSTANT = "an instant"
    UNIX_STAMP = "an instant that the session shows in its own zone"
    TEXT_DAY = "text of a day"
    TEXT_LOCAL = "text of a local time"
    TEXT_UTC = "text of a time in UTC"
    SECONDS = "seconds since 1970"
    MILLISECONDS = "milliseconds since 1970"


TEXTS = (Face.TEXT_DAY, Face.TEXT_LOCAL, Face.TEXT_UTC)
EPOCHS = {Face.SECONDS: 1, Face.MILLISECONDS: 1_000}

_TEXT = {
    Reading.DATE: Face.TEXT_DAY,
    Reading.DATETIME: Face.TEXT_LOCAL,
    Reading.ISO_TEXT: Face.TEXT_LOCAL,
    Reading.ISO_TEXT_UTC: Face.TEXT_UTC,
}
_EPOCH = {Reading.EPOCH_SECONDS: Face.SECONDS, Reading.EPOCH_MILLISECONDS: Face.MILLISECONDS}
_SERVER: dict[ColumnKind, dict[Reading, Face]] = {
    ColumnKind.DATE: {Reading.DATE: Face.DAY, Reading.DATETIME: Face.DAY},
    ColumnKind.DATETIME: {Reading.DATETIME: Face.LOCAL},
    ColumnKind.INSTANT: {Reading.INSTANT: Face.INSTANT, Reading.DATETIME: Face.INSTANT},
    ColumnKind.TEXT: _TEXT,
    ColumnKind.INTEGER: _EPOCH,
    ColumnKind.NUMBER: _EPOCH,
}


def face(dialect: str, kind: ColumnKind, reading: Reading) -> Face | None:
    """The shape of the time, or None where this reading does not fit a column of this kind.

    A SQLite column holds what was put into it, whatever it declares: there any text and any number fits.
    """
    if dialect == "sqlite":
        return (_TEXT | _EPOCH).get(reading)
    found = _SERVER.get(kind, {}).get(reading)
    return Face.UNIX_STAMP if found is Face.INSTANT and dialect == "mariadb" else found
