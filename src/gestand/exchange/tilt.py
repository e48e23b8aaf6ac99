"""A statement in TILT, the Transparency Information Language of TU Berlin: one JSON document in one language.

TILT knows no "unstated": what it demands and the statement does not say is filled in, and told to be.
"""

import json
from uuid import NAMESPACE_URL, uuid5

from gestand.core.text import Language, Text
from gestand.exchange.carried import Exported, lost
from gestand.exchange.tilt_data import disclosed, sources, transfers
from gestand.exchange.tilt_filled import NO_DAY, country, filled
from gestand.exchange.tilt_rights import ADDRESS_UNKNOWN, automated_decisions, rights, without_place
from gestand.statement.absent import UNSTATED, Absent
from gestand.statement.controller import Contact, ProtectionOfficer
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
DENIALS = ("rights/cost", "controller/protection officer")
"""The denials that TILT can say: that a request costs nothing, and by a word in the place of a name, no officer."""

_OWN_ADDRESS = ("the address", "het adres")
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
    return Exported(f"{text}\n", missing, filled(statement))


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


def _name(statement: Statement) -> str:
    return statement.controller.name or UNSTATED.value


def _controller(statement: Statement) -> dict[str, object]:
    who = statement.controller
    return {
        "name": _name(statement),
        "address": who.address or UNSTATED.value,
        "country": country(statement),
        "representative": {
            "name": who.representative or _name(statement),
            "email": who.contact.email or ADDRESS_UNKNOWN,
            **_phone(who.contact),
        },
        "sites": [f"https://{site}" for site in who.sites],
    }


def _phone(contact: Contact) -> dict[str, object]:
    """The number in the shape that TILT asks for: digits, blanks and a plus; left out where none is left.

    In `+31 (0)20` the nought is dialled at home only, and so does not go with the plus.
    """
    written = (contact.phone or "").strip()
    plus = "+" if written.startswith("+") else ""
    dialled = written.replace("(0)", "") if plus else written
    digits = "".join(sign if sign.isascii() and sign.isdigit() else " " for sign in dialled).strip()
    return {"phone": f"{plus}{digits}"} if digits else {}


def _officer(statement: Statement, language: Language) -> dict[str, object]:
    who = statement.controller
    officer = who.protection_officer or None
    post = officer.post if officer and officer.post not in _OWN_ADDRESS else UNSTATED
    return {
        "name": (officer and officer.name) or _unnamed(statement, language),
        "address": post or who.address or UNSTATED.value,
        "country": country(statement),
        "email": (officer and officer.email) or who.contact.email or ADDRESS_UNKNOWN,
    }


def _unnamed(statement: Statement, language: Language) -> str:
    """The company for an officer without a name, and a plain word where there is none, or none is spoken of."""
    match statement.controller.protection_officer:
        case ProtectionOfficer():
            return _name(statement)
        case Absent.UNSTATED:
            return UNSTATED.value
        case _:
            return _NO_OFFICER.said_in(language)
