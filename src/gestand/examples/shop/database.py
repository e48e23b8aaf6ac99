"""Fills the database of Schijvenhuis: some 90,000 rows that lead up to today, the same for the same day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from gestand.examples.filling import Row, days_ago, fill, midnight, seconds_ago
from gestand.examples.people import Person, company, ip_address, person

CUSTOMERS = 3_600
QUOTES = 1_500
CREDITS = 400
RETURNS = 800
EVENTS = 12
GUESTS = 1_200
ENTRIES = 1_500
ANSWERS = 2_000
TESTIMONIALS = 120
CARTS = 3_000
VISITS = 24_000
YEAR = 365

_PRODUCTS = (("SSD1", "Schijf 1 TB", 8_900), ("SSD4", "Schijf 4 TB", 24_900), ("KAB", "Kabel", 900))
_EVENTS = ("Open huis", "Les: back-ups", "Beurs voor bedrijven")
_QUESTIONS = ("Past deze schijf in mijn computer?", "Mijn schijf tikt.", "Waar blijft mijn bestelling?")
_DEVICES = ("telefoon", "laptop", "tablet")
_BROWSERS = ("Firefox", "Chromium", "Safari")
_PAGES = ("/", "/schijven", "/kabels", "/acties", "/hulp")
_SEARCHES = (None, "snelle schijf", None, "back-up")
_ORIGINS = ("https://zoeken.example", "https://nieuws.example", None)


@dataclass(frozen=True)
class Customer:
    """A customer: the day of registration, and the days of the orders, the last of them the last activity."""

    id: int
    person: Person
    registered: date
    ordered: tuple[date, ...]


def write_shop(database: Path, today: date) -> None:
    """Make the database file, which must not exist yet."""
    chance = Random(1_000_001)  # noqa: S311  # invented rows, the same every time
    customers = list(_customers(chance, today))
    orders = _orders(customers)
    tables = {
        "products": _PRODUCTS,
        "events": _events(today),
        "customers": (_customer_row(each) for each in customers),
        "preferences": (
            (each.id, each.id % 2, each.id % 3 // 2, 0, each.id % 5 // 4, 1) for each in customers
        ),
        "sign_ins": _sign_ins(orders),
        "orders": (_order_row(number, day, each, today) for number, (day, each) in enumerate(orders, 1)),
        "order_lines": _lines(orders),
        "invoices": (_invoice_row(chance, number, day, each) for number, (day, each) in enumerate(orders, 1)),
        "card_payments": _payments(chance, orders),
        "support_questions": _questions(chance, today, orders),
        "profiles": _profiles(orders),
        "quote_requests": _quotes(chance, today),
        "credit_applications": _credits(chance, today),
        "returned_drives": _returns(chance, today),
        "event_guests": _guests(chance),
        "prize_entries": _entries(chance, today),
        "survey_answers": _answers(chance, today),
        "testimonials": _testimonials(chance, today),
        "carts": _carts(chance, today),
        "page visits": _visits(chance, today),
    }
    fill(database, "gestand.examples.shop", tables)


def _ordered(chance: Random, today: date, many: int, most_days: float) -> Iterator[datetime]:
    """So many moments before today, in their order."""
    before = sorted((seconds_ago(chance, 0, most_days) for _ in range(many)), reverse=True)
    return (midnight(today) - timedelta(seconds=seconds + 1) for seconds in before)


def _seconds(moment: datetime) -> int:
    return int(moment.replace(tzinfo=UTC).timestamp())


def _noon(day: date) -> datetime:
    return midnight(day) + timedelta(hours=12)


def _customers(chance: Random, today: date) -> Iterator[Customer]:
    """In the order in which they came, over ten years; one in six never ordered, and others up to five times."""
    for number, at in enumerate(_ordered(chance, today, CUSTOMERS, 10 * YEAR), 1):
        days = [at.date()]
        for _ in range(number % 6 - 1):
            days.append(days_ago(chance, today, 1, max((today - days[-1]).days, 1)))
        yield Customer(number, person(chance, number), days[0], tuple(days) if number % 6 else ())


def _customer_row(customer: Customer) -> Row:
    who, number = customer.person, customer.id
    about = ("kantoor" if number % 3 else None, 1950 + number % 50, ("v", "m", None)[number % 3], "opslag")
    user = (f"{who.given.lower()}{number}", f"nagemaakt-{number}", who.email, who.address, who.phone)
    return (number, who.name, *user, *about, _seconds(_noon(customer.registered)))


def _orders(customers: list[Customer]) -> list[tuple[date, Customer]]:
    """Every order with its customer, in the order of time."""
    return sorted(
        ((day, each) for each in customers for day in each.ordered), key=lambda one: (one[0], one[1].id)
    )


def _sign_ins(orders: list[tuple[date, Customer]]) -> Iterator[Row]:
    """Whoever orders is signed in."""
    for number, (day, customer) in enumerate(orders, 1):
        yield number, customer.id, _seconds(_noon(day)) + 600


def _order_row(number: int, day: date, customer: Customer, today: date) -> Row:
    """Delivered in three days; what was ordered since is under way."""
    who, delivered = customer.person, day + timedelta(days=3)
    arrived = delivered.isoformat() if delivered < today else None
    return number, customer.id, who.name, who.address, who.phone, f"{_noon(day).isoformat()}Z", arrived


def _lines(orders: list[tuple[date, Customer]]) -> Iterator[Row]:
    """Two products an order."""
    for number in range(1, 2 * len(orders) + 1):
        yield number, (number + 1) // 2, _PRODUCTS[number % 3][0], 1 + number % 2


def _invoice_row(chance: Random, number: int, day: date, customer: Customer) -> Row:
    who, cents = customer.person, 900 + int(chance.random() * 90_000)
    return number, customer.id, f"{day.year}-{number:06}", who.name, who.address, cents, day.isoformat()


def _payments(chance: Random, orders: list[tuple[date, Customer]]) -> Iterator[Row]:
    """Half of the orders are paid by card; of the card a token is kept, never its number."""
    for number, (day, customer) in enumerate(orders[::2], 1):
        yield (
            number,
            customer.id,
            customer.person.name,
            f"proef-{chance.randint(0, 10**9):010}",
            day.isoformat(),
        )


def _questions(chance: Random, today: date, orders: list[tuple[date, Customer]]) -> Iterator[Row]:
    """One in five orders brings a question, closed within two weeks."""
    for number, (day, customer) in enumerate(orders[::5], 1):
        closed = day + timedelta(days=chance.randint(1, 14))
        yield number, customer.id, _QUESTIONS[number % 3], closed.isoformat() if closed < today else None


def _profiles(orders: list[tuple[date, Customer]]) -> Iterator[Row]:
    """One in three orders makes a profile, some with what was bought in from others."""
    for number, (day, customer) in enumerate(orders[::3], 1):
        bought_in = "woont in een rijtjeshuis" if number % 4 == 0 else None
        yield number, customer.id, "schijven, kabels", bought_in, day.isoformat()


def _quotes(chance: Random, today: date) -> Iterator[Row]:
    for number, at in enumerate(_ordered(chance, today, QUOTES, 3 * YEAR), 1):
        who = person(chance, 10_000 + number)
        yield number, who.name, company(chance, number), who.email, "twintig schijven", at.date().isoformat()


def _credits(chance: Random, today: date) -> Iterator[Row]:
    """Over two years; the last few are still undecided."""
    for number, at in enumerate(_ordered(chance, today, CREDITS, 2 * YEAR), 1):
        who, decided = person(chance, 20_000 + number), at.date() + timedelta(days=7)
        known = (who.name, who.email, 200_000 + chance.randint(0, 300_000), "geen achterstand")
        yield number, *known, decided.isoformat() if decided < today else None


def _returns(chance: Random, today: date) -> Iterator[Row]:
    """Over a year; settled in ten days."""
    for number, at in enumerate(_ordered(chance, today, RETURNS, YEAR), 1):
        who, settled = person(chance, 30_000 + number), at.date() + timedelta(days=10)
        yield number, who.name, who.email, f"SN-{number:06}", settled.isoformat() if settled < today else None


def _events(today: date) -> Iterator[Row]:
    """One in three months, the last of them next month."""
    for number in range(1, EVENTS + 1):
        held = today + timedelta(days=30) - timedelta(days=90 * (EVENTS - number))
        yield number, _EVENTS[number % 3], held.isoformat()


def _guests(chance: Random) -> Iterator[Row]:
    for number in range(1, GUESTS + 1):
        who = person(chance, 40_000 + number)
        yield (
            number,
            1 + (number - 1) * EVENTS // GUESTS,
            who.name,
            who.email,
            "geen vlees" if number % 4 else None,
        )


def _entries(chance: Random, today: date) -> Iterator[Row]:
    """Over half a year; drawn at the end of the month, so some are still to be drawn."""
    for number, at in enumerate(_ordered(chance, today, ENTRIES, YEAR / 2), 1):
        who, drawn = person(chance, 50_000 + number), at.date() + timedelta(days=31 - at.day % 28)
        yield number, who.name, who.email, who.phone if number % 2 else None, drawn.isoformat()


def _answers(chance: Random, today: date) -> Iterator[Row]:
    """Over two years, in local time without a zone; one in four leaves no address."""
    for number, at in enumerate(_ordered(chance, today, ANSWERS, 2 * YEAR), 1):
        email = person(chance, 60_000 + number).email if number % 4 else None
        yield number, email, 1 + number % 10, at.isoformat(" ")


def _testimonials(chance: Random, today: date) -> Iterator[Row]:
    """One in six was withdrawn by whoever gave it."""
    for number in range(1, TESTIMONIALS + 1):
        withdrawn = days_ago(chance, today, 1, YEAR).isoformat() if number % 6 == 0 else None
        yield number, person(chance, 70_000 + number).name, "Mijn foto's staan weer veilig.", withdrawn


def _carts(chance: Random, today: date) -> Iterator[Row]:
    """Over half a year, in milliseconds since 1970."""
    for number, at in enumerate(_ordered(chance, today, CARTS, YEAR / 2), 1):
        email = person(chance, 80_000 + number).email if number % 3 == 0 else None
        yield number, email, _PRODUCTS[number % 3][1], _seconds(at) * 1_000


def _visits(chance: Random, today: date) -> Iterator[Row]:
    """Over two years, in local time without a zone."""
    for number, at in enumerate(_ordered(chance, today, VISITS, 2 * YEAR), 1):
        seen = (ip_address(chance), _DEVICES[number % 3], _BROWSERS[number // 2 % 3], "Voorbeeldstad")
        came = (_SEARCHES[number % 4], _ORIGINS[number // 7 % 3], _PAGES[number % 5])
        yield number, at.isoformat(" "), *seen, *came
