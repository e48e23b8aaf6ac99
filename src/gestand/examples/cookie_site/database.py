"""Fills the database of Leerplank: some 80,000 rows that lead up to today, the same for the same day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from gestand.examples.filling import Row, days_ago, fill, midnight, seconds_ago
from gestand.examples.people import company, ip_address, person

MEMBERS = 4_000
SESSIONS = 6_000
CHOICES = 9_000
VIEWS = 36_000
SHARES = 2_400
DEMOS = 1_200

_COURSES = (("BHV", "Bedrijfshulp"), ("AVG", "Privacy op het werk"), ("REK", "Rekenen in bladen"))
_PAGES = (("/", "Begin"), ("/cursussen", "Cursussen"), ("/prijzen", "Prijzen"), ("/demo", "Vraag een demo"))
_INTERESTS = ("veiligheid", "privacy", None, "rekenen", None)
_CAMPAIGNS = (None, "voorjaar", None, "najaar")
_SUBJECTS = ("Nieuw in de kast", "Een cursus voor u", "Wat anderen leerden")
_NETWORKS = ("Kwetterboom", "Prikbord")


def write_site(database: Path, today: date) -> None:
    """Make the database file, which must not exist yet."""
    chance = Random(5_000_001)  # noqa: S311  # invented rows, the same every time
    members = list(_members(chance, today))
    tables = {
        "courses": _COURSES,
        "pages": _PAGES,
        "members": members,
        "enrolments": _enrolments(chance),
        "web_sessions": _sessions(chance, today),
        "cookie_choices": _choices(chance, today),
        "page_views": _views(chance, today),
        "mailings": _mailings(chance, today, members),
        "shares": _shares(chance, today),
        "demo_requests": _demos(chance, today),
    }
    fill(database, "gestand.examples.cookie_site", tables)


def _ordered(
    chance: Random, today: date, many: int, least_days: float, most_days: float
) -> Iterator[datetime]:
    """So many moments before today, in their order."""
    before = sorted((seconds_ago(chance, least_days, most_days) for _ in range(many)), reverse=True)
    return (midnight(today) - timedelta(seconds=seconds + 1) for seconds in before)


def _seconds(moment: datetime) -> int:
    return int(moment.replace(tzinfo=UTC).timestamp())


def _visitor(chance: Random) -> str:
    return f"{int(chance.random() * 16**8):08x}"


def _members(chance: Random, today: date) -> Iterator[Row]:
    """In the order in which they joined, over six years; one in four has closed the account."""
    for number, at in enumerate(_ordered(chance, today, MEMBERS, 30, 6 * 365), 1):
        who, zone = person(chance, number), "Europe/Brussels" if number % 9 == 0 else "Europe/Amsterdam"
        closed = days_ago(chance, today, 1, min(700, (today - at.date()).days)) if number % 4 == 0 else None
        digest = f"nagemaakt-{number}"
        yield number, who.name, who.email, digest, zone, f"{at.isoformat()}Z", closed and closed.isoformat()


def _enrolments(chance: Random) -> Iterator[Row]:
    """Two a member, side by side."""
    for number in range(1, 2 * MEMBERS + 1):
        yield number, (number + 1) // 2, _COURSES[number % 3][0], chance.randint(1, 40)


def _sessions(chance: Random, today: date) -> Iterator[Row]:
    """Most lie there since somebody left; one in ten was seen today or yesterday. One in three is of a member."""
    recent = SESSIONS // 10
    older = list(_ordered(chance, today, SESSIONS - recent, 2, 200))
    for number, at in enumerate((*older, *_ordered(chance, today, recent, 0, 0.5)), 1):
        member = 4 * chance.randint(0, MEMBERS // 4 - 1) + 1 if number % 3 == 0 else None
        cart = "AVG" if number % 5 == 0 else None
        yield number, member, f"sessie-{number:06}", "naam, plaats", cart, _seconds(at)


def _choices(chance: Random, today: date) -> Iterator[Row]:
    """Over three years: one in three refuses all."""
    for number, at in enumerate(_ordered(chance, today, CHOICES, 0, 3 * 365), 1):
        allowed = (int(number % 3 > 0), int(number % 7 == 0), int(number % 4 == 0 and number % 3 > 0))
        yield number, _visitor(chance), *allowed, 1 + number * 3 // CHOICES, _seconds(at)


def _views(chance: Random, today: date) -> Iterator[Row]:
    """Over two years, in local time without a zone."""
    for number, at in enumerate(_ordered(chance, today, VIEWS, 0, 730), 1):
        page, first = _PAGES[number % 4][0], int(chance.random() < 0.4)
        what = (_INTERESTS[number % 5], _CAMPAIGNS[number % 4])
        yield number, _visitor(chance), ip_address(chance), page, first, *what, at.isoformat(" ")


def _mailings(chance: Random, today: date, members: list[Row]) -> Iterator[Row]:
    """Four a year to everyone who was a member that day, over two years; one in three is opened."""
    number = 0
    for days in range(720, 0, -90):
        sent = today - timedelta(days=days)
        for member in members:
            joined, closed = str(member[5])[:10], member[6]
            if (
                int(str(member[0])) % 3
                or joined > sent.isoformat()
                or (closed and str(closed) <= sent.isoformat())
            ):
                continue
            number += 1
            opened = f"{sent.isoformat()}T18:{chance.randint(10, 59)}:00Z" if number % 3 == 0 else None
            clicked = "/cursussen" if number % 9 == 0 else None
            yield number, member[0], _SUBJECTS[days // 90 % 3], sent.isoformat(), opened, clicked


def _shares(chance: Random, today: date) -> Iterator[Row]:
    """Over a year, in milliseconds since 1970."""
    for number, at in enumerate(_ordered(chance, today, SHARES, 0, 365), 1):
        account = person(chance, 60_000 + number).given.lower() + str(number) if number % 2 else None
        page, network = _PAGES[number % 4][0], _NETWORKS[number % 2]
        yield number, network, ip_address(chance), account, page, _seconds(at) * 1_000


def _demos(chance: Random, today: date) -> Iterator[Row]:
    """Over two years."""
    for number, at in enumerate(_ordered(chance, today, DEMOS, 0, 730), 1):
        who = person(chance, 80_000 + number)
        yield number, who.name, company(chance, number), who.email, at.date().isoformat()
