"""Everything that is done for one person in one store: deeds in order, in one transaction, or none of them."""

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from gestand.core.action import Batch, Deed, Erase
from gestand.core.errors import StoreRefuses
from gestand.stores.acting import EVERY_ROW, Act, kept_act, run
from gestand.stores.compile import Compiler
from gestand.stores.hanging import erase_with_family
from gestand.stores.sweep import MOST_TRIES
from gestand.stores.trouble import told, trouble

MOST_ROWS = 1_000_000
"""More rows than this are no single person's: one transaction would hold the table too long."""


def together(connection: sa.Connection, compiler: Compiler, deeds: tuple[Deed, ...]) -> tuple[Batch, ...]:
    """A batch for each deed, committed as one; after a clash with another session all of it is tried again."""
    tries = 1
    while True:
        batches: list[Batch] = []
        try:
            with connection.begin():
                for deed in deeds:
                    batches.append(_one(connection, compiler, deed))
            return tuple(batches)
        except DBAPIError as error:
            if tries == MOST_TRIES or not trouble(error).again:
                stopped = deeds[min(len(batches), len(deeds) - 1)]
                raise told(error, compiler.store, stopped.table) from None
            tries += 1


def _one(connection: sa.Connection, compiler: Compiler, deed: Deed) -> Batch:
    act = kept_act(compiler, deed)
    if isinstance(deed, Erase) and (act.hangs or _waits_for_its_own(deed)):
        return _erased(connection, act, deed)
    return Batch(run(connection, act.whole, act.given))


def _erased(connection: sa.Connection, act: Act, deed: Erase) -> Batch:
    """With all that leaves along; round after round where rows of the table wait for others of it."""
    rows = along = 0
    while True:
        changed = erase_with_family(connection, act, EVERY_ROW, MOST_ROWS, 0)
        rows, along = rows + changed.rows, along + changed.along
        if changed.beyond or rows + along > MOST_ROWS:
            raise StoreRefuses(
                f"store {act.compiler.store}, table {deed.table}: more than {MOST_ROWS:,} rows of one person would go; "
                "see in the data map by what her rows are known"
            )
        if not changed.rows or (changed.whole and not _waits_for_its_own(deed)):
            return Batch(rows, along=along)


def _waits_for_its_own(deed: Erase) -> bool:
    return any(step.table == deed.table for path in deed.unless for step in path)
