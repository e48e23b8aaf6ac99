"""Tables that a database shows only in part: what it hides would be taken for gone."""

from gestand.core.errors import StoreRefuses
from gestand.core.schema import TableFacts


def refuse_in_part(store: str, facts: TableFacts) -> None:
    """Raises StoreRefuses for a table of which not every row can be seen."""
    if not facts.readable:
        raise StoreRefuses(
            f"store {store}, table {facts.name}: gestand may not read it; GRANT SELECT ON it, or name it in the data "
            "map, and run the SQL that `gestand grants` prints"
        )
    if facts.row_security:
        raise StoreRefuses(
            f"store {store}, table {facts.name}: row-level security may hide rows from gestand, so nothing it says "
            "of this table can be relied on; let its login see every row: ALTER ROLE ... BYPASSRLS"
        )
