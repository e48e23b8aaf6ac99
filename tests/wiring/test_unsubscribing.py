"""A link that stops a stream of mail: it says all by itself, works for good, and does one thing."""

import hmac
import json
import shutil
import threading
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from gestand.book.seal import seal
from gestand.core.choice import VISITOR, Choice, ChoiceWay, Offer, Subject
from gestand.core.entry import Kind
from gestand.core.errors import NotAChoice, SettingsError
from gestand.core.request import Known
from gestand.duties.consent import Reason
from gestand.examples import write_sample
from gestand.wiring import Company, found_company, open_company, read_settings
from gestand.wiring.unsubscribing import Link, Unsubscription

ANN = Subject("email", "ann.zqxmark@example.org")
ADDRESS = "https://privacy.example.org"
OFFER = Offer(
    "nl", "form/1", ("Mag dat?",), ("Ja", "Nee"), (("newsletter", "a"), ("tips", "b"), ("events", "c"))
)
MORE = """\
marketing:
  tips: {to: customers, channel: email, purpose: newsletter, confirmed: single opt-in}
  parties: {to: customers, channel: email, purpose: events, confirmed: single opt-in}
  asking: {to: customers, channel: email, purpose: opinions, confirmed: single opt-in}
"""
THANKS = "messages:\n  thanks: {to: customers, channel: email, purpose: opinions}\n"


