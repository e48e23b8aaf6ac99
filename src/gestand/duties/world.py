"""Everything a duty may know: frozen, complete, and without a door to the outside."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from gestand.core.hold import Hold
from gestand.core.promise import Promise
from gestand.core.question import Silence
from gestand.core.schema import Link
from gestand.datamap.bound import BoundMap
from gestand.datamap.links import all_links


@dataclass(frozen=True)
class World:
    """The promises, where their data lies, the holds in force, the time (aware) and the company's zone.

    `holds_just_ended` were in force until yesterday: what they held falls due today, and is no deviation yet.
    `silent` are the stores that did not say what they look like.
    """

    promises: tuple[Promise, ...]
    bound: BoundMap
    now: datetime
    zone: ZoneInfo
    holds: tuple[Hold, ...] = ()
    holds_just_ended: tuple[Hold, ...] = ()
    silent: tuple[Silence, ...] = ()

    @cached_property
    def links(self) -> dict[str, tuple[Link, ...]]:
        """By store, every link between its tables, declared or followed by the data map."""
        return {store.name: all_links(self.bound, store.name) for store in self.bound.stores}

    def silence(self, store: str) -> Silence:
        """Why a store could not be looked at."""
        unknown = Silence(store, f"store {store} was not looked at; connect it and try again")
        return next((silence for silence in self.silent if silence.store == store), unknown)
