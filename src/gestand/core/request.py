"""What a person asks of the company, of which data, and by what she may be found (GDPR 12, 15 to 22).

It holds personal data: it lives in the book, sealed, and the repr of each part hides what people wrote.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from gestand.core.text import Language, Text


class Right(StrEnum):
    """What a person may ask; the words are those of the statement."""

    ACCESS = "access"
    RECTIFICATION = "rectification"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    PORTABILITY = "portability"
    OBJECTION = "objection"
    MARKETING = "objection to marketing"
    WITHDRAWAL = "withdrawal of consent"
    AUTOMATED = "no automated decision"

    @property
    def promise(self) -> str:
        """The id of the promise to answer it: `rights/access`."""
        return "rights/" + self.value.replace(" ", "-")

    @property
    def called(self) -> Text:
        """What people call it, after "a request for"."""
        return _NAMES[self]

    @property
    def needs_identity(self) -> bool:
        """No check stands before an objection to marketing or a withdrawal of consent (GDPR 7(3), 21(3))."""
        return self not in (Right.MARKETING, Right.WITHDRAWAL)


_NAMES = {
    Right.ACCESS: Text("inzage", "access"),
    Right.RECTIFICATION: Text("rectificatie", "rectification"),
    Right.ERASURE: Text("verwijdering", "erasure"),
    Right.RESTRICTION: Text("beperking", "restriction"),
    Right.PORTABILITY: Text("overdracht van gegevens", "portability"),
    Right.OBJECTION: Text("het staken van een gebruik (bezwaar)", "ending a use (objection)"),
    Right.MARKETING: Text("het staken van reclame", "ending marketing"),
    Right.WITHDRAWAL: Text("intrekking van toestemming", "withdrawal of consent"),
    Right.AUTOMATED: Text(
        "een nieuwe blik op een geautomatiseerd besluit", "another look at an automated decision"
    ),
}


class Way(StrEnum):
    """How a request came in; any way counts (GDPR 12)."""

    FORM = "form"
    EMAIL = "email"
    POST = "post"
    PHONE = "phone"
    CONVERSATION = "conversation"
    API = "api"
    COMMAND_LINE = "command line"
    ACCOUNT = "account"


@dataclass(frozen=True)
class Known:
    """An identifier of a person: `kind` is a word of the data map (`email`). `proven`: it is shown to be hers."""

    kind: str
    value: str = field(repr=False)
    proven: bool = False


@dataclass(frozen=True)
class Asker:
    """Who asks, and where the answer goes: `email` or, if empty, the postal `address`.

    `acts_for` is empty when she asks for herself, else `parent`, `guardian` or `lawyer`; `authority` says what
    shows that they may.
    """

    name: str = field(repr=False)
    email: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    acts_for: str = ""
    authority: str = field(default="", repr=False)


@dataclass(frozen=True)
class Correction:
    """What should stand in a column of a datum instead (GDPR 16)."""

    data: str
    column: str
    value: str = field(repr=False)


@dataclass(frozen=True)
class Request:
    """What was asked. `received` begins the clock, `entered` is when we knew; `data` are words, none for all.
    `purposes` are those to which she objects, or for which she withdraws her consent; none for all of them.

    `sent_on_to` is the address of another organisation that is to get the data (GDPR 20(2)). `system` is the one that
    handed it in through the API; it alone may ask there how the request stands.
    """

    rights: tuple[Right, ...]
    way: Way
    received: datetime
    entered: datetime
    language: Language
    asker: Asker
    known: tuple[Known, ...] = ()
    words: str = field(default="", repr=False)
    data: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    sent_on_to: str = field(default="", repr=False)
    system: str = ""
