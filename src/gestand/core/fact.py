"""What a text says, fact by fact: each with the quote it came from, the pattern that found it, and a doubt."""

from dataclasses import dataclass
from enum import StrEnum


class Doubt(StrEnum):
    """How sure a reading is. A fact in much doubt is a candidate: it proves nothing, and forbids to say `missing`."""

    NONE = "none"
    SOME = "some"
    MUCH = "much"


@dataclass(frozen=True)
class Quote:
    """The characters `begin` up to `end` of the document's text, and that text itself."""

    begin: int
    end: int
    text: str


@dataclass(frozen=True)
class Controller:
    """Who decides on purposes and means (GDPR 4(7)); `kvk` is the number in the Dutch trade register."""

    name: str
    address: str | None = None
    kvk: str | None = None


@dataclass(frozen=True)
class Contact:
    """A way to reach the controller: email, phone, post, form or dpo."""

    kind: str
    value: str


@dataclass(frozen=True)
class DataCategory:
    """A kind of personal data, such as `email` or `ip_address`."""

    category: str


@dataclass(frozen=True)
class Purpose:
    """What data are used for, such as `newsletter`."""

    purpose: str


@dataclass(frozen=True)
class LegalBasis:
    """One of the six of GDPR 6(1).

    They are consent, contract, legal_obligation, vital_interest, public_task and legitimate_interest.
    """

    basis: str


@dataclass(frozen=True)
class Kept:
    """How long data are kept. `duration` is ISO 8601; `anchor` is what it counts from, or the event that ends it.

    `vague`: only a criterion, such as "no longer than necessary". `unlimited`: no end at all.
    """

    what: str
    duration: str | None = None
    anchor: str | None = None
    vague: bool = False
    unlimited: bool = False


@dataclass(frozen=True)
class Recipient:
    """Who else receives data; `role` is processor, controller, authority or unknown."""

    name: str
    role: str = "unknown"


@dataclass(frozen=True)
class Transfer:
    """Data leave the EEA. `safeguard`: adequacy, sccs, privacy_shield, dpf, consent, other_contractual, none_stated."""

    where: str
    safeguard: str = "none_stated"


@dataclass(frozen=True)
class Right:
    """A right of GDPR 7(3), 12 to 22 or 77, such as `access` or `withdraw_consent`."""

    right: str


@dataclass(frozen=True)
class ResponseTerm:
    """Within what time a request is answered: ISO 8601, or a number of working days."""

    what: str
    duration: str | None = None
    working_days: int | None = None


@dataclass(frozen=True)
class ComplaintAuthority:
    """The authority to complain to (GDPR 13(2)(d))."""

    name: str


@dataclass(frozen=True)
class DeviceItem:
    """A cookie or a group of them: necessary, functional, analytics, marketing, social or unspecified.

    `party` is first or third; `lifetime` ISO 8601, `session` or `persistent`; `consent_stated`: whether the text
    says that consent is asked.
    """

    category: str
    name: str | None = None
    party: str | None = None
    lifetime: str | None = None
    consent_stated: bool | None = None


@dataclass(frozen=True)
class Beacons:
    """Invisible pictures in pages or mails: used, or denied."""

    used: bool


@dataclass(frozen=True)
class BrowserSignal:
    """Do Not Track or Global Privacy Control: honoured, or not."""

    honoured: bool


@dataclass(frozen=True)
class MinorsAge:
    """The age below which a parent's consent is asked."""

    age: int


@dataclass(frozen=True)
class SecurityMeasure:
    """A technical or organisational measure, in a few words."""

    measure: str


@dataclass(frozen=True)
class BreachNotice:
    """Who is told of a breach, and within what time: ISO 8601, or a number of working days."""

    to_whom: str
    term: str | None = None
    working_days: int | None = None


@dataclass(frozen=True)
class OptOut:
    """How somebody ends marketing messages."""

    how: str


@dataclass(frozen=True)
class EffectiveDate:
    """The day, or the month, from which the text holds: `2024-05-01` or `2024-05`."""

    date: str


@dataclass(frozen=True)
class Automated:
    """Decisions without a person, or profiling: happens, or is denied."""

    stated: bool


@dataclass(frozen=True)
class Denial:
    """What the text denies: `sharing`, `transfer` or `tracking_cookies`. A denial is a fact, not an absence."""

    of: str


Said = (
    Controller
    | Contact
    | DataCategory
    | Purpose
    | LegalBasis
    | Kept
    | Recipient
    | Transfer
    | Right
    | ResponseTerm
    | ComplaintAuthority
    | DeviceItem
    | Beacons
    | BrowserSignal
    | MinorsAge
    | SecurityMeasure
    | BreachNotice
    | OptOut
    | EffectiveDate
    | Automated
    | Denial
)


@dataclass(frozen=True)
class Fact:
    """One thing that a text says. `pattern` names the file in `reading/patterns/` that found it."""

    said: Said
    quote: Quote
    pattern: str
    doubt: Doubt = Doubt.NONE
