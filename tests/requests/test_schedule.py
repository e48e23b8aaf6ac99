"""`gestand serve` as a process of its own: what is due runs by itself, once, and whoever must know is mailed once."""

import asyncio
import re
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import httpx
import pytest
from tests.requests.company import HER, Club, invoices
from tests.requests.mailbox import Mailbox, free_port

from gestand.core.entry import Kind
from gestand.core.letter import Sending
from gestand.core.request import Asker, Known, Request, Right, Way
from gestand.web import create_app
from gestand.wiring import Company
from gestand.wiring.schedule import Schedule

NOW = datetime.now(UTC)
OLD = date(NOW.year - 9, 3, 1)
DAILY = '[schedule]\nkeep = "daily"\ncheck = "daily"\n'


@pytest.fixture
def scheduled(company: Club) -> Club:
    file = company.folder / "gestand.toml"
    file.write_text(file.read_text("utf-8") + DAILY, "utf-8")
    return company


@contextmanager
def serving(company: Club) -> Iterator[str]:
    """The command in a process of its own, until the end of the block; its address."""
    port = free_port()
    with company.start("serve", "--listen", f"127.0.0.1:{port}") as process:
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGKILL)


def until(what: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.2)


def beats(address: str) -> bool:
    try:
        return httpx.get(f"{address}/health", timeout=5).status_code == 200
    except httpx.TransportError:
        return False


def kept(company: Club) -> int:
    return sum(entry.kind is Kind.DONE and not entry.promise for entry in company.opened().log.entries())


def checked(company: Club) -> int:
    promise = "retention/orders"
    return sum(
        (entry.kind, entry.promise) == (Kind.CHECKED, promise) for entry in company.opened().log.entries()
    )


def test_keep_and_check_run_when_due_and_not_again_after_a_restart(scheduled: Club, mail: Mailbox) -> None:
    for _ in range(2):
        with serving(scheduled) as address:
            until(lambda address=address: beats(address))  # type: ignore[misc]
        assert (kept(scheduled), checked(scheduled)) == (1, 1)
    assert len(mail.to("owner@example.org")) == len(mail.to("deputy@example.org")) == 1
    (notice,) = mail.to("owner@example.org")
    assert "retention/invoices" in notice.get_content()
    assert "gestand approve" in notice.get_content()
    assert not re.search(r"Ann|Smit|@example\.org|F[0-9]", notice.get_content())


def test_a_letter_goes_out_and_a_key_at_the_end_of_its_term_by_themselves(
    company: Club, mail: Mailbox
) -> None:
    company.call("request", "add", "--right", "access", "--name", "Ann Smit", "--email", HER)
    opened = company.opened()
    case = opened.cases.open_cases()[0].id
    opened.cases.seal(case, "found", b"her copy", NOW - timedelta(days=1))
    assert opened.cases.unseal(case, "found") == b"her copy"
    with serving(company) as address:
        until(lambda: beats(address))
    assert company.opened().cases.unseal(case, "found") is None
    assert [entry.word for entry in company.opened().log.entries()].count("keys destroyed") == 1
    (letter,) = mail.to(HER)
    assert case in str(letter["Subject"])
    with serving(company) as address:
        until(lambda: beats(address))
    assert len(mail.letters) == 1


@dataclass
class Clock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Ticking:
    """A schedule whose clock the test moves."""

    club: Club
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.company = Company(self.club.opened().settings, self.clock)
        self.schedule = Schedule(self.company, self.company.postman)

    def after(self, **time: float) -> None:
        self.clock.now += timedelta(**time)
        self.schedule.tick()


@pytest.fixture
def ticking(scheduled: Club) -> Ticking:
    return Ticking(scheduled)


def notices(mail: Mailbox) -> list[str]:
    return [one.get_content() for one in mail.to("owner@example.org")]


