"""The keys of the cases, in a file apart from the book and its back-ups: only so is a destroyed key gone."""

import os
import secrets
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from gestand.book.refusals import translated_file
from gestand.core.errors import BookError

FILE = "cases.keys"
_PATIENCE_SECONDS = 10
_KEY_BYTES = 32
_TO_WRITE = ("journal_mode=DELETE", "synchronous=EXTRA", "secure_delete=ON")
"""A key is on the disk before the book is, and overwritten when it is destroyed; no journal keeps it."""

_TABLE = (
    "CREATE TABLE IF NOT EXISTS keys "
    "(case_id TEXT, use TEXT, key BLOB NOT NULL, PRIMARY KEY (case_id, use)) WITHOUT ROWID"
)


class Use(StrEnum):
    """What a key of a case seals: its file, or what was found and packaged, whose term is shorter."""

    CASE_FILE = "case file"
    FOUND = "found"


_Identity = tuple[int, int]


@dataclass
class _Held:
    """The connection that stays open between calls, and the file that it is to."""

    turn: threading.RLock = field(default_factory=threading.RLock)
    _connection: sqlite3.Connection | None = None
    _to: _Identity | None = None

    def connection(self, file: Path, identity: _Identity) -> sqlite3.Connection:
        """To the file of this identity: a new one where it is another file than before."""
        if self._connection is None or self._to != identity:
            self.let_go()
            opened = sqlite3.connect(
                file, timeout=_PATIENCE_SECONDS, isolation_level=None, check_same_thread=False
            )
            self._connection, self._to = opened, identity
            for pragma in _TO_WRITE:
                opened.execute(f"PRAGMA {pragma}")
        return self._connection

    def let_go(self) -> None:
        """Close it; what was not committed is undone."""
        if self._connection is not None:
            self._connection.close()
        self._connection = self._to = None


@dataclass(frozen=True)
class KeyRing:
    """The file of mode 0600 in the folder of the keys. Each call is one transaction, on the disk when it returns."""

    file: Path
    _ahead: set[str] = field(default_factory=set, init=False, repr=False, compare=False)
    _held: _Held = field(default_factory=_Held, init=False, repr=False, compare=False)

    @property
    def exists(self) -> bool:
        return self.file.exists()

    def make(self, case_id: str, following: Iterable[str] = ()) -> bytes:
        """New keys of a case that is being opened; gives that of its file. The ring is made with its first key.

        Those of the cases `following` are made along: to write ten to the disk takes no longer than to write one.
        Nobody else opens a case meanwhile, and none of these is open yet.
        """
        if case_id in self._ahead:
            self._ahead.discard(case_id)
            if known := self.key(case_id, Use.CASE_FILE):
                return known
        if not self.exists:
            os.close(os.open(self.file, os.O_CREAT | os.O_WRONLY, 0o600))
        every = (case_id, *following)
        made = [(one, use, secrets.token_bytes(_KEY_BYTES)) for one in every for use in Use]
        with self._writing() as connection:
            connection.execute(_TABLE)
            connection.executemany("INSERT OR REPLACE INTO keys VALUES (?, ?, ?)", made)
        self._ahead.update(every[1:])
        return made[0][2]

    def key(self, case_id: str, use: Use) -> bytes | None:
        """A key; None if it was destroyed."""
        with self._opened() as connection:
            asked = "SELECT key FROM keys WHERE case_id = ? AND use = ?"
            row = connection.execute(asked, (case_id, use)).fetchone()
        return None if row is None else bytes(row[0])

    def of_file(self, case_id: str) -> bytes:
        """The key of a case file. Raises BookError when it is gone."""
        key = self.key(case_id, Use.CASE_FILE)
        if key is None:
            raise BookError(
                f"The key of case {case_id} is not in {self.file}, so the case cannot be read. Put that file back from "
                "its own back-up."
            )
        return key

    def for_found(self, case_id: str) -> bytes:
        """The key for what is found, a new one if the last was destroyed."""
        if known := self.key(case_id, Use.FOUND):
            return known
        with self._writing() as connection:
            new = (case_id, Use.FOUND, secrets.token_bytes(_KEY_BYTES))
            connection.execute("INSERT OR IGNORE INTO keys VALUES (?, ?, ?)", new)
            asked = "SELECT key FROM keys WHERE case_id = ? AND use = ?"
            return bytes(connection.execute(asked, new[:2]).fetchone()[0])

    def destroy(self, keys: Iterable[tuple[str, Use]]) -> None:
        """Destroy keys for good; those that are gone already stay gone."""
        with self._writing() as connection:
            connection.executemany("DELETE FROM keys WHERE case_id = ? AND use = ?", list(keys))

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._opened() as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """The connection, for one caller at a time; after trouble the next one gets another."""
        with self._held.turn:
            identity = self._refuse_others()
            try:
                yield self._held.connection(self.file, identity)
            except BaseException as error:
                self._held.let_go()
                if isinstance(error, sqlite3.Error):
                    raise translated_file(error, f"The file {self.file}") from error
                raise

    def _refuse_others(self) -> _Identity:
        """Which file it is now: somebody may have put it back from its back-up."""
        try:
            found = self.file.stat()
        except OSError as error:
            raise BookError(
                f"The keys of the cases are missing: {self.file}. Put that file back from its own back-up."
            ) from error
        if found.st_mode & 0o077:
            raise BookError(
                f"{self.file} can be read by others, and keys must not. Run: chmod 600 {self.file}"
            )
        return found.st_dev, found.st_ino
