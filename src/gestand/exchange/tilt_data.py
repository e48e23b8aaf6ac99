"""The middle of a TILT document: each kind of data with its purposes, bases, recipients and terms."""

from collections.abc import Iterator

from gestand.core.text import Language
from gestand.exchange.bases import LETTERS, LegalBasis, bases
from gestand.exchange.duration import iso_duration
from gestand.statement.data import Datum
from gestand.statement.model import Statement
from gestand.statement.purposes import Purpose
from gestand.statement.recipients import Elsewhere, Recipient
from gestand.statement.retention import Retention
from gestand.statement.sentences import retention_sentence
from gestand.statement.written import Bilingual

Fields = dict[str, object]

_STANDARD_CLAUSES = ("GDPR 46(2)(c)", "GDPR 46(2)(d)")


def disclosed(statement: Statement, language: Language) -> list[Fields]:
    """`dataDisclosed`: one entry for each kind of data that the statement names."""
    return [_disclosed(statement, name, language) for name in statement.data]


def _disclosed(statement: Statement, name: str, language: Language) -> Fields:
    datum = statement.data[name]
    purposes = [purpose for purpose in statement.purposes.values() if name in (purpose.data or ())]
    found = [basis for purpose in purposes for basis in bases(purpose)]
    recipients = (statement.recipients or {}).values()
    return {
        "_id": name,
        "category": datum.said_in(language),
        "purposes": [_purpose(purpose, language) for purpose in purposes],
        "legalBases": [*_legal_bases(found, language), *_special(datum)],
        "legitimateInterests": _interests(found, language),
        "recipients": [_recipient(one, language) for one in recipients if name in (one.data or ())],
        "storage": [
            _storage(statement, key, promise, language)
            for key, promise in statement.retention.items()
            if name in promise.data
        ],
        "nonDisclosure": _required(datum, language),
    }


def _purpose(purpose: Purpose, language: Language) -> Fields:
    return {"purpose": purpose.said_in(language), "description": f"https://w3id.org/dpv#{purpose.kind}"}


def _legal_bases(found: list[LegalBasis], language: Language) -> Iterator[Fields]:
    for basis in dict.fromkeys(found):
        said = {"description": basis.named.said_in(language)} if basis.named else {}
        yield {"reference": f"GDPR-6-1-{LETTERS[basis.term]}", **said}


def _special(datum: Datum) -> Iterator[Fields]:
    """The law that allows special categories, or a citizen service number (GDPR 9(2), 87)."""
    if datum.in_use_because:
        yield {"reference": "GDPR-9-2", "description": datum.in_use_because}


def _interests(found: list[LegalBasis], language: Language) -> list[Fields]:
    named = [basis for basis in dict.fromkeys(found) if basis.term == "LegitimateInterest"]
    if not named:
        return [{"exists": False}]
    return [{"exists": True, "reasoning": one.named.said_in(language) if one.named else ""} for one in named]


def _recipient(recipient: Recipient, language: Language) -> Fields:
    where = recipient.where
    name = {"name": recipient.name} if recipient.name else {}
    one = {"country": where[0]} if isinstance(where, tuple) and len(where) == 1 else {}
    division = {"division": recipient.role} if recipient.role else {}
    return {**name, **one, "category": recipient.said_in(language), **division}


def _storage(statement: Statement, key: str, promise: Retention, language: Language) -> Fields:
    """The whole sentence stands beside the duration: TILT has no moment from which a term counts."""
    sentence = retention_sentence(statement, key, language)
    when = [statement.conditions[promise.when].said_in(language)] if promise.when else []
    condition = {"purposeConditional": when} if when else {}
    ttl = iso_duration(promise.kept.term.period)
    return {"temporal": [{"description": sentence, "ttl": ttl}], **condition, "aggregationFunction": "max"}


def _required(datum: Datum, language: Language) -> Fields:
    """TILT knows two grounds, law and contract; on any other the data must be given all the same."""
    required = datum.required or None
    because = required.because if required else ""
    otherwise = required.otherwise if required else None
    return {
        "legalRequirement": because == "LegalObligation",
        "contractualRegulation": because == "Contract",
        "obligationToProvide": bool(required),
        "consequences": otherwise.said_in(language) if isinstance(otherwise, Bilingual) else "",
    }


def transfers(statement: Statement, language: Language) -> list[Fields]:
    """`thirdCountryTransfers`: one for each country of each recipient outside the EEA."""
    found = []
    for recipient in (statement.recipients or {}).values():
        if elsewhere := recipient.also_elsewhere or None:
            for country in elsewhere.where or (None,):
                found.append(_transfer(statement, recipient, elsewhere, country, language))
    return found


def _transfer(
    statement: Statement, recipient: Recipient, elsewhere: Elsewhere, country: str | None, language: Language
) -> Fields:
    ground = elsewhere.safeguard or ""
    said = [recipient.said_in(language), *filter(None, [ground])]
    said += [statement.conditions[elsewhere.when].said_in(language)] if elsewhere.when else []
    said += [elsewhere.measures.said_in(language)] if elsewhere.measures else []
    article, description = ground.removeprefix("GDPR ")[:2], " · ".join(said)

    def available(holds: bool) -> Fields:
        return {"available": True, "description": description} if holds else {"available": False}

    return {
        **({"country": country} if country else {}),
        "adequacyDecision": available(article == "45"),
        "appropriateGuarantees": available(article in ("46", "47")),
        "presenceOfEnforceableRightsAndEffectiveRemedies": {"description": description},
        "standardDataProtectionClause": available(ground in _STANDARD_CLAUSES),
    }


def sources(statement: Statement, language: Language) -> list[Fields]:
    """`sources`: where data come from that the person did not give (GDPR 14)."""
    found: list[Fields] = []
    for name, datum in statement.data.items():
        origin = statement.sources.get(datum.from_) or statement.people.get(datum.from_)
        if origin:
            source = {"description": origin.said_in(language), "url": "", "publiclyAvailable": False}
            found.append({"_id": name, "dataCategory": datum.said_in(language), "sources": [source]})
    return found
