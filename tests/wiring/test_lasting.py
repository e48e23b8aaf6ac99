"""What outlasts a case knows a person by keyed digests alone, and knows her again in any spelling."""

from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import text
from tests.wiring.requests import CUSTOMERS, DAY, NOW, PERSON, PRIVATE, TRAIL

from gestand.core.entry import Kind
from gestand.core.lasting import Suppression, Tombstone
from gestand.core.request import Known
from gestand.core.schema import TableName
from gestand.core.step import Trail
from gestand.evidence import log
from gestand.evidence.digest import keyed_digest
from gestand.evidence.keys import Secret
from gestand.wiring.cases import BookCases
from gestand.wiring.lasting import BookLasting

PHONE = Known("phone", "06-12345678")


@pytest.fixture
def lasting(cases: BookCases) -> BookLasting:
    return BookLasting(cases.book, cases.keys)


def test_who_objected_is_left_alone_in_any_spelling(lasting: BookLasting) -> None:
    marketing = Suppression("newsletter", "email", NOW, "2026-0001")
    lasting.suppress(PHONE, marketing)
    lasting.suppress(PERSON, marketing)
    lasting.suppress(PHONE, Suppression("newsletter", "email", NOW + DAY, "unsubscribe"))
    lasting.suppress(PHONE, Suppression("", "", NOW + DAY, "2026-0002"))
    for spelling in ("0612345678", "+31 6 12345678", "0031612345678", "31612345678"):
        assert lasting.suppressed(Known("phone", spelling)) == (
            marketing,
            Suppression("", "", NOW + DAY, "2026-0002"),
        )
    assert lasting.suppressed(Known("email", f" {PERSON.value.upper()}")) == (marketing,)
    for stranger in (
        Known("phone", "0612345679"),
        Known("email", "other@example.org"),
        Known("fax", PHONE.value),
    ):
        assert lasting.suppressed(stranger) == ()


ANN, SHOP, NEWS = (Known("email", f"ann{plus}@example.org") for plus in ("", "+shop", "+news"))


def test_with_plus_addresses_a_whole_mailbox_is_left_alone(lasting: BookLasting) -> None:
    folding, objected = replace(lasting, plus_addresses=True), Suppression("", "", NOW, "2026-0001")
    folding.suppress(SHOP, objected)
    for one in (ANN, SHOP, NEWS, Known("email", " ANN+x@example.ORG")):
        assert folding.suppressed(one) == (objected,)
    for stranger in ("anna@example.org", "ann+shop@example.com", "annshop@example.org"):
        assert folding.suppressed(Known("email", stranger)) == ()
    with lasting.book.reading() as connection:
        assert [entry.word for entry in log.read(connection)] == ["suppressed"]


def test_without_plus_addresses_each_address_stands_alone(lasting: BookLasting) -> None:
    lasting.suppress(SHOP, Suppression("", "", NOW, "2026-0001"))
    assert [len(lasting.suppressed(one)) for one in (ANN, SHOP, NEWS)] == [0, 1, 0]


def test_who_was_left_alone_before_the_setting_changed_stays_so(lasting: BookLasting) -> None:
    folding = replace(lasting, plus_addresses=True)
    first, later = (Suppression("", "", NOW + days * DAY, f"2026-000{days}") for days in (0, 1))
    lasting.suppress(SHOP, first)
    assert folding.suppressed(SHOP) == (first,)
    folding.suppress(ANN, later)
    assert [folding.suppressed(one) for one in (SHOP, NEWS, ANN)] == [(first,), (later,), (later,)]
    folding.suppress(NEWS, later)
    assert [len(lasting.suppressed(one)) for one in (ANN, SHOP, NEWS)] == [1, 1, 1]


def test_with_plus_addresses_who_was_erased_is_found_again_by_every_plus(lasting: BookLasting) -> None:
    folding = replace(lasting, plus_addresses=True)
    folding.bury("2026-0001", Trail((SHOP, ANN)), ("customer",), NOW, NOW + DAY)
    buried = {one.digest for one in folding.tombstones()}
    assert len(buried) == 2
    assert all(buried.intersection(folding.digests_of(one)) for one in (ANN, SHOP, NEWS))
    assert all(buried.intersection(lasting.digests_of(one)) for one in (ANN, SHOP))
    assert not buried.intersection(folding.digests_of(Known("email", "anna@example.org")))


