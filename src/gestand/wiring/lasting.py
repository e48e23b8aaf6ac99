"""Suppressions and tombstones in the book: keyed digests, the same for every spelling of an identifier."""

from collections.abc import Iterator
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
from gestand.duties.rows.people import is_known_as, without_plus
from gestand.evidence.digest import keyed_digest
from gestand.evidence.keys import Keys
from gestand.wiring.additions import Additions


@dataclass(frozen=True)
class BookLasting:
    """What outlasts the cases of one company.

    With `plus_addresses` somebody is known by her mailbox too, and by each address of it as she wrote it: what was
    kept before the setting changed holds after it.
    """

    book: Book
    keys: Keys
    plus_addresses: bool = False

    def suppress(self, known: Known, suppression: Suppression) -> None:
        with self.book.transaction() as connection:
            digests = self._digests("suppressed", known)
            new = [lasting.suppress(connection, digest, suppression) for digest in digests]
            if any(new):
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
            return lasting.suppressed(connection, self._digests("suppressed", known))

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
        kinds = {digest: one.kind for one in trail.known for digest in self.digests_of(one)}
        known = [Tombstone(case_id, digest, data, now, until, kind=kind) for digest, kind in kinds.items()]
        with self.book.transaction() as connection:
            lasting.bury(connection, [*rows, *known])

    def tombstones(self) -> tuple[Tombstone, ...]:
        with self.book.reading() as connection:
            return lasting.list_tombstones(connection)

    def digest_of_row(self, store: str, table: TableName, columns: tuple[str, ...], key: Key) -> str:
        values = tuple(str(one) if isinstance(one, UUID) else one for one in key)
        return keyed_digest(self.keys.digest, ("erased row", store, table, columns, values))

    def digests_of(self, known: Known) -> tuple[str, ...]:
        return self._digests("erased", known)

    def _digests(self, what: str, known: Known) -> tuple[str, ...]:
        every = dict.fromkeys(_spellings(known, self.plus_addresses))
        return tuple(keyed_digest(self.keys.digest, (what, known.kind, one)) for one in every)


def _spellings(known: Known, plus_addresses: bool) -> Iterator[str]:
    """What all spellings that a store takes for the same identifier have in common; then for the same mailbox."""
    match is_known_as("", known.kind, known.value):
        case SameDigits(spellings=(first, *_)):
            yield first
        case _:
            yield known.value.strip().casefold()
            if plus_addresses and (bare := without_plus(known.value)):
                yield bare.casefold()
