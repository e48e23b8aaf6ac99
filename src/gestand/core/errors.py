"""Everything that can go wrong, one class a situation; the docstring is the message's first line.

GestandError
├── ConfigurationError        what a person wrote cannot be used as it stands      exit 3
│   ├── StatementError        a statement has faults, all of them listed
│   ├── DataMapError          a data map has faults, or does not fit its database
│   ├── SourceError           a text cannot be read: a scan, a password, a bomb
│   ├── SettingsError         gestand.toml, a key or the environment lacks something
│   └── SampleError           a sample company cannot be written there
├── TermError                 these words are no term                              exit 3
├── BeyondTheTable            a date lies beyond the holidays that gestand knows       exit 3
├── StoreError                a store did not do what was asked
│   ├── StoreAway             it does not answer
│   ├── StoreRefuses          it answers, and refuses: a right, a lock, a constraint
│   └── StoreReadOnly         it cannot be written to
├── KeeperRefuses             the guard stopped an action before anything was touched
│   ├── PlanChanged           the plan that was named is not today's plan
│   ├── TooMuch               more rows than allowed
│   ├── NotApproved           a first or stricter sweep without a named approval
│   └── CaseChanged           a case or letter moved on since it was looked at
├── CaseError                 a request cannot go on as it stands
│   ├── CaseNotReady          it waits for a person: identity, a decision
│   └── CaseStops             a store, the data map or a row in doubt stands in the way
├── MailError                 a letter did not go out
│   ├── MailRefused           the server refused it: nothing was sent
│   ├── MailAway              no server could be spoken to: nothing was sent
│   └── MailUncertain         the server fell silent after it had the letter: perhaps it was sent
├── AnotherKeeper             another keeper holds the lease
├── HoldBegan                 a hold began while rows were going
├── BookError                 the book cannot be opened, read or written
│   ├── BookAway              it is missing, locked or does not answer
│   ├── BookNotOurs           the file or database is no book of gestand, or of a newer one
│   ├── NotInTheBook          what was named is not in it, or is more than one thing
│   └── NotAChoice            a choice cannot go on record as it stands: what was said, of whom, or when
└── EvidenceError             the log is not what it should be
    ├── NotInTheVocabulary    an entry says something that the log has no word for
    ├── ClockRanBack          the clock stands before the last entry
    ├── ClockRanAhead         the clock stands far beyond the last entry
    ├── WrongKey              a signature does not fit the key
    └── Tampered              an entry was changed, dropped, swapped or added
"""

from gestand.clock.errors import BeyondTheTable, GestandError, TermError
from gestand.core.place import Fault

__all__ = [
    "AnotherKeeper",
    "BeyondTheTable",
    "CaseChanged",
    "CaseError",
    "CaseNotReady",
    "CaseStops",
    "ClockRanAhead",
    "ClockRanBack",
    "ConfigurationError",
    "DataMapError",
    "EvidenceError",
    "GestandError",
    "HoldBegan",
    "KeeperRefuses",
    "MailAway",
    "MailError",
    "MailRefused",
    "MailUncertain",
    "NotApproved",
    "PlanChanged",
    "SampleError",
    "SettingsError",
    "SourceError",
    "StatementError",
    "StoreAway",
    "StoreError",
    "StoreReadOnly",
    "StoreRefuses",
    "Tampered",
    "TermError",
    "TooMuch",
    "WrongKey",
]


class ConfigurationError(GestandError):
    """What a person wrote cannot be used as it stands.

    `faults` lists what is wrong, each with its place; the message has a line for each of them.
    """

    def __init__(self, message: str = "", faults: tuple[Fault, ...] = ()) -> None:
        super().__init__("\n".join([message, *(f"  {fault}" for fault in faults)]))
        self.faults = faults


class StatementError(ConfigurationError):
    """The statement has faults."""


class DataMapError(ConfigurationError):
    """The data map has faults, or does not fit its database."""


class SourceError(ConfigurationError):
    """A text cannot be read."""


class SettingsError(ConfigurationError):
    """The settings, a key or the environment lack something."""


class SampleError(ConfigurationError):
    """A sample company cannot be written there."""


class StoreError(GestandError):
    """A store did not do what was asked."""


class StoreAway(StoreError):
    """The store does not answer."""


class StoreRefuses(StoreError):
    """The store answers, and refuses."""


class StoreReadOnly(StoreRefuses):
    """The store cannot be written to."""


class KeeperRefuses(GestandError):
    """The guard stopped an action before anything was touched."""


class PlanChanged(KeeperRefuses):
    """The plan that was named is not today's plan."""


class TooMuch(KeeperRefuses):
    """More rows than allowed."""


class NotApproved(KeeperRefuses):
    """A first or stricter sweep without a named approval."""


class CaseChanged(KeeperRefuses):
    """A case or letter moved on since it was looked at."""


class CaseError(GestandError):
    """A request cannot go on as it stands."""


class CaseNotReady(CaseError):
    """The case waits for a person."""


class CaseStops(CaseError):
    """Something stands in the way of the case; nothing was done, or what was done is remembered."""


class MailError(GestandError):
    """A letter did not go out."""


class MailRefused(MailError):
    """The mail server refused the letter; `for_good` when trying again is of no use."""

    def __init__(self, message: str, *, for_good: bool) -> None:
        super().__init__(message)
        self.for_good = for_good


class MailAway(MailError):
    """No mail server could be spoken to."""


class MailUncertain(MailError):
    """The mail server fell silent after it had the letter: perhaps it was sent."""


class AnotherKeeper(GestandError):
    """Another keeper holds the lease."""


class HoldBegan(GestandError):
    """A hold began while rows were going."""


class BookError(GestandError):
    """The book cannot be opened, read or written."""


class BookAway(BookError):
    """The book is missing, locked or does not answer."""


class BookNotOurs(BookError):
    """The file or database is no book of gestand, or of a newer one."""


class NotInTheBook(BookError):
    """What was named is not in the book, or is more than one thing."""


class NotAChoice(BookError):
    """A choice cannot go on record as it stands."""


class EvidenceError(GestandError):
    """The log is not what it should be."""


class NotInTheVocabulary(EvidenceError):
    """An entry says something that the log has no word for."""


class ClockRanBack(EvidenceError):
    """The clock stands before the last entry."""


class ClockRanAhead(EvidenceError):
    """The clock stands far beyond the last entry."""


class WrongKey(EvidenceError):
    """A signature does not fit the key."""


class Tampered(EvidenceError):
    """An entry was changed, dropped, swapped or added."""
