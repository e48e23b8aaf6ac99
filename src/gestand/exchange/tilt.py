"""A statement in TILT, the Transparency Information Language of TU Berlin: one JSON document in one language.

TILT knows no "unstated": what it demands and the statement does not say is filled in, and told to be.
"""

import json
from uuid import NAMESPACE_URL, uuid5

from gestand.core.text import Language, Text
from gestand.exchange.carried import Exported, lost
from gestand.exchange.tilt_data import disclosed, sources, transfers
from gestand.exchange.tilt_rights import ADDRESS_UNKNOWN, automated_decisions, by_law, rights, without_place
from gestand.statement.absent import UNSTATED
from gestand.statement.controller import Contact
from gestand.statement.model import Statement

CARRIED = (
    "version", "effective", "authority", "controller/name", "controller/address", "controller/sites",
    "controller/contact/email", "controller/contact/phone", "controller/contact/page", "controller/representative",
    "controller/protection officer", "sources", "moments", "conditions",
    "data/*/text", "data/*/from", "data/*/required", "data/*/in use because",
    "purposes/*/text", "purposes/*/kind", "purposes/*/data", "purposes/*/basis",
    "retention/*/data", "retention/*/kept", "retention/*/kept at least", "retention/*/says", "retention/*/when",
    "recipients/*/text", "recipients/*/name", "recipients/*/data", "recipients/*/role", "recipients/*/also elsewhere",
    "rights/named", "rights/identity", "rights/cost", "rights/portability/formats", "rights/answered within/any right",
    "automated decisions/*/text", "automated decisions/*/logic",
)  # fmt: skip
"""The parts of a statement that have a place in TILT."""
DENIALS = ("rights/cost",)
"""The denials that TILT can say: that a request costs nothing."""

NO_DAY = "1900-01-01"
"""Stands where TILT demands a day and the statement names none."""
NO_COUNTRY = "ZZ"
"""The code that ISO 3166-1 leaves to users: here, a country that the statement does not name."""

_COUNTRY = Text(
    "het land van de verwerkingsverantwoordelijke: ZZ, onbekend", "the country of the controller: ZZ, unknown"
)
_OFFICER = Text(
    "een functionaris voor gegevensbescherming: het contactpunt van het bedrijf",
    "a data protection officer: the company's contact point",
)
_NAME = Text(f"de naam van het bedrijf: {UNSTATED.value}", f"the name of the company: {UNSTATED.value}")
_ADDRESS = Text(f"het adres: {UNSTATED.value}", f"the address: {UNSTATED.value}")
_DAY = Text(f"de dag van ingang: {NO_DAY}", f"the day from which it holds: {NO_DAY}")
_MAIL = Text(
    f"een e-mailadres voor vragen: {ADDRESS_UNKNOWN}", f"an e-mail address for questions: {ADDRESS_UNKNOWN}"
)
_RIGHTS = Text(
    "rechten die de verklaring niet noemt: zoals de AVG ze geeft",
    "rights that the statement does not name: as the GDPR gives them",
)
_SOURCES = Text(
    "of een bron openbaar is, en haar adres: nee, en leeg",
    "whether a source is public, and its address: no, and empty",
)
_NO_OFFICER = Text("geen functionaris", "no officer")


def tilt(statement: Statement, language: Language) -> Exported:
    """The statement as a TILT document in one language, which always fits the schema of TILT."""
    document: dict[str, object] = {
        "meta": _meta(statement, language),
        "controller": _controller(statement),
        "dataProtectionOfficer": _officer(statement, language),
        "dataDisclosed": disclosed(statement, language),
        "thirdCountryTransfers": transfers(statement, language),
        "sources": sources(statement, language),
        **rights(statement, language),
        "automatedDecisionMaking": automated_decisions(statement, language),
        "changesOfPurpose": [],
    }
    text = json.dumps(document, ensure_ascii=False, indent=2)
    missing = (*lost(statement, CARRIED, denials=DENIALS), *without_place(statement))
    return Exported(f"{text}\n", missing, _filled(statement, bool(document["sources"])))


def _filled(statement: Statement, has_sources: bool) -> tuple[Text, ...]:
    """What TILT demands and the statement does not say, each with what stands there instead."""
    told = (
        (_COUNTRY, _country(statement) == NO_COUNTRY),
        (_NAME, not statement.controller.name),
        (_ADDRESS, not statement.controller.address),
        (_DAY, not statement.effective),
        (_OFFICER, not statement.controller.protection_officer),
        (_MAIL, not statement.controller.contact.email),
        (_RIGHTS, by_law(statement)),
        (_SOURCES, has_sources),
    )
    return tuple(text for text, holds in told if holds)


def _meta(statement: Statement, language: Language) -> dict[str, object]:
    """TILT's `modified` is the day from which this version holds; its `_hash` that of the statement's own file."""
    site = f"https://{statement.controller.sites[0]}" if statement.controller.sites else ""
    day = statement.effective.isoformat() if statement.effective else NO_DAY
    return {
        "_id": str(uuid5(NAMESPACE_URL, f"{site}#{_name(statement)}")),
        "name": _name(statement),
        "created": day,
        "modified": day,
        "version": statement.version,
        "language": language,
        "status": "active",
        "url": site,
        "_hash": statement.digest or "0" * 64,
    }


def _country(statement: Statement) -> str:
    """A company that answers to the Dutch authority is taken to be established in the Netherlands."""
    return "NL" if statement.authority == "AP" else NO_COUNTRY


def _name(statement: Statement) -> str:
    return statement.controller.name or UNSTATED.value


def _controller(statement: Statement) -> dict[str, object]:
    who = statement.controller
    return {
        "name": _name(statement),
        "address": who.address or UNSTATED.value,
        "country": _country(statement),
        "representative": {
            "name": who.representative or _name(statement),
            "email": who.contact.email or ADDRESS_UNKNOWN,
            **_phone(who.contact),
        },
        "sites": [f"https://{site}" for site in who.sites],
    }


def _phone(contact: Contact) -> dict[str, object]:
    """The number in the shape that TILT asks for: digits, blanks and a plus; left out where none is left."""
    plain = "".join(
        sign if sign.isascii() and sign.isdigit() else " " for sign in contact.phone or ""
    ).strip()
    plus = "+" if plain and (contact.phone or "").lstrip().startswith("+") else ""
    return {"phone": f"{plus}{plain}"} if plain else {}


def _officer(statement: Statement, language: Language) -> dict[str, object]:
    who = statement.controller
    officer = who.protection_officer or None
    post = (
        officer.post
        if officer and officer.post and officer.post != "the address"
        else who.address or UNSTATED.value
    )
    unnamed = _name(statement) if officer else _NO_OFFICER.said_in(language)
    return {
        "name": officer.name if officer and officer.name else unnamed,
        "address": post,
        "country": _country(statement),
        "email": (officer.email if officer else None) or who.contact.email or ADDRESS_UNKNOWN,
    }
