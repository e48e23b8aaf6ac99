"""Acts that a plan refuses: what cannot be emptied, and a last activity that cannot be trusted."""

from gestand.core.action import Action, Erase
from gestand.core.plan import promises_of
from gestand.duties.retention.activity import seems_idle
from gestand.duties.rows.family import at_stake
from gestand.duties.rows.refused import refusal
from gestand.duties.rows.weighing import promises_on
from gestand.duties.world import World


def why_not(world: World, draft: Action) -> str:
    """Why this cannot be done, and the way out; empty if it can."""
    table = world.bound.table(draft.store, draft.table)
    if table is None:
        return ""
    named = (promise for promise in world.promises if promise.id in promises_of(draft))
    idle = [what.en for promise in named for what in seems_idle(world, table, promise)]
    if idle or isinstance(draft, Erase):
        return "; ".join(idle)
    emptied = (data for data in at_stake(world, table) if set(data.blank) <= set(draft.values))
    meant = (
        data for data in emptied if any(promise.id == draft.promise for promise in promises_on(world, data))
    )
    return "; ".join(filter(None, (refusal(world, table, data) for data in meant)))
