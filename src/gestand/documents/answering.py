"""What a statement says of the data that somebody asked about: for her copy, and for the letter that goes with it."""

from collections.abc import Callable

from gestand.clock.term import Period
from gestand.core.package import Category, Listing, Receiver, UsedFor
from gestand.core.text import Text
from gestand.documents.sections.complaint import authority
from gestand.documents.sections.data import source_words
from gestand.documents.sections.purposes import basis_words
from gestand.documents.sections.recipients import where_words
from gestand.documents.voice import Voice
from gestand.statement.controller import ProtectionOfficer
from gestand.statement.model import Statement
from gestand.statement.purposes import Purpose, basis_terms
from gestand.statement.recipients import Elsewhere, Recipient
from gestand.statement.rights import Rights
from gestand.statement.uses import given

_NOT_SAID = Text("staat niet in onze verklaring", "not said in our statement")
_PORTABLE = {"Consent", "Contract"}
"""The bases of GDPR 20(1)(a)."""


def category(statement: Statement, word: str, listings: tuple[Listing, ...]) -> Category:
    """A datum with all that Article 15(1) asks to be told of it."""
    uses = {key: one for key, one in statement.purposes.items() if not one.data or word in one.data}
    moved = any(_PORTABLE & basis_terms(one) for one in uses.values())
    return Category(
        word=word,
        name=_text(statement.data[word].said_in),
        used_for=tuple(UsedFor(_text(one.said_in), _bases(statement, one)) for one in uses.values()),
        source=_both(statement, lambda voice: source_words(voice, statement.data[word].from_)),
        receivers=tuple(_receiver(statement, one) for one in receivers(statement, word).values()),
        kept=_both(statement, lambda voice: _kept(voice, word)),
        listings=listings,
        portable=moved and word in given(statement),
    )


def receivers(statement: Statement, word: str) -> dict[str, Recipient]:
    """Who gets a datum, by their word; one who is not said to get any in particular may get all."""
    known = statement.recipients if isinstance(statement.recipients, dict) else {}
    return {key: one for key, one in known.items() if not one.data or word in one.data}


def authority_name(statement: Statement) -> Text:
    """Where people complain, by name and page."""
    return _both(statement, lambda voice: _authority(voice))


def contact(statement: Statement) -> str:
    """Where a person answers: the contact point of the statement, or else its protection officer."""
    ways, officer = statement.controller.contact, statement.controller.protection_officer
    theirs = officer.email if isinstance(officer, ProtectionOfficer) else None
    found = ways.email or ways.page or theirs or ways.phone or statement.controller.address
    return str(found) if found else ""


def backups_follow(statement: Statement) -> Period | None:
    """Within what time an erasure reaches the back-ups; None where the statement does not say."""
    rights = statement.rights
    within = rights.backups_follow_within if isinstance(rights, Rights) else None
    return within if isinstance(within, Period) else None


def _receiver(statement: Statement, one: Recipient) -> Receiver:
    name = Text(one.name, one.name) if isinstance(one.name, str) else _text(one.said_in)
    away = one.also_elsewhere
    if not isinstance(away, Elsewhere) or not away.where:
        return Receiver(name)
    places = away.where
    return Receiver(name, _both(statement, lambda voice: where_words(voice, places)))


def _bases(statement: Statement, purpose: Purpose) -> tuple[Text, ...]:
    said = _both(statement, lambda voice: basis_words(voice, purpose))
    return (said,) if said.en else ()


def _kept(voice: Voice, word: str) -> str:
    terms = [voice.until(one.kept) for one in voice.statement.retention.values() if word in one.data]
    return voice.listed(terms) or voice.say(_NOT_SAID)


def _authority(voice: Voice) -> str:
    name, page = authority(voice)
    return f"{name} ({page.text})"


def _both(statement: Statement, say: Callable[[Voice], str]) -> Text:
    return Text(say(Voice(statement, "nl")), say(Voice(statement, "en")))


def _text(said_in: Callable[..., str]) -> Text:
    return Text(said_in("nl"), said_in("en"))
