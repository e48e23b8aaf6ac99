"""The end of a TILT document: the rights of people, the authority, and decisions without a person in them."""

from gestand.clock.period import words
from gestand.core.text import Language, Text
from gestand.exchange.authority import AP, AP_PAGE
from gestand.statement.absent import NONE
from gestand.statement.called import VALUES
from gestand.statement.controller import OtherAuthority
from gestand.statement.model import Statement
from gestand.statement.right import Right
from gestand.statement.rights import Rights

Fields = dict[str, object]

PLACES: tuple[Right, ...] = ("access", "rectification", "erasure", "portability", "withdrawal of consent")
"""The rights that TILT has a place for."""
ADDRESS_UNKNOWN = "unstated@unstated.invalid"
"""Where TILT demands an e-mail address and the statement has none: a name that never exists (RFC 2606)."""

_ANSWERED = Text("Antwoord binnen {term}.", "Answered within {term}.")
_BY_LAW = Text(
    "De verklaring noemt dit recht niet; de AVG geeft het.",
    "The statement does not name this right; the GDPR gives it.",
)
_COMPLAIN = Text(
    "U kunt altijd een klacht indienen bij de toezichthouder.",
    "You can lodge a complaint with the supervisory authority at any time.",
)


def rights(statement: Statement, language: Language) -> Fields:
    """The six parts of TILT on rights. A right that the text does not name is there by law, and said to be."""
    return {
        "accessAndDataPortability": _access(statement, language),
        "rightToInformation": _right(statement, ("access",), language),
        "rightToRectificationOrDeletion": _right(statement, ("rectification", "erasure"), language),
        "rightToDataPortability": _right(statement, ("portability",), language),
        "rightToWithdrawConsent": _right(statement, ("withdrawal of consent",), language),
        "rightToComplain": _complaint(statement, language),
    }


def without_place(statement: Statement) -> tuple[tuple[str, int], ...]:
    """Rights without a place in TILT, data whose source it does not tell, and what is not tied to data.

    TILT hangs purposes and recipients under the data that they concern.
    """
    told = statement.rights or None
    others = [right for right in (told.named or () if told else ()) if right not in PLACES]
    own = sum(datum.from_ in ("the person", "observation") for datum in statement.data.values())
    aimless = sum(not purpose.data for purpose in statement.purposes.values())
    untold = sum(not one.data for one in (statement.recipients or {}).values())
    counts = (
        (f"rights/named ({', '.join(others)})", len(others)),
        ("data/from the person or observation", own),
        ("purposes/without data", aimless),
        ("recipients/without data", untold),
    )
    return tuple((part, count) for part, count in counts if count)


def by_law(statement: Statement) -> bool:
    """Whether some right with a place in TILT is not named, and so is filled in as the law gives it."""
    told = statement.rights or None
    return not set(PLACES) <= set(told.named or () if told else ())


def _right(statement: Statement, wanted: tuple[Right, ...], language: Language) -> Fields:
    told = statement.rights or None
    named = [right for right in wanted if told and told.named and right in told.named]
    said = [", ".join(VALUES[right].said_in(language) for right in named) + "."] if named else []
    said = said or [_BY_LAW.said_in(language)]
    said += [_ANSWERED.said_in(language).format(term=term) for term in _terms(told, language)]
    identity = (
        {"identificationEvidences": [VALUES[told.identity].said_in(language)]}
        if told and told.identity
        else {}
    )
    return {"available": True, "description": " ".join(said), **_ways(statement), **identity}


def _terms(told: Rights | None, language: Language) -> list[str]:
    within = told.answered_within.any_right if told and told.answered_within else None
    return [words(within, language)] if within else []


def _ways(statement: Statement) -> Fields:
    contact = statement.controller.contact
    page = {"url": contact.page} if contact.page else {}
    return {**page, **({"email": contact.email} if contact.email else {})}


def _access(statement: Statement, language: Language) -> Fields:
    told = statement.rights or None
    free = {"administrativeFee": {"amount": 0, "currency": "EUR"}} if told and told.cost is NONE else {}
    formats = {"dataFormats": list(told.portability.formats)} if told and told.portability else {}
    return {**_right(statement, ("access", "portability"), language), **free, **formats}


def _complaint(statement: Statement, language: Language) -> Fields:
    known = statement.authority
    if isinstance(known, OtherAuthority):
        authority: Fields = {"name": known.said_in(language), "address": known.address}
        page = known.complaints
    else:
        authority = {"name": AP.said_in(language), "country": "NL"}
        page = AP_PAGE
    said = _COMPLAIN.said_in(language)
    return {"available": True, "description": said, "url": page, "supervisoryAuthority": authority}


def automated_decisions(statement: Statement, language: Language) -> Fields:
    """Whether decisions are made without a person, and by which logic (GDPR 13(2)(f))."""
    found = list((statement.automated_decisions or {}).values())
    if not found:
        return {"inUse": False}
    return {
        "inUse": True,
        "logicInvolved": " · ".join(one.logic.said_in(language) for one in found),
        "scopeAndIntendedEffects": " · ".join(one.said_in(language) for one in found),
    }
