"""Whether entries make sense after each other: times run on, and every intention comes to an end."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

SLACK = timedelta(minutes=1)
MOST_NAMED = 20

_LINE = re.compile(
    rb'\{(?:"action":"([0-9a-f]{64})",)?'
    rb'"at":"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z)"'
    rb'(?:,"counts":\{"[a-z][a-z0-9 ]{0,60}":[0-9]{1,16}(?:,"[a-z][a-z0-9 ]{0,60}":[0-9]{1,16})*\})?'
    rb',"kind":"([a-z ]{1,20})"'
    rb'(?:,"promise":"([a-z]{1,20}/[a-z0-9-]{1,460})")?'
    rb'(?:,"statement":"[0-9a-f]{64}")?'
    rb'(?:,"word":"[A-Za-z][A-Za-z ,]{0,60}")?\}'
).fullmatch


@dataclass
class Sense:
    """Read entries in order; `faults` and `open` tell what was found, in sentences and by entry number."""

    latest: bytes = b""
    number: int = 0
    faults: list[str] = field(default_factory=list)
    open: dict[tuple[bytes, bytes], int] = field(default_factory=dict)

    def read(self, entries: Iterable[bytes]) -> None:
        """Read the next entries."""
        for entry in entries:
            said = _LINE(entry)
            if said is None:
                self._fault(f"Entry {self.number} is not written as an entry of this log.")
            else:
                action, at, kind, promise = said.groups()
                if at < self.latest and kind != b"clock":
                    self._look_back(at)
                else:
                    self.latest = at
                if kind == b"intended":
                    self.open[promise, action] = self.number
                elif self.open and kind in (b"done", b"failed"):
                    self.open.pop((promise, action), None)
            self.number += 1

    def _look_back(self, at: bytes) -> None:
        if _moment(self.latest) - _moment(at) > SLACK:
            self._fault(
                f"Entry {self.number} is of {at.decode()}, more than a minute before an earlier entry."
            )

    def _fault(self, sentence: str) -> None:
        if len(self.faults) < MOST_NAMED:
            self.faults.append(sentence)


def _moment(written: bytes) -> datetime:
    try:
        return datetime.fromisoformat(written.decode())
    except ValueError:
        return datetime.max.replace(tzinfo=datetime.fromisoformat("2000-01-01T00:00:00Z").tzinfo)
