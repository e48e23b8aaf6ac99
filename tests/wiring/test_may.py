"""Asked through the driver alone: what was just said counts, in any spelling, by whichever process it was told."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gestand.book.choices import way_of
from gestand.book.quick import Quick
from gestand.core.choice import VISITOR, AgeRoute, Choice, ChoiceWay, Offer, Subject
from gestand.core.errors import BookError
from gestand.core.hold import Hold
from gestand.core.lasting import Suppression
from gestand.core.request import Known
from gestand.core.staff import LinkPurpose
from gestand.duties.consent import Reason
from gestand.evidence.digest import keyed_digest
from gestand.evidence.keys import Secret
from gestand.examples import write_sample
from gestand.wiring import Company, found_company, open_company, read_settings
from gestand.wiring.may import suppression_digest

ANN = "ann@example.org"
WORDS = ("newsletter", "events", "opinions", "prize-draws", "statistics")
OFFER = Offer("en", "form/1", ("May we?",), ("Yes", "No"), tuple((word, word) for word in WORDS))


@dataclass
class Clock:
    """A clock that stands, and is put on."""

    now: datetime = datetime(2026, 11, 23, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def shop(address: str, tmp_path: Path, clock: Clock) -> Iterator[Company]:
    """The sample shop, its book on SQLite or on PostgreSQL."""
    folder = write_sample("shop", tmp_path, date(2026, 11, 23), "en")
    if "://" in address:
        file = folder / "gestand.toml"
        written = file.read_text("utf-8").replace("sqlite:///.gestand/book.db", address)
        file.write_text(written, "utf-8")
    found_company(read_settings(folder), "shop.example/gestand")
    company = open_company(folder, clock)
    yield company
    company.may.quick.book.close()


def said(
    company: Company, purpose: str, granted: bool, *, by: ChoiceWay = ChoiceWay.PREFERENCES, **told: object
) -> None:
    """Somebody said yes or no to a purpose, now."""
    offer = told.pop("offer", None) or company.choices.offer(OFFER)
    subject = told.pop("subject", Subject("email", ANN))
    choice = Choice(
        at=told.pop("at", company.clock()),  # type: ignore[arg-type]
        decisions=((purpose, granted),),
        offer=str(offer),
        statement=company.statement.digest,
        version=company.statement.version,
        language="en",
        way=by,
        age=told.pop("age", AgeRoute.NOT_ASKED),  # type: ignore[arg-type]
    )
    company.choices.record([(subject, choice)])  # type: ignore[list-item]


def test_a_yes_counts_at_once_and_so_does_a_no(shop: Company, clock: Clock) -> None:
    assert shop.may(ANN, "newsletter").reason is Reason.NOT_CHOSEN
    said(shop, "newsletter", True)
    for spelling in (ANN, " Ann@Example.ORG", "email= ann@example.org "):
        assert shop.may(spelling, "newsletter", "email").reason is Reason.CONSENTED
    assert shop.may(Subject("email", ANN), "newsletter")
    assert shop.may("anne@example.org", "newsletter").reason is Reason.NOT_CHOSEN
    assert shop.may(ANN, "cart-reminder").reason is Reason.NOT_CHOSEN
    clock.now += timedelta(seconds=1)
    said(shop, "newsletter", False)
    assert shop.may(ANN, "newsletter").reason is Reason.REFUSED
    said(shop, "newsletter", True, at=clock.now - timedelta(days=3))
    assert shop.may(ANN, "newsletter").reason is Reason.REFUSED


def test_an_address_is_mailed_only_after_its_holder_confirmed_it(shop: Company, clock: Clock) -> None:
    said(shop, "newsletter", True, by=ChoiceWay.FORM)
    assert shop.may(ANN, "newsletter").reason is Reason.NOT_CONFIRMED
    clock.now += timedelta(seconds=1)
    said(shop, "newsletter", True, by=ChoiceWay.PREFERENCES)
    assert shop.may(ANN, "newsletter").reason is Reason.CONSENTED


def test_of_a_visitor_the_browser_is_asked(shop: Company) -> None:
    said(shop, "statistics", True, by=ChoiceWay.BANNER, subject=Subject(VISITOR, "f" * 32))
    assert shop.may("visitor=" + "f" * 32, "statistics").reason is Reason.CONSENTED
    assert shop.may("visitor=" + "e" * 32, "statistics").reason is Reason.NOT_CHOSEN
    assert shop.may("visitor=" + "e" * 32, "functional").reason is Reason.NECESSARY


def test_a_yes_without_its_offer_a_childs_and_an_old_one_do_not_count(shop: Company, clock: Clock) -> None:
    said(shop, "events", True, offer="0" * 64)
    assert shop.may(ANN, "events").reason is Reason.UNPROVEN
    said(shop, "opinions", True, age=AgeRoute.PARENT_ASKED)
    assert shop.may(ANN, "opinions").reason is Reason.PARENT_ASKED
    said(shop, "prize-draws", True)
    assert shop.may(ANN, "prize-draws").reason is Reason.CONSENTED
    clock.now += timedelta(days=366)
    assert shop.may(ANN, "prize-draws").reason is Reason.LAPSED


def test_an_objection_holds_in_any_spelling_and_spares_messages_of_the_service(
    shop: Company, clock: Clock
) -> None:
    said(shop, "newsletter", True)
    clock.now += timedelta(seconds=1)
    shop.suppressions.suppress(Known("email", "ANN@example.org"), Suppression("", "", clock.now, "2026-0001"))
    assert shop.may(ANN, "newsletter", "email").reason is Reason.OBJECTED
    assert shop.may(ANN, "orders-and-service", "email").reason is Reason.SERVICE
    assert shop.may(ANN, "orders").reason is Reason.CONTRACT
    clock.now += timedelta(seconds=1)
    said(shop, "newsletter", True)
    assert shop.may(ANN, "newsletter", "email").reason is Reason.CONSENTED


def test_a_stopped_channel_stops_that_channel(shop: Company, clock: Clock) -> None:
    said(shop, "newsletter", True)
    shop.suppressions.suppress(
        Known("email", ANN), Suppression("newsletter", "phone", clock.now, "unsubscribe")
    )
    assert shop.may(ANN, "newsletter", "phone").reason is Reason.STOPPED
    assert shop.may(ANN, "newsletter", "email").reason is Reason.CONSENTED
    assert shop.may(ANN, "newsletter", "text message").reason is Reason.OTHER_CHANNEL


def test_what_is_restricted_is_not_used_until_it_is_lifted(shop: Company, clock: Clock) -> None:
    today = clock.now.date()
    claim = Hold("hold-abc", (), (("email", ANN),), "a claim", "Janneke", today, today + timedelta(days=90))
    shop.records.hold(claim, clock.now)
    assert shop.may(ANN, "orders").reason is Reason.CONTRACT
    people = (("email", "Ann@example.org"),)
    hold = Hold(
        "case-2026-0001", ("account",), people, "GDPR 18", "Janneke", today, today + timedelta(days=90)
    )
    shop.records.hold(hold, clock.now)
    assert shop.may(ANN, "orders").reason is Reason.RESTRICTED
    assert shop.may(ANN, "credit").reason is Reason.CONTRACT
    assert shop.may("bo@example.org", "orders").reason is Reason.CONTRACT
    shop.records.release(hold.id, today, clock.now)
    assert shop.may(ANN, "orders").reason is Reason.CONTRACT


@pytest.mark.parametrize(
    "person", ["", "ann", "email=", "email=  ", "shoe-size=42", "\udce9=x", "ann\udce9@example.org"]
)
def test_whom_the_data_map_cannot_know_gets_nothing(shop: Company, person: str) -> None:
    assert shop.may(person, "orders").reason is Reason.UNKNOWN_PERSON


def test_a_subject_of_another_kind_gets_nothing_either(shop: Company) -> None:
    assert shop.may(Subject("shoe-size", "42"), "orders").reason is Reason.UNKNOWN_PERSON


def test_a_purpose_that_the_statement_does_not_know_is_a_no(shop: Company) -> None:
    assert shop.may(ANN, "newsletters").reason is Reason.UNKNOWN_PURPOSE


def test_every_thread_sees_what_another_process_committed(shop: Company, clock: Clock) -> None:
    answers: list[bool] = []

    def ask() -> None:
        answers.append(bool(shop.may(ANN, "events")))

    def in_a_thread() -> None:
        thread = threading.Thread(target=ask)
        thread.start()
        thread.join()

    ask()
    in_a_thread()
    program = (
        "import sys; from pathlib import Path; from datetime import datetime\n"
        "from tests.wiring.test_may import said, Clock; from gestand.wiring import open_company\n"
        "company = open_company(Path(sys.argv[1]), Clock(datetime.fromisoformat(sys.argv[2])))\n"
        "said(company, 'events', True); company.may.quick.book.close()"
    )
    command = [sys.executable, "-c", program, str(shop.settings.folder), clock.now.isoformat()]
    subprocess.run(command, check=True, cwd=Path(__file__).parents[2])
    ask()
    in_a_thread()
    assert answers == [False, False, True, True]


def test_a_connection_that_broke_is_made_anew(shop: Company) -> None:
    said(shop, "events", True)
    assert shop.may(ANN, "events")
    shop.may.quick._own.opened._raw.close()  # type: ignore[union-attr]
    assert shop.may(ANN, "events")


def test_a_reading_connection_cannot_write(shop: Company) -> None:
    with pytest.raises(BookError):
        shop.may.quick.read("DELETE FROM standing", ())


def test_a_token_for_asking_is_good_for_that_alone(shop: Company, clock: Clock) -> None:
    until = clock.now + timedelta(days=1)
    asks = shop.links.link(LinkPurpose.MAY, "mailer", clock.now, until)
    hands_in = shop.links.link(LinkPurpose.API, "mailer", clock.now, until)
    assert (shop.may.system(asks), shop.may.system(hands_in), shop.may.system("x")) == ("mailer", "", "")
    shop.links.end(LinkPurpose.MAY, "mailer")
    assert shop.may.system(asks) == ""
    again = shop.links.link(LinkPurpose.MAY, "mailer", clock.now, until)
    clock.now = until
    assert shop.may.system(again) == ""


def test_a_choice_is_read_for_its_way_past_whatever_a_name_holds(shop: Company) -> None:
    choice = Choice(
        shop.clock(), (("events", True),), "0" * 64, "", 1, "en", ChoiceWay.STAFF, by='"way":"preferences"'
    )
    (recorded,) = shop.choices.record([(Subject("email", ANN), choice)])
    statement = shop.may.quick.statement("SELECT told_json FROM choices WHERE number = ?")
    assert way_of(shop.may.quick.read(statement, (recorded.number,))[0][0]) is ChoiceWay.STAFF


KEY = Secret(b"k" * 32)


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_a_suppression_is_sought_by_the_digest_that_it_was_kept_by(kind: str, value: str) -> None:
    assert suppression_digest(KEY, kind, value) == keyed_digest(KEY, ("suppressed", kind, value))


def test_in_one_mailbox_an_objection_counts_for_every_plus(shop: Company, clock: Clock) -> None:
    folding = replace(shop.may, plus_addresses=True)
    said(shop, "events", True, subject=Subject("email", "ann+shop@example.org"))
    clock.now += timedelta(seconds=1)
    shop.suppressions.suppress(Known("email", ANN), Suppression("events", "", clock.now, "unsubscribe"))
    assert shop.may("ann+shop@example.org", "events").reason is Reason.CONSENTED
    assert folding("ann+shop@example.org", "events").reason is Reason.STOPPED


def test_a_quick_read_tells_nothing_of_its_values_when_it_fails(shop: Company) -> None:
    quick = Quick(shop.may.quick.book)
    with pytest.raises(BookError) as raised:
        quick.read(quick.statement("SELECT nothing FROM standing WHERE purpose = ?"), ("zqxmark",))
    assert "zqxmark" not in str(raised.value)
