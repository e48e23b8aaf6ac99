"""What a proof reads in place of the whole log, and who looked at somebody's choices."""

from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_WIDTH = 256
_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Add both tables, and fill the first with the tree over the entries that are there."""
    nodes = op.create_table(
        "log_nodes",
        sa.Column("level", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("place", _NUMBER, primary_key=True, autoincrement=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "choice_looks",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("subject", sa.LargeBinary(16), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.create_index("choice_looks_subject", "choice_looks", ["subject", "number"])
    connection, level = op.get_bind(), 1
    lower = sa.text(
        "SELECT leaf_hash FROM log_entries WHERE position >= :begin AND position < :end ORDER BY position"
    )
    while _filled(connection, nodes, lower, level) >= _WIDTH:
        told = "SELECT hash FROM log_nodes WHERE level = :level AND place >= :begin AND place < :end ORDER BY place"
        lower, level = sa.text(told).bindparams(level=level), level + 1


def _filled(connection: sa.Connection, nodes: sa.Table, lower: sa.TextClause, level: int) -> int:
    """Add one level over the full tiles of the one below it, a tile at a time; gives how many nodes it has."""
    place = 0
    while True:
        told = {"begin": place * _WIDTH, "end": (place + 1) * _WIDTH}
        hashes = [bytes(one) for (one,) in connection.execute(lower, told)]
        if len(hashes) < _WIDTH:
            return place
        connection.execute(nodes.insert(), {"level": level, "place": place, "hash": _root(hashes)})
        place += 1


def _root(hashes: list[bytes]) -> bytes:
    while len(hashes) > 1:
        pairs = zip(hashes[::2], hashes[1::2], strict=True)
        hashes = [sha256(b"\x01" + left + right).digest() for left, right in pairs]
    return hashes[0]
