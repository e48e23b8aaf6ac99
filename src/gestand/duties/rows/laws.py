"""The laws that demand keeping a datum, and the column that they count from."""

from gestand.core.predicate import Moment
from gestand.core.promise import LegalMinimum, Limit
from gestand.datamap.bound import BoundData, BoundTable, MomentAt
from gestand.duties.rows.family import parts_of
from gestand.duties.rows.weighing import promises_on
from gestand.duties.world import World


def own_moment(table: BoundTable, limit: Limit) -> Moment | None:
    """The column of the row itself from which a limit counts, if it is one."""
    moment = table.moments[limit.moment]
    return moment.moment if isinstance(moment, MomentAt) and not moment.path else None


def laws_on(world: World, data: BoundData) -> tuple[LegalMinimum, ...]:
    """The laws that demand keeping a datum, of all promises about it."""
    found = (promise.at_least for promise in promises_on(world, data))
    return tuple(dict.fromkeys(law for law in found if law is not None))


def law_moment(world: World, table: BoundTable, data: BoundData) -> Moment | None:
    """The column from which all laws on the datum count, if it is one, in the row itself, and filled."""
    laws = laws_on(world, data)
    moments = {own_moment(table, law.limit) for law in laws}
    found = [part for law in laws for part in parts_of(table.moments[law.limit.moment])]
    still_to_come = any(part.empty_is_not_yet and part.nullable for part in found)
    return moments.pop() if len(moments) == 1 and not still_to_come else None
