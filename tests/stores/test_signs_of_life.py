"""A store gives a sign of life while it walks through rows that stay, so that its keeper's lease can be renewed."""

import sqlite3
from contextlib import closing
from pathlib import Path

from gestand.core.action import Erase, Mode, Pace
from gestand.core.predicate import Equals
from gestand.core.schema import TableName
from gestand.stores.sql import SqlStore


def test_a_part_of_the_table_in_which_nothing_goes_is_a_batch_of_no_rows(tmp_path: Path) -> None:
    file = tmp_path / "shop.db"
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("CREATE TABLE visits (id INTEGER PRIMARY KEY, ip TEXT)")
        rows = (("10.0.0.1",) for _ in range(20_000))
        database.executemany("INSERT INTO visits (ip) VALUES (?)", rows)
    store = SqlStore("shop", f"sqlite:///{file}")
    erase = Erase("retention/visits", "shop", TableName("visits"), Equals("ip", "10.0.0.2"), 1)
    batches = list(store.perform(erase, Pace(Mode.POLITE, 100)))
    store.close()
    assert batches
    assert {batch.rows for batch in batches} == {0}
