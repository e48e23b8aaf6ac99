"""Times that PostgreSQL can hold and Python cannot (infinity, 44 BC, 24:00) are read as their text."""

from typing import Any

KINDS = ("date", "timestamp", "timestamptz", "time", "timetz", "interval")


def read_as_text_what_is_no_time(connection: Any) -> None:
    """For one connection of psycopg, which would else refuse the whole row."""
    from psycopg.pq import Format

    for kind in KINDS:
        oid = connection.adapters.types[kind].oid
        loader = connection.adapters.get_loader(oid, Format.TEXT)
        connection.adapters.register_loader(oid, _lenient(loader))


def _lenient(strict: Any) -> type:
    """A loader that falls back on the text; psycopg takes classes, and not functions."""
    from psycopg import DataError
    from psycopg.pq import Format

    class Lenient:
        format = Format.TEXT

        def __init__(self, oid: int, connection: object = None) -> None:
            self._strict = strict(oid, connection)

        def load(self, data: Any) -> object:
            try:
                return self._strict.load(data)
            except DataError:
                return bytes(data).decode()

    return Lenient
