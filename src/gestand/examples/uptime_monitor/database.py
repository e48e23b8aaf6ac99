"""Fills the database of Piepsignaal: some 250,000 rows that lead up to today, the same for the same day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Literal

from gestand.examples.filling import DAY, Row, days_ago, fill, seconds_ago
from gestand.examples.people import COUNTRIES, Person, company, person

ACCOUNTS = 4_500
CHATS = 24_000
RESULTS_A_CHECK = 18
YEAR = 365

Kind = Literal["trial", "paid", "paid-yearly", "free", "moved"]
_KINDS: tuple[Kind, ...] = ("trial", "paid", "free", "trial", "paid-yearly", "free", "trial", "free", "moved")
LONGEST_BEFORE: dict[Kind, int] = {
    "trial": 30,
    "paid": 6 * YEAR,
    "paid-yearly": 6 * YEAR,
    "free": YEAR,
    "moved": 6 * YEAR,
}
"""Days between the beginning of an account and its first end, at most."""
_PLANS = (("trial", 0), ("free", 0), ("paid", 900), ("paid-yearly", 750))
_CHANNELS = ("email", "text message")
_MESSENGERS = ("Seinpaal", "Postduif", None, None)
_QUESTIONS = ("Waarom kreeg ik geen melding?", "Hoe voeg ik een contact toe?", "Wat kost een jaar?")


@dataclass(frozen=True)
class Account:
    """An account: who has it, and the days (None: not in its life) on which its stages ended.

    `quiet` is the number of days since it was last used.
    """

    id: int
    kind: Kind
    person: Person
    company: str
    registered: date
    trial_ended: date | None
    paid_until: date | None
    moved: date | None
    quiet: int

    @property
    def plan(self) -> str:
        return "free" if self.kind == "moved" else self.kind


def write_monitor(database: Path, today: date) -> None:
    """Make the database file, which must not exist yet."""
    chance = Random(3_000_001)  # noqa: S311  # invented rows, the same every time
    accounts = [_account(chance, today, number) for number in range(1, ACCOUNTS + 1)]
    contacts = list(_contacts(chance, today, accounts))
    checks = list(_checks(chance, accounts))
    tables = {
        "countries": COUNTRIES,
        "plans": _PLANS,
        "accounts": (_account_row(each) for each in accounts),
        "sign_ins": _sign_ins(chance, today, accounts),
        "check_edits": _check_edits(chance, today, accounts),
        "contacts": contacts,
        "notification_settings": _settings(contacts),
        "checks": checks,
        "check_results": _results(chance, today, accounts, checks),
        "billing_details": _billing(chance, accounts),
        "invoices": _invoices(chance, today, accounts),
        "chat_conversations": _chats(chance, today),
    }
    fill(database, "gestand.examples.uptime_monitor", tables)


@dataclass(frozen=True)
class Stages:
    """On which days the stages of an account ended, and how many days ago it was last used."""

    quiet: int
    trial_ended: date | None = None
    paid_until: date | None = None
    moved: date | None = None


def _account(chance: Random, today: date, number: int) -> Account:
    kind = _KINDS[number % len(_KINDS)]
    stages = _stages(chance, today, kind)
    seen = today - timedelta(days=stages.quiet)
    began = min(day for day in (stages.trial_ended, stages.paid_until, seen) if day is not None)
    registered = days_ago(chance, began, 20, LONGEST_BEFORE[kind])
    ends = (stages.trial_ended, stages.paid_until, stages.moved)
    return Account(
        number, kind, person(chance, number), company(chance, number), registered, *ends, stages.quiet
    )


def _stages(chance: Random, today: date, kind: Kind) -> Stages:
    """Trials and paid periods may end in some days yet; after its end an account was not used any more."""
    match kind:
        case "trial":
            ended = days_ago(chance, today, -20, 300)
            return Stages(_days_since(ended, today), trial_ended=ended)
        case "paid" | "paid-yearly":
            ended = days_ago(chance, today, -300, 5 * YEAR)
            return Stages(_days_since(ended, today), paid_until=ended)
        case "moved":
            ended = days_ago(chance, today, 5, 6 * YEAR)
            return Stages(chance.randint(1, _days_since(ended, today)), paid_until=ended, moved=ended)
        case "free":
            return Stages(chance.randint(1, 4 * YEAR))


def _days_since(day: date, today: date) -> int:
    return max((today - day).days, 0) + 1


def _account_row(account: Account) -> Row:
    who, number = account.person, account.id
    names = (who.given, who.family, ("v", "m", None)[number % 3], "NL", "Europe/Amsterdam", account.company)
    reached = (who.email, who.address, who.phone, _MESSENGERS[number % 4])
    trial = account.trial_ended and _milliseconds(account.trial_ended)
    ends = (
        account.paid_until and account.paid_until.isoformat(),
        account.moved and account.moved.isoformat(),
    )
    return (number, account.plan, *names, *reached, _milliseconds(account.registered), trial, *ends)


def _milliseconds(day: date, seconds: int = 0) -> int:
    """Noon of a day, and some seconds before it, in milliseconds since 1970."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return (int(noon.timestamp()) - seconds) * 1_000


