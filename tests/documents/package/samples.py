"""Packages for tests: of a person and a company that do not exist."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from gestand.core.package import Category, Enclosed, Listing, Package, Receiver, UsedFor
from gestand.core.question import Rows
from gestand.core.request import Right
from gestand.core.text import Language, Text

AT = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
NAME = Category(
    word="name-and-address",
    name=Text("naam en adres", "name and address"),
    used_for=(
        UsedFor(
            Text("om uw bestelling te bezorgen", "to deliver your order"),
            (Text("een overeenkomst met u", "a contract with you"),),
        ),
        UsedFor(Text("om u de nieuwsbrief te sturen", "to send you the newsletter")),
    ),
    source=Text("van uzelf", "from yourself"),
    receivers=(
        Receiver(Text("Bezorgdienst Snel B.V.", "Bezorgdienst Snel B.V.")),
        Receiver(
            Text("Mail Corp.", "Mail Corp."),
            Text("Verenigde Staten, met standaardbepalingen", "United States, with standard clauses"),
        ),
    ),
    kept=Text("tot 2 jaar na uw laatste bestelling", "until 2 years after your last order"),
    listings=(
        Listing("shop", "customers", Rows(("id", "name", "phone"), ((7, "Jo de Vries", "+31612345678"),))),
    ),
    portable=True,
)
ORDERS = Category(
    word="orders",
    name=Text("bestellingen", "orders"),
    used_for=(UsedFor(Text("om te boeken", "to keep our books"), (Text("een wet", "a law"),)),),
    source=Text("uit uw gebruik van de winkel", "from your use of the shop"),
    receivers=(),
    kept=Text("7 jaar na het boekjaar", "7 years after the book year"),
    listings=(
        Listing(
            "shop",
            "orders",
            Rows(
                ("number", "at", "day", "price", "weight", "took", "gift", "photo", "note"),
                (
                    (
                        1,
                        AT,
                        date(2026, 10, 25),
                        Decimal("12.50"),
                        0.5,
                        timedelta(hours=1),
                        True,
                        b"\x00\xff",
                        None,
                    ),
                    (2, AT, date(2026, 10, 25), Decimal("-3"), 2.0, time(9, 30), False, b"", "Graag\nsnel"),
                ),
            ),
        ),
        Listing(
            "books", "invoices", Rows(("number", "total"), tuple((n, Decimal(n)) for n in range(60)), True)
        ),
    ),
)
CHECKPOINT = f"log.example.org\n1024\n{'A' * 43}=\n\n— log.example.org {'B' * 92}"


def packed(language: Language = "nl", kind: Right = Right.ACCESS, **facts: Any) -> Package:
    """A package with something of everything, and other facts where a test has some."""
    known: dict[str, Any] = {
        "case": "2026-0017",
        "name": "Jo de Vries",
        "company": "Winkel Zonnebloem",
        "contact": "privacy@zonnebloem.example",
        "authority": Text("de Autoriteit Persoonsgegevens", "the Dutch Data Protection Authority"),
        "made_on": date(2026, 11, 23),
        "rights": tuple(Right),
        "categories": (NAME, ORDERS),
        "withheld": (
            Text("namen van mensen aan wie u iets stuurde", "names of people to whom you sent something"),
        ),
        "systems": ("shop", "books"),
        "by_hand": ("mailbox",),
        "unsearchable": (Text("de bezoekcijfers", "the visitor figures"),),
        "automated": (
            Text(
                "Een computer besluit of u achteraf mag betalen, naar het bedrag en uw laatste betalingen.",
                "A computer decides whether you may pay later, by the amount and your last payments.",
            ),
        ),
        "enclosed": (Enclosed("mail van 3 mei.eml", b"From: jo@example.org\n"),),
        "checkpoint": CHECKPOINT,
    }
    return Package(kind=kind, language=language, **known | facts)


def listed(*rows: tuple[object, ...], columns: tuple[str, ...] = ("value",), word: str = "word") -> Category:
    """A category with one table of these rows."""
    said = Text(word, word)
    return Category(word, said, (), said, (), said, (Listing("store", "table", Rows(columns, rows)),), True)
