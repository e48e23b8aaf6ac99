"""Names that every table of an engine answers to, beside its own columns."""

from gestand.core.schema import TableFacts

_ROWID_NAMES = ("_rowid_", "rowid", "oid")


def rowid_name(facts: TableFacts) -> str | None:
    """The first of SQLite's three names for the rowid that no column of the table takes for itself."""
    taken = {column.name.lower() for column in facts.columns}
    return next((name for name in _ROWID_NAMES if name not in taken), None)


def system_columns(dialect: str, facts: TableFacts) -> tuple[str, ...]:
    """Names that the table answers to, beside its own columns; on MariaDB, those that gestand had made to look by."""
    if dialect == "postgresql":
        return "tableoid", "ctid"
    if dialect == "mariadb":
        return tuple(column.digits for column in facts.columns if column.digits)
    name = rowid_name(facts) if dialect == "sqlite" else None
    return (name,) if name else ()
