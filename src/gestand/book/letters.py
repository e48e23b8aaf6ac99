"""The outbox: letters as the bytes that go out, sealed under the key of their case, and where each stands."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Integer,
    LargeBinary,
    Row,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
    update,
)

from gestand.book.codec import decode, encode
from gestand.book.schema import Moment, metadata
from gestand.book.seal import seal, unseal
from gestand.core.errors import BookError, CaseChanged, NotInTheBook
from gestand.core.letter import Addressee, Letter, Posting, Sending, Template, Written

letters = Table(
    "letters",
    metadata,
    Column("number", Integer, primary_key=True),
    Column(
        "case_id",
        ForeignKey("cases.id", deferrable=True, initially="DEFERRED"),
        nullable=False,
        index=True,
    ),
    Column("step", Integer, nullable=False),
    Column("template", String(30), nullable=False),
    Column("language", String(2), nullable=False),
    Column("state", String(20), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("not_before", Moment),
    Column("trouble", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)
_ENDED = (Sending.SENT, Sending.POSTED, Sending.TOLD)
_AFTER = {
    Sending.QUEUED: (Sending.SENDING, Sending.REFUSED, Sending.TO_PRINT),
    Sending.SENDING: (Sending.SENT, Sending.QUEUED, Sending.REFUSED, Sending.BOUNCED, Sending.TO_PRINT),
    Sending.SENT: (Sending.BOUNCED,),
    Sending.REFUSED: (Sending.SENDING, Sending.QUEUED, Sending.TO_PRINT),
    Sending.BOUNCED: (Sending.QUEUED, Sending.TO_PRINT, Sending.TOLD),
    Sending.TO_PRINT: (Sending.POSTED,),
    Sending.POSTED: (Sending.TO_PRINT,),
    Sending.TOLD: (),
}
"""Where a letter may come from where it stands. Only one that is queued, or was refused, is ever sent: in one step, so
that of two who send one does."""

_QUEUE = insert(letters).returning(letters.c.number)


def queue(
    connection: Connection, case: tuple[str, int], letter: Letter, written: Written, now: datetime, key: bytes
) -> int:
    """Keep a letter, and give its number; its seal knows the case, and the step of the case that tells of it."""
    case_id, step = case
    state = Sending.QUEUED if letter.to.email else Sending.TO_PRINT
    told = {"template": letter.template.value, "language": letter.language, "state": state.value, "at": now}
    sealed = seal(key, encode((letter.to, written)), _place(case_id, step))
    where = {"case_id": case_id, "step": step, "attempts": 0, "trouble": "", "sealed": sealed}
    return int(connection.execute(_QUEUE, told | where).scalar_one())


def list_of(connection: Connection, case_id: str) -> tuple[Posting, ...]:
    """The letters of one case, or with no case all that have not gone out, oldest first."""
    waiting = letters.c.state.in_([one.value for one in Sending if one not in _ENDED])
    which = letters.c.case_id == case_id if case_id else waiting
    shown = (column for column in letters.c if column.name != "sealed")
    asked = select(*shown).where(which).order_by(letters.c.number)
    return tuple(posting(row) for row in connection.execute(asked))


def find(connection: Connection, number: int, *, hold: bool = False) -> Row[Any]:
    """The row of a letter; with `hold`, nobody else moves it before the transaction ends."""
    asked = select(letters).where(letters.c.number == number)
    row = connection.execute(asked.with_for_update() if hold else asked).one_or_none()
    if row is None:
        raise NotInTheBook(f"There is no letter {number} in the outbox.")
    return row


def opened(row: Row[Any], key: bytes) -> tuple[Addressee, Written]:
    """To whom, and the bytes."""
    told = decode(unseal(key, bytes(row.sealed), _place(row.case_id, row.step), f"Letter {row.number}"))
    match told:
        case (Addressee() as to, Written() as written):
            return to, written
    raise BookError(f"Letter {row.number} is no letter. Put the book back from its back-up.")


def mark(
    connection: Connection,
    number: int,
    state: Sending,
    now: datetime,
    trouble: str,
    not_before: datetime | None,
) -> Posting:
    """Remember where a letter stands. Raises CaseChanged when it cannot come there from where it stands.

    An attempt counts when the server had the letter: one that is away refuses nothing.
    """
    row = find(connection, number, hold=True)
    if state not in _AFTER[Sending(row.state)]:
        raise CaseChanged(
            f"Letter {number} is {row.state!r} by now, and cannot become {state.value!r}. Nothing was changed. Look at "
            "it again."
        )
    told = {"state": state.value, "at": now, "trouble": trouble, "not_before": not_before}
    never_had = row.state == Sending.SENDING and state is Sending.QUEUED
    attempts = row.attempts + (state is Sending.SENDING) - never_had
    connection.execute(update(letters).where(letters.c.number == number).values(**told, attempts=attempts))
    return posting(find(connection, number))


def forget(connection: Connection, case_id: str) -> None:
    """Take the letters of a case out of the book."""
    connection.execute(delete(letters).where(letters.c.case_id == case_id))


def posting(row: Row[Any]) -> Posting:
    """Where the letter of a row stands."""
    return Posting(
        number=row.number,
        case=row.case_id,
        template=Template(row.template),
        language="nl" if row.language == "nl" else "en",
        state=Sending(row.state),
        at=row.at,
        attempts=row.attempts,
        not_before=row.not_before,
        trouble=row.trouble,
    )


def _place(case_id: str, step: int) -> tuple[object, ...]:
    return ("letters", case_id, step)
