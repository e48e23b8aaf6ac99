"""Everything a duty may know: frozen, complete, and without a door to the outside."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from gestand.core.hold import Hold
from gestand.core.promise import Promise
from gestand.datamap.bound import BoundMap


@dataclass(frozen=True)
class World:
    """The promises, where their data lies, the holds in force, the time (aware) and the company's zone."""

    promises: tuple[Promise, ...]
    bound: BoundMap
    now: datetime
    zone: ZoneInfo
    holds: tuple[Hold, ...] = ()
