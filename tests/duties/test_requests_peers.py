"""Where the strongest open tool for requests was seen to fail, and how a request fares here instead."""

from typing import Any

import pytest
from tests.duties.askers import office, walked

from gestand.core.errors import CaseNotReady, CaseStops
from gestand.core.step import Did, Result

Told = dict[str, Any]


def told(columns: Told, row: list[Any], **more: Any) -> Told:
    return {
        "today": "2026-11-20T12:00",
        "asks": "erasure",
        "known": {"email": "user@example.com"},
        "tables": {
            "users": {
                "columns": {"id": "integer", **columns},
                "known by": {"email": "email"},
                "data": {"details": [*columns]},
                "rows": [[1, *row], [2, *["other@example.com" for _ in columns]]],
            }
        },
        **more,
    }


def test_a_column_of_a_type_that_nobody_knows_is_emptied_or_the_plan_is_refused_never_skipped_and_called_done() -> (
    None
):
    """There a masked field without a type is skipped, logged as masked, and the status is complete."""
    case = told({"email": "text", "shape": "other"}, ["user@example.com", "POINT(1 2)"])
    case["tables"]["users"]["at the end"] = {"blank": ["email", "shape"]}
    here = office(case)
    assert here.casework.keep(walked(here).id, here.tick).told[0].result is Result.DONE
    assert here.rows()["users"][0] == [1, None, None]
    case["tables"]["users"]["columns"]["shape"] = "other required"
    here = office(case)
    before = here.rows()
    with pytest.raises(CaseStops, match="shape cannot be empty"):
        here.casework.keep(walked(here).id, here.tick)
    assert here.rows() == before


def test_erase_erases_and_is_asked_again() -> None:
    """There `delete` on PostgreSQL is accepted and ignored."""
    here = office(told({"email": "text"}, ["user@example.com"]))
    kept = here.casework.keep(walked(here).id, here.tick)
    assert [row[0] for row in here.rows()["users"]] == [2]
    assert [(did.changed, did.remaining) for did in kept.case.all_of(Did)] == [(1, 0)]


def test_a_column_that_cannot_be_empty_stops_the_plan_before_the_first_table_is_touched() -> None:
    """There one UPDATE and commit a row, so that a NOT NULL column stops it after three tables were erased."""
    case = told({"email": "text"}, ["user@example.com"])
    for number in range(3):
        case["tables"][f"a{number}"] = {
            "columns": {"id": "integer", "email": "text"},
            "known by": {"email": "email"},
            "data": {f"more{number}": "email"},
            "rows": [[1, "user@example.com"]],
        }
    case["tables"]["z"] = {
        "columns": {"id": "integer", "email": "text required"},
        "known by": {"email": "email"},
        "data": {"last": "email"},
        "at the end": {"blank": {"email": None}},
        "rows": [[1, "user@example.com"]],
    }
    here = office(case)
    before = here.rows()
    with pytest.raises(CaseStops, match="email cannot be empty"):
        here.casework.keep(walked(here).id, here.tick)
    assert here.rows() == before


@pytest.mark.parametrize("spelled", ["USER@EXAMPLE.COM", " User@Example.com "])
def test_an_address_in_capitals_finds_the_same_person(spelled: str) -> None:
    """There `USER@EXAMPLE.COM` gets an empty package and "complete"."""
    here = office(told({"email": "text"}, ["user@example.com"], asks="access", known={"email": spelled}))
    case = walked(here)
    assert here.casework.keep(case.id, here.tick).told[0].result is Result.DONE
    assert b"user@example.com" in (here.casework.package(case.id, "desk", here.tick()) or b"")


def test_nothing_found_is_never_called_complete() -> None:
    here = office(told({"email": "text"}, ["somebody@example.com"], asks="access"))
    kept = here.casework.keep(walked(here).id, here.tick)
    assert kept.case.closed
    assert kept.case.closed.result is Result.NOTHING_FOUND


def test_nobody_erases_a_customer_without_showing_who_asks() -> None:
    """There no verification by default, so that an unauthenticated POST erased a customer."""
    here = office(told({"email": "text"}, ["user@example.com"], identified=False))
    case, before = walked(here), here.rows()
    with pytest.raises(CaseNotReady, match="it is not known yet who asks"):
        here.casework.keep(case.id, here.tick)
    assert here.casework.plan(case.id, here.tick()).amounts == ()
    assert here.rows() == before


def test_a_case_that_waits_is_open_and_goes_on_however_long_it_waited() -> None:
    """There a watchdog marks healthy requests as failed."""
    by_hand = {"mailbox": {"owner": "support", "data": ["mails"]}}
    here = office(told({"email": "text"}, ["user@example.com"], **{"by hand": by_hand}))
    case = walked(here)
    for _ in range(3):
        kept = here.casework.keep(case.id, here.tick)
        assert [task.store for task in kept.waits] == ["mailbox"]
        assert not kept.case.closed
        here.now = here.now.replace(day=here.now.day + 1)
    assert [line.id for line in here.cases.open_cases()] == [case.id]


def test_many_rows_of_hers_take_one_transaction_and_no_more_questions() -> None:
    """There over a thousand statements a request on its own database; here the work grows with tables."""
    case = told({"email": "text"}, ["user@example.com"])
    case["tables"]["users"]["rows"] += [[number, "user@example.com"] for number in range(10, 300)]
    here = office(case)
    kept = here.casework.keep(walked(here).id, here.tick)
    assert [row[0] for row in here.rows()["users"]] == [2]
    assert len(list(kept.case.all_of(Did))) == 1
