"""The shape of what stores are asked: the plain case is one bare comparison, and nothing else."""

from datetime import UTC, date, datetime
from typing import Any

from tests.duties.worlds import company

from gestand.core.action import Blank, Erase
from gestand.core.predicate import (
    ALWAYS,
    NEVER,
    All,
    Before,
    Equals,
    Exists,
    Missing,
    Moment,
    Reading,
    Step,
    Unreadable,
    all_of,
    any_of,
    negated,
)
from gestand.core.schema import TableName
from gestand.duties.retention.look import looks
from gestand.duties.retention.plan import drafts
from gestand.duties.rows.family import family

SENT = Moment("sent_at", Reading.DATETIME, "Europe/Amsterdam")
ENDED = Moment("ended_at", Reading.DATETIME, "Europe/Amsterdam")
UP = (Step(("account_id",), TableName("accounts"), ("id",)),)


def plain(**more: Any) -> dict[str, Any]:
    return {
        "today": date(2026, 11, 22),
        "retention": {"numbers": {"data": ["number"], "kept": "1 week after sent"}},
        "tables": {
            "messages": {
                "columns": {"id": "integer", "number": "text", "sent_at": "date and time required"},
                "data": {"number": "number"},
                "moments": {"sent": "sent_at"},
                **more,
            }
        },
    }


def with_parent() -> dict[str, Any]:
    return {
        "today": date(2026, 11, 22),
        "retention": {"details": {"data": ["name"], "kept": "1 week after ended"}},
        "tables": {
            "accounts": {
                "columns": {"id": "integer", "ended_at": "date and time"},
                "rows of": "none",
                "moments": {"ended": {"column": "ended_at", "empty": "not yet"}},
            },
            "contacts": {
                "columns": {"id": "integer", "account_id": "integer required", "name": "text"},
                "links": {"account_id": "accounts"},
                "data": {"name": "name"},
                "moments": {"ended": "accounts via account_id"},
            },
        },
    }


def due(moment: Moment, day: int = 16) -> Before:
    """Before the first local moment of that day: 23:00 UTC the evening before."""
    return Before(moment, datetime(2026, 11, day - 1, 23, tzinfo=UTC))


def parts(told: dict[str, Any]) -> dict[str, object]:
    (look,) = looks(company(told).world())
    return {part.name: part.where for part in look.question.parts}


def test_the_plain_case_is_one_bare_comparison() -> None:
    (draft,) = drafts(company(plain()).world())
    assert isinstance(draft, Erase)
    assert draft.where == due(SENT)
    assert (draft.unless, draft.along, draft.walk) == ((), (), SENT)


def test_blanking_adds_only_that_the_column_is_not_blank_yet() -> None:
    (draft,) = drafts(company(plain(**{"at the end": {"blank": {"number": "-"}}})).world())
    assert isinstance(draft, Blank)
    assert draft.where == all_of(due(SENT), negated(Equals("number", "-")))


def test_the_parents_moment_is_one_step_and_one_comparison() -> None:
    (draft,) = drafts(company(with_parent()).world())
    assert isinstance(draft, Erase)
    assert draft.where == Exists(UP, due(ENDED))
    assert draft.walk is None


def test_a_check_of_the_plain_case_asks_bare_comparisons() -> None:
    assert parts(plain()) == {
        "deviation": due(SENT, 15),
        "due": due(SENT),
        "cannot tell": all_of(Unreadable(SENT), negated(Missing("number"))),
    }


def test_a_check_of_a_parents_moment_asks_no_more_than_it_must() -> None:
    assert parts(with_parent()) == {
        "deviation": Exists(UP, due(ENDED, 15)),
        "due": Exists(UP, due(ENDED)),
        "cannot tell": all_of(Exists(UP, Unreadable(ENDED)), negated(Missing("name"))),
    }


def test_a_partition_is_no_child_of_the_tables_that_its_table_points_at() -> None:
    told = with_parent()
    told["tables"]["contacts_2026"] = {**told["tables"]["contacts"], "partition of": "contacts"}
    for word in ("data", "moments"):
        del told["tables"]["contacts_2026"][word]
    world = company(told).world()
    (accounts,) = (table for table in world.bound.tables if table.name == TableName("accounts"))
    assert [child.table for child in family(world, accounts)] == [TableName("contacts")]


def test_the_constant_is_the_same_all_day() -> None:
    here = company(plain())
    wheres = {
        draft.where
        for hour in (0, 9, 23)
        for draft in drafts(here.world(here.now.replace(hour=hour, minute=59)))
    }
    assert len(wheres) == 1


def test_what_is_trivial_vanishes() -> None:
    assert all_of(due(SENT), ALWAYS, due(SENT)) == due(SENT)
    assert any_of(due(SENT), NEVER, due(SENT)) == due(SENT)
    assert all_of(due(SENT), NEVER) == NEVER
    assert any_of(due(SENT), ALWAYS) == ALWAYS
    assert negated(negated(due(SENT))) == due(SENT)
    assert (negated(ALWAYS), negated(NEVER)) == (NEVER, ALWAYS)
    flat = All((due(SENT), Missing("a"), Missing("b")))
    assert all_of(all_of(due(SENT), Missing("a")), Missing("b")) == flat
