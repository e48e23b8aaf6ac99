"""What tables in memory do not tell of a real database: keys of bytes."""

from pathlib import Path

import sqlalchemy as sa
from tests.duties.askers import office, walked
from tests.duties.in_sqlite import filled

from gestand.stores.sql import SqlStore

HERS, HIS = b"\x00\x01\x02\x03", b"\x00\x01\x02\x04"
TOLD = {
    "today": "2026-11-22T12:00",
    "asks": ["access", "erasure"],
    "known": {"email": "ann@example.org"},
    "tables": {
        "contacts": {
            "columns": {"id": "other required unique", "email": "text", "phone": "text"},
            "key": ["id"],
            "links": {},
            "known by": {"email": "email", "phone": "phone"},
            "data": {"details": ["email", "phone"]},
            "rows": [[HERS, "ann@example.org", "0611111111"], [HIS, "bob@example.org", "0622222222"]],
        },
        "orders": {
            "columns": {"id": "integer", "contact_id": "other", "what": "text"},
            "key": ["id"],
            "links": {"contact_id": "contacts / restrict"},
            "known by": "contacts via contact_id",
            "data": {"order": "what"},
            "rows": [[1, HERS, "X"], [2, HIS, "Y"]],
        },
    },
}


def test_rows_whose_key_is_bytes_are_found_by_what_they_bear(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'shop.sqlite'}"
    filled(url, TOLD)
    store = SqlStore("shop", url)
    here = office(TOLD, {"shop": store})
    kept = here.casework.keep(walked(here).id, here.tick)
    store.close()
    assert kept.case.closed
    assert [line.rows for line in kept.told] == [1, 1, 1, 1]
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT id FROM contacts").scalars().all() == [HIS]
        assert connection.exec_driver_sql("SELECT id FROM orders").scalars().all() == [2]
    engine.dispose()
