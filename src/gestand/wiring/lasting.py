"""Suppressions and tombstones in the book: keyed digests, the same for every spelling of an identifier."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from gestand.book import lasting
from gestand.book.database import Book
from gestand.core.entry import Entry, Kind
from gestand.core.lasting import Suppression, Tombstone
from gestand.core.predicate import SameDigits
from gestand.core.request import Known
from gestand.core.schema import TableName
from gestand.core.step import Key, Trail
from gestand.duties.rows.people import is_known_as
from gestand.evidence.digest import keyed_digest
from gestand.evidence.keys import Keys
from gestand.wiring.additions import Additions


@dataclass(frozen=True)
class BookLasting:
    """What outlasts the cases of one company."""

    book: Book
    keys: Keys

    def suppress(self, known: Known, suppression: Suppression) -> None:
        with self.book.transaction() as connection:
            if lasting.suppress(connection, self._digest("suppressed", known), suppression):
                self._log(suppression)

    def _log(self, suppression: Suppression) -> None:
        """That somebody is left alone from now on, once for all that she is known by; not who, nor by what."""
        action = keyed_digest(self.keys.digest, ("case", suppression.source))
        told = Entry(Kind.CASE, suppression.since, action=action, word="suppressed")
        entries = self.book.gathered(Additions).entries
        if told not in entries:
            entries.append(told)

    def suppressed(self, known: Known) -> tuple[Suppression, ...]:
        with self.book.reading() as connection:
            return lasting.suppressed(connection, self._digest("suppressed", known))

    def bury(self, case_id: str, trail: Trail, data: tuple[str, ...], now: datetime, until: datetime) -> None:
        rows = [
            Tombstone(
                case=case_id,
                digest=self.digest_of_row(root.store, root.table, root.key, key),
                data=data,
                at=now,
                until=until,
                store=root.store,
                table=root.table,
                columns=root.key,
            )
            for root in trail.roots
            for key in root.keys
        ]
        known = [
            Tombstone(case_id, self.digest_of(one), data, now, until, kind=one.kind) for one in trail.known
        ]
        with self.book.transaction() as connection:
            lasting.bury(connection, [*rows, *known])

    def tombstones(self) -> tuple[Tombstone, ...]:
        with self.book.reading() as connection:
            return lasting.list_tombstones(connection)

    def digest_of_row(self, store: str, table: TableName, columns: tuple[str, ...], key: Key) -> str:
        values = tuple(str(one) if isinstance(one, UUID) else one for one in key)
        return keyed_digest(self.keys.digest, ("erased row", store, table, columns, values))

    def digest_of(self, known: Known) -> str:
        return self._digest("erased", known)

    def _digest(self, what: str, known: Known) -> str:
        return keyed_digest(self.keys.digest, (what, known.kind, _one_spelling(known)))


def _one_spelling(known: Known) -> str:
    """What all spellings that a store takes for the same identifier have in common."""
    match is_known_as("", known.kind, known.value):
        case SameDigits(spellings=(first, *_)):
            return first
    return known.value.strip().casefold()
