"""What is done in the stores for one case, store by store: intended, done, and asked again."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import groupby
from typing import Protocol, TypeVar

from gestand.asking import rows_in
from gestand.core.action import Deed, rows_of
from gestand.core.case import Case
from gestand.core.entry import Entry, Kind
from gestand.core.errors import CaseChanged, ConfigurationError, StoreAway
from gestand.core.question import Count
from gestand.core.step import Did, Lifted, Share, Step
from gestand.keeper import Keeper

Deeds = tuple[Deed, ...]
Shares = tuple[Share, ...]
Left = tuple[int | None, ...]
"""How many rows each question still finds; None where the store is silent."""

_Came = TypeVar("_Came")


@dataclass(frozen=True)
class _Done:
    """What a store did, and what is left of all that was asked again; `silent`: it could not say of its own."""

    did: Did
    left: Left
    silent: bool


class Adds(Protocol):
    """Adds steps to a case, and moves its clocks."""

    def __call__(self, case: Case, *steps: Step) -> Case: ...


@dataclass(frozen=True)
class Fulfilment:
    """`as_one`: what is written within it is kept whole, or not at all."""

    keeper: Keeper
    add: Adds
    as_one: Callable[[], AbstractContextManager[object]]

    def shares(self, deeds: Deeds) -> Shares:
        """The deeds by store, in which order they come."""
        digest = self.keeper.records.digest
        by_store = ((store, tuple(theirs)) for store, theirs in groupby(deeds, key=lambda deed: deed.store))
        return tuple(
            Share(store, tuple(map(digest, theirs)), sum(deed.rows for deed in theirs))
            for store, theirs in by_store
        )

    def intend(self, case: Case, shares: Iterable[Share], deeds: Deeds, now: datetime) -> None:
        """Write that a store is about to do its share."""
        for share in shares:
            self._write(Kind.INTENDED, case, share, deeds, now, (("planned", share.rows),))

    def do(
        self,
        case: Case,
        shares: Shares,
        deeds: Deeds,
        every: tuple[Count, ...],
        now: Callable[[], datetime],
        then: Callable[[Case, Left], _Came],
    ) -> _Came:
        """Store by store; of the first is written already that it is about to begin.

        `every` are the questions of which none may find anything afterwards, in whatever store: `then` gets their
        answers, and what it writes is kept together with what the last store did.
        """
        case = self._remembered(case, shares, deeds, now)
        for number, share in enumerate(shares, 1):
            following = shares[number : number + 1]
            own = (rows_of(deed) for deed in deeds if deed.store == share.store)
            asked = tuple(dict.fromkeys((*own, *(() if following else every))))
            done = self._do(case, share, deeds, asked, now)
            with self._telling(case, share, deeds, done) as case:
                if not following:
                    return then(case, done.left)
                self.intend(case, following, deeds, now())
        return then(case, ())

    def _remembered(self, case: Case, shares: Shares, deeds: Deeds, now: Callable[[], datetime]) -> Case:
        """With its shares, by which whoever goes on after a death can tell what had been done.

        The end of a restriction begins long after the search, and what it does was no part of that.
        """
        found = case.found
        if found is None:
            return case
        new = tuple(share for share in shares if share not in found.shares)
        if new:
            case = self.add(case, replace(found, at=now(), shares=(*found.shares, *new)))
        return self.take_up(case, deeds, now) if case.last(Lifted) else case

    def _do(
        self, case: Case, share: Share, deeds: Deeds, asked: tuple[Count, ...], now: Callable[[], datetime]
    ) -> _Done:
        try:
            theirs = tuple(deed for deed in deeds if deed.store == share.store)
            batches = self.keeper.stores[share.store].together(theirs)
        except Exception as trouble:
            word = type(trouble).__name__ if isinstance(trouble, StoreAway) else "StoreError"
            self._write(Kind.FAILED, case, share, deeds, now(), word=word)
            raise
        changed = sum(batch.rows + batch.along for batch in batches)
        answers = self.keeper.asking_of_one.several(asked)
        left = {count: rows_in(answers[count]) for count in asked}
        here = [rows for count, rows in left.items() if count.store == share.store]
        remaining = sum(rows for rows in here if rows is not None)
        did = Did(now(), share.store, self._digest_of(case, share), changed, remaining)
        return _Done(did, tuple(left.values()), silent=None in here)

    @contextmanager
    def _telling(self, case: Case, share: Share, deeds: Deeds, done: _Done) -> Iterator[Case]:
        """Tell what a store did, as one with what follows from it; and by itself where nothing can follow yet."""
        did = done.did
        remaining = () if done.silent else (("remaining", did.remaining),)
        tell = partial(
            self._write, Kind.DONE, case, share, deeds, did.at, (("changed", did.changed), *remaining)
        )
        try:
            with self.as_one():
                tell()
                yield self.add(case, did)
        except CaseChanged:
            tell()
            raise
        except ConfigurationError:
            with self.as_one():
                tell()
                self.add(case, did)
            raise

    def take_up(self, case: Case, left: Deeds, now: Callable[[], datetime]) -> Case:
        """What a process did that died before it could say so: as much as was planned, where nothing is `left`.

        Where something else is left than was begun, nobody knows how far it came, and what is left is begun anew.
        """
        if case.found is None:
            return case
        begun = {one.action: one.promise for one in self.keeper.records.unfinished()}
        stores = {deed.store for deed in left}
        again = {self._digest_of(case, share) for share in self.shares(left)}
        for share in case.found.shares:
            digest = self._digest_of(case, share)
            if digest not in begun or digest in again:
                continue
            planned = ("planned", share.rows)
            if share.store in stores:
                self._log(Kind.FAILED, begun[digest], digest, now(), (planned,), "interrupted")
                continue
            if not any(step.action == digest for step in case.all_of(Did)):
                case = self.add(case, Did(now(), share.store, digest, share.rows, 0))
            self._log(Kind.DONE, begun[digest], digest, now(), (planned, ("remaining", 0)))
        return case

    def _digest_of(self, case: Case, share: Share) -> str:
        return self.keeper.records.digest(("deeds", case.id, share.deeds))

    def _write(
        self,
        kind: Kind,
        case: Case,
        share: Share,
        deeds: Deeds,
        at: datetime,
        counts: tuple[tuple[str, int], ...] = (),
        word: str = "",
    ) -> None:
        promise = next(deed.promise for deed in deeds if deed.store == share.store)
        self._log(kind, promise, self._digest_of(case, share), at, counts, word)

    def _log(
        self,
        kind: Kind,
        promise: str,
        action: str,
        at: datetime,
        counts: tuple[tuple[str, int], ...] = (),
        word: str = "",
    ) -> None:
        statement = self.keeper.statement.digest
        self.keeper.records.write(Entry(kind, at, promise, statement, action, counts, word))
