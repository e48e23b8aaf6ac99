"""What TILT demands and a statement need not say: what stands there instead, and the word that tells so."""

from collections.abc import Iterator

from gestand.core.text import Text
from gestand.exchange.tilt_data import sources
from gestand.exchange.tilt_rights import ADDRESS_UNKNOWN, by_law
from gestand.statement.absent import UNSTATED
from gestand.statement.model import Statement

NO_DAY = "1900-01-01"
"""Stands where TILT demands a day and the statement names none."""
_NO_COUNTRY = "ZZ"
"""The code that ISO 3166-1 leaves to users: here, a country that the statement does not name."""

_COUNTRY = Text(
    "het land van de verwerkingsverantwoordelijke: ZZ, onbekend", "the country of the controller: ZZ, unknown"
)
_COUNTRY_OF_AP = Text(
    "het land van de verwerkingsverantwoordelijke: NL, want de Nederlandse toezichthouder is de hare",
    "the country of the controller: NL, for it answers to the Dutch authority",
)
_NAME = Text(f"de naam van het bedrijf: {UNSTATED.value}", f"the name of the company: {UNSTATED.value}")
_ADDRESS = Text(f"het adres: {UNSTATED.value}", f"the address: {UNSTATED.value}")
_DAY = Text(f"de dag van ingang: {NO_DAY}", f"the day from which it holds: {NO_DAY}")
_REPRESENTATIVE = Text("een vertegenwoordiger: het bedrijf zelf", "a representative: the company itself")
_OFFICER = Text(
    "een functionaris voor gegevensbescherming: het contactpunt van het bedrijf",
    "a data protection officer: the company's contact point",
)
_MAIL = Text(
    f"een e-mailadres voor vragen: {ADDRESS_UNKNOWN}", f"an e-mail address for questions: {ADDRESS_UNKNOWN}"
)
_INTERESTS = Text(
    "of er een gerechtvaardigd belang is, waar geen grondslag staat: nee",
    "whether there is a legitimate interest, where no basis is stated: no",
)
_REQUIRED = Text(
    "of gegevens verplicht zijn, waar dat niet staat: nee",
    "whether data must be given, where that is not said: no",
)
_RIGHTS = Text(
    "rechten die de verklaring niet noemt: zoals de AVG ze geeft",
    "rights that the statement does not name: as the GDPR gives them",
)
_SOURCES = Text(
    "of een bron openbaar is, en haar adres: nee, en leeg",
    "whether a source is public, and its address: no, and empty",
)
_DECISIONS = Text("of een computer over mensen beslist: nee", "whether a machine decides about people: no")


def filled(statement: Statement) -> tuple[Text, ...]:
    """What TILT demands and the statement does not say, each with what stands there instead."""
    return tuple(text for text, holds in (*_of_the_company(statement), *_of_the_data(statement)) if holds)


def _of_the_company(statement: Statement) -> Iterator[tuple[Text, bool]]:
    who = statement.controller
    yield _COUNTRY_OF_AP if country(statement) == "NL" else _COUNTRY, True
    yield _NAME, not who.name
    yield _ADDRESS, not who.address
    yield _DAY, not statement.effective
    yield _REPRESENTATIVE, not who.representative
    yield _OFFICER, not who.protection_officer
    yield _MAIL, not who.contact.email


def _of_the_data(statement: Statement) -> Iterator[tuple[Text, bool]]:
    own = [one for one in statement.purposes.values() if one.as_ == "controller"]
    yield _INTERESTS, any(one.basis is UNSTATED for one in own)
    yield _REQUIRED, any(datum.required is UNSTATED for datum in statement.data.values())
    yield _RIGHTS, by_law(statement)
    yield _SOURCES, bool(sources(statement, statement.language))
    yield _DECISIONS, statement.automated_decisions is UNSTATED


def country(statement: Statement) -> str:
    """A company that answers to the Dutch authority is taken to be established in the Netherlands."""
    return "NL" if statement.authority == "AP" else _NO_COUNTRY