@dataclass
class Clock:
    """A clock that stands, and is put on."""

    now: datetime = datetime(2026, 11, 23, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_sample("shop", tmp_path_factory.mktemp("sample"), date(2026, 11, 23), "nl")


@pytest.fixture
def shop(address: str, sample: Path, tmp_path: Path, clock: Clock) -> Iterator[Company]:
    """The sample shop with two streams more, its book on SQLite or on PostgreSQL."""
    folder = shutil.copytree(sample, tmp_path / "shop")
    settings, statement = folder / "gestand.toml", folder / "statement.yaml"
    written = settings.read_text("utf-8") + f'\n[web]\naddress = "{ADDRESS}"\n'
    if "://" in address:
        written = written.replace("sqlite:///.gestand/book.db", address)
    settings.write_text(written, "utf-8")
    said = statement.read_text("utf-8").replace("\nmarketing:\n", f"\n{MORE}", 1)
    statement.write_text(said.replace("\nmessages:\n", f"\n{THANKS}", 1), "utf-8")
    found_company(read_settings(folder), "shop.example/gestand")
    company = open_company(folder, clock)
    yield company
    close(company)


def close(company: Company) -> None:
    company.unsubscribing.book.close()
    company.may.quick.book.close()


def token(link: Link) -> str:
    return link.url.rpartition("/")[2]


def meant(company: Company, stream: str = "newsletter", subject: Subject = ANN) -> Unsubscription:
    found = company.unsubscribing.meant(token(company.unsubscribe_link(subject, stream)))
    assert found is not None
    return found


def agree(company: Company, clock: Clock, *words: str) -> None:
    """She says yes on her page of preferences, a second later."""
    clock.now += timedelta(seconds=1)
    statement, offer = company.statement, company.choices.offer(OFFER)
    decisions = tuple((word, True) for word in words)
    choice = Choice(clock.now, decisions, offer, statement.digest, 1, "nl", ChoiceWay.PREFERENCES)
    company.choices.record([(ANN, choice)])
    clock.now += timedelta(seconds=1)


def entries(company: Company) -> list[tuple[Kind, str]]:
    return [(entry.kind, entry.word) for entry in company.log.entries()]


def test_a_link_goes_into_two_lines_of_the_head(shop: Company) -> None:
    link = shop.unsubscribe_link(ANN, "newsletter")
    english = shop.unsubscribe_link("email=" + ANN.value, "newsletter", "en")

    assert link.url.startswith(f"{ADDRESS}/nl/afmelden/")
    assert english.url.startswith(f"{ADDRESS}/en/unsubscribe/")
    assert link.headers == {
        "List-Unsubscribe": f"<{link.url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    assert shop.unsubscribing.meant(token(english)) == Unsubscription(ANN, "newsletter")


def test_a_link_shows_nobody_whose_it_is_and_no_two_are_alike(shop: Company) -> None:
    links = {shop.unsubscribe_link(ANN, "newsletter").url for _ in range(100)}

    assert len(links) == 100
    assert not any("zqxmark" in url or "newsletter" in url for url in links)
    assert "zqxmark" not in repr(meant(shop)) + repr(shop.unsubscribe_link(ANN, "newsletter"))
    assert not any(url in repr(Link(url)) for url in links)


def test_she_is_left_alone_at_once_and_her_no_is_on_record(shop: Company, clock: Clock) -> None:
    agree(shop, clock, "newsletter", "events")
    assert shop.may(ANN, "newsletter", "email")

    shop.unsubscribing.stop(meant(shop), "en")

    for channel in ("", "email", "phone", "post"):
        assert shop.may(ANN, "newsletter", channel).reason is Reason.STOPPED
    assert shop.may(ANN, "events").reason is Reason.CONSENTED
    choice = shop.choices.history(ANN)[-1].choice
    assert (choice.decisions, choice.way, choice.language) == (
        (("newsletter", False),),
        ChoiceWay.ONE_CLICK,
        "en",
    )
    (kept,) = shop.suppressions.suppressed(Known(ANN.kind, "Ann.ZQXMARK@example.org"))
    assert (kept.scope, kept.channel, kept.since, kept.source) == ("newsletter", "", clock.now, "unsubscribe")


def test_twice_is_once(shop: Company, clock: Clock) -> None:
    first, second = meant(shop), meant(shop)
    shop.unsubscribing.stop(first, "nl")
    log = entries(shop)
    clock.now += timedelta(days=1)
    for one in (first, second, first):
        shop.unsubscribing.stop(one, "nl")

    assert len(shop.choices.history(ANN)) == 1
    assert entries(shop) == log
    assert sorted(log) == [(Kind.CASE, "suppressed"), (Kind.CHOICE, "refused")]


def test_at_the_same_moment_from_many_places_is_once_too(shop: Company) -> None:
    ready, many = threading.Barrier(6), [meant(shop) for _ in range(6)]

    def stop(one: Unsubscription) -> None:
        ready.wait()
        shop.unsubscribing.stop(one, "nl")

    threads = [threading.Thread(target=stop, args=(one,)) for one in many]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(shop.choices.history(ANN)) == 1
    assert len(entries(shop)) == 2


def test_a_no_that_cannot_go_on_record_leaves_nothing_half_done(shop: Company, clock: Clock) -> None:
    ahead = replace(shop.unsubscribing, clock=lambda: clock.now + timedelta(hours=1))
    with pytest.raises(NotAChoice):
        ahead.stop(meant(shop), "nl")

    assert shop.suppressions.suppressed(Known(ANN.kind, ANN.value)) == ()
    assert entries(shop) == []


def test_a_later_yes_counts_and_an_old_link_stops_it_again(shop: Company, clock: Clock) -> None:
    link = meant(shop)
    shop.unsubscribing.stop(link, "nl")
    agree(shop, clock, "newsletter")
    assert shop.may(ANN, "newsletter", "email").reason is Reason.CONSENTED

    shop.unsubscribing.stop(link, "nl")
    assert not shop.may(ANN, "newsletter", "email")
    assert len(shop.choices.history(ANN)) == 3


def test_a_stream_is_stopped_and_not_another_of_the_same_purpose(shop: Company, clock: Clock) -> None:
    agree(shop, clock, "newsletter", "tips", "events")
    shop.unsubscribing.stop(meant(shop, "tips"), "nl")
    assert not shop.may(ANN, "tips", "email")
    assert shop.may(ANN, "newsletter", "email")

    shop.unsubscribing.stop(meant(shop, "parties"), "nl")
    assert not shop.may(ANN, "parties", "email")
    assert not shop.may(ANN, "events", "email")
    assert shop.choices.history(ANN)[-1].choice.decisions == (("parties", False), ("events", False))

    shop.unsubscribing.stop(meant(shop, "asking"), "nl")
    assert shop.choices.history(ANN)[-1].choice.decisions == (("asking", False),)


def test_a_link_of_years_ago_works_when_the_statement_no_longer_knows_its_stream(
    shop: Company, clock: Clock
) -> None:
    link = token(shop.unsubscribe_link(ANN, "tips"))
    file = shop.settings.statement
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.startswith("  tips:")), "utf-8")
    clock.now += timedelta(days=20)
    later = open_company(shop.settings.folder, clock)
    clock.now += timedelta(days=3650)

    found = later.unsubscribing.meant(link)
    assert found == Unsubscription(ANN, "tips")
    assert later.unsubscribing.called("tips") is None
    close(later)


