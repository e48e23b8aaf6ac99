"""The recorder: choices of many visitors at once become one commit, and each is acknowledged after it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from gestand.core.choice import Choice, Recorded, Subject
from gestand.core.choiceports import Choices
from gestand.core.errors import NotAChoice

MOST_WAITING = 256
"""Choices that wait while others are written: half of the connections that the server takes, so that a book that is
away for a while leaves room for the pages."""


_Outcome = Recorded | NotAChoice


class Crowded(Exception):
    """So many choices wait that one more is refused; nothing of it is kept."""


@dataclass
class _HandedIn:
    subject: Subject
    choice: Choice
    told: "asyncio.Future[Recorded]"


class Recorder:
    """Takes choices from the tasks of one event loop; one thread writes what has gathered, in one transaction."""

    def __init__(self, ledger: Callable[[], Choices]) -> None:
        """`ledger` opens the choices; it is called in the thread, for a book may take long to answer."""
        self._ledger = ledger
        self._thread = ThreadPoolExecutor(1, "recorder")
        self._waiting: list[_HandedIn] = []
        self._writing: asyncio.Task[None] | None = None
        self._ended = False

    async def record(self, subject: Subject, choice: Choice) -> Recorded:
        """Give back when the choice is on the disk.

        Raises Crowded when too many wait, and NotAChoice for one that the ledger does not take; BookError or
        EvidenceError, like everybody who was written with it, when the book or the log refuses: then nothing of them
        is kept.
        """
        if self._ended or len(self._waiting) >= MOST_WAITING:
            raise Crowded
        told: asyncio.Future[Recorded] = asyncio.get_running_loop().create_future()
        self._waiting.append(_HandedIn(subject, choice, told))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        return await told

    async def end(self) -> None:
        """Take nothing more, and let what waits be written."""
        self._ended = True
        if self._writing is not None:
            await self._writing
        self._thread.shutdown()

    async def _write(self) -> None:
        """What is handed in during one commit makes up the next."""
        while self._waiting:
            group, self._waiting = self._waiting, []
            made = [(one.subject, one.choice) for one in group]
            written = asyncio.get_running_loop().run_in_executor(self._thread, self._record, made)
            await asyncio.wait((written,))
            _tell(group, written)

    def _record(self, made: list[tuple[Subject, Choice]]) -> tuple[_Outcome, ...]:
        """One that is no choice is refused by itself, and the others are written one by one."""
        try:
            return self._ledger().record(made)
        except NotAChoice as refused:
            if len(made) == 1:
                return (refused,)
            return tuple(outcome for one in made for outcome in self._record([one]))


def _tell(group: list[_HandedIn], written: "asyncio.Future[tuple[_Outcome, ...]]") -> None:
    """Wake everybody of a group; who gave up waiting is passed over."""
    error = written.exception()
    outcomes = [error] * len(group) if error else written.result()
    for one, outcome in zip(group, outcomes, strict=True):
        if one.told.done():
            continue
        if isinstance(outcome, Recorded):
            one.told.set_result(outcome)
        elif outcome is not None:
            one.told.set_exception(outcome)
