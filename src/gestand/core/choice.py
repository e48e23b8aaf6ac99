"""Choices: what a visitor or a person said yes or no to, and what shows that she was asked well (GDPR 4(11), 7(1))."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from gestand.core.text import Language


class ChoiceWay(StrEnum):
    """How a choice came in."""

    BANNER = "banner"
    FORM = "form"
    PREFERENCES = "preferences"
    ONE_CLICK = "one click"
    REPLY = "reply"
    STAFF = "staff"
    API = "api"
    IMPORT = "import"


class Signal(StrEnum):
    """A refusal that a browser sent along."""

    GPC = "GPC"
    DNT = "DNT"


class AgeRoute(StrEnum):
    """What was done about the age of who chose (GDPR 8, UAVG 5)."""

    NOT_ASKED = "not asked"
    OLD_ENOUGH = "old enough"
    PARENT_ASKED = "a parent is asked"
    PARENT_AGREED = "a parent agreed"


@dataclass(frozen=True)
class Subject:
    """Who chose: a `visitor`, by the random number of her browser, or a person by an identifier of the data map."""

    kind: str
    value: str = field(repr=False)


VISITOR = "visitor"
"""The kind of a subject of whom nothing is known but that it is the same browser."""


@dataclass(frozen=True)
class Offer:
    """What was put before somebody: all texts as they stood, the buttons, and how they were laid out.

    `purposes` are the words that could be chosen, each with the text beside it. `layout` names the banner or
    form and its version. The book keeps an offer once, by its SHA-256.
    """

    language: Language
    layout: str
    texts: tuple[str, ...]
    buttons: tuple[str, ...]
    purposes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Choice:
    """One act at one moment: yes or no to some purposes. A withdrawal is another choice, never a change of this one.

    `offer` is the digest of what was shown; without one on record a yes is unproven (GDPR 7(1)). `statement` is the
    digest of the statement that was in force, and `by` the member of staff who entered it, if one did.
    """

    at: datetime
    decisions: tuple[tuple[str, bool], ...]
    offer: str
    statement: str
    version: int
    language: Language
    way: ChoiceWay
    signals: tuple[Signal, ...] = ()
    age: AgeRoute = AgeRoute.NOT_ASKED
    by: str = ""


@dataclass(frozen=True)
class Recorded:
    """A choice on record. `number` orders the choices, `entry` is its line of the log, counted from zero.

    `salt` opens the commitment in that line: HMAC-SHA-256, keyed with it, of subject and choice.
    """

    number: int
    entry: int
    choice: Choice
    salt: bytes = field(repr=False)


@dataclass(frozen=True)
class Standing:
    """The last word of a subject on one purpose. `proven`: what she was shown is on record."""

    granted: bool
    at: datetime
    offer: str
    proven: bool
    age: AgeRoute
    number: int
