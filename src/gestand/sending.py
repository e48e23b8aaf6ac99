"""Sending what waits in the outbox: each letter at most once, but for the moment that a server leaves open.

`sending` is in the book before the server is spoken to. Found there by the next run, nobody can tell whether the
letter went: a person asks, and says so. Only a definite refusal is tried again.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

from gestand.core.caseports import Outbox, Postman
from gestand.core.errors import CaseChanged, MailAway, MailRefused, MailUncertain
from gestand.core.letter import Addressee, Posting, Sending, Template, Written
from gestand.core.text import Text

AGAIN = (timedelta(minutes=5), timedelta(hours=1), timedelta(hours=6), timedelta(days=1))
"""How long after each refusal the letter is tried again; after the last one a person looks."""


def send(outbox: Outbox, postman: Postman, now: Callable[[], datetime]) -> Iterator[Posting]:
    """Every letter that may go now, with where it came to stand. Stops at a server that does not answer."""
    for posting in outbox.postings():
        if not is_due(posting, now()):
            continue
        to, written = outbox.letter(posting.number)
        try:
            sending = outbox.mark(posting.number, Sending.SENDING, now())
        except CaseChanged:  # another process has it
            continue
        try:
            postman.deliver(sending, to, written)
        except MailAway as away:
            yield outbox.mark(posting.number, Sending.QUEUED, now(), str(away))
            return
        except MailRefused as refused:
            yield _refused(outbox, sending, refused, now())
        except MailUncertain:
            yield sending
        else:
            yield outbox.mark(posting.number, Sending.SENT, now())


@dataclass(frozen=True)
class Noticed:
    """A postman of whom is noticed whether mail goes out: letters, reminders and mailed links alike."""

    postman: Postman
    notice: "Notice"

    def deliver(self, posting: Posting, to: Addressee, written: Written) -> None:
        try:
            self.postman.deliver(posting, to, written)
        except MailAway as away:
            why = str(away).removeprefix(f"Letter {posting.number}: ")
            self.notice.fails(SERVER, _AWAY.filled(why=why))
            raise
        except MailRefused:
            if posting.template is Template.REMINDER:
                self.notice.fails(to.email, _REFUSED)
            raise
        self.notice.went(to.email)


@dataclass(frozen=True)
class Notice:
    """Says once that mail has begun to fail, and once that it goes out again, however often is tried in between.

    Nobody else would say it: who must be told is told by mail. `failing` is the server, or whose reminder it refused.
    One letter that is refused is a question of the desk, and none here.
    """

    say: Callable[[Text], None]
    failing: set[str] = field(default_factory=set, repr=False)
    _one: Lock = field(default_factory=Lock, repr=False, compare=False)

    def noticing(self, postman: Postman) -> Postman:
        return Noticed(postman, self)

    def fails(self, what: str, why: Text) -> None:
        with self._one:
            if not self.failing:
                self.say(why)
            self.failing.add(what)

    def went(self, to: str) -> None:
        with self._one:
            if self.failing & {SERVER, to}:
                self.failing.difference_update((SERVER, to))
                if not self.failing:
                    self.say(_AGAIN)


SERVER = "server"
_AWAY = Text(
    "Er gaat geen post uit. `gestand mail list` toont wat wacht; het wordt vanzelf opnieuw geprobeerd. Kijk naar "
    "[mail] in gestand.toml en naar de mailserver. De melding, in het Engels: {why}",
    "No mail goes out. `gestand mail list` shows what waits; it is tried again by itself. Look at [mail] in "
    "gestand.toml and at the mail server. What was seen: {why}",
)
_REFUSED = Text(
    "De mailserver weigert wat aan `owner` of `deputy` gaat, dus die horen niet wat om hen vraagt: kijk naar hun "
    "adressen onder [desk] in gestand.toml, en naar `from` onder [mail].",
    "The mail server refuses what goes to `owner` or `deputy`, so they do not hear what asks for them: look at their "
    "addresses under [desk] in gestand.toml, and at `from` under [mail].",
)
_AGAIN = Text("Er gaat weer post uit.", "Mail goes out again.")


def is_due(posting: Posting, now: datetime) -> bool:
    """It waits to be sent, or was refused and its time has come again."""
    if posting.state is Sending.QUEUED:
        return True
    return posting.state is Sending.REFUSED and posting.not_before is not None and posting.not_before <= now


def uncertain(postings: tuple[Posting, ...]) -> tuple[Posting, ...]:
    """The letters of which a person must say whether they arrived."""
    return tuple(posting for posting in postings if posting.state is Sending.SENDING)


def _refused(outbox: Outbox, posting: Posting, refused: MailRefused, now: datetime) -> Posting:
    tries = posting.attempts
    again = None if refused.for_good or tries > len(AGAIN) else now + AGAIN[max(0, tries - 1)]
    return outbox.mark(posting.number, Sending.REFUSED, now, str(refused), again)
