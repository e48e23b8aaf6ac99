"""Sending what waits in the outbox: each letter at most once, but for the moment that a server leaves open.

`sending` is in the book before the server is spoken to. Found there by the next run, nobody can tell whether the
letter went: a person asks, and says so. Only a definite refusal is tried again.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from gestand.core.caseports import Outbox, Postman
from gestand.core.errors import CaseChanged, MailAway, MailRefused, MailUncertain
from gestand.core.letter import Posting, Sending

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
