"""A letter: which template, in which language, to whom, and the facts that it tells."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from gestand.core.request import Right
from gestand.core.step import Result
from gestand.core.text import Language, Text


class Template(StrEnum):
    """Every letter that there is; one file a language, of this name.

    To her: the first ten and `lifting` (a restriction ends soon, GDPR 18(3)). To others: `recipient` has her
    data too (GDPR 19), `controller` decides on her request (GDPR 28(3)(e)), `transfer` gets her data at her
    wish (GDPR 20(2)). To the desk: `reminder`.
    """

    RECEIPT = "receipt"
    LINK = "link"
    QUESTION = "question"
    EXTENSION = "extension"
    ANSWER = "answer"
    REFUSAL = "refusal"
    NOT_IDENTIFIED = "not-identified"
    NOTHING_FOUND = "nothing-found"
    PASSED_ON = "passed-on"
    WITHDRAWN = "withdrawn"
    LIFTING = "lifting"
    RECIPIENT = "recipient"
    CONTROLLER = "controller"
    TRANSFER = "transfer"
    REMINDER = "reminder"


@dataclass(frozen=True)
class Addressee:
    """Where a letter goes: by mail if there is an `email`, else by post; the address may have several lines."""

    name: str = field(repr=False)
    email: str = field(default="", repr=False)
    address: str = field(default="", repr=False)


@dataclass(frozen=True)
class Told:
    """What she is told of one datum: `done`, and for what stays, why and until when.

    `article` is the law as people read it. `verified`: a named person has read that article; else the letter
    gives it as the company's view. `until` is the day from which nothing keeps it, if that can be told; `first_until`
    the earlier one from which nothing keeps the oldest of it, if there is one.
    `value` is what stands there now, where it was corrected. `apart`: so many rows of a copy are in no package, for
    they are kept by hand.
    """

    right: Right
    data: Text
    result: Result
    rows: int = 0
    kept: int = 0
    article: Text | None = None
    until: date | None = None
    reason: str = field(default="", repr=False)
    verified: bool = False
    value: str = field(default="", repr=False)
    apart: int = 0
    first_until: date | None = None


@dataclass(frozen=True)
class LetterFacts:
    """Everything that a template may say. What does not apply is empty; `link` is the case page, or a download.

    `answer_by` is the last day on which the answer may go out. `data` are what she asked about, none for all.
    `acts_for` as in Asker: who writes is then not the person whose data they are. `about` is by what another
    organisation knows her, and nothing more. `passed_on_to` is who decides instead, with an address; `sent_on_to`
    who gets her file at her wish, and can collect it until `sent_on_until`.

    `systems` were searched; `unsearchable` hold data in which nobody can be found (GDPR 11). `level` says how
    gone what was erased is, `backups_by` when the back-ups follow. `suppressed`: a keyed entry stays, by which
    an objection is kept. `from_day` is the day on which a restriction ends. `checkpoint` is the newest of the log.
    Moments are in the company's zone.
    """

    case: str
    company: str
    contact: str
    authority: Text
    public_body: bool
    received: datetime
    rights: tuple[Right, ...]
    answer_by: date
    written_on: date
    data: tuple[Text, ...] = ()
    acts_for: str = ""
    told: tuple[Told, ...] = ()
    systems: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
    unsearchable: tuple[Text, ...] = ()
    withheld: tuple[Text, ...] = ()
    told_recipients: tuple[Text, ...] = ()
    level: Text | None = None
    backups_by: date | None = None
    suppressed: bool = False
    from_day: date | None = None
    about: str = field(default="", repr=False)
    passed_on_to: str = ""
    sent_on_to: str = field(default="", repr=False)
    sent_on_until: datetime | None = None
    words: str = field(default="", repr=False)
    link: str = field(default="", repr=False)
    link_until: datetime | None = None
    question: str = field(default="", repr=False)
    reason: str = field(default="", repr=False)
    checkpoint: str = ""


@dataclass(frozen=True)
class Letter:
    """A letter to be written: the same one always renders to the same bytes.

    `recipient` is the statement's word for whom it is to, where it is not to her.
    """

    template: Template
    language: Language
    to: Addressee
    facts: LetterFacts
    recipient: str = ""


@dataclass(frozen=True)
class Written:
    """A letter as it goes out: kept as these bytes, and never rendered again."""

    subject: str = field(repr=False)
    text: str = field(repr=False)
    attachments: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)


class Sending(StrEnum):
    """Where a letter stands. `sending` found after a crash is a question for a person, never sent again by itself.

    One that came back may be told in another way; who did so stands in the case.
    """

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    BOUNCED = "bounced"
    TO_PRINT = "to be posted"
    POSTED = "posted"
    TOLD = "told in another way"


@dataclass(frozen=True)
class Posting:
    """A letter in the outbox: `attempts` so far, and when the next may be made; `trouble` names no person."""

    number: int
    case: str
    template: Template
    language: Language
    state: Sending
    at: datetime
    attempts: int = 0
    not_before: datetime | None = None
    trouble: str = ""
