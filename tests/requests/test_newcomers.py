"""A row that stands for her, written by the company's own program while her erasure runs in PostgreSQL."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.requests.company import HER, PHONE, Club, club, customers, orders
from tests.requests.line import Line, line
from tests.requests.mailbox import Mailbox
from tests.requests.test_bad_days import ready

from gestand.core.entry import Kind

COMMITS = (b"DELETE FROM", b"COMMIT")
UNHEARD = pytest.mark.parametrize("answered", [False, True], ids=["before the commit", "after it"])
LAST = pytest.mark.parametrize("shop", [("help", "shop", "post")], indirect=True, ids=["last"])
Rows = list[tuple[sa.Table, dict[str, object]]]
AGAIN: Rows = [
    (customers, {"id": 70, "name": "A. Smit", "email": HER.upper()}),
    (orders, {"id": 71, "customer_id": 70, "article": "pen"}),
]
"""She came again, in capitals, and ordered something."""
SHARED: Rows = [(customers, {"id": 80, "name": "Bo Smit", "email": "bo.smit@example.org", "phone": PHONE})]
"""Somebody who lives with her gave the same number."""


@dataclass
class Shop:
    """A company whose shop is in PostgreSQL at the end of a line; the case of its one request."""

    company: Club
    line: Line
    case: str

    def comes(self, rows: Rows) -> Callable[[], None]:
        """A second connection writes these rows, past the line."""

        def written() -> None:
            with self.company.shop.begin() as connection:
                for table, values in rows:
                    connection.execute(table.insert().values(**values))

        return written

    def is_kept(self) -> None:
        self.company.call("request", "keep", self.case)
        assert self.is_closed

    def stops(self) -> str:
        return self.company.run("request", "keep", self.case, code=3)

    @property
    def is_closed(self) -> bool:
        return self.company.opened().cases.case(self.case).closed is not None

    def remaining(self) -> list[int]:
        """What the log says of each store that was done: how much was left in it."""
        done = (entry for entry in self.company.opened().log.entries() if entry.kind is Kind.DONE)
        return [dict(entry.counts)["remaining"] for entry in done]


@pytest.fixture(params=[("shop", "help", "post"), ("help", "shop", "post")], ids=["first", "last"])
def shop(request: pytest.FixtureRequest, tmp_path: Path, of_our_own: str, mail: Mailbox) -> Iterator[Shop]:
    with line(of_our_own) as (made, along):
        desk = f"sqlite:///{tmp_path / 'help.db'}"
        with club(tmp_path / "club", of_our_own, desk, mail.port, order=request.param) as company:
            case = ready(company)
            company.environment["SHOP_URL"] = along
            yield Shop(company, made, case)


@UNHEARD
def test_a_row_that_stands_for_her_is_told_as_remaining_and_goes_when_the_case_is_kept_again(
    shop: Shop, mail: Mailbox, answered: bool
) -> None:
    shop.line.at(*COMMITS, happens=shop.comes(AGAIN), answered=answered)
    said = shop.stops()
    assert "1 row of hers came while this ran" in said
    assert HER not in said.lower()
    assert not shop.is_closed
    assert 70 in [row[0] for row in shop.company.rows()["customers"]]
    shop.is_kept()
    left = shop.company.rows()
    assert [row[0] for row in left["customers"]] == [1, 2, 3, 4, 5, 6, 7]
    assert [row[0] for row in left["orders"]] == [4, 5]
    shop.company.call("mail", "send")
    assert len([one for one in mail.to(HER) if "answer" in str(one["Subject"])]) == 1
    assert not shop.company.opened().records.unfinished()


@LAST
def test_the_log_tells_how_many_rows_that_stand_for_her_are_left(shop: Shop) -> None:
    shop.line.at(*COMMITS, happens=shop.comes(AGAIN), answered=True)
    shop.stops()
    assert shop.remaining() == [0, 1]
    shop.is_kept()
    assert shop.remaining() == [0, 1, 0]


@LAST
@pytest.mark.parametrize("hers", [True, False], ids=["hers", "not hers"])
def test_a_row_that_somebody_else_may_stand_for_waits_until_a_person_has_looked(
    shop: Shop, hers: bool
) -> None:
    shop.line.at(*COMMITS, happens=shop.comes(SHARED), answered=True)
    shop.stops()
    before = shop.company.rows()
    assert "A person must look" in shop.stops()
    assert shop.company.rows() == before
    assert not shop.is_closed
    taken = "--hers" if hers else "--not-hers"
    shop.company.call("request", "judge", shop.case, taken, "--by", "An officer")
    shop.is_kept()
    stays = [row[0] for row in shop.company.rows()["customers"]]
    assert (80 in stays) is not hers
    assert {1, 2, 3, 4, 5, 6, 7} <= set(stays)


@LAST
def test_an_earlier_judgment_says_nothing_of_a_row_that_comes_after_it(shop: Shop) -> None:
    with shop.company.shop.begin() as connection:
        connection.execute(customers.update().where(customers.c.id == 2).values(phone=PHONE))
    shop.company.call("request", "judge", shop.case, "--hers", "--by", "An officer")
    shop.line.at(*COMMITS, happens=shop.comes(SHARED), answered=True)
    shop.stops()
    before = shop.company.rows()
    assert "A person must look" in shop.stops()
    assert shop.company.rows() == before
