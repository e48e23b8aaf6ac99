"""What tables in memory do not tell of a real database: keys of bytes, and links that it cannot empty."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from tests.duties.askers import office, walked
from tests.duties.in_sqlite import filled, read
from tests.duties.worlds import store_of

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


BY_BRANCH = {"id": "integer required", "part": "integer required"}
VISITED: dict[str, Any] = {
    "today": "2026-11-22T12:00",
    "asks": "erasure",
    "known": {"email": "ann@example.org"},
    "tables": {
        "members": {
            "columns": {**BY_BRANCH, "email": "text"},
            "key": ["part", "id"],
            "links": {},
            "known by": {"email": "email"},
            "data": {"details": "email"},
            "rows": [[1, 1, "ann@example.org"], [1, 2, "bob@example.org"]],
        },
        "visits": {
            "columns": {**BY_BRANCH, "member": "integer"},
            "key": ["part", "id"],
            "links": {"part + member": "members / set null"},
            "rows": [[1, 1, 1], [2, 1, None], [1, 2, 1]],
        },
    },
    "elsewhere": {
        "crm": {
            "tickets": {
                "columns": {"id": "integer", "email": "text"},
                "known by": {"email": "email"},
                "data": {"ticket": "email"},
                "rows": [[1, "ann@example.org"]],
            }
        }
    },
}


def test_a_link_that_the_database_cannot_empty_leaves_no_store_half_done(tmp_path: Path) -> None:
    """`on delete set null` of a key with a required column in it refuses: her visit goes with her, and no other."""
    url = f"sqlite:///{tmp_path / 'shop.sqlite'}"
    filled(url, VISITED)
    store, crm = SqlStore("shop", url), store_of({"tables": VISITED["elsewhere"]["crm"]}, "crm")
    here = office(VISITED, {"shop": store, "crm": crm})
    case = walked(here)
    plan = here.casework.plan(case.id, here.tick())
    assert (plan.rows, plan.rows_in_all) == (2, 3)
    assert here.casework.keep(case.id, here.tick).case.closed
    store.close()
    left = read(url, VISITED)
    assert [(row["id"], row["part"]) for row in left["members"]] == [(1, 2)]
    assert [(row["id"], row["part"], row["member"]) for row in left["visits"]] == [(1, 2, 1), (2, 1, None)]
