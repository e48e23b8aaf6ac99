"""Where the log lies: its entries, its head, and the ways to what is asked of it often."""

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, MetaData, String, Table, UniqueConstraint

_NUMBER = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData()

entries = Table(
    "log_entries",
    metadata,
    Column("position", _NUMBER, primary_key=True, autoincrement=False),
    Column("line", LargeBinary, nullable=False),
    Column("leaf_hash", LargeBinary, nullable=False),
)

newest_entries = Table(
    "log_newest_entries",
    metadata,
    Column("kind", String(20), primary_key=True),
    Column("promise", String(500), primary_key=True),
    Column("hold", String(64), primary_key=True),
    Column("position", _NUMBER, nullable=False),
)

open_intentions = Table(
    "log_open_intentions",
    metadata,
    Column("position", _NUMBER, primary_key=True, autoincrement=False),
    Column("promise", String(500), nullable=False),
    Column("action", String(64), nullable=False),
    Column("rows", BigInteger, nullable=False),
    Column("along", BigInteger, nullable=False),
    UniqueConstraint("promise", "action"),
)

tree_head = Table(
    "log_tree_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("size", BigInteger, nullable=False),
    Column("frontier", LargeBinary, nullable=False),
    Column("last_at", String(27), nullable=False),
)

inner_nodes = Table(
    "log_nodes",
    metadata,
    Column("level", Integer, primary_key=True, autoincrement=False),
    Column("place", _NUMBER, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary, nullable=False),
)
