"""What kind of thing a column holds, from the type that its database declares."""

from sqlalchemy import types

from gestand.core.schema import ColumnKind

Type = types.TypeEngine[object]


def kind_of(dialect: str, declared: Type) -> ColumnKind:
    """OTHER for what promises do not care about: booleans, enumerations, documents, bytes."""
    if isinstance(declared, _OTHER) or declared.__visit_name__ == "SET":  # MariaDB's, a text to SQLAlchemy
        return ColumnKind.OTHER
    if isinstance(declared, types.DateTime):
        return _time(dialect, declared)
    if isinstance(declared, types.Boolean):
        return ColumnKind.OTHER if dialect == "postgresql" else ColumnKind.INTEGER
    return next((kind for kinds, kind in _KINDS if isinstance(declared, kinds)), ColumnKind.OTHER)


def length_of(declared: Type) -> int:
    """The longest text in characters, 0 if unbounded or no text."""
    length = getattr(declared, "length", None)
    return length if isinstance(length, int) and isinstance(declared, types.String) else 0


def _time(dialect: str, declared: types.DateTime) -> ColumnKind:
    """MariaDB's TIMESTAMP is an instant; SQLite's is whatever text or number was put in."""
    stamp = dialect in ("mysql", "mariadb") and isinstance(declared, types.TIMESTAMP)
    return ColumnKind.INSTANT if declared.timezone or stamp else ColumnKind.DATETIME


_OTHER = (types.Enum, types.LargeBinary, types.JSON)
_KINDS: tuple[tuple[tuple[type, ...], ColumnKind], ...] = (
    ((types.Uuid,), ColumnKind.UUID),
    ((types.Date,), ColumnKind.DATE),
    ((types.Integer,), ColumnKind.INTEGER),
    ((types.Numeric, types.Float), ColumnKind.NUMBER),
    ((types.String,), ColumnKind.TEXT),
)