def _used(chance: Random, account: Account, today: date, times: int) -> Iterator[date]:
    """Days on which an account was used: the last of them, and some between it and its registration."""
    last = max(today - timedelta(days=account.quiet), account.registered)
    yield last
    for _ in range(times - 1):
        yield days_ago(chance, last, 0, (last - account.registered).days)


def _sign_ins(chance: Random, today: date, accounts: list[Account]) -> Iterator[Row]:
    number = 0
    for account in accounts:
        for day in _used(chance, account, today, 4) if account.id % 11 else ():
            number += 1
            yield number, account.id, _milliseconds(day, seconds_ago(chance, 0, 0.1))


def _check_edits(chance: Random, today: date, accounts: list[Account]) -> Iterator[Row]:
    """Some accounts were changed last by somebody who stayed signed in: their sign-ins are older."""
    number = 0
    for account in accounts:
        for day in _used(chance, account, today, 2) if account.id % 5 == 0 else ():
            number += 1
            later = day + timedelta(days=40) if account.quiet > 60 and account.kind == "free" else day
            yield number, account.id, _milliseconds(later)


def _contacts(chance: Random, today: date, accounts: list[Account]) -> Iterator[Row]:
    """Two an account. One in ten never confirmed its address, some of them added this month."""
    number = 0
    for account in accounts:
        for _ in range(2):
            number += 1
            who = person(chance, 100_000 + number)
            confirmed = number % 10 != 0
            last = today - timedelta(days=account.quiet)
            added = days_ago(chance, last, 0, max((last - account.registered).days, 0))
            at = (
                _milliseconds(added)
                if confirmed or number % 20
                else _milliseconds(days_ago(chance, today, 1, 20))
            )
            agreed = at + 3_600_000 if confirmed else None
            yield number, account.id, who.name, who.email, who.phone, _MESSENGERS[number % 4], at, agreed


def _settings(contacts: list[Row]) -> Iterator[Row]:
    for place, contact in enumerate(contacts):
        yield (
            place + 1,
            contact[0],
            _CHANNELS[place % 2],
            1,
            int(place % 3 == 0),
            "23:00-07:00" if place % 2 else None,
        )


def _checks(chance: Random, accounts: list[Account]) -> Iterator[Row]:
    number = 0
    for account in accounts:
        for _ in range(1 + account.id % 2):
            number += 1
            yield (
                number,
                account.id,
                f"Website {number}",
                f"https://www.klant-{chance.randint(1, 9_999)}.example",
            )


def _results(chance: Random, today: date, accounts: list[Account], checks: list[Row]) -> Iterator[Row]:
    quiet = {account.id: account.quiet for account in accounts}
    number = 0
    for check, account, *_ in checks:
        last = _milliseconds(today - timedelta(days=quiet[int(str(account))]))
        for place in range(RESULTS_A_CHECK):
            number += 1
            at = last - place * DAY * 1_000
            yield number, check, at, 503 if number % 50 == 0 else 200, 20 + int(chance.random() * 400)


def _billing(chance: Random, accounts: list[Account]) -> Iterator[Row]:
    """Of paying accounts, and of those that moved to the free plan and whose data nobody erased."""
    for account in accounts:
        if account.paid_until:
            who, token = account.person, f"proef-{chance.randint(0, 10**9):010}"
            yield account.id, who.name, token, who.address, f"NL000000000B{account.id % 100:02}"


def _invoices(chance: Random, today: date, accounts: list[Account]) -> Iterator[Row]:
    """One in five months, as far back as the account goes: some beyond what the law asks."""
    number = 0
    for account in accounts:
        day, last = account.registered + timedelta(days=10), account.paid_until
        while last and day < min(last, today):
            number += 1
            who, cents = account.person, 900 + int(chance.random() * 9_000)
            yield number, account.id, f"{day.year}-{number:06}", who.name, who.address, cents, day.isoformat()
            day += timedelta(days=150)


def _chats(chance: Random, today: date) -> Iterator[Row]:
    """In text, in UTC: the chat service says it so."""
    noon = datetime.combine(today, time(12)) - timedelta(days=1)
    for number in range(1, CHATS + 1):
        at = noon - timedelta(seconds=seconds_ago(chance, 0, 500))
        nickname = person(chance, number).given.lower() + str(number)
        yield number, "website", nickname, _QUESTIONS[number % 3], f"{at.isoformat()}Z"
