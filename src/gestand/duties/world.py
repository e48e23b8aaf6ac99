"""Everything a duty may know: frozen, complete, and without a door to the outside."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, wraps
from typing import Concatenate, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

from gestand.core.case import Case
from gestand.core.hold import Hold
from gestand.core.promise import RetentionPromise
from gestand.core.question import Silence
from gestand.core.request import Right
from gestand.core.schema import Link
from gestand.core.text import Text
from gestand.core.use import Use
from gestand.datamap.bound import BoundData, BoundMap, BoundTable
from gestand.datamap.links import all_links


@dataclass(frozen=True)
class World:
    """The promises about keeping, where their data lies, the holds in force, the time (aware) and the company's zone.

    `holds_just_ended` were in force until yesterday: what they held falls due today, and is no deviation yet.
    `silent` are the stores that did not say what they look like.
    `names` are those of the data, as the statement calls them, and `uses` what each is used for; `given` are data
    that the person gave or that were observed of her (GDPR 20(1)). `case` is the request that this is about, if any.
    `plus_addresses`: what stands between + and @ tells no two people apart. `worked_out` is what `once` remembers.
    """

    promises: tuple[RetentionPromise, ...]
    bound: BoundMap
    now: datetime
    zone: ZoneInfo
    holds: tuple[Hold, ...] = ()
    holds_just_ended: tuple[Hold, ...] = ()
    silent: tuple[Silence, ...] = ()
    names: Mapping[str, Text] = field(default_factory=dict, hash=False)
    uses: Mapping[str, tuple[Use, ...]] = field(default_factory=dict, hash=False)
    given: frozenset[str] = frozenset()
    case: Case | None = None
    plus_addresses: bool = False
    worked_out: dict[object, tuple[object, object]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def at_stake(self) -> frozenset[str]:
        """The data whose end this is about: those of the promises, or in a case all that is mapped."""
        if self.case is None:
            return frozenset(word for promise in self.promises for word in promise.data)
        return frozenset(data.data for table in self.bound.tables for data in table.data)

    @property
    def whole_rows(self) -> bool:
        """A person was granted that everything of hers is erased."""
        return self.case is not None and self.case.covers("") and self.case.granted(Right.ERASURE, "")

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


_BY_ID = (BoundTable, BoundData)
"""What is of the map, and so always the same object."""

_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")


def once(work: Callable[Concatenate[World, _Given], _Found]) -> Callable[Concatenate[World, _Given], _Found]:
    """Work out for a world once what follows from it and what is given: a row is weighed for each row above it."""

    @wraps(work)
    def remembered(world: World, /, *given: _Given.args, **named: _Given.kwargs) -> _Found:
        every = (*given, *named.items()) if named else given
        key = (work, *[id(one) if isinstance(one, _BY_ID) else one for one in every])
        if key not in world.worked_out:  # what was given is kept, so that its id stays its own
            world.worked_out[key] = (work(world, *given, **named), every)
        return world.worked_out[key][0]  # type: ignore[return-value]

    return remembered
