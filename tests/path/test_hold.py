"""A hold is what its words say, reaches some row, and cannot be taken out of the book unseen."""

import io
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa
from tests.path.firm import LEFT_CONTACTS, MARK, WAITING, Call, Firm, contacts

from gestand.book.holds import holds

BEGIN = ("hold", "begin", "--by", "an officer", "--reason", "a claim")


@pytest.fixture
def gestand(in_sqlite: Firm, call: Callable[[Firm], Call]) -> Call:
    return call(in_sqlite)


def begin(gestand: Call, *arguments: str) -> str:
    """The id of a hold that begins now."""
    ran = gestand(*BEGIN, *review(), *arguments)
    assert ran.code == 0, ran.said
    return ran.out.split()[0]


def refused(gestand: Call, *arguments: str) -> str:
    """What is said of a hold that may not begin; no hold is in force then."""
    ran = gestand(*BEGIN, *review(), *arguments)
    assert ran.code == 3
    assert gestand("hold", "list", "--json").json() == []
    return ran.said


def review() -> tuple[str, str]:
    """A day within six months, as an option."""
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


def test_a_kind_of_identifier_that_nobody_is_known_by_is_refused(gestand: Call) -> None:
    said = refused(gestand, "--person", f"emial={MARK}1@example.org")
    assert "`emial`" in said
    assert "Did you mean `email`?" in said
    assert "It knows: phone, email." in refused(gestand, "--person", "member-no=1")


def test_a_hold_that_reaches_no_row_begins_only_when_that_is_said(in_sqlite: Firm, gestand: Call) -> None:
    nobody = ("--person", "email=nobody@example.org")
    assert "--even-if-empty" in refused(gestand, *nobody)
    assert begin(gestand, *nobody, "--even-if-empty").startswith("hold-")


def test_identifiers_can_be_read_from_standard_input(
    in_sqlite: Firm, gestand: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"email={MARK}0@example.org\n\nphone={MARK}-number-3\n"))
    ran = gestand(*BEGIN, *review(), "--person", "-")
    assert ran.code == 0, ran.said
    assert "contacts (portal): 1 rij" in ran.said
    assert "messages (portal): 1 rij" in ran.said
    (held,) = gestand("hold", "list", "--json").json()
    assert held["persons"] == 2


def test_standard_input_without_anybody_does_not_hold_everybody(
    gestand: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    assert "found nobody" in refused(gestand, "--person", "-")


def test_a_value_without_its_kind_is_refused_and_not_repeated(gestand: Call) -> None:
    assert MARK not in refused(gestand, "--person", f"{MARK}1@example.org")
