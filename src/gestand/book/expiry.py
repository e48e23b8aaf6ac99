"""The ends of terms: of what was found and packaged, and of whole case files."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, or_, select

from gestand.book import case_steps, cases, letters, links, payloads, views
from gestand.book.keyring import Use
from gestand.core.staff import LinkPurpose

_OF_A_CASE = tuple(one for one in LinkPurpose if one is not LinkPurpose.PASSWORD)


def expire(connection: Connection, now: datetime) -> Iterator[tuple[str, Use]]:
    """Take out everything whose term has ended, case by case; gives the keys that nothing needs any more.

    A case of which something was taken out, and whose keys something else still needs, gives none.
    """
    table = cases.cases.c
    found = select(payloads.payloads.c.case_id).where(payloads.payloads.c.until <= now)
    ended = select(table.id, table.keep_until).where(or_(table.keep_until <= now, table.id.in_(found)))
    for case_id, keep_until in connection.execute(ended.order_by(table.id).with_for_update()).all():
        if keep_until and keep_until <= now:
            forget(connection, case_id)
            yield from ((case_id, use) for use in Use)
        elif payloads.expire(connection, case_id, now):
            yield case_id, Use.FOUND


def forget(connection: Connection, case_id: str) -> None:
    """Take a whole case out of the book: its file, its letters, who looked, and the links to it."""
    for part in (case_steps, payloads, letters, views):
        part.forget(connection, case_id)
    links.forget(connection, _OF_A_CASE, case_id)
    cases.forget(connection, case_id)
