"""Which keys a book belongs to, so that those of another log never write in it."""

from sqlalchemy import Column, Connection, Integer, String, Table, Text, insert, select

from gestand.book.schema import metadata
from gestand.core.errors import WrongKey

owner = Table(
    "owner",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("public_key", Text, nullable=False),
    Column("probe", String(64), nullable=False),
)


def put(connection: Connection, public_key: str, probe: str) -> None:
    """Remember whose book this is: `probe` is a digest of something known, under the key of the digests."""
    connection.execute(insert(owner).values(id=1, public_key=public_key, probe=probe))


def refuse_others(connection: Connection, public_key: str, probe: str) -> None:
    """Raise WrongKey when the book was begun with other keys than these."""
    row = connection.execute(select(owner.c.public_key, owner.c.probe).where(owner.c.id == 1)).one_or_none()
    if row is not None and (row.public_key, row.probe) != (public_key, probe):
        signed_with = "+".join(
            row.public_key.split("+")[:2]
        )  # the name and the number, without the key itself
        raise WrongKey(
            f"These keys are not those of this book, whose log is signed with {signed_with}. Nothing was read or "
            "written. Put back the keys that belong to it."
        )
