"""Requests: cases and their steps, letters, who is let in, and what outlasts a case."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_MOMENT = sa.String(27)
_DIGEST = sa.String(64)


def upgrade() -> None:
    """Add every table that requests need; nothing that was there is touched."""
    _create_cases()
    _create_case_parts()
    _create_letters()
    _create_lasting()
    _create_staff()
    _create_doors()


def _case_id(*, key: bool = False, index: bool = False, later: bool = False) -> sa.Column[str]:
    """`later`: in one transaction it may come before the case itself."""
    to = sa.ForeignKey("cases.id", deferrable=later or None, initially="DEFERRED" if later else None)
    return sa.Column("case_id", sa.String(20), to, primary_key=key, nullable=False, index=index)


def _create_cases() -> None:
    op.create_table(
        "case_numbers",
        sa.Column("year", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("last", sa.Integer, nullable=False),
    )
    op.create_table(
        "cases",
        sa.Column("id", sa.String(20), primary_key=True),
        sa.Column("rights_json", sa.Text, nullable=False),
        sa.Column("way", sa.String(20), nullable=False),
        sa.Column("received", _MOMENT, nullable=False),
        sa.Column("safe", _MOMENT, nullable=False),
        sa.Column("answer_by", _MOMENT, nullable=False),
        sa.Column("law_limit", _MOMENT, nullable=False),
        sa.Column("paused", sa.Boolean, nullable=False),
        sa.Column("last", sa.String(20), nullable=False),
        sa.Column("closed", _MOMENT),
        sa.Column("keep_until", _MOMENT),
        sa.Column("asked", _DIGEST, nullable=False),
    )
    for name, columns, where in (
        ("cases_open", ["safe", "id"], "closed IS NULL"),
        ("cases_asked", ["asked"], "closed IS NULL"),
        ("cases_closed", ["closed", "id"], "closed IS NOT NULL"),
    ):
        op.create_index(name, "cases", columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
    op.create_index("cases_keep_until", "cases", ["keep_until"])


def _create_case_parts() -> None:
    op.create_table(
        "case_steps",
        _case_id(key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "case_payloads",
        _case_id(key=True),
        sa.Column("name", sa.String(200), primary_key=True),
        sa.Column("until", _MOMENT, nullable=False, index=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "case_views",
        sa.Column("number", sa.Integer, primary_key=True),
        _case_id(index=True),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )


def _create_letters() -> None:
    op.create_table(
        "letters",
        sa.Column("number", sa.Integer, primary_key=True),
        _case_id(index=True, later=True),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("template", sa.String(30), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("state", sa.String(20), nullable=False, index=True),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("not_before", _MOMENT),
        sa.Column("trouble", sa.Text, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sqlite_autoincrement=True,
    )


def _create_lasting() -> None:
    op.create_table(
        "suppressions",
        sa.Column("digest", _DIGEST, primary_key=True),
        sa.Column("scope", sa.String(200), primary_key=True),
        sa.Column("channel", sa.String(50), primary_key=True),
        sa.Column("since", _MOMENT, nullable=False),
        sa.Column("source", sa.String(100), nullable=False),
    )
    op.create_table(
        "tombstones",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("case_id", sa.String(20), nullable=False),
        sa.Column("digest", _DIGEST, nullable=False),
        sa.Column("data_json", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("until", _MOMENT, nullable=False),
        sa.Column("kind", sa.String(100), nullable=False),
        sa.Column("store", sa.String(200), nullable=False),
        sa.Column("schema_name", sa.String(200), nullable=False),
        sa.Column("table_name", sa.String(200), nullable=False),
        sa.Column("columns_json", sa.Text, nullable=False),
    )
    op.create_index("tombstones_digest", "tombstones", ["digest", "case_id"], unique=True)


def _create_staff() -> None:
    op.create_table(
        "staff",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("digest", _DIGEST, nullable=False, unique=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("password_hash", sa.String(200)),
        sa.Column("revoked", _MOMENT),
    )
    op.create_table(
        "sessions",
        sa.Column("digest", _DIGEST, primary_key=True),
        sa.Column("member", sa.Integer, sa.ForeignKey("staff.number"), nullable=False, index=True),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("until", _MOMENT, nullable=False),
    )


def _create_doors() -> None:
    op.create_table(
        "links",
        sa.Column("digest", _DIGEST, primary_key=True),
        sa.Column("purpose", sa.String(20), nullable=False),
        sa.Column("subject", sa.String(20), nullable=False, index=True),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("until", _MOMENT, nullable=False),
        sa.Column("used_at", _MOMENT),
    )
    op.create_table(
        "attempts",
        sa.Column("digest", _DIGEST, primary_key=True),
        sa.Column("until", _MOMENT, primary_key=True, index=True),
        sa.Column("times", sa.Integer, nullable=False),
    )
