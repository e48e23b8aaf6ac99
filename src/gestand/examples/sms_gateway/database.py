"""Fills the database of Berichtpoort: some 300,000 rows that lead up to today, the same for the same day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

from gestand.examples.filling import DAY, Row, days_ago, fill, midnight, seconds_ago
from gestand.examples.people import COUNTRIES, Person, company, ip_address, person, phone_number

ACCOUNTS = 2_000
MESSAGES = 200_000
SIGN_INS = 18_000
SESSIONS = 8_000
VISITS = 48_000
INVOICES_A_YEAR = 2
"""What stands where a time of sending should: every 5,000th message has one of these."""

_ROLES = ("main user", "billing", "support")
_WORDS = ("Uw afspraak is bevestigd.", "Uw pakket is onderweg.", "Uw code is 0000.", "Tot morgen!")
_PAGES = ("/", "/tarieven", "/hulp", "/contact")
_BROWSERS = ("Firefox", "Chromium", "Safari")
_ORIGINS = ("https://zoeken.example", "https://nieuws.example", None)


@dataclass(frozen=True)
class Account:
    """A customer; `ended` is None while the relation lasts."""

    id: int
    name: str
    began: date
    ended: date | None


@dataclass(frozen=True)
class Contact:
    """A contact person of an account."""

    id: int
    account: Account
    role: str
    person: Person


def write_portal(database: Path, today: date) -> None:
    """Make the database file, which must not exist yet."""
    chance = Random(2_000_001)  # noqa: S311  # invented rows, the same every time
    accounts = [_account(chance, today, number) for number in range(1, ACCOUNTS + 1)]
    contacts = [_contact(chance, account, place) for account in accounts for place in range(len(_ROLES))]
    tables = {
        "countries": COUNTRIES,
        "tariffs": ((code, 9) for code, _ in COUNTRIES),
        "accounts": (
            (each.id, each.name, each.began.isoformat(), each.ended and each.ended.isoformat())
            for each in accounts
        ),
        "contacts": (_contact_row(chance, each) for each in contacts),
        "contact_settings": ((each.id, chance.choice(("nl", "en")), 25) for each in contacts),
        "portal_sessions": _sessions(chance, today, contacts),
        "sign_ins": _sign_ins(chance, today, contacts),
        "messages": _messages(chance, today),
        "invoices": _invoices(chance, today, contacts),
        "web visits": _visits(chance, today),
    }
    fill(database, "gestand.examples.sms_gateway", tables)


def _account(chance: Random, today: date, number: int) -> Account:
    """One in four relations has ended, up to five years ago; some were long."""
    ended = days_ago(chance, today, 3, 5 * 365) if number % 4 == 0 else None
    last = ended or today - timedelta(days=400)
    return Account(number, company(chance, number), days_ago(chance, last, 30, 10 * 365), ended)


def _contact(chance: Random, account: Account, place: int) -> Contact:
    number = (account.id - 1) * len(_ROLES) + place + 1
    return Contact(number, account, _ROLES[place], person(chance, number))


def _contact_row(chance: Random, contact: Contact) -> Row:
    who, news = contact.person, int(chance.random() < 0.3)
    names = (who.given, who.family, who.address, who.email, who.phone)
    return (contact.id, contact.account.id, contact.role, *names, news)


def _last_day(contact: Contact, today: date) -> date:
    return contact.account.ended or today - timedelta(days=1)


def _sessions(chance: Random, today: date, contacts: list[Contact]) -> Iterator[Row]:
    for number in range(1, SESSIONS + 1):
        contact = chance.choice(contacts)
        opened = midnight(_last_day(contact, today)) - timedelta(seconds=seconds_ago(chance, 0, 60))
        yield number, contact.id, opened.isoformat(" ")


def _sign_ins(chance: Random, today: date, contacts: list[Contact]) -> Iterator[Row]:
    """Up to two years before the last day of the relation, in UTC."""
    for number in range(1, SIGN_INS + 1):
        contact = chance.choice(contacts)
        at = midnight(_last_day(contact, today)) - timedelta(seconds=seconds_ago(chance, 0, 730))
        yield number, contact.id, f"{at.isoformat()}Z", ip_address(chance)


def _messages(chance: Random, today: date) -> Iterator[Row]:
    """In order of sending over two years and more, in seconds since 1970; one in seventy lies within the week."""
    begins = int(datetime.combine(today, time(), UTC).timestamp()) - DAY // 4
    sent = sorted(_sent(chance, begins, number) for number in range(MESSAGES))
    for number, at in enumerate(sent, 1):
        country, recipient = phone_number(chance)
        account, body = int(chance.random() * ACCOUNTS) + 1, _WORDS[number % len(_WORDS)]
        yield number, account, recipient, body, country, 1 + number % 3 // 2, at


def _sent(chance: Random, begins: int, number: int) -> int:
    recent = number % 70 == 0
    return begins - (seconds_ago(chance, 0, 5) if recent else seconds_ago(chance, 7, 800))


def _invoices(chance: Random, today: date, contacts: list[Contact]) -> Iterator[Row]:
    """Twice a year to the billing contact, as far back as the relation goes: some beyond what the law asks."""
    number = 0
    for contact in contacts:
        day = contact.account.began + timedelta(days=20)
        while contact.role == "billing" and day < _last_day(contact, today):
            number += 1
            yield _invoice(chance, number, contact, day)
            day += timedelta(days=365 // INVOICES_A_YEAR)


def _invoice(chance: Random, number: int, contact: Contact, day: date) -> Row:
    who, cents = contact.person, int(chance.random() * 90_000) + 1_000
    known = (contact.account.id, contact.id, f"{day.year}-{number:06}", who.name, who.address, who.email)
    return (number, *known, cents, day.isoformat())


def _visits(chance: Random, today: date) -> Iterator[Row]:
    """In order over two years, in local time without a zone."""
    before = sorted((seconds_ago(chance, 0, 730) for _ in range(VISITS)), reverse=True)
    for number, seconds in enumerate(before, 1):
        at = midnight(today) - timedelta(seconds=seconds + 1)
        page, browser = _PAGES[number % 4], _BROWSERS[number % 3]
        yield (
            number,
            at.isoformat(" "),
            ip_address(chance),
            page,
            browser,
            "Voorbeeldstad",
            _ORIGINS[number // 7 % 3],
        )
