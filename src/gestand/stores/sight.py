"""Which tables are there that a login may not read, as far as each engine tells."""

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from gestand.core.errors import StoreAway
from gestand.stores.catalogue import table_named
from gestand.stores.trouble import LOCKED, trouble

_UNREADABLE = """
SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition
AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
AND NOT (has_schema_privilege(n.oid, 'USAGE')
  AND (has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid, 'SELECT')))
ORDER BY 1, 2
"""


def out_of_sight(connection: sa.Connection) -> tuple[str, ...]:
    """Their names; a file of SQLite hides none."""
    match connection.dialect.name:
        case "mariadb":
            seen = {*shown(connection)}
            return tuple(name for name in sa.inspect(connection).get_table_names() if name not in seen)
        case "postgresql":
            own = connection.dialect.default_schema_name
            rows = connection.execute(sa.text(_UNREADABLE))
            return tuple(str(table_named(own, schema, name)) for schema, name in rows)
        case _:
            return ()


def shown(connection: sa.Connection) -> list[str]:
    """The tables of MariaDB whose shape this login may see; one that may read a few columns of a table may not."""
    quoted = connection.dialect.identifier_preparer.quote_identifier
    return [name for name in sa.inspect(connection).get_table_names() if _is_shown(connection, quoted(name))]


def _is_shown(connection: sa.Connection, table: str) -> bool:
    try:
        connection.exec_driver_sql(f"SHOW CREATE TABLE {table}")
    except DBAPIError as error:
        why = trouble(error)
        if why.error is StoreAway or why is LOCKED:
            raise
        return False
    return True
