"""May this be done to her? Decided from the statement and what the book knows, and from nothing else."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

from gestand.clock.months import latest_reaching
from gestand.core.choice import VISITOR, AgeRoute, ChoiceWay
from gestand.core.lasting import Suppression
from gestand.duties.consent.facts import BUNDLED, CHANNELS, CONSENT, CUSTOMER, DOUBLE, Facts
from gestand.duties.consent.reason import May, Reason

MONTHS = 12
"""How long a yes is taken to hold; no law names a term, and nobody remembers for longer."""
_BY_HOLDER = ChoiceWay.PREFERENCES
"""The page behind a link that was mailed to the address: only its holder comes there."""
_BASES = {
    "LegalObligation": Reason.LEGAL_OBLIGATION,
    "VitalInterest": Reason.VITAL_INTEREST,
    "PublicInterest": Reason.PUBLIC_TASK,
    "OfficialAuthorityOfController": Reason.PUBLIC_TASK,
    "Contract": Reason.CONTRACT,
    "LegitimateInterest": Reason.LEGITIMATE_INTEREST,
}
"""In the order in which one of them is named as the reason."""


@dataclass(frozen=True)
class Word:
    """The last word of somebody under one of the words of a purpose. `proven`: what she was shown is on record.

    `way` is told where it matters, which is double opt-in.
    """

    granted: bool
    at: datetime
    proven: bool
    age: AgeRoute
    way: ChoiceWay | None = None


@dataclass(frozen=True)
class Heard:
    """What the book knows of somebody: her words on a purpose, why she is left alone, what of hers is restricted.

    `kind` is that of the identifier by which she is known. `restricted` are words of `data`, an empty one is all.
    """

    kind: str
    words: tuple[Word, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    restricted: tuple[str, ...] = ()


def decide(facts: Facts | None, heard: Heard | None, channel: str, now: datetime) -> May:
    """Yes or no with its reason; whatever is not known is a no. `channel` is empty where none is named."""
    if facts is None:
        return MAY[Reason.UNKNOWN_PURPOSE]
    if heard is None:
        return MAY[Reason.UNKNOWN_PERSON]
    return MAY[_unstated(facts, channel) or _unheard(facts, heard, channel, now) or _yes(facts, channel)]


def _unstated(facts: Facts, channel: str) -> Reason | None:
    """Why the statement itself says no, to whomever."""
    if facts.as_processor:
        return Reason.AS_PROCESSOR
    if not (facts.bases or facts.asked or facts.needed):
        return Reason.NO_BASIS
    if channel and channel not in (facts.channels or CHANNELS):
        return Reason.OTHER_CHANNEL
    if facts.marketing and facts.confirmed == BUNDLED:
        return Reason.BUNDLED
    return None


def _unheard(facts: Facts, heard: Heard, channel: str, now: datetime) -> Reason | None:
    """Why it is no to her: what is restricted first, then her objections, then what is wrong with her yes."""
    if any(not data or not facts.data or data in facts.data for data in heard.restricted):
        return Reason.RESTRICTED
    last = max(heard.words, key=_later, default=None)
    doubt = _doubt(facts, heard, last, now)
    if facts.heeds:
        for one in heard.suppressions:
            if _reaches(one, facts, channel) and not (last and not doubt and _lifts(last, one, facts)):
                return Reason.STOPPED if one.scope or one.channel else Reason.OBJECTED
        if last and not last.granted:
            return Reason.REFUSED
    return doubt if facts.needs_yes(channel) else None


def _later(word: Word) -> tuple[datetime, bool]:
    """Of two words at the same moment, the no is the last."""
    return word.at, not word.granted


def _doubt(facts: Facts, heard: Heard, last: Word | None, now: datetime) -> Reason | None:
    """Why her last word is no yes that counts."""
    if last is None:
        return Reason.NOT_CHOSEN
    if not last.granted:
        return Reason.REFUSED
    if last.age is AgeRoute.PARENT_ASKED:
        return Reason.PARENT_ASKED
    if not last.proven:
        return Reason.UNPROVEN
    if last.at.astimezone(UTC).date() <= _lapsed(now.astimezone(UTC).date()):
        return Reason.LAPSED
    on_a_device = (
        facts.asked and heard.kind == VISITOR
    )  # there is no address that somebody else could have given
    if facts.confirmed == DOUBLE and last.way is not _BY_HOLDER and not on_a_device:
        return Reason.NOT_CONFIRMED
    return None


@lru_cache(maxsize=2)
def _lapsed(today: date) -> date:
    """The last day of which a yes no longer holds today."""
    return latest_reaching(today, MONTHS)


def _reaches(one: Suppression, facts: Facts, channel: str) -> bool:
    """Whether it was meant for this too: an objection to all marketing leaves messages of the service alone."""
    if facts.service and CONSENT not in facts.bases:
        meant = one.scope == facts.words[0]
    else:
        meant = one.scope in facts.words or (not one.scope and facts.marketing)
    if not one.channel or channel:
        return meant and one.channel in ("", channel)
    return meant and (not facts.channels or one.channel in facts.channels)


def _lifts(last: Word, one: Suppression, facts: Facts) -> bool:
    """A yes that came later; it says nothing of channels, so it opens one again only where there is no other."""
    return last.at > one.since and (not one.channel or facts.channels == (one.channel,))


def _yes(facts: Facts, channel: str) -> Reason:
    if facts.service:
        return Reason.SERVICE
    if facts.needs_yes(channel):
        return Reason.CONSENTED
    if facts.marketing and facts.confirmed == CUSTOMER:
        return Reason.CUSTOMER
    return next((reason for basis, reason in _BASES.items() if basis in facts.bases), Reason.NECESSARY)


MAY = {reason: May(reason) for reason in Reason}
"""Every answer that there is, made once."""
