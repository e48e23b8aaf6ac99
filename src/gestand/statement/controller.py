"""Who speaks in the statement, where to reach them, and which sites and products it covers."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from gestand.statement.absent import UNSTATED, OrAbsent
from gestand.statement.written import Address, Bilingual, Line, Link, Mail, Written

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def parse_year_end(text: object) -> tuple[int, int]:
    """(month, day) of `31 December` or `31 december`; 29 February is refused, for it is not in every year."""
    if isinstance(text, tuple):
        return int(text[0]), int(text[1])
    day, _, month = str(text).partition(" ")
    names = [*map(str.lower, MONTHS)] if month.lower() in map(str.lower, MONTHS) else [*_MAANDEN]
    if month.lower() in names and day.isdigit():
        number = names.index(month.lower()) + 1
        if 1 <= int(day) <= _LAST_DAYS[number - 1]:
            return number, int(day)
    raise PydanticCustomError("day", "a day and a month, such as `31 December`", {"known": ()})


YearEnd = Annotated[
    tuple[int, int],
    BeforeValidator(parse_year_end),
    WithJsonSchema({"type": "string", "examples": ["31 December"]}),
]


class Contact(Written):
    """Where questions and requests arrive. At least an e-mail address or a page."""

    email: OrAbsent[Mail] = Field(UNSTATED, description="The address for questions about privacy.")
    post: OrAbsent[Line] = Field(UNSTATED, description="`the address`, or another one.")
    phone: OrAbsent[Line] = Field(UNSTATED, description="A telephone number.")
    page: OrAbsent[Link] = Field(UNSTATED, description="A form on the web.")
    support: OrAbsent[Mail | Link] = Field(
        UNSTATED, description="The help desk, when requests may arrive there."
    )


class ProtectionOfficer(Written):
    """The data protection officer (GDPR 37-39)."""

    name: OrAbsent[Line] = Field(UNSTATED, description="The name, when it is published.")
    email: OrAbsent[Mail] = Field(UNSTATED, description="The officer's own address (GDPR 38(4)).")
    post: OrAbsent[Line] = Field(UNSTATED, description="`the address`, or another one.")


class Controller(Written):
    """The company that decides (GDPR 4(7)), or the processor that speaks for itself."""

    name: OrAbsent[Line] = Field(UNSTATED, description="The legal person's full name (GDPR 13(1)(a)).")
    address: OrAbsent[Line] = Field(UNSTATED, description="Street, number, postal code and place.")
    trade_register: OrAbsent[Line] = Field(
        UNSTATED, description="The number in the trade register: `KvK 00000000`."
    )
    contact: Contact = Field(description="The one contact point (GDPR 13(1)(a)).")
    protection_officer: OrAbsent[ProtectionOfficer] = Field(UNSTATED, description="The officer, or `none`.")
    representative: OrAbsent[Line] = Field(
        UNSTATED, description="In the Union, for a company outside it (GDPR 27)."
    )
    sites: tuple[Address, ...] = Field(description="The sites that this statement covers.")
    sites_not_covered: OrAbsent[tuple[Address | Bilingual, ...]] = Field(
        UNSTATED, description="Sites of the company or of others that follow a statement of their own."
    )
    products: OrAbsent[tuple[Line, ...]] = Field(
        UNSTATED, description="Products and apps that it covers too."
    )
    book_year_ends: YearEnd = Field((12, 31), description="The last day of the book year: `31 December`.")


class OtherAuthority(Bilingual):
    """A supervisory authority that gestand does not know by name."""

    address: Line = Field(description="Its postal address.")
    complaints: Link = Field(description="Its page for complaints (GDPR 77).")


Authority = Literal["AP"] | OtherAuthority
