"""What the stores and the holds looked like a moment ago: enough for a case, which comes and goes within a second."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from gestand.core.hold import Hold
from gestand.core.ports import Holds
from gestand.core.question import Silence
from gestand.datamap.bound import BoundMap

FRESH = timedelta(minutes=1)
"""How long a look does."""


@dataclass(frozen=True)
class Looked:
    """The data map tied to what the stores said of themselves, and those that said nothing."""

    bound: BoundMap
    silent: tuple[Silence, ...]


@dataclass
class Glance:
    """The last look. One at which a store was silent is not kept: the next case asks again."""

    looked: Looked | None = field(default=None, repr=False)
    at: datetime | None = None
    holds: tuple[Hold, ...] = field(default=(), repr=False)
    mark: int | None = None
    done: set[str] = field(default_factory=set)

    def recent(self, now: datetime) -> Looked | None:
        """The last look, if it is of the last minute."""
        return self.looked if self.at is not None and now - self.at < FRESH else None

    def keep(self, looked: Looked, now: datetime) -> Looked:
        """Remember a look, and give it back."""
        if not looked.silent and not looked.bound.unconnected:
            self.looked, self.at, self.mark = looked, now, None
        return looked

    def holds_in(self, records: Holds) -> tuple[Hold, ...]:
        """Every hold; those of the last look, where none began or ended since."""
        mark = records.holds_mark()
        if self.mark != mark:
            self.holds, self.mark = records.holds(), mark
        return self.holds
