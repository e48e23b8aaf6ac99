"""A plan as JSON tells everything that would change: columns, rows that go along, triggers."""

from datetime import UTC, datetime
from typing import Any

from gestand.cli.told import plan_told
from gestand.core.action import Action, Along, Blank, Erase, Leaving
from gestand.core.plan import Plan
from gestand.core.predicate import ALWAYS, Step
from gestand.core.schema import TableName

NOTES = (Step(("id",), TableName("notes"), ("contact",)),)


def told(action: Action) -> dict[str, Any]:
    plan = Plan("d" * 64, "s" * 64, datetime(2026, 3, 1, tzinfo=UTC), (action,), (), (), ())
    actions: Any = plan_told(plan)["actions"]
    (one,) = actions
    return dict(one)


def test_what_goes_along_and_what_fires_is_told() -> None:
    along = (Along(NOTES, Leaving.CASCADE, 7),)
    contacts = TableName("contacts")
    erase = Erase("retention/a", "portal", contacts, ALWAYS, 3, (), along, ("audit",), None, ("retention/b",))
    one = told(erase)
    assert one["along"] == [{"table": "notes", "how": "the database erases them with it", "rows": 7}]
    assert one["triggers"] == ("audit",)
    assert one["also"] == ("retention/b",)


def test_the_columns_that_are_made_unusable_are_told_and_not_what_replaces_them() -> None:
    values = (("name", None), ("email", "gone"))
    one = told(Blank("retention/a", "portal", TableName("contacts"), ALWAYS, 3, values, ("audit",)))
    assert one["columns"] == ["name", "email"]
    assert one["triggers"] == ("audit",)
    assert "gone" not in str(one)