def test_a_request_that_is_due_soon_is_told_before_its_day_comes(ticking: Ticking, mail: Mailbox) -> None:
    asked = Request((Right.ACCESS,), Way.POST, NOW, NOW, "en", Asker("Ann", HER), (Known("email", HER),))
    ticking.company.casework.open(asked)
    ticking.after(days=14)
    assert not any("to be answered within a week" in one for one in notices(mail))
    ticking.after(days=8)
    assert any("to be answered within a week: 1" in one for one in notices(mail))
    ticking.after(days=8)
    assert any("the promised term has passed without an answer: 1" in one for one in notices(mail))


def test_a_store_that_is_away_is_told_once_a_day_and_no_oftener(ticking: Ticking, mail: Mailbox) -> None:
    ticking.club.environment["HELP_URL"] = "postgresql://postgres@127.0.0.1:1/nowhere"
    away = Ticking(ticking.club)
    for _ in range(3):
        away.after(minutes=20)
    assert sum("second" in one for one in notices(mail)) == 1
    assert len(mail.to("deputy@example.org")) == len(mail.to("owner@example.org"))
    away.after(days=1)
    assert sum("second" in one for one in notices(mail)) == 2


def test_of_a_store_that_is_away_nobody_is_told_again_after_a_restart(
    ticking: Ticking, mail: Mailbox
) -> None:
    ticking.club.environment["HELP_URL"] = "postgresql://postgres@127.0.0.1:1/nowhere"
    for restarts in range(4):
        again = Ticking(ticking.club, Clock(NOW + timedelta(minutes=20 * restarts)))
        again.schedule.tick()
    assert sum("second" in one for one in notices(mail)) == 1


def test_whom_the_server_refused_is_told_later_and_the_other_not_twice(
    ticking: Ticking, mail: Mailbox
) -> None:
    mail.nobody_here = "owner@example.org"
    ticking.after(minutes=1)
    mail.nobody_here = ""
    for _ in range(3):
        ticking.after(minutes=1)
    assert [len(mail.to(one)) for one in ("owner@example.org", "deputy@example.org")] == [1, 1]


def test_a_server_that_hangs_up_after_it_took_a_reminder_gets_no_second_one(
    ticking: Ticking, mail: Mailbox
) -> None:
    mail.cuts = True
    for _ in range(3):
        ticking.after(minutes=1)
    assert len(notices(mail)) == len(mail.to("deputy@example.org")) == 1


def test_a_run_that_was_missed_is_told_although_it_runs_now(ticking: Ticking, mail: Mailbox) -> None:
    ticking.after(minutes=1)
    ticking.after(days=3)
    (told,) = [one for one in notices(mail) if "too long ago" in one]
    assert "`gestand keep` last ran on" in told
    assert "`gestand check` last ran on" in told
    ticking.after(days=1)
    assert sum("too long ago" in one for one in notices(mail)) == 1


def test_a_clock_near_its_end_is_told_where_no_check_is_scheduled(company: Club, mail: Mailbox) -> None:
    ticking = Ticking(company)
    asked = Request((Right.ACCESS,), Way.POST, NOW, NOW, "en", Asker("Ann", HER), (Known("email", HER),))
    ticking.company.casework.open(asked)
    ticking.after(days=14)
    assert not notices(mail)
    ticking.after(days=8)
    for _ in range(3):
        ticking.after(hours=2)
    (told,) = notices(mail)
    assert "to be answered within a week: 1, first of all" in told


def test_more_rows_of_the_same_trouble_are_told_once_a_day(ticking: Ticking, mail: Mailbox) -> None:
    """A promise that waits for an approval, while rows come."""
    file = ticking.club.folder / "gestand.toml"
    file.write_text(file.read_text("utf-8").replace('"daily"', '"hourly"'), "utf-8")
    hourly = Ticking(ticking.club)
    for hour in range(4):
        ticking.club.do(invoices.insert().values(id=100 + hour, customer_id=2, issued_on=OLD))
        hourly.after(hours=1.1)
    assert sum("retention/invoices" in one for one in notices(mail)) == 1


