"""The copy of her data: every column of hers that the data map knows, table by table (GDPR 15(3), 20(1))."""

from collections.abc import Iterator

from gestand.core.predicate import NEVER
from gestand.core.question import Find
from gestand.core.request import Right
from gestand.core.step import Trail
from gestand.datamap.bound import BoundData, BoundTable
from gestand.duties.requests.hers import hers
from gestand.duties.requests.standing import Stands, standing
from gestand.duties.world import World

MOST_ROWS = 100_000
"""Of one table; a person with more gets them by hand."""


def copies(world: World, trail: Trail) -> tuple[Find, ...]:
    """What to fetch; a table from which only others' data would come is left out, and told of as withheld."""
    return tuple(_of_table(world, trail))


def shown(world: World, table: BoundTable) -> tuple[BoundData, ...]:
    """The data of a table that go into her copy: what is about others in her rows is withheld (GDPR 15(4))."""
    return tuple(data for data in table.data if data.owner == table.people and _asked(world, data))


def withheld(world: World, table: BoundTable) -> tuple[BoundData, ...]:
    """The data of others in her rows."""
    return tuple(data for data in table.data if data.owner != table.people and _asked(world, data))


def _of_table(world: World, trail: Trail) -> Iterator[Find]:
    for table in world.bound.tables:
        data, where = shown(world, table), hers(world, table, trail)
        columns = tuple(dict.fromkeys(column for one in data for column in one.columns))
        if columns and where != NEVER:
            yield Find(table.store, table.name, where, columns, MOST_ROWS)


def _asked(world: World, data: BoundData) -> bool:
    """A customer's data are his to copy: gestand passes the request on (GDPR 28(3)(e))."""
    case, uses = world.case, world.uses.get(data.data, ())
    if case is None or not case.covers(data.data) or standing(Right.ACCESS, uses).stands is Stands.PASSED_ON:
        return False
    if case.granted(Right.ACCESS, data.data):
        return True
    portable = standing(Right.PORTABILITY, uses).stands
    moves = portable in (Stands.YES, Stands.IN_PART) and data.data in world.given
    return moves and case.granted(Right.PORTABILITY, data.data)
