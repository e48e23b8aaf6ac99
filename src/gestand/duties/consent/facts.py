"""What the statement says of a purpose, as far as a yes or a no turns on it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import get_args

from gestand.statement.absent import NOT_APPLICABLE
from gestand.statement.devices import DeviceGroup
from gestand.statement.messages import ChannelTerm, Messages
from gestand.statement.model import Statement
from gestand.statement.purposes import Purpose, basis_terms
from gestand.statement.uses import MARKETING

CONSENT = "Consent"
OPEN_TO_OBJECTION = frozenset({"LegitimateInterest", "PublicInterest", "OfficialAuthorityOfController"})
"""The bases of GDPR 21(1)."""
BUNDLED, DOUBLE, SINGLE = "bundled with the account", "double opt-in", "single opt-in"
CUSTOMER = "existing customer"
CHANNELS: tuple[str, ...] = get_args(ChannelTerm)
_STRICTEST = (BUNDLED, DOUBLE, SINGLE, CUSTOMER)
_FREE = frozenset({"post"})
"""Channels that Tw 11.7 does not reach."""
_NEVER_AS_CUSTOMER = frozenset({"phone"})
"""Since 1 July 2026 a customer, too, is called after consent alone (Tw 11.7)."""


@dataclass(frozen=True)
class Facts:
    """What is said of one word: a purpose, a stream of marketing or messages, or a group of `cookies`.

    A choice about it is recorded under one of `words`. `data` are none where all data are used. `asked` and
    `needed` tell of devices (Tw 11.7a): there must be a yes first, or the service that was asked for needs it.
    `service`: a message that belongs to the service; `stoppable` if people can stop it nevertheless. `confirmed` is
    how the holder of an address agreed, empty where that is not said.
    """

    words: tuple[str, ...]
    data: tuple[str, ...] = ()
    bases: frozenset[str] = frozenset()
    as_processor: bool = False
    marketing: bool = False
    service: bool = False
    stoppable: bool = False
    asked: bool = False
    needed: bool = False
    channels: tuple[str, ...] = ()
    confirmed: str = ""

    @property
    def heeds(self) -> bool:
        """Whether her no counts: what a law or a contract demands, and messages of the service, go on without."""
        if self.service and CONSENT not in self.bases:
            return self.stoppable
        return self.marketing or self.asked or bool(self.bases & {CONSENT, *OPEN_TO_OBJECTION})

    def needs_yes(self, channel: str) -> bool:
        """Whether nothing is done without a choice; where no channel is named, any of them may be meant."""
        if self.asked or CONSENT in self.bases or self.confirmed in (DOUBLE, SINGLE):
            return True
        sent = frozenset({channel} if channel else self.channels)
        if not self.marketing:
            return False
        return bool(sent & _NEVER_AS_CUSTOMER if self.confirmed == CUSTOMER else sent - _FREE)


def facts(statement: Statement) -> dict[str, Facts]:
    """By word, everything that can be asked about. Advertising stays advertising under whatever heading it stands."""
    told = {word: _of_purpose(word, statement) for word in statement.purposes}
    for word, stream in (statement.marketing or {}).items():
        if word not in told:
            told[word] = _of_stream(word, stream, statement)
    for word, stream in (statement.messages or {}).items():
        if word not in told or not told[word].marketing:
            told[word] = _of_message(word, stream, statement)
    for word, group in (statement.cookies or {}).items():
        if word not in told:
            told[word] = _of_group(word, group, statement)
    return told


def _of_purpose(word: str, statement: Statement) -> Facts:
    """A purpose, with all the streams of marketing that serve it: of several opt-ins the strictest holds."""
    purpose: Purpose = statement.purposes[word]
    streams, groups = tuple(_streams(word, statement)), tuple(_groups(word, statement))
    return Facts(
        words=(word,),
        data=tuple(purpose.data or ()),
        bases=frozenset(basis_terms(purpose)),
        as_processor=purpose.as_ == "processor",
        marketing=bool(streams) or purpose.kind in MARKETING,
        asked=any(_is_asked(group) for group in groups),
        needed=bool(groups) and not any(_is_asked(group) for group in groups),
        channels=tuple(dict.fromkeys(one for stream in streams for one in _channels(stream))),
        confirmed=_strictest(*streams),
    )


def _of_stream(word: str, stream: Messages, statement: Statement) -> Facts:
    """A stream under a word of its own: what is said of its purpose holds for it too."""
    behind = _of_purpose(str(stream.purpose), statement)
    return replace(
        behind,
        words=(word, *behind.words),
        marketing=True,
        channels=_channels(stream),
        confirmed=_strictest(stream),
    )


def _of_message(word: str, stream: Messages, statement: Statement) -> Facts:
    purpose = word if word in statement.purposes else str(stream.purpose or "")
    behind = _of_purpose(purpose, statement) if purpose else Facts(())
    if behind.marketing:
        return _of_stream(word, stream, statement)
    return Facts(
        words=tuple(dict.fromkeys((word, *behind.words))),
        data=behind.data,
        bases=behind.bases,
        as_processor=behind.as_processor,
        service=True,
        stoppable=bool(stream.opt_out),
        channels=_channels(stream),
        confirmed=_strictest(stream),
    )


def _of_group(word: str, group: DeviceGroup, statement: Statement) -> Facts:
    """A group of `cookies` is asked under its purpose, or under its own word where it names none."""
    if isinstance(group.purpose, str):
        return _of_purpose(group.purpose, statement)
    return Facts((word,), asked=_is_asked(group), needed=not _is_asked(group))


def _streams(purpose: str, statement: Statement) -> Iterator[Messages]:
    for word, stream in (statement.marketing or {}).items():
        if purpose in (word, stream.purpose):
            yield stream


def _groups(purpose: str, statement: Statement) -> Iterator[DeviceGroup]:
    for word, group in (statement.cookies or {}).items():
        if purpose == (group.purpose if isinstance(group.purpose, str) else word):
            yield group


def _is_asked(group: DeviceGroup) -> bool:
    """Left to the browser, or not said: the law demands that it is asked all the same (Tw 11.7a(1))."""
    return group.consent is not NOT_APPLICABLE


def _channels(stream: Messages) -> tuple[str, ...]:
    return (stream.channel,) if isinstance(stream.channel, str) else tuple(stream.channel)


def _strictest(*streams: Messages) -> str:
    return next((one for one in _STRICTEST if any(stream.confirmed == one for stream in streams)), "")
