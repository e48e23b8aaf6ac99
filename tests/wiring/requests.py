"""Requests of people who do not exist, and what happens to them."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from gestand.core.case import Clocks
from gestand.core.letter import Addressee, Letter, LetterFacts, Template, Written
from gestand.core.request import Asker, Known, Request, Right, Way
from gestand.core.schema import TableName
from gestand.core.step import (
    Amount,
    Asked,
    Closed,
    Decided,
    Decision,
    Did,
    Found,
    Identified,
    Proof,
    Result,
    Root,
    Step,
    Trail,
)
from gestand.core.text import Text

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY = timedelta(days=1)
CLOCKS = Clocks(NOW + 28 * DAY, NOW + 28 * DAY, NOW + 30 * DAY)
PERSON = Known("email", "wilhelmina.zonnebloem@example.org", proven=True)
PRIVATE = (
    "Zonnebloem",
    "wilhelmina",
    "Kastanjelaan",
    "Officier-Achternaam",
    "klantnummer-7781",
    "0612345678",
)
"""What must not be read in any file without a key."""


def request(name: str = "Wilhelmina Zonnebloem", *rights: Right, received: datetime = NOW) -> Request:
    return Request(
        rights=rights or (Right.ACCESS,),
        way=Way.FORM,
        received=received,
        entered=NOW,
        language="nl",
        asker=Asker(name, PERSON.value, "Kastanjelaan 1, Utrecht"),
        known=(PERSON, Known("phone", "0612345678")),
        words="Wat weet u van mij, Wilhelmina Zonnebloem?",
    )


CUSTOMERS = TableName("customers", "shop")
TRAIL = Trail(
    (PERSON,),
    (
        Root(
            "shop",
            CUSTOMERS,
            ("id", "code"),
            ((7781, "klantnummer-7781"), (Decimal("1.50"), b"\x00")),
        ),
    ),
)
STEPS: tuple[Step, ...] = (
    Asked(NOW, "D. Officier-Achternaam", "Zonnebloem of Zonneweide?"),
    Identified(NOW, "D. Officier-Achternaam", Proof.LINK, (PERSON,)),
    Found(
        NOW, TRAIL, (Amount("shop", CUSTOMERS, "customer", 3, 1, NOW), Amount("shop", CUSTOMERS, "mail", 4))
    ),
    Decided(
        NOW, "D. Officier-Achternaam", (Decision(Right.ERASURE, True), Decision(Right.ACCESS, False, "mail"))
    ),
    Did(NOW, "shop", "erase", 5, 1),
    Closed(NOW, Result.DONE),
)


def letter(to: str = PERSON.value) -> tuple[Letter, Written]:
    authority = Text("de Autoriteit Persoonsgegevens", "the Dutch data protection authority")
    facts = LetterFacts(
        case="2026-0001",
        company="Example B.V.",
        contact="privacy@example.org",
        authority=authority,
        public_body=False,
        received=NOW,
        rights=(Right.ACCESS,),
        answer_by=NOW.date(),
        written_on=NOW.date(),
    )
    addressee = Addressee("Wilhelmina Zonnebloem", to, "Kastanjelaan 1, Utrecht")
    written = Written("Uw verzoek", "Beste Wilhelmina Zonnebloem,", (("brief.pdf", b"%PDF Zonnebloem\xff"),))
    return Letter(Template.ANSWER, "nl", addressee, facts), written
