"""What owner and deputy are mailed: each once a day of the same trouble, whoever restarts in between."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from gestand.book import attempts
from gestand.book.database import Book
from gestand.core.caseports import Postman
from gestand.core.errors import BookError, MailError, MailUncertain
from gestand.core.letter import Addressee, Posting, Sending, Template, Written
from gestand.core.text import Language, Text
from gestand.evidence.digest import keyed_digest
from gestand.evidence.keys import Keys
from gestand.wiring.settings import Settings

TOLD_AGAIN = timedelta(days=1)
"""After so long the same trouble is told once more."""

_SUBJECT = Text("gestand: {many} om naar te kijken", "gestand: {many} to look at")
_OPENING = Text("Dit vraagt om iemand:", "This asks for somebody:")
_CLOSING = Text(
    "Meer staat in `gestand check`. Dit bericht bevat geen persoonsgegevens.",
    "`gestand check` tells more. This message holds no personal data.",
)


@dataclass(frozen=True)
class Trouble:
    """What somebody must know. What has the same `key` is the same trouble, whatever its numbers are by now."""

    text: Text
    key: str

    @classmethod
    def of(cls, told: "Text | Trouble") -> "Trouble":
        return told if isinstance(told, Trouble) else cls(told, told.en)


@dataclass(frozen=True)
class BookReminders:
    """Who was told of what, in the book: a keyed digest, until it may be told again."""

    book: Book
    keys: Keys

    def was_told(self, to: str, trouble: Trouble, now: datetime) -> bool:
        with self.book.reading() as connection:
            return attempts.is_counted(connection, self._digest(to, trouble), now)

    def remember(self, to: str, told: Iterable[Trouble], now: datetime) -> None:
        with self.book.transaction() as connection:
            for trouble in told:
                attempts.count_one(connection, self._digest(to, trouble), now, now + TOLD_AGAIN)

    def _digest(self, to: str, trouble: Trouble) -> str:
        return keyed_digest(self.keys.digest, ("reminded", to, trouble.key))


@dataclass
class Reminders:
    """Mails trouble to owner and deputy; without them or a mail server, nobody is told.

    `told` is for the day on which the trouble is the book's own.
    """

    book: BookReminders
    settings: Settings
    postman: Callable[[], Postman | None]
    untold: dict[str, list[Trouble]] = field(default_factory=dict)
    told: dict[tuple[str, str], datetime] = field(default_factory=dict)

    def tell(self, trouble: Iterable[Trouble], now: datetime) -> None:
        """What is new to each, or was told a day ago. What the server refused is kept for the next time."""
        requesting, found = self.settings.requesting, tuple(trouble)
        for number, to in enumerate(dict.fromkeys(filter(None, (requesting.owner, requesting.deputy)))):
            every = {one.key: one for one in (*self.untold.get(to, ()), *found)}.values()
            new = [one for one in every if not self._was_told(to, one, now)]
            self.untold[to] = [] if self._mailed(number, to, new, now) else new

    def _mailed(self, number: int, to: str, trouble: list[Trouble], now: datetime) -> bool:
        """One that the server may have is not sent again: at worst it is told tomorrow."""
        postman = self.postman() if trouble else None
        if postman is None:
            return not trouble
        language, case = self.settings.language, f"notice-{now:%Y%m%d%H%M%S}"
        posting = Posting(number, case, Template.REMINDER, language, Sending.SENDING, now)
        try:
            postman.deliver(posting, Addressee("", to), _message([one.text for one in trouble], language))
        except MailUncertain:
            pass
        except MailError:
            return False
        self.told |= {(to, one.key): now for one in trouble}
        with suppress(BookError):
            self.book.remember(to, trouble, now)
        return True

    def _was_told(self, to: str, trouble: Trouble, now: datetime) -> bool:
        if now - self.told.get((to, trouble.key), now - TOLD_AGAIN) < TOLD_AGAIN:
            return True
        try:
            return self.book.was_told(to, trouble, now)
        except BookError:
            return False


def _message(trouble: list[Text], language: Language) -> Written:
    many = Text(
        *("1 ding", "1 thing") if len(trouble) == 1 else (f"{len(trouble)} dingen", f"{len(trouble)} things")
    )
    text = "\n\n".join((_OPENING.said_in(language), *_lines(trouble, language), _CLOSING.said_in(language)))
    return Written(_SUBJECT.said_in(language).format(many=many.said_in(language)), text + "\n")


def _lines(trouble: list[Text], language: Language) -> Iterator[str]:
    return (f"- {what.said_in(language)}" for what in trouble)
