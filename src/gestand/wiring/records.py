"""Book and log as one: what the keeper remembers and what proves it lie in one database, one transaction."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection

from gestand.book import accounts, approvals, holds, kept, plans, snapshots
from gestand.book import lease as leases
from gestand.book.database import Book
from gestand.core.entry import Entry, Kind, Progress
from gestand.core.errors import AnotherKeeper, NotInTheBook, Tampered
from gestand.core.hold import Hold
from gestand.core.plan import Plan, Sweep
from gestand.core.schema import Schema
from gestand.core.told import AcceptDrift, Account, Accounted, Approve, Approved
from gestand.core.version import Version
from gestand.datamap.drift import schema_from_json, schema_json
from gestand.evidence import intentions, log, newest
from gestand.evidence.digest import keyed_digest
from gestand.evidence.keys import Keys
from gestand.statement.model import Statement
from gestand.wiring import process
from gestand.wiring.additions import HEAD, Additions

LEASE = timedelta(minutes=20)
"""Longer than any store may take over one statement (`stores/engine.py`): while it answers, no heart beats."""
BEAT = timedelta(seconds=5)


@dataclass(frozen=True)
class BookRecords:
    """The records of one company, in its book. `text` is the statement's file as it stands.

    `_archived`: its digest, once an earlier transaction is seen to have kept it.
    """

    book: Book
    keys: Keys
    statement: Statement
    text: str
    _archived: list[str] = field(default_factory=list, init=False, repr=False, compare=False)

    def write(self, *entries: Entry) -> None:
        with self.book.transaction() as connection:
            self._append(connection, *entries)

    def last(self, kind: Kind, promise: str = "") -> Entry | None:
        with self.book.reading(one_statement=True) as connection:
            return newest.last(connection, kind, promise)

    def unfinished(self) -> Sequence[Progress]:
        with self.book.reading(one_statement=True) as connection:
            return intentions.unfinished(connection)

    def progress(self, so_far: Progress, sweeps: Sequence[Sweep]) -> None:
        with self.book.transaction() as connection:
            new = intentions.progress(connection, so_far)
            for sweep in sweeps:
                approvals.use(connection, sweep.promise, self._rule(sweep), new)

    def entries(self) -> Iterator[Entry]:
        """The whole log, oldest first."""
        with self.book.reading() as connection:
            yield from log.read(connection)

    def digest(self, value: object) -> str:
        return keyed_digest(self.keys.digest, value)

    def checkpoint(self) -> str:
        """A signed checkpoint of the log as it stands."""
        from gestand.evidence import export

        with self.book.reading(one_statement=True) as connection:
            end = self.book.memory[HEAD] = log.head(connection)
        return export.checkpoint_at(end, self.keys.signer)

    def prove(self, number: int) -> str:
        """A proof file that an entry stands in the log, for whoever has the public key."""
        from gestand.evidence import export

        with self.book.reading() as connection:
            return export.prove(connection, self.keys.signer, number)

    def export(self, folder: Path) -> str:
        """Write the log as files that anyone can verify; gives their checkpoint."""
        from gestand.evidence import export

        with self.book.reading() as connection:
            return export.export(connection, self.keys.signer, folder)

    def holds(self) -> tuple[Hold, ...]:
        with self.book.reading() as connection:
            found = holds.list_all(connection, self.keys.people.bytes)
            self._compare_holds(connection, found)
        return found

    def holds_mark(self) -> int:
        with self.book.reading(one_statement=True) as connection:
            return newest.holds_mark(connection)

    def _compare_holds(self, connection: Connection, found: tuple[Hold, ...]) -> None:
        """Raise Tampered when the holds in the book are not those that the log tells of."""
        begun, ended = told_holds(newest.holds(connection))
        known = {self._named(hold.id): hold for hold in found}
        if known.keys() != begun or any(known[name].ends is None for name in ended):
            raise Tampered(
                f"The log tells of {len(begun)} holds that began and {len(ended)} that ended, and the book holds "
                "others: a hold was taken out of the book, or changed, by hand. Nothing was touched. Put the book "
                "back from its back-up; nothing is erased before that."
            )

    def hold(self, hold: Hold, now: datetime) -> None:
        with self.book.transaction() as connection:
            holds.add(connection, hold, self.keys.people.bytes)
            self._append(connection, Entry(Kind.HELD, now, action=self._named(hold.id)))

    def release(self, hold_id: str, day: date, now: datetime) -> None:
        with self.book.transaction() as connection:
            holds.end(connection, hold_id, day, self.keys.people.bytes)
            self._append(connection, Entry(Kind.RELEASED, now, action=self._named(hold_id)))

    def account(self, told: Account, missing: int, years: tuple[tuple[str, int], ...], now: datetime) -> None:
        counts = (("gone too early", missing), *years)
        with self.book.transaction() as connection:
            accounts.add(connection, Accounted(told, now, missing))
            entry = Entry(Kind.ACCOUNTED, now, told.promise, self.statement.digest, counts=counts)
            self._append(connection, entry)

    def accounts(self) -> tuple[Accounted, ...]:
        with self.book.reading() as connection:
            return accounts.list_all(connection)

    def _named(self, hold_id: str) -> str:
        """How the log names a hold: only who has the key can tell which one."""
        return self.digest(("hold", hold_id))

    @contextmanager
    def lease(self, now: datetime) -> Iterator[Callable[[datetime], None]]:
        held = self._take(now)
        beaten = now

        def beat(at: datetime) -> None:
            nonlocal beaten
            if at - beaten < BEAT:
                return
            with self.book.transaction() as connection:
                if leases.renew(connection, held, at, LEASE.total_seconds()) is None:
                    raise AnotherKeeper(
                        "Another keeper has taken over. This one stopped between two batches."
                    )
            beaten = at

        try:
            yield beat
        finally:
            with self.book.transaction() as connection:
                leases.release(connection, held)

    def _take(self, now: datetime) -> leases.Lease:
        with self.book.transaction() as connection:
            current = leases.current(connection)
            alive = process.is_alive(current.holder) if current else False
            if current and alive is False:
                leases.release(connection, current)
            lasts, me = LEASE.total_seconds(), process.this_one()
            taken = None if alive else leases.take(connection, now, lasts, me)
        if taken is None:
            raise AnotherKeeper(_at_work(current))
        return taken

    def swept(self, promise: str) -> Sweep | None:
        with self.book.reading() as connection:
            found = kept.get(connection, promise)
        if found is None:
            return None
        return Sweep(promise, found.fingerprint, found.rule, found.statement_digest)

    def finish(self, sweep: Sweep, now: datetime) -> None:
        swept = kept.Swept(sweep.promise, sweep.fingerprint, sweep.kept, sweep.statement, now)
        with self.book.transaction() as connection:
            kept.put(connection, swept)

    def remember(self, plan: Plan) -> None:
        planned = tuple(
            plans.PlannedPromise(arrears.sweep.promise, self._rule(arrears.sweep), arrears.rows)
            for arrears in plan.arrears
        )
        with self.book.transaction() as connection:
            plans.remember(connection, plans.Plan(plan.digest, plan.at, planned))

    def approve(self, told: Approve, now: datetime) -> Approved:
        with self.book.transaction() as connection:
            plan = plans.find(connection, told.digest)
            if not plan.promises:
                raise NotInTheBook(
                    f"Nothing in plan {told.digest} waits for an approval: `gestand keep` may do it."
                )
            rows = tuple((one.promise, one.rows) for one in plan.promises)
            approved = [
                approvals.ApprovedPromise(one.promise, one.fingerprint, one.rows) for one in plan.promises
            ]
            approvals.refuse_twice(connection, plan.digest, approved, now)
            approvals.add(connection, plan.digest, told.by, told.reason, now, approved)
            self._append(connection, *(self._approval(plan.digest, *one, now) for one in rows))
        return Approved(plan.digest, rows)

    def _approval(self, plan: str, promise: str, rows: int, now: datetime) -> Entry:
        return Entry(Kind.APPROVED, now, promise, self.statement.digest, plan, (("rows", rows),))

    def approved(self, sweep: Sweep, now: datetime) -> int:
        with self.book.reading() as connection:
            return approvals.left(connection, sweep.promise, self._rule(sweep), now)

    def _rule(self, sweep: Sweep) -> str:
        return self.digest(("rule", sweep.fingerprint, sweep.kept))

    def schema(self, store: str) -> Schema | None:
        with self.book.reading() as connection:
            found = snapshots.get_snapshot(connection, store)
        return schema_from_json(found.schema_json) if found else None

    def accept(self, told: AcceptDrift, schemas: Mapping[str, Schema], now: datetime) -> None:
        with self.book.transaction() as connection:
            for store, schema in schemas.items():
                seen = snapshots.Snapshot(store, schema_json(schema), now, told.by, told.reason)
                snapshots.put_snapshot(connection, seen)
            self._append(connection, Entry(Kind.ACCEPTED, now, counts=(("stores", len(schemas)),)))

    def keep_schema(self, store: str, schema: Schema, now: datetime) -> None:
        with self.book.transaction() as connection:
            snapshots.put_snapshot(connection, snapshots.Snapshot(store, schema_json(schema), now))

    def archive(self, now: datetime) -> bool:
        """Keep the statement as it stands, and log it; False when it was kept already."""
        with self.book.transaction() as connection:
            new = snapshots.put_statement(connection, self._known(now))
            if new:
                entry = Entry(Kind.STATEMENT, now, statement=self.statement.digest)
                self.book.gathered(Additions).entries.append(entry)
            return new

    def versions(self) -> tuple[Version, ...]:
        """Every version of the statement that was in use, in the order in which they were first seen."""
        with self.book.reading() as connection:
            known = snapshots.list_statements(connection)
        return tuple(Version(one.digest, one.text, one.effective, one.at) for one in known)

    def _known(self, at: datetime) -> snapshots.KnownStatement:
        """A text that does not say from which day it holds, holds from the day on which it was first seen."""
        statement = self.statement
        day = statement.effective or at.date()
        return snapshots.KnownStatement(statement.digest, self.text, day, at)

    def _append(self, connection: Connection, *entries: Entry) -> None:
        """The first entry under a statement is preceded by the statement's own, and its text kept."""
        new = list(entries)
        added = self.book.gathered(Additions).entries
        under_it = any(entry.statement == self.statement.digest for entry in new)
        if under_it and not self._archived:
            if snapshots.put_statement(connection, self._known(new[0].at)):
                new.insert(0, Entry(Kind.STATEMENT, new[0].at, statement=self.statement.digest))
            elif all(entry.kind is not Kind.STATEMENT for entry in added):
                self._archived.append(self.statement.digest)
        added.extend(new)


def told_holds(entries: Iterable[Entry]) -> tuple[set[str], set[str]]:
    """The holds that began and those that ended, by the digests that the log knows them by."""
    begun: set[str] = set()
    ended: set[str] = set()
    for entry in entries:
        (begun if entry.kind is Kind.HELD else ended).add(entry.action)
    return begun, ended


def _at_work(current: leases.Lease | None) -> str:
    who = f" ({process.for_people(current.holder)})" if current else ""
    until = (
        f"; if it died on another machine, its lease ends at {current.until:%H:%M:%S} UTC" if current else ""
    )
    return f"Another keeper{who} is at work. Nothing was touched. Wait until it is done{until}."