def test_who_reads_dutch_is_told_in_dutch(scheduled: Club, mail: Mailbox) -> None:
    file = scheduled.folder / "gestand.toml"
    file.write_text(file.read_text("utf-8").replace('language = "en"', 'language = "nl"'), "utf-8")
    scheduled.environment["HELP_URL"] = "postgresql://postgres@127.0.0.1:1/nowhere"
    ticking = Ticking(scheduled)
    ticking.after(minutes=1)
    ticking.after(days=3)
    first, last = mail.to("owner@example.org")
    assert "om naar te kijken" in str(first["Subject"])
    for words in ("Dit vraagt om iemand:", "wachten op goedkeuring", "second gaf geen antwoord"):
        assert words in first.get_content()
    assert "liep voor het laatst op" in last.get_content()
    said = [line for one in (first, last) for line in one.get_content().splitlines() if line.startswith("- ")]
    dutch = re.compile(r"(?:De melding, in het Engels:|niets te zeggen\.) ")
    assert not [line for line in said if re.search(r" (?:the|rows|last) ", dutch.split(line)[0])]


def test_trouble_with_the_book_stops_neither_the_letters_nor_the_telling(
    ticking: Ticking, mail: Mailbox
) -> None:
    ticking.club.call("request", "add", "--right", "access", "--name", "Ann", "--email", HER)
    tables = (("log_newest_entries", "lost"), ("attempts", "lost_too"))
    _rename(ticking.club, *tables)
    for _ in range(3):
        ticking.after(minutes=1)
    assert ticking.schedule.alive == ticking.clock.now
    assert len(mail.to(HER)) == 1
    assert len(notices(mail)) == 1
    assert "book" in notices(mail)[0]
    _rename(ticking.club, *((new, old) for old, new in tables))
    ticking.after(minutes=20)
    assert ticking.schedule.last("keep") == ticking.clock.now


def _rename(company: Club, *tables: tuple[str, str]) -> None:
    with closing(sqlite3.connect(company.folder / ".gestand" / "book.db")) as book:
        for old, new in tables:
            book.execute(f"ALTER TABLE {old} RENAME TO {new}")
        book.commit()


def test_what_could_not_be_told_is_told_when_the_mail_server_is_back(ticking: Ticking, mail: Mailbox) -> None:
    mail.answer = "451 not now"
    ticking.after(minutes=1)
    assert not mail.letters
    mail.answer = ""
    ticking.after(minutes=1)
    assert any("retention/invoices" in one for one in notices(mail))
    ticking.after(minutes=1)
    assert len(notices(mail)) == 1


def test_a_letter_that_a_dead_process_was_sending_is_asked_about(ticking: Ticking, mail: Mailbox) -> None:
    asked = Request((Right.ACCESS,), Way.POST, NOW, NOW, "en", Asker("Ann", HER), (Known("email", HER),))
    ticking.company.casework.open(asked)
    ticking.company.outbox.mark(1, Sending.SENDING, NOW)
    ticking.after(minutes=6)
    assert any("nobody can tell whether letter 1 arrived" in one for one in notices(mail))
    assert not mail.to(HER)


def test_a_keep_that_is_refused_is_not_tried_again_every_minute(ticking: Ticking, mail: Mailbox) -> None:
    with ticking.company.records.lease(NOW):
        ticking.after(seconds=1)
        assert ticking.schedule.last("keep") is None
    ticking.after(minutes=1)
    assert ticking.schedule.last("keep") is None
    ticking.after(minutes=15)
    assert ticking.schedule.last("keep") is not None
    assert any("gestand keep` did not run" in one for one in notices(mail))


def test_the_health_page_says_when_the_schedule_hangs(ticking: Ticking) -> None:
    assert health(ticking) == (503, "silent")
    ticking.schedule.tick()
    assert health(ticking) == (200, "beats")
    ticking.clock.now += timedelta(minutes=6)
    assert health(ticking) == (503, "silent")


def health(ticking: Ticking) -> tuple[int, str]:
    async def asked() -> httpx.Response:
        pages = httpx.ASGITransport(create_app(ticking.company, ticking.schedule))
        async with httpx.AsyncClient(transport=pages, base_url="http://127.0.0.1") as client:
            return await client.get("/health")

    answer = asyncio.run(asked())
    return answer.status_code, answer.json()["schedule"]
