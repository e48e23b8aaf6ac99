"""Which shape the book has, and the steps to the newest one."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from gestand.core.errors import BookNotOurs

NEWEST = "0005"
OLDER = ("0001", "0002", "0003", "0004")
VERSION_TABLE = "gestand_version"
_ALONE = 0x67657374
"""The lock of those who change the shape of a book: any number will do, as long as it stays the same."""


def version_of(connection: Connection) -> str | None:
    """The version of the book on this connection; none when there is no book in it."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.execute(text("SELECT version_num FROM gestand_version")).scalar()


def refuse_unknown(version: str | None, place: str) -> None:
    """Raise BookNotOurs for a database without a book, or with one that a newer gestand made."""
    if version is None:
        raise BookNotOurs(f"{place} is not a book of gestand. `gestand init` makes one.")
    if version != NEWEST and version not in OLDER:
        raise BookNotOurs(
            f"{place} has version {version}, and this gestand knows up to {NEWEST}: a newer one wrote it. "
            "Nothing was changed. Install the newer gestand."
        )


def alone(connection: Connection) -> None:
    """Wait for others who change the shape of this book. An SQLite transaction that writes is alone already."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _ALONE})


def migrate(connection: Connection) -> None:
    """Take the book on this connection to the newest version, in the caller's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes.update(connection=connection, version_table=VERSION_TABLE)
    command.upgrade(config, "head")
