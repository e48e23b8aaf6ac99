"""How far a hold reaches: asked before it begins, and told of every table that holds what it covers."""

from dataclasses import replace
from datetime import date
from typing import Any

from tests.duties.worlds import company, hold

from gestand.core.question import Tallies
from gestand.duties import retention

TOLD: dict[str, Any] = {
    "today": date(2026, 11, 22),
    "retention": {"details": {"data": ["name"], "kept": "1 week after seen"}},
    "tables": {
        "contacts": {
            "columns": {"id": "integer", "email": "text", "name": "text", "seen_on": "date"},
            "known by": {"email": "email"},
            "data": {"name": "name"},
            "moments": {"seen": "seen_on"},
            "rows": [[1, "Ann@example.org", "A", date(2026, 1, 1)]],
        },
        "notes": {
            "columns": {"id": "integer", "contact_id": "integer", "text": "text"},
            "links": {"contact_id": "contacts / set null"},
            "known by": "contacts via contact_id",
            "data": {"note": "text"},
            "rows": [[1, 1, "X"], [2, 1, "Y"], [3, None, "Z"]],
        },
        "visits": {
            "columns": {"id": "integer", "ip": "text"},
            "data": {"ip": "ip"},
            "rows": [[1, "10.0.0.1"]],
        },
    },
}


def reach(**hold_told: Any) -> dict[str, int | None]:
    here = company(TOLD)
    world = replace(here.world(), holds=(hold({"id": "H-1", **hold_told}),))
    found: dict[str, int | None] = {}
    for table, question in retention.rows_held(world):
        answer = here.store.answer(question) if question else None
        found[table] = answer["rows"].rows if isinstance(answer, Tallies) else None
    return found


def test_a_hold_reaches_tables_of_which_nobody_promised_anything() -> None:
    assert reach(data=["note"], people={"email": "ann@example.org"}) == {"notes (shop)": 2}


def test_of_tables_that_know_their_people_otherwise_the_reach_cannot_be_told() -> None:
    assert reach(people={"email": "ann@example.org"}) == {
        "contacts (shop)": 1,
        "notes (shop)": 2,
        "visits (shop)": None,
    }


def test_a_hold_that_finds_nobody_keeps_no_row() -> None:
    assert reach(data=["name"], people={"email": "bob@example.org"}) == {"contacts (shop)": 0}
