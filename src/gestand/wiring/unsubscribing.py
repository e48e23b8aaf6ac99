"""One-click unsubscribe (RFC 8058): a link that says by itself, sealed, who is to be left alone, and by what stream."""

import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from gestand.book.database import Book
from gestand.book.seal import seal, unseal
from gestand.core.caseports import Suppressions
from gestand.core.choice import VISITOR, Choice, ChoiceWay, Subject
from gestand.core.choiceports import Choices
from gestand.core.errors import BookError, NotAChoice, SettingsError
from gestand.core.lasting import Suppression
from gestand.core.request import Known
from gestand.core.text import Language, Text
from gestand.datamap.parse import DataMap
from gestand.evidence.keys import Keys
from gestand.statement.messages import Messages
from gestand.statement.model import Statement
from gestand.wiring.choices import BookChoices, normalised
from gestand.wiring.lasting import BookLasting
from gestand.wiring.may import Known as Kinds
from gestand.wiring.may import known as kinds_of
from gestand.wiring.settings import Settings

PAGE = Text("/nl/afmelden/", "/en/unsubscribe/")
"""Where a link leads, before its token. It stands in mails of years ago: it never changes."""
ONE_CLICK = ("List-Unsubscribe", "One-Click")
"""What a mail program posts to it (RFC 8058, 3.1)."""
SOURCE = "unsubscribe"
"""Where it was said, as a suppression tells it."""

_PLACE = ("unsubscribe",)
_LONGEST = 900
"""Characters of a link: a line of a mail's header has at most 998 (RFC 5322, 2.1.1), and a link is never folded."""


@dataclass(frozen=True)
class Link:
    """Where somebody stops one stream of mail. Whoever holds it can do that, and nothing else."""

    url: str = field(repr=False)

    @property
    def headers(self) -> dict[str, str]:
        """The two lines of the mail's head; DKIM has to sign both (RFC 8058, 4)."""
        return {"List-Unsubscribe": f"<{self.url}>", "List-Unsubscribe-Post": "=".join(ONE_CLICK)}


@dataclass(frozen=True)
class Unsubscription:
    """What a link means: whom, and the word of a stream in `marketing` of the statement of its day."""

    subject: Subject
    stream: str


@dataclass(frozen=True)
class Unsubscribing:
    """The links of one company's mailings. Nothing is kept for a link, and none ends: her no has no term."""

    book: Book
    keys: Keys
    choices: Choices
    suppressions: Suppressions
    statement: Statement
    kinds: Kinds
    address: str
    clock: Callable[[], datetime]

    def link(self, person: str | Subject, stream: str, language: Language) -> Link:
        """The link for a mail of a stream to somebody: `kind=value`, or a bare mail address.

        Raises SettingsError where no mail program would reach the pages, and NotAChoice for an unknown kind or stream.
        The message never has the person.
        """
        subject = self.kinds.subject(person) if isinstance(person, str) else person
        if subject is None or subject.kind not in self.kinds.kinds - {VISITOR}:
            named = ", ".join(sorted(self.kinds.kinds - {VISITOR}))
            raise NotAChoice(f"Who gets the mail? Write KIND=VALUE; the data map knows people by: {named}.")
        if stream not in self._streams:
            known = ", ".join(self._streams) or "none"
            raise NotAChoice(f"`marketing` of the statement has no stream `{stream}`. It has: {known}.")
        told = json.dumps([subject.kind, normalised(subject), stream], ensure_ascii=False)
        token = urlsafe_b64encode(seal(self._key, told.encode(), _PLACE)).decode().rstrip("=")
        url = f"{self._reached}{PAGE.said_in(language)}{token}"
        if len(url) > _LONGEST:
            raise NotAChoice(
                f"The link would have {len(url)} characters, too many for a line of a mail's head."
            )
        return Link(url)

    def meant(self, token: str) -> Unsubscription | None:
        """What a link means, by its token; None for one that we did not make, or that is damaged."""
        try:
            sealed = urlsafe_b64decode(token + "=" * (-len(token) % 4))
            if urlsafe_b64encode(sealed).decode().rstrip("=") != token:
                return None
            kind, value, stream = json.loads(unseal(self._key, sealed, _PLACE, "This link"))
        except (ValueError, BookError):
            return None
        return Unsubscription(Subject(kind, value), stream)

    def called(self, stream: str) -> Text | None:
        """What a stream brings, in the statement's words; None where the statement of today no longer has it."""
        found = self._streams.get(stream)
        purpose = self.statement.purposes.get(stream if found is None else str(found.purpose or stream))
        return purpose.text if purpose else None

    def stop(self, meant: Unsubscription, language: Language) -> None:
        """She is left alone from now on, and her no is on record; the same again adds nothing.

        It holds for the stream on every channel: a yes says nothing of channels, and so none is left open.
        """
        now, subject = self.clock(), meant.subject
        with self.book.transaction():
            known = Known(subject.kind, subject.value)
            self.suppressions.suppress(known, Suppression(meant.stream, "", now, SOURCE))
            words = tuple(self._words(meant.stream))
            if not all(self._refused(subject, word) for word in words):
                self.choices.record([(subject, self._choice(words, language, now))])

    def _refused(self, subject: Subject, word: str) -> bool:
        last = self.choices.standing(subject, word)
        return last is not None and not last.granted

    def _choice(self, words: tuple[str, ...], language: Language, now: datetime) -> Choice:
        return Choice(
            at=now,
            decisions=tuple((word, False) for word in words),
            offer="",
            statement=self.statement.digest,
            version=self.statement.version,
            language=language,
            way=ChoiceWay.ONE_CLICK,
        )

    def _words(self, stream: str) -> Iterator[str]:
        """The stream, and its purpose too where no other stream serves that: she said nothing of another one."""
        yield stream
        found = self._streams.get(stream)
        purpose = str(found.purpose or stream) if found else stream
        every = {**self._streams, **_streams(self.statement.messages)}
        others = (word for word, one in every.items() if word != stream and purpose in (word, one.purpose))
        if purpose != stream and not any(others):
            yield purpose

    @property
    def _streams(self) -> dict[str, Messages]:
        return _streams(self.statement.marketing)

    @property
    def _key(self) -> bytes:
        """A key for links alone: as many are made of it as there are mails."""
        return hmac.digest(self.keys.people.bytes, b"unsubscribe", "sha256")

    @property
    def _reached(self) -> str:
        if self.address:
            return self.address
        raise SettingsError(
            "Mail programs unsubscribe at an address with TLS (RFC 8058), and gestand.toml names none. Write "
            '[web] with address = "https://privacy.example.org", where people reach the pages.'
        )


def _streams(told: object) -> dict[str, Messages]:
    """None where the statement denies or does not say them."""
    return told if isinstance(told, dict) else {}


def unsubscribing_of(
    lasting: BookLasting,
    statement: Statement,
    data_map: DataMap,
    settings: Settings,
    clock: Callable[[], datetime],
) -> Unsubscribing:
    """The links of a company that is open."""
    book, keys = lasting.book, lasting.keys
    choices, kinds = BookChoices(book, keys, clock), kinds_of(data_map)
    address = settings.requesting.address
    return Unsubscribing(book, keys, choices, lasting, statement, kinds, address, clock)
