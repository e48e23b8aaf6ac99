"""What one transaction adds to cases and log, whoever adds it: written once, at its end."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from gestand.book import case_steps, cases
from gestand.core.case import Case, Clocks
from gestand.core.entry import Entry
from gestand.evidence import log

HEAD = "head"
"""Under which a book remembers where its log was last seen to end."""


@dataclass
class OpenFile:
    """A case that this transaction goes on with; `before` are the steps that lie in the book.

    None: it is a new one, of the keyed digest `asked`.
    """

    case: Case
    key: bytes = field(repr=False)
    before: int | None
    clocks: Clocks | None = None
    keep_until: datetime | None = None
    asked: str = ""


@dataclass
class Additions:
    """The cases by id, and the entries of the log in order. The log comes last: its head is held for a moment only."""

    connection: Connection
    memory: dict[str, object] = field(repr=False)
    files: dict[str, OpenFile] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)

    def write(self) -> None:
        for file in self.files.values():
            if file.before is None and file.clocks:
                cases.add(self.connection, file.case, file.clocks, file.asked)
            elif len(file.case.steps) != file.before:
                cases.move(self.connection, file.case, file.clocks, file.keep_until)
            if len(file.case.steps) != file.before:
                case_steps.add(self.connection, file.case, file.before, file.key)
        if self.entries:
            seen = self.memory.get(HEAD)
            self.memory[HEAD] = log.append(
                self.connection, self.entries, seen if isinstance(seen, log.Head) else None
            )
