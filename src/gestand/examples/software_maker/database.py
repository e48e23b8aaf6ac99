"""Fills the database of Rekenraam: some 80,000 rows that lead up to today, the same for the same day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

from gestand.examples.filling import Row, days_ago, fill, midnight, seconds_ago
from gestand.examples.people import company, ip_address, person

CLIENTS = 1_500
REQUESTS = 9_000
SUBSCRIBERS = 6_000
CAMPAIGNS = 24
RESPONSES = 6_000
VIEWS = 36_000
FEEDBACK = 3_000
COPIES = 1_800

_PRODUCTS = (("BOEK", "Rekenraam Boekhouding"), ("LOON", "Rekenraam Loon"), ("UREN", "Rekenraam Uren"))
_KINDS = ("question", "request", "registration")
_STEPS = ("We hebben uw vraag ontvangen.", "Er wordt aan gewerkt.", "Uw vraag is beantwoord.")
_PAGES = ("/", "/boekhouding", "/loon", "/uren", "/contact")
_BROWSERS = ("Firefox", "Chromium", "Safari")
_PROVIDERS = ("Netwerk Een", "Netwerk Twee", None)
_ORIGINS = ("https://zoeken.example", "https://nieuws.example", None)
_OPINIONS = ("Het scherm met uren is te klein.", "Fijn dat ik kan zoeken.", "Waar vind ik de jaaropgave?")


def write_relations(database: Path, today: date) -> None:
    """Make the database file, which must not exist yet."""
    chance = Random(4_000_001)  # noqa: S311  # invented rows, the same every time
    requests = list(_requests(chance, today))
    tables = {
        "products": _PRODUCTS,
        "campaigns": _campaigns(today),
        "clients": _clients(chance, today),
        "contact_persons": _contacts(chance),
        "requests": requests,
        "request_steps": _steps(requests),
        "subscribers": _subscribers(chance, today),
        "campaign_responses": _responses(chance, today),
        "page_views": _views(chance, today),
        "feedback": _feedback(chance, today),
        "support_copies": _copies(chance, today),
    }
    fill(database, "gestand.examples.software_maker", tables)


def _clients(chance: Random, today: date) -> Iterator[Row]:
    """In the order in which they came, over twelve years; one in five relations has ended."""
    before = sorted((chance.randint(500, 12 * 365) for _ in range(CLIENTS)), reverse=True)
    for number, days in enumerate(before, 1):
        ended = days_ago(chance, today, 1, min(days, 900)) if number % 5 == 0 else None
        began = today - timedelta(days=days)
        yield number, company(chance, number), began.isoformat(), ended and ended.isoformat()


def _contacts(chance: Random) -> Iterator[Row]:
    """Two a client; the first is the one who is told of a breach."""
    for number in range(1, 2 * CLIENTS + 1):
        who, first = person(chance, number), number % 2
        yield number, (number + 1) // 2, who.name, who.address, who.email, who.phone, first


def _ordered(chance: Random, today: date, many: int, most_days: int) -> Iterator[datetime]:
    """So many moments before today, in their order."""
    before = sorted((seconds_ago(chance, 0, most_days) for _ in range(many)), reverse=True)
    return (midnight(today) - timedelta(seconds=seconds + 1) for seconds in before)


def _seconds(moment: datetime) -> int:
    return int(moment.replace(tzinfo=UTC).timestamp())


def _requests(chance: Random, today: date) -> Iterator[Row]:
    """Over three years. What came in during the last two weeks is not handled yet."""
    for number, at in enumerate(_ordered(chance, today, REQUESTS, 3 * 365), 1):
        who, kind = person(chance, 10_000 + number), _KINDS[number % 3]
        handled = at.date() + timedelta(days=chance.randint(1, 14))
        known = (who.name, who.email, who.phone if number % 2 else None, "Kunt u mij helpen?")
        yield number, kind, *known, _seconds(at), handled.isoformat() if handled < today else None


def _steps(requests: list[Row]) -> Iterator[Row]:
    number = 0
    for request in requests:
        for place in range(1 + int(str(request[0])) % 2):
            number += 1
            yield number, request[0], int(str(request[6])) + place * 3_600, _STEPS[place]


def _subscribers(chance: Random, today: date) -> Iterator[Row]:
    """One in four has left the list, up to 500 days ago."""
    for number, at in enumerate(_ordered(chance, today, SUBSCRIBERS, 6 * 365), 1):
        left = days_ago(chance, today, 0, min(500, (today - at.date()).days)) if number % 4 == 0 else None
        email = person(chance, 30_000 + number).email
        yield number, email, f"{at.isoformat()}Z", left and left.isoformat()


def _campaigns(today: date) -> Iterator[Row]:
    """One in two months; the last runs still."""
    for number in range(1, CAMPAIGNS + 1):
        closed = today - timedelta(days=60 * (CAMPAIGNS - number) - 20)
        yield number, f"Actie {number}", closed.isoformat() if closed < today else None


def _responses(chance: Random, today: date) -> Iterator[Row]:
    """In the two months before the campaign closes, or until yesterday."""
    for number in range(1, RESPONSES + 1):
        campaign = 1 + (number - 1) * CAMPAIGNS // RESPONSES
        closed = today - timedelta(days=60 * (CAMPAIGNS - campaign) - 20)
        at, who = days_ago(chance, min(closed, today), 1, 30), person(chance, 50_000 + number)
        yield number, campaign, who.name, who.address, who.email, at.isoformat()


def _views(chance: Random, today: date) -> Iterator[Row]:
    """Over a year, in milliseconds since 1970."""
    for number, at in enumerate(_ordered(chance, today, VIEWS, 365), 1):
        seen = (f"{int(chance.random() * 16**8):08x}", ip_address(chance), _BROWSERS[number % 3])
        where = (_PROVIDERS[number % 3], _ORIGINS[number // 7 % 3], _PAGES[number % 5])
        yield number, _seconds(at) * 1_000, *seen, *where, 5 + int(chance.random() * 300)


def _feedback(chance: Random, today: date) -> Iterator[Row]:
    """Over four years, in local time without a zone; one in three leaves no address."""
    for number, at in enumerate(_ordered(chance, today, FEEDBACK, 4 * 365), 1):
        email = person(chance, 70_000 + number).email if number % 3 else None
        yield number, at.isoformat(" "), email, _OPINIONS[number % 3], _PRODUCTS[number % 3][0]


def _copies(chance: Random, today: date) -> Iterator[Row]:
    """Copies of clients' files, which help desks ask for and forget; one in ten questions is still open."""
    noon = datetime.combine(today, time(12)) - timedelta(days=1)
    before = sorted((seconds_ago(chance, 0, 400) for _ in range(COPIES)), reverse=True)
    for number, seconds in enumerate(before, 1):
        closed = noon - timedelta(seconds=seconds) if number % 10 else None
        client, said = 1 + number % CLIENTS, closed and f"{closed.isoformat()}Z"
        yield number, client, f"administratie-{number}.zip", "(nagemaakte inhoud)", said