def test_what_it_is_about_is_told_in_the_words_of_the_statement(shop: Company) -> None:
    purposes, called = shop.statement.purposes, shop.unsubscribing.called

    assert called("newsletter") == called("tips") == purposes["newsletter"].text
    assert called("parties") == purposes["events"].text


def test_no_other_link_and_no_other_company_is_taken_for_ours(
    shop: Company, sample: Path, tmp_path: Path
) -> None:
    now = shop.clock()
    visit = shop.visitors.invite(ANN.value, now, now + timedelta(days=1))
    assert shop.unsubscribing.meant(visit) is None

    folder = shutil.copytree(sample, tmp_path / "other")
    found_company(read_settings(folder), "other.example/gestand")
    with (folder / "gestand.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[web]\naddress = "{ADDRESS}"\n')
    other = open_company(folder)
    assert shop.unsubscribing.meant(token(other.unsubscribe_link(ANN, "newsletter"))) is None


def test_what_was_sealed_for_something_else_is_no_link(shop: Company) -> None:
    told, people = (
        json.dumps(["email", ANN.value, "newsletter"]).encode(),
        shop.unsubscribing.keys.people.bytes,
    )
    own = hmac.digest(people, b"unsubscribe", "sha256")

    def taken(key: bytes, place: str) -> bool:
        sealed = urlsafe_b64encode(seal(key, told, (place,))).decode().rstrip("=")
        return shop.unsubscribing.meant(sealed) is not None

    assert taken(own, "unsubscribe")
    assert not taken(people, "unsubscribe")
    assert not taken(own, "visitor")


def test_no_bit_of_a_link_can_be_changed(shop: Company) -> None:
    whole = token(shop.unsubscribe_link(ANN, "newsletter"))
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

    changed = [
        whole[:at] + letters[(letters.index(one) + 1) % 64] + whole[at + 1 :] for at, one in enumerate(whole)
    ]
    spelt = [
        "",
        "=",
        whole + "=",
        whole + "A",
        whole[:-1],
        whole[1:],
        f"{whole[:9]}!{whole[9:]}",
        whole + "é",
        "é",
        " ",
    ]
    for one in (*changed, *spelt, whole.swapcase(), whole.replace("-", "+").replace("_", "/") + "\n"):
        assert shop.unsubscribing.meant(one) is None, one
    assert shop.unsubscribing.meant(whole)


REFUSED: list[tuple[str | Subject, str, str]] = [
    ("shoe-size=42", "newsletter", "by: email, name, phone."),
    ("email=", "newsletter", "KIND=VALUE"),
    ("ann", "newsletter", "KIND=VALUE"),
    (Subject(VISITOR, "f" * 32), "newsletter", "KIND=VALUE"),
    (
        ANN,
        "newsletters",
        "no stream `newsletters`. It has: tips, parties, asking, newsletter, cart-reminder.",
    ),
    (ANN, "orders-and-service", "no stream"),
    (Subject("email", "x" * 700 + "@example.org"), "newsletter", "too many"),
]


def test_a_link_that_could_not_work_is_refused_without_saying_whose(shop: Company) -> None:
    for who, stream, says in REFUSED:
        with pytest.raises(NotAChoice) as refused:
            shop.unsubscribe_link(who, stream)
        assert says in str(refused.value)
        assert "zqxmark" not in str(refused.value)
        assert "42" not in str(refused.value)


@pytest.mark.parametrize("address", ["sqlite"])
def test_without_an_address_of_the_pages_there_is_no_link(address: str, shop: Company) -> None:
    file = shop.settings.folder / "gestand.toml"
    written = file.read_text("utf-8")
    file.write_text(written.replace(f'address = "{ADDRESS}"', ""), "utf-8")
    with pytest.raises(SettingsError, match="TLS"):
        open_company(shop.settings.folder).unsubscribe_link(ANN, "newsletter")


def test_book_and_log_hold_neither_the_address_nor_the_link(shop: Company) -> None:
    link = shop.unsubscribe_link(ANN, "newsletter")
    shop.unsubscribing.stop(meant(shop), "nl")
    with shop.unsubscribing.book.reading() as connection:
        tables = ("choices", "standing", "suppressions", "links", "offers", "log_entries")
        told = str([connection.execute(text(f"SELECT * FROM {one}")).all() for one in tables])

    assert "one click" in told
    assert "zqxmark" not in told
    assert token(link) not in told
    assert ANN.value.encode().hex() not in told