def test_that_somebody_is_left_alone_is_logged_once_and_without_who(lasting: BookLasting) -> None:
    for known in (PHONE, PERSON, PHONE):
        with lasting.book.transaction():
            lasting.suppress(known, Suppression("", "", NOW, "2026-0001"))
    with lasting.book.transaction():
        for known in (Known("phone", "0687654321"), Known("email", "other@example.org")):
            lasting.suppress(known, Suppression("", "", NOW, "2026-0002"))
    with lasting.book.reading() as connection:
        told = list(log.read(connection))
    assert [(entry.kind, entry.word) for entry in told] == [(Kind.CASE, "suppressed")] * 3
    assert [entry.action for entry in told[:2]] == [lasting_case(lasting, "2026-0001")] * 2
    assert told[2].action == lasting_case(lasting, "2026-0002")
    assert not any(word in repr(told) for word in (*PRIVATE, "0687654321"))


def lasting_case(lasting: BookLasting, case: str) -> str:
    """How the log names a case: by its proof, this entry is found too."""
    return keyed_digest(lasting.keys.digest, ("case", case))


def test_rows_and_identifiers_of_who_was_erased_are_found_again(lasting: BookLasting) -> None:
    lasting.bury("2026-0001", TRAIL, ("customer", "mail"), NOW, NOW + 30 * DAY)
    told = lasting.tombstones()
    assert [one.digest for one in told] == [
        lasting.digest_of_row("shop", CUSTOMERS, ("id", "code"), TRAIL.roots[0].keys[0]),
        lasting.digest_of_row("shop", CUSTOMERS, ("id", "code"), TRAIL.roots[0].keys[1]),
        *lasting.digests_of(Known("email", PERSON.value.upper())),
    ]
    row = Tombstone(
        "2026-0001",
        told[0].digest,
        ("customer", "mail"),
        NOW,
        NOW + 30 * DAY,
        "",
        "shop",
        CUSTOMERS,
        ("id", "code"),
    )
    assert told[0] == row
    assert (told[2].kind, told[2].table) == ("email", None)


def test_burying_twice_is_once(lasting: BookLasting) -> None:
    lasting.bury("2026-0001", TRAIL, ("customer",), NOW, NOW + DAY)
    lasting.bury("2026-0001", TRAIL, ("customer", "mail"), NOW, NOW + 2 * DAY)
    assert [one.data for one in lasting.tombstones()] == [("customer", "mail")] * 3


def test_no_other_row_lies_under_the_same_digest(lasting: BookLasting) -> None:
    other = TableName("customers")
    digests = [
        lasting.digest_of_row("shop", CUSTOMERS, ("id",), (1,)),
        lasting.digest_of_row("shop", CUSTOMERS, ("id",), ("1",)),
        lasting.digest_of_row("shop", CUSTOMERS, ("id",), (2,)),
        lasting.digest_of_row("shop", CUSTOMERS, ("number",), (1,)),
        lasting.digest_of_row("shop", other, ("id",), (1,)),
        lasting.digest_of_row("site", CUSTOMERS, ("id",), (1,)),
        lasting.digest_of_row("site", CUSTOMERS, ("id",), (UUID(int=1),)),
    ]
    assert len(set(digests)) == len(digests)
    assert digests[-1] == lasting.digest_of_row("site", CUSTOMERS, ("id",), (str(UUID(int=1)),))


def test_without_the_key_nobody_is_known_again(lasting: BookLasting, cases: BookCases) -> None:
    stranger = BookLasting(lasting.book, replace(cases.keys, digest=Secret(b"x" * 32)))
    lasting.suppress(PHONE, Suppression("", "", NOW, "2026-0001"))
    assert stranger.suppressed(PHONE) == ()
    assert stranger.digests_of(PHONE) != lasting.digests_of(PHONE)


def test_a_tombstone_goes_when_no_back_up_holds_her_any_more(lasting: BookLasting, cases: BookCases) -> None:
    lasting.bury("2026-0001", TRAIL, ("customer",), NOW, NOW + DAY)
    cases.destroy_expired(NOW)
    assert len(lasting.tombstones()) == 3
    cases.destroy_expired(NOW + DAY)
    assert lasting.tombstones() == ()


def test_nothing_that_lasts_is_in_clear(lasting: BookLasting) -> None:
    lasting.suppress(PERSON, Suppression("newsletter", "email", NOW, "2026-0001"))
    lasting.bury("2026-0001", TRAIL, ("customer",), NOW, NOW + DAY)
    with lasting.book.reading() as connection:
        rows = [
            row
            for one in ("suppressions", "tombstones")
            for row in connection.execute(text(f"SELECT * FROM {one}"))
        ]
    assert len(rows) == 4
    assert not [word for word in (*PRIVATE, "7781") if word.lower() in str(rows).lower()]
