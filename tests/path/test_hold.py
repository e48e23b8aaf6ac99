"""A hold is what its words say, reaches some row, and cannot be taken out of the book unseen."""

from collections.abc import Callable

import pytest
import sqlalchemy as sa
from tests.path.firm import LEFT_CONTACTS, WAITING, Call, Firm, contacts

from gestand.book.holds import holds


@pytest.fixture
def gestand(in_sqlite: Firm, call: Callable[[Firm], Call]) -> Call:
    return call(in_sqlite)


def begin(gestand: Call, *arguments: str) -> str:
    """The id of a hold that begins now."""
    ran = gestand("hold", "begin", "--by", "an officer", "--reason", "a claim", *_review(), *arguments)
    assert ran.code == 0, ran.said
    return ran.out.split()[0]


def refused(gestand: Call, *arguments: str) -> str:
    """What is said of a hold that may not begin; no hold is in force then."""
    ran = gestand("hold", "begin", "--by", "an officer", "--reason", "a claim", *_review(), *arguments)
    assert ran.code == 3
    assert gestand("hold", "list", "--json").json() == []
    return ran.said


def _review() -> tuple[str, str]:
    from datetime import UTC, datetime, timedelta

    return "--review", f"{datetime.now(UTC).date() + timedelta(days=60)}"


@pytest.mark.parametrize(
    "tampered",
    [sa.delete(holds), sa.update(holds).values(id="hold-other")],
    ids=["taken out", "under another id"],
)
def test_a_hold_that_was_taken_out_of_the_book_stops_every_keep(
    in_sqlite: Firm, gestand: Call, tampered: sa.Executable
) -> None:
    begin(gestand, "--data", "contact-details")
    in_sqlite.approve(gestand)
    before = in_sqlite.rows(contacts)
    book = sa.create_engine(f"sqlite:///{in_sqlite.book}", poolclass=sa.NullPool)
    with book.begin() as connection:
        connection.execute(tampered)
    for verb in ("keep", "plan", "check"):
        ran = gestand(verb)
        assert ran.code == 3, verb
        assert "by hand" in ran.said
    assert in_sqlite.rows(contacts) == before
    assert in_sqlite.ask(sa.select(contacts.c.name).where(contacts.c.name.is_(None))) == []


def test_a_hold_whose_end_was_changed_by_hand_stops_every_keep(in_sqlite: Firm, gestand: Call) -> None:
    from datetime import date

    begin(gestand, "--data", "contact-details")
    book = sa.create_engine(f"sqlite:///{in_sqlite.book}", poolclass=sa.NullPool)
    with book.begin() as connection:
        connection.execute(sa.update(holds).values(ends=date(2026, 1, 1)))
    assert "by hand" in gestand("keep").said
    assert "by hand" in gestand("hold", "list").said


def test_a_hold_that_ended_by_command_stops_nothing(in_sqlite: Firm, gestand: Call) -> None:
    hold = begin(gestand, "--data", "contact-details")
    assert gestand("hold", "end", hold).code == 0
    in_sqlite.approve(gestand)
    ran = gestand("keep", "--json")
    assert ran.code == 0, ran.said
    assert ran.json()["rows"] == WAITING
    assert in_sqlite.ask(sa.select(sa.func.count()).where(contacts.c.name.is_(None))) == [LEFT_CONTACTS]
