"""Everything a duty may know: frozen, complete, and without a door to the outside."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from gestand.core.hold import Hold
from gestand.core.promise import Promise
from gestand.core.question import Silence
from gestand.core.schema import Link
from gestand.core.text import Text
from gestand.datamap.bound import BoundMap
from gestand.datamap.links import all_links


@dataclass(frozen=True)
class World:
    """The promises, where their data lies, the holds in force, the time (aware) and the company's zone.

    `holds_just_ended` were in force until yesterday: what they held falls due today, and is no deviation yet.
    `silent` are the stores that did not say what they look like.
    `names` are those of the data, as the statement calls them.
    """

    promises: tuple[Promise, ...]
    bound: BoundMap
    now: datetime
    zone: ZoneInfo
    holds: tuple[Hold, ...] = ()
    holds_just_ended: tuple[Hold, ...] = ()
    silent: tuple[Silence, ...] = ()
    names: Mapping[str, Text] = field(default_factory=dict, hash=False)

    @cached_property
    def links(self) -> dict[str, tuple[Link, ...]]:
        """By store, every link between its tables, declared or followed by the data map."""
        return {store.name: all_links(self.bound, store.name) for store in self.bound.stores}

    def called(self, word: str) -> Text:
        """What people call the data that the statement knows under a word."""
        return self.names.get(word, Text(word, word))

    def silence(self, store: str) -> Silence:
        """Why a store could not be looked at."""
        unknown = Silence(store, f"store {store} was not looked at; connect it and try again")
        return next((silence for silence in self.silent if silence.store == store), unknown)
