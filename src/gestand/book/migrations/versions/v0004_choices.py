"""Choices: what was offered, what was chosen, and the last word on each purpose."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_MOMENT = sa.String(27)
_DIGEST = sa.String(64)


def upgrade() -> None:
    """Add three tables; nothing that was there is touched."""
    op.create_table(
        "offers",
        sa.Column("digest", _DIGEST, primary_key=True),
        sa.Column("told_json", sa.Text, nullable=False),
    )
    op.create_table(
        "choices",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("subject", sa.LargeBinary(16), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("entry", sa.Integer, nullable=False),
        sa.Column("salt", sa.LargeBinary(16), nullable=False),
        sa.Column("told_json", sa.Text, nullable=False),
    )
    op.create_index("choices_subject", "choices", ["subject", "number"])
    op.create_table(
        "standing",
        sa.Column("subject", sa.LargeBinary(16), primary_key=True),
        sa.Column("purpose", sa.String(200), primary_key=True),
        sa.Column("granted", sa.Boolean, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("offer", _DIGEST, nullable=False),
        sa.Column("proven", sa.Boolean, nullable=False),
        sa.Column("age", sa.String(30), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
