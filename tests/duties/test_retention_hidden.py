"""Tables that the database does not show, or not whole: what hangs on a row there keeps the row."""

from datetime import date
from typing import Any

import pytest
from tests.duties.worlds import company

from gestand.core.action import rows_of
from gestand.core.errors import StoreRefuses
from gestand.core.schema import TableName
from gestand.duties.retention.plan import drafts
from gestand.duties.rows.family import family

TOLD: dict[str, Any] = {
    "today": date(2026, 11, 22),
    "retention": {"details": {"data": ["name"], "kept": "1 week after ended"}},
    "tables": {
        "accounts": {
            "columns": {"id": "integer", "name": "text", "ended_on": "date"},
            "data": {"name": "name"},
            "moments": {"ended": "ended_on"},
            "rows": [[1, "A", date(2026, 11, 1)]],
        },
        "ledger": {
            "columns": {"id": "integer", "account_id": "integer"},
            "links": {"account_id": "accounts / cascade"},
            "rows": [[1, 1]],
        },
    },
}
HIDDEN = {**TOLD, "tables": {**TOLD["tables"], "ledger": {**TOLD["tables"]["ledger"], "unreadable": True}}}


@pytest.mark.parametrize(("told", "stops"), [(TOLD, False), (HIDDEN, True)])
def test_rows_that_may_not_be_looked_at_stop_what_they_hang_on(told: dict[str, Any], stops: bool) -> None:
    world = company(told).world()
    table = world.bound.table("shop", TableName("accounts"))
    assert table is not None
    assert [child.stops for child in family(world, table)] == [stops]


def test_whether_such_rows_hang_there_is_refused_with_the_way_out() -> None:
    here = company(HIDDEN)
    question = rows_of(drafts(here.world())[-1])
    with pytest.raises(StoreRefuses, match=r"table ledger: gestand may not read it; GRANT SELECT"):
        here.store.answer(question)
