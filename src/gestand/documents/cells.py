"""What stands in each column of a register of Article 30 GDPR, for one purpose; empty for what is not stated."""

from collections.abc import Iterable

from gestand.core.text import Text
from gestand.documents.articles import safeguard
from gestand.documents.measures import measure
from gestand.documents.receiving import recipients_of
from gestand.documents.sections.controller import address, contact_ways, postal
from gestand.documents.sections.purposes import basis_words
from gestand.documents.sections.recipients import where_words
from gestand.documents.voice import Voice, capital, words_text
from gestand.statement.absent import NONE, UNSTATED, Absent
from gestand.statement.controller import ProtectionOfficer
from gestand.statement.purposes import Purpose
from gestand.statement.recipients import Elsewhere, Recipient

_NONE = Text("geen", "none")
NOT_STATED = Text("niet vermeld", "not stated")
_GROUND = Text("dit mag op deze grond: {safeguard}", "allowed on this ground: {safeguard}")
_NO_GROUND = Text("de grond is niet vermeld", "the ground is not stated")
_ONLY_IF = Text("alleen als dit klopt: {condition}", "only if this is so: {condition}")
_SOMEWHERE = Text("buiten de EER", "outside the EEA")
_ROLES = {
    "Authority": Text("overheidsinstantie", "public authority"),
    "DataController": Text("verantwoordelijke", "controller"),
    "DataProcessor": Text("verwerker", "processor"),
    "DataSubProcessor": Text("subverwerker", "sub-processor"),
    "JointDataControllers": Text("gezamenlijk verantwoordelijke", "joint controller"),
    "ThirdParty": Text("derde", "third party"),
}


def company(voice: Voice, _purpose: Purpose, _word: str) -> str:
    controller = voice.statement.controller
    ways = (words_text(way.words) for way in contact_ways(voice))
    return _joined((controller.name or "", address(voice), controller.trade_register or "", *ways))


def representative(voice: Voice, _purpose: Purpose, _word: str) -> str:
    return _or_absent(voice, voice.statement.controller.representative)


def officer(voice: Voice, _purpose: Purpose, _word: str) -> str:
    officer = voice.statement.controller.protection_officer
    if isinstance(officer, ProtectionOfficer):
        post = postal(voice, officer.post) if officer.post else ""
        return _joined((officer.name or "", officer.email or "", post))
    return _or_absent(voice, officer)


def _or_absent(voice: Voice, value: str | Absent) -> str:
    if isinstance(value, str):
        return value
    return voice.say(NOT_STATED if value is UNSTATED else _NONE)


def use(voice: Voice, purpose: Purpose, _word: str) -> str:
    return capital(voice.say(purpose))


def basis(voice: Voice, purpose: Purpose, _word: str) -> str:
    return basis_words(voice, purpose)


def subjects(voice: Voice, purpose: Purpose, _word: str) -> str:
    statement = voice.statement
    return _joined(voice.say(statement.people[statement.data[name].of]) for name in purpose.data or ())


def data(voice: Voice, purpose: Purpose, _word: str) -> str:
    return _joined(voice.say(voice.statement.data[name]) for name in purpose.data or ())


def recipients(voice: Voice, _purpose: Purpose, word: str) -> str:
    named = (
        f"{_named(voice, one)} ({voice.say(_ROLES[one.role])})" if one.role else _named(voice, one)
        for one in recipients_of(voice.statement, word)
    )
    return _joined(named) or (voice.say(_NONE) if voice.statement.recipients is NONE else "")


def _named(voice: Voice, one: Recipient) -> str:
    return one.name or voice.say(one)


def transfers(voice: Voice, _purpose: Purpose, word: str) -> str:
    """Transfers to third countries, each with its safeguard (30(1)(e), 30(2)(c))."""
    found, stated = tuple(recipients_of(voice.statement, word)), voice.statement.recipients is not UNSTATED
    told = _joined(
        _transfer(voice, one, one.also_elsewhere)
        for one in found
        if isinstance(one.also_elsewhere, Elsewhere)
    )
    denied = stated and all(one.also_elsewhere is NONE for one in found)
    return told or voice.say(_NONE if denied else NOT_STATED)


def _transfer(voice: Voice, one: Recipient, other: Elsewhere) -> str:
    where = where_words(voice, other.where) if other.where else voice.say(_SOMEWHERE)
    ground = safeguard(other.safeguard, voice.language) if other.safeguard else ""
    told = [f"{_named(voice, one)}: {where}", voice.say(_GROUND if ground else _NO_GROUND, safeguard=ground)]
    told += [voice.say(_ONLY_IF, condition=voice.condition(other.when))] if other.when else []
    return "; ".join(told)


def terms(voice: Voice, purpose: Purpose, _word: str) -> str:
    """The time limits for erasure of the categories of data (30(1)(f))."""
    return _joined(
        f"{voice.data(shared)}: {voice.until(promise.kept)}"
        for promise in voice.statement.retention.values()
        if (shared := [name for name in promise.data if name in (purpose.data or ())])
    )


def measures(voice: Voice, _purpose: Purpose, _word: str) -> str:
    """A general description of the measures (GDPR 32(1))."""
    known = (voice.say(measure(term)) for term in voice.statement.security or ())
    explained = (voice.say(t).removesuffix(".") for t in (voice.statement.security_explained or {}).values())
    return _joined((*known, *explained)) or (voice.say(_NONE) if voice.statement.security is NONE else "")


def customers(voice: Voice, purpose: Purpose, _word: str) -> str:
    """With whom terms are agreed on these data."""
    return _joined(
        voice.line(one.with_)
        for one in (voice.statement.agreements or {}).values()
        if one.with_ and set(one.data or ()) & set(purpose.data or ())
    )


def _joined(parts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, parts)))
