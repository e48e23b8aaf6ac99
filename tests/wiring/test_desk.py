"""Who is let in: by a password that fits, a session that lasts, a link that is still good; and not too often."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import text
from tests.wiring.requests import DAY, NOW

from gestand.book.links import digest_of
from gestand.core.entry import Kind
from gestand.core.errors import NotInTheBook
from gestand.core.staff import LinkPurpose, Role
from gestand.evidence import log
from gestand.wiring.cases import BookCases
from gestand.wiring.desk import _NOBODY, BookDoors, BookStaff, _hasher

NAME, PASSWORD = "Dirkje Officier-Achternaam", "vier paarden in de regen"


@pytest.fixture
def staff(cases: BookCases) -> BookStaff:
    return BookStaff(cases.book, cases.keys)


@pytest.fixture
def doors(cases: BookCases) -> BookDoors:
    return BookDoors(cases.book, cases.keys)


def joined(staff: BookStaff, role: Role = Role.DECIDER) -> None:
    token = staff.invite(NAME, role, NOW, NOW + DAY)
    assert staff.set_password(token, PASSWORD, NOW) is not None


def test_an_invitation_becomes_a_password_and_a_session(staff: BookStaff) -> None:
    token = staff.invite(NAME, Role.DECIDER, NOW, NOW + DAY)
    assert not staff.members()[0].ready
    member = staff.set_password(token, PASSWORD, NOW)
    session = staff.sign_in(f" {NAME.upper()}", PASSWORD, NOW, NOW + DAY)
    assert session is not None
    assert staff.session(session, NOW) == member == staff.members()[0]
    assert member is not None
    assert (member.name, member.role, member.ready, member.revoked) == (NAME, Role.DECIDER, True, None)
    assert staff.session(session, NOW + DAY) is None


def test_an_invitation_works_once_and_not_for_ever(staff: BookStaff) -> None:
    token = staff.invite(NAME, Role.DESK, NOW, NOW + DAY)
    assert staff.set_password(token, PASSWORD, NOW + DAY) is None
    assert staff.set_password(token, PASSWORD, NOW) is not None
    assert staff.set_password(token, "another one", NOW) is None


def test_a_wrong_name_or_password_lets_nobody_in(staff: BookStaff) -> None:
    joined(staff)
    staff.invite("Nieuw", Role.READER, NOW, NOW + DAY)
    for name, password in ((NAME, "wrong"), (NAME, ""), ("Nobody", PASSWORD), ("", ""), ("Nieuw", "")):
        assert staff.sign_in(name, password, NOW, NOW + DAY) is None


def test_a_name_that_is_not_known_takes_as_long_to_refuse() -> None:
    assert not _hasher().check_needs_rehash(_NOBODY)


def test_signing_out_ends_one_session_and_a_new_password_all(staff: BookStaff) -> None:
    joined(staff)
    first, second = (staff.sign_in(NAME, PASSWORD, NOW, NOW + DAY) or "" for _ in range(2))
    staff.sign_out(first)
    assert staff.session(first, NOW) is None
    assert staff.session(second, NOW) is not None
    joined(staff)
    assert staff.session(second, NOW) is None


def test_who_is_revoked_is_out_at_once_and_can_come_back(staff: BookStaff) -> None:
    joined(staff)
    session = staff.sign_in(NAME, PASSWORD, NOW, NOW + DAY) or ""
    invitation = staff.invite(NAME, Role.DECIDER, NOW, NOW + DAY)
    staff.revoke(NAME, NOW)
    assert staff.session(session, NOW) is None
    assert staff.sign_in(NAME, PASSWORD, NOW, NOW + DAY) is None
    assert staff.set_password(invitation, PASSWORD, NOW) is None
    assert staff.members()[0].revoked == NOW
    joined(staff, Role.OFFICER)
    assert [(one.role, one.revoked) for one in staff.members()] == [(Role.OFFICER, None)]
    with pytest.raises(NotInTheBook):
        staff.revoke("Nobody", NOW)


def test_every_change_of_the_staff_is_logged_and_names_nobody(staff: BookStaff) -> None:
    joined(staff)
    staff.invite(NAME, Role.DECIDER, NOW, NOW + DAY)
    staff.invite(NAME, Role.READER, NOW, NOW + DAY)
    staff.revoke(NAME, NOW)
    staff.invite("Bo", Role.READER, NOW, NOW + DAY)
    with staff.book.reading() as connection:
        told = [entry for entry in log.read(connection) if entry.kind is Kind.STAFF]
    assert [entry.word for entry in told] == [
        "invited",
        "password set",
        "invited",
        "role changed",
        "revoked",
        "invited",
    ]
    assert len({entry.action for entry in told}) == 2
    assert all(one not in repr(told) for one in ("Dirkje", "Officier", "Bo'"))


def test_what_fails_is_not_logged(staff: BookStaff) -> None:
    with pytest.raises(NotInTheBook):
        staff.revoke("Nobody", NOW)
    assert staff.set_password("wrong", PASSWORD, NOW) is None
    with staff.book.reading() as connection:
        assert not list(log.read(connection))


def test_neither_name_nor_password_nor_token_is_in_clear(staff: BookStaff) -> None:
    joined(staff)
    tokens = [
        staff.invite(NAME, Role.DESK, NOW, NOW + DAY),
        staff.sign_in(NAME, PASSWORD, NOW, NOW + DAY) or "",
    ]
    with staff.book.reading() as connection:
        rows = [
            row
            for table in ("staff", "sessions", "links")
            for row in connection.execute(text(f"SELECT * FROM {table}"))
        ]
    written = b" ".join(one if isinstance(one, bytes) else str(one).encode() for row in rows for one in row)
    assert b"$argon2id$" in written
    assert digest_of(tokens[1]).encode() in written
    for word in (NAME, NAME.casefold(), "Dirkje", PASSWORD, *tokens):
        assert word.encode() not in written


@pytest.mark.parametrize("purpose", list(LinkPurpose))
def test_a_link_is_good_for_one_purpose_and_a_time(doors: BookDoors, purpose: LinkPurpose) -> None:
    token = doors.link(purpose, "2026-0001", NOW, NOW + DAY)
    others = [one for one in LinkPurpose if one is not purpose]
    assert {doors.look(token, other, NOW) for other in others} == {None}
    assert {doors.follow(token, other, NOW) for other in others} == {None}
    assert doors.follow(token, purpose, NOW + DAY) is None
    assert doors.follow(token[:-1], purpose, NOW) is None
    assert doors.look(token, purpose, NOW) == doors.look(token, purpose, NOW) == "2026-0001"
    assert doors.follow(token, purpose, NOW) == "2026-0001"
    assert doors.follow(token, purpose, NOW) == (None if purpose.once else "2026-0001")


def test_of_eight_who_follow_a_link_that_works_once_one_gets_in(doors: BookDoors) -> None:
    token = doors.link(LinkPurpose.IDENTITY, "2026-0001", NOW, NOW + DAY)
    with ThreadPoolExecutor(8) as eight:
        found = list(eight.map(lambda _: doors.follow(token, LinkPurpose.IDENTITY, NOW), range(8)))
    assert found.count("2026-0001") == 1


def test_attempts_are_counted_by_whom_and_what_within_a_window(doors: BookDoors) -> None:
    hour = timedelta(hours=1)
    with ThreadPoolExecutor(8) as eight:
        told = eight.map(lambda _: doors.attempt("form", "192.0.2.7", NOW, hour), range(8))
    assert sorted(told) == list(range(1, 9))
    assert doors.attempt("form", "192.0.2.8", NOW, hour) == 1
    assert doors.attempt("sign in", "192.0.2.7", NOW, hour) == 1
    assert doors.attempt("form", "192.0.2.7", NOW + hour, hour) == 1
    with doors.book.reading() as connection:
        rows = connection.execute(text("SELECT * FROM attempts")).all()
    assert len(rows) == 1
    assert "192.0.2.7" not in str(rows)


def test_the_wiring_does_not_load_argon2() -> None:
    script = "import sys; import gestand.wiring.desk; sys.exit('argon2' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True)
