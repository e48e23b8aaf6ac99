"""Years that a law still demands whole: the most that was seen stays the norm until somebody accounts for it."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.duties.worlds import Company, company, moment_of

from gestand.clock.term import Period, Term
from gestand.core.entry import Entry, Kind
from gestand.core.question import Answers
from gestand.core.schema import TableName
from gestand.duties import retention
from gestand.duties.retention.look import demanded_years

TODAY = date(2026, 11, 22)
INVOICES = "retention/invoices"


def told(kept: str = "7 years after the book year of billed", law: Any = "AWR 52") -> dict[str, Any]:
    return {
        "today": TODAY,
        "retention": {"invoices": {"data": ["invoice"], "kept": kept, "kept at least": law}},
        "tables": {
            "invoices": {
                "columns": {"id": "integer", "name": "text", "billed_on": "date"},
                "data": {"invoice": "name"},
                "moments": {"billed": "billed_on"},
                "rows": [[index, "A", date(2023, 5, 1)] for index in range(1, 6)],
            }
        },
    }


class Checks:
    """One check a day, each with the entries that the log has of it."""

    def __init__(self, here: Company) -> None:
        self.here, self.day, self.log = here, 0, list[Entry]()

    def check(self) -> list[str]:
        """The findings of today, which go into the log."""
        world = self.here.world(moment_of(TODAY) + timedelta(days=self.day))
        answers = Answers({one: self.here.store.answer(one) for one in retention.ask_for_check(world)})
        earlier = [entry for entry in self.log if entry.kind is Kind.CHECKED][-1:]
        accounts = [entry for entry in self.log if entry.kind is Kind.ACCOUNTED][-1:]
        found = retention.check(world, answers, (*accounts, *earlier))
        (counted,) = retention.counts(world, answers, (*accounts, *earlier))
        self.log.append(Entry(Kind.CHECKED, world.now, counted.promise, counts=counted.counts))
        self.day += 1
        return [f"{finding.code} {finding.rows}" for finding in found]

    def account(self, **years: int) -> None:
        at = moment_of(TODAY) + timedelta(days=self.day, hours=-1)
        counts = tuple((name.replace("_", " "), rows) for name, rows in years.items())
        self.log.append(Entry(Kind.ACCOUNTED, at, INVOICES, counts=counts))

    def leave(self, rows: int) -> None:
        del self.here.store.rows[TableName("invoices")][rows:]


def test_rows_gone_too_early_are_a_deviation_at_every_check_until_accounted_for() -> None:
    checks = Checks(company(told()))
    assert checks.check() == ["kept 0"]
    checks.leave(2)
    assert [checks.check() for _ in range(3)] == [["gone-too-early 3"]] * 3
    checks.account(year_2023=2)
    assert [checks.check() for _ in range(2)] == [["kept 0"]] * 2
    checks.leave(1)
    assert [checks.check() for _ in range(2)] == [["gone-too-early 1"]] * 2


def test_an_old_account_does_not_lower_what_was_counted_since() -> None:
    checks = Checks(company(told()))
    checks.account(year_2023=2)
    assert checks.check() == ["kept 0"]
    checks.leave(4)
    assert checks.check() == ["gone-too-early 1"]


def test_a_law_that_counts_from_the_moment_demands_whole_years_too() -> None:
    checks = Checks(company(told("7 years after billed", {"law": "Wwft 33", "after": "billed"})))
    checks.check()
    checks.leave(3)
    assert checks.check() == ["gone-too-early 2"]


def test_a_year_that_is_counted_no_longer_does_not_drop_out_silently() -> None:
    checks = Checks(company(told()))
    checks.check()
    moved = told()
    invoices = moved["tables"]["invoices"]
    invoices["columns"]["account_id"] = "integer"
    invoices["rows"] = [[*row, 1] for row in invoices["rows"]]
    invoices["links"], invoices["moments"] = {"account_id": "accounts"}, {"billed": "accounts via account_id"}
    columns = {"id": "integer", "billed_on": "date"}
    accounts = {"columns": columns, "moments": {"billed": "billed_on"}, "rows": [[1, date(2023, 5, 1)]]}
    moved["tables"]["accounts"] = accounts
    checks.here = company(moved)
    assert "year-not-counted 0" in checks.check()
    assert "year-not-counted 0" in checks.check()


@pytest.mark.parametrize(
    ("term", "years"),
    [
        (Term(Period(months=24)), (2025,)),
        (Term(Period(months=24), "the calendar year"), (2024, 2025)),
        (Term(Period(months=6)), ()),
        (Term(Period(hours=72)), ()),
        (Term(Period(working_days=10)), ()),
    ],
)
def test_a_year_is_demanded_as_long_as_every_row_of_it_is(term: Term, years: tuple[int, ...]) -> None:
    assert demanded_years(term, TODAY) == years
