"""Who else receives the data, where, under which safeguard; and who only when a person decides so."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from gestand.statement.absent import UNSTATED, OrAbsent
from gestand.statement.vocabulary import RoleTerm
from gestand.statement.written import Bilingual, Line, Link, Word, Words, Written

_COUNTRY = r"^[A-Z]{2}$"
_SAFEGUARD = r"^GDPR (45|46|47|49)(\([1-9]\))?(\([a-g]\))?$"
SHAPES = {
    _COUNTRY: "a country in two capitals, such as `NL`",
    _SAFEGUARD: "an article on transfers, such as `GDPR 46(2)(c)`, `GDPR 45` or `GDPR 49(1)(b)`",
}

Country = Annotated[str, StringConstraints(pattern=_COUNTRY, strict=True)]
"""Two letters, ISO 3166-1: `NL`, `US`."""

Safeguard = Annotated[str, StringConstraints(pattern=_SAFEGUARD, strict=True)]
"""The article that allows a transfer: `GDPR 46(2)(c)`: standard clauses, `GDPR 45`: an adequacy decision."""

Where = Literal["EU", "EEA"] | Annotated[tuple[Country, ...], Field(min_length=1)]


class Elsewhere(Written):
    """A transfer outside the EEA (GDPR 44-49)."""

    where: OrAbsent[tuple[Country, ...]] = Field(UNSTATED, description="Which countries: [US, GB].")
    when: OrAbsent[Word] = Field(UNSTATED, description="Only then: a word of `conditions`.")
    safeguard: OrAbsent[Safeguard] = Field(
        UNSTATED, description="The article that allows it: `GDPR 46(2)(c)`."
    )
    measures: OrAbsent[Bilingual] = Field(UNSTATED, description="What is done on top of it.")


class Recipient(Bilingual):
    """One recipient, or one kind of recipients (GDPR 13(1)(e))."""

    role: OrAbsent[RoleTerm] = Field(UNSTATED, description="A W3C DPV term: `DataProcessor`, `ThirdParty`.")
    name: OrAbsent[Line] = Field(UNSTATED, description="The company's own name, where it is published.")
    for_: OrAbsent[Words] = Field(UNSTATED, description="What for: words of `purposes`.")
    data: OrAbsent[Words] = Field(UNSTATED, description="What it receives: words of `data`.")
    where: OrAbsent[Where] = Field(UNSTATED, description="`EU`, `EEA`, or a list of countries: [NL, DE].")
    also_elsewhere: OrAbsent[Elsewhere] = Field(UNSTATED, description="Outside the EEA, or `none`.")
    when: OrAbsent[Word] = Field(UNSTATED, description="Only then: a word of `conditions`.")
    bound_to: OrAbsent[tuple[Literal["confidentiality", "processing agreement", "same opt-outs"], ...]] = (
        Field(UNSTATED, description="What the recipient has agreed to.")
    )
    for_itself: OrAbsent[Bilingual] = Field(
        UNSTATED, description="What it uses the data for on its own account."
    )
    terms: OrAbsent[Link] = Field(UNSTATED, description="The recipient's own statement or terms.")
    reports_of_abuse: OrAbsent[Link | Line] = Field(
        UNSTATED, description="Where abuse of its service is reported."
    )


class Disclosure(Bilingual):
    """Giving data to somebody only in a situation that nobody plans. A person decides each one, on record."""

    because: tuple[
        Literal[
            "the law demands it",
            "the customer asks",
            "the service needs it",
            "rules of the site",
            "rights or safety",
            "fraud prevention",
            "merger or sale",
        ],
        ...,
    ] = Field(min_length=1, description="In which situations.")
    decided_by: OrAbsent[Literal["a person"]] = Field(UNSTATED, description="`a person` decides each one.")
    on_record: OrAbsent[bool] = Field(UNSTATED, description="Whether each one is written down.")


class AnonymousData(Bilingual):
    """Figures that identify nobody, and who may get them."""

    to: OrAbsent[Bilingual] = Field(UNSTATED, description="Who gets them.")
    for_: OrAbsent[Bilingual] = Field(UNSTATED, description="What for.")


class Sold(Bilingual):
    """Data that are sold, exchanged or given away, and to whom."""

    basis: Literal["Consent"] = Field(description="Only ever with consent.")
    data: tuple[Word, ...] = Field(min_length=1, description="Words of `data`.")
