"""People and companies who plainly do not exist: names off a reading board, numbers kept for fiction."""

from dataclasses import dataclass
from random import Random

GIVEN = (
    "Aap",
    "Noot",
    "Mies",
    "Wim",
    "Zus",
    "Jet",
    "Teun",
    "Vuur",
    "Gijs",
    "Lam",
    "Kees",
    "Bok",
    "Weide",
    "Does",
)
FAMILY = ("Voorbeeld", "Verzonnen", "Fictie", "Sprookje", "Denkbeeld", "Proefstuk", "Schijnwereld", "Nergens")
TRADES = ("Bakkerij", "Fietsenmaker", "Tandarts", "Bibliotheek", "Sportclub", "Kapper", "Garage", "Theater")
EU_NUMBERS = (("NL", "+31 6 0000 "), ("NL", "+31 6 0000 "), ("NL", "+31 6 0000 "), ("BE", "+32 460 00 "))
OTHER_NUMBERS = (("GB", "+44 7700 900", 3), ("US", "+1 202 555 01", 2))
COUNTRIES = (
    ("BE", "Belgium"),
    ("DE", "Germany"),
    ("GB", "United Kingdom"),
    ("NL", "Netherlands"),
    ("US", "United States"),
)


@dataclass(frozen=True)
class Person:
    """Somebody invented; `number` keeps the addresses of namesakes apart."""

    given: str
    family: str
    number: int

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"

    @property
    def email(self) -> str:
        return f"{self.given}.{self.family}.{self.number}@example.org".lower()

    @property
    def phone(self) -> str:
        return f"+31 6 0000 {self.number % 10_000:04}"

    @property
    def address(self) -> str:
        return f"Voorbeeldstraat {self.number % 200 + 1}, 0000 AA Voorbeeldstad"


def person(chance: Random, number: int) -> Person:
    return Person(chance.choice(GIVEN), chance.choice(FAMILY), number)


def company(chance: Random, number: int) -> str:
    return f"{chance.choice(TRADES)} {chance.choice(FAMILY)} {number}"


def phone_number(chance: Random) -> tuple[str, str]:
    """A country and a mobile number in it that nobody has; one in twelve lies outside the EU."""
    if chance.random() < 1 / 12:
        country, before, digits = chance.choice(OTHER_NUMBERS)
        return country, f"{before}{int(chance.random() * 10**digits):0{digits}}"
    country, before = chance.choice(EU_NUMBERS)
    return country, f"{before}{int(chance.random() * 10_000):04}"


def ip_address(chance: Random) -> str:
    """An address out of the ranges that are kept for documentation (RFC 5737)."""
    return f"{chance.choice(('192.0.2', '198.51.100', '203.0.113'))}.{int(chance.random() * 254) + 1}"
