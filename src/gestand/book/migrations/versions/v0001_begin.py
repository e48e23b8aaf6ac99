"""The first shape of the book, and of the log that lies beside it."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_BIG_KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Create every table of the first shape."""
    _create_log()
    _create_approvals()
    _create_memory()
    _create_lease()
    _create_owner()
    _create_accounts()


def _create_log() -> None:
    op.create_table(
        "log_entries",
        sa.Column("position", _BIG_KEY, primary_key=True, autoincrement=False),
        sa.Column("line", sa.LargeBinary, nullable=False),
        sa.Column("leaf_hash", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "log_newest_entries",
        sa.Column("kind", sa.String(20), primary_key=True),
        sa.Column("promise", sa.String(500), primary_key=True),
        sa.Column("hold", sa.String(64), primary_key=True),
        sa.Column("position", _BIG_KEY, nullable=False),
    )
    op.create_table(
        "log_open_intentions",
        sa.Column("position", _BIG_KEY, primary_key=True, autoincrement=False),
        sa.Column("promise", sa.String(500), nullable=False),
        sa.Column("action", sa.String(64), nullable=False),
        sa.Column("rows", sa.BigInteger, nullable=False),
        sa.Column("along", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("promise", "action"),
    )
    head = op.create_table(
        "log_tree_head",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("frontier", sa.LargeBinary, nullable=False),
        sa.Column("last_at", sa.String(27), nullable=False),
    )
    op.bulk_insert(head, [{"id": 1, "size": 0, "frontier": b"", "last_at": ""}])


def _create_approvals() -> None:
    op.create_table(
        "approvals",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("plan_digest", sa.String(64), nullable=False),
        sa.Column("approver", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
    )
    op.create_table(
        "approved_promises",
        sa.Column("approval", sa.Integer, sa.ForeignKey("approvals.id"), primary_key=True),
        sa.Column("promise", sa.String(500), primary_key=True),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("rows", sa.BigInteger, nullable=False),
        sa.Column("used", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "plans",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("promises_json", sa.Text, nullable=False),
    )


def _create_memory() -> None:
    op.create_table(
        "kept",
        sa.Column("promise", sa.String(500), primary_key=True),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("rule_json", sa.Text, nullable=False),
        sa.Column("statement_digest", sa.String(64), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
    )
    op.create_table(
        "holds",
        sa.Column("id", sa.String(100), primary_key=True),
        sa.Column("data_json", sa.Text, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("approver", sa.Text, nullable=False),
        sa.Column("begins", sa.Date, nullable=False),
        sa.Column("review", sa.Date, nullable=False),
        sa.Column("ends", sa.Date),
    )
    op.create_table(
        "snapshots",
        sa.Column("store", sa.String(200), primary_key=True),
        sa.Column("schema_json", sa.Text, nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("accepted_by", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )
    op.create_table(
        "statements",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("effective", sa.Date, nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
    )


def _create_lease() -> None:
    op.create_table(
        "lease",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("token", sa.String(32), nullable=False),
        sa.Column("holder", sa.String(200), nullable=False),
        sa.Column("taken", sa.String(27), nullable=False),
        sa.Column("until", sa.String(27), nullable=False),
    )


def _create_owner() -> None:
    op.create_table(
        "owner",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("public_key", sa.Text, nullable=False),
        sa.Column("probe", sa.String(64), nullable=False),
    )


def _create_accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("promise", sa.String(500), nullable=False),
        sa.Column("cause", sa.Text, nullable=False),
        sa.Column("repaired", sa.Date, nullable=False),
        sa.Column("told_by", sa.Text, nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("rows", sa.BigInteger, nullable=False),
    )
