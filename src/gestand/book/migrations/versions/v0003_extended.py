"""Whether the term of a case was extended: the list tells both our own promise and the day that she was told then."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column. A case that was extended before says so from its next step on: its file is sealed."""
    op.add_column("cases", sa.Column("extended", sa.Boolean, nullable=False, server_default=sa.false()))
