"""The guard on the command line: limits, slices, approvals, and a plan that is the one that was shown."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from tests.path.firm import DUE, FRESH, WAITING, Call, Firm, many, messages

from gestand.wiring.settings import AT_MOST

DOUBLINGS = 9


@pytest.fixture
def gestand(in_sqlite: Firm, call: Callable[[Firm], Call]) -> Call:
    return call(in_sqlite)


def test_the_default_limit_protects_a_newcomer(in_sqlite: Firm, gestand: Call) -> None:
    rows = many(in_sqlite, DOUBLINGS) + WAITING - DUE
    assert rows > AT_MOST
    digest = in_sqlite.approve(gestand)
    before = in_sqlite.state()
    ran = gestand("keep")
    assert ran.code == 3
    assert f"The plan changes {rows:,} rows, and at most {AT_MOST:,} are allowed at once" in ran.said
    assert "Nothing was touched." in ran.said
    assert f"gestand keep --plan {digest[:12]} --at-most {rows}" in ran.said
    assert f"gestand keep --slice {AT_MOST}" in ran.said
    assert in_sqlite.state() == before


def test_slices_walk_through_arrears_under_one_approval(in_sqlite: Firm, gestand: Call) -> None:
    rows = many(in_sqlite, DOUBLINGS) + WAITING - DUE
    in_sqlite.approve(gestand)
    left = [rows]
    while left[-1]:
        ran = gestand("keep", "--slice", "9000")
        assert ran.code == 0, ran.said
        left.append(gestand("plan", "--json").json()["rows"])
    assert left == [rows, rows - 9000, rows - 18000, 0]
    assert in_sqlite.rows(messages) == FRESH
    assert gestand("check").code == 0
    assert gestand("keep").code == 0


def test_a_slice_does_not_go_beyond_what_was_approved(in_sqlite: Firm, gestand: Call) -> None:
    in_sqlite.approve(gestand)
    many(in_sqlite, 2)
    assert gestand("keep", "--slice", "30").code == 0
    ran = gestand("keep", "--at-most", "1000")
    assert ran.code == 1
    assert "Wacht op goedkeuring: " in ran.said
    assert "gestand approve" in ran.said


def test_a_plan_that_is_not_todays_is_refused(in_sqlite: Firm, gestand: Call) -> None:
    old = in_sqlite.approve(gestand)
    many(in_sqlite, 1)
    before = in_sqlite.state()
    for digest in (old[:12], "0" * 12):
        ran = gestand("keep", "--plan", digest, "--at-most", "1000")
        assert ran.code == 3
        assert f"Plan {digest} is not today's plan, which is" in ran.said
        assert "Nothing was touched. Look at `gestand plan` again." in ran.said
    assert in_sqlite.state() == before


def test_a_plan_is_named_by_at_least_eight_digits(in_sqlite: Firm, gestand: Call) -> None:
    digest = in_sqlite.approve(gestand)
    before = in_sqlite.state()
    ran = gestand("keep", "--plan", digest[:7])
    assert ran.code == 3
    assert "is too short to name a plan; give at least 8 digits" in ran.said
    assert in_sqlite.state() == before


def test_a_named_plan_that_waits_for_approval_is_refused_whole(in_sqlite: Firm, gestand: Call) -> None:
    digest = gestand("plan", "--json").json()["digest"]
    before = in_sqlite.state()
    ran = gestand("keep", "--plan", digest)
    assert ran.code == 3
    assert f"`gestand approve {digest[:12]} --by NAME --reason WHY`" in ran.said
    assert in_sqlite.state() == before


APPROVALS = {
    "unknown": ("0123456789ab", "The book knows no plan '0123456789ab'. `gestand plan` shows today's"),
    "too short": ("0123", "'0123' names no plan: give at least 8 digits of its digest."),
    "no digest": ("tomorrow", "'tomorrow' names no plan: give at least 8 digits of its digest."),
}


@pytest.mark.parametrize("written", APPROVALS)
def test_an_approval_of_no_known_plan_is_refused(in_sqlite: Firm, gestand: Call, written: str) -> None:
    digest, message = APPROVALS[written]
    gestand("plan")
    before = in_sqlite.state()
    ran = gestand("approve", digest, "--by", "an officer", "--reason", "a guess")
    assert ran.code == 3
    assert message in ran.said
    assert in_sqlite.state() == before


def test_an_approval_that_names_two_plans_is_refused(in_sqlite: Firm, gestand: Call) -> None:
    digest = gestand("plan", "--json").json()["digest"]
    twin = digest[:8] + "".join("1" if digit == "0" else "0" for digit in digest[8:])
    with closing(sqlite3.connect(in_sqlite.book)) as book, book:
        book.execute("INSERT INTO plans SELECT ?, at, promises_json FROM plans", [twin])
    ran = gestand("approve", digest[:8], "--by", "an officer", "--reason", "a guess")
    assert ran.code == 3
    assert f"More than one plan begins with '{digest[:8]}': give more of the digest." in ran.said


@pytest.mark.parametrize(("by", "reason"), [(" ", "why"), ("an officer", "")])
def test_an_approval_has_a_name_and_a_reason(in_sqlite: Firm, gestand: Call, by: str, reason: str) -> None:
    digest = gestand("plan", "--json").json()["digest"]
    ran = gestand("approve", digest, "--by", by, "--reason", reason)
    assert ran.code == 3
    assert "An approval needs a name and a reason: --by NAME --reason WHY." in ran.said


def test_a_stricter_statement_waits_and_a_laxer_one_does_not(in_sqlite: Firm, gestand: Call) -> None:
    in_sqlite.approve(gestand)
    assert gestand("keep").code == 0
    in_sqlite.replace(
        in_sqlite.statement, "kept: 1 week after message-sent", "kept: 2 weeks after message-sent"
    )
    assert gestand("keep").code == 0
    in_sqlite.replace(
        in_sqlite.statement, "kept: 2 weeks after message-sent", "kept: PT1H after message-sent"
    )
    ran = gestand("keep")
    assert ran.code == 1
    assert (
        f"Wacht op goedkeuring: {FRESH} retention/recipient-numbers · strenger dan de vorige keer" in ran.said
    )
    assert in_sqlite.rows(messages) == FRESH
    in_sqlite.approve(gestand)
    assert gestand("keep").code == 0
    assert in_sqlite.rows(messages) == 0


def test_a_plan_that_is_approved_twice_is_not_approved_double(in_sqlite: Firm, gestand: Call) -> None:
    digest = in_sqlite.approve(gestand)
    again = gestand("approve", digest[:12], "--by", "another officer", "--reason", "to be sure")
    assert again.code == 3
    assert "was approved already" in again.said
    assert [entry["kind"] for entry in in_sqlite.log(gestand)].count("approved") == 4
    assert gestand("keep").code == 0
