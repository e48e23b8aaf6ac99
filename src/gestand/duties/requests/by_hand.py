"""What people do beside the stores: systems kept by hand, and all that no column and no letter can do."""

from collections.abc import Iterator

from gestand.core.case import Case
from gestand.core.caseplan import CUSTOMER, DECISION, Task
from gestand.core.request import Right
from gestand.core.schema import TableName
from gestand.core.step import Amount, Answered, Decided
from gestand.datamap.bound import BoundTable
from gestand.duties.requests.changes import leaves
from gestand.duties.requests.granted import ERASING, restricted
from gestand.duties.requests.standing import Stands, standing
from gestand.duties.world import World


def tasks(world: World, amounts: tuple[Amount, ...]) -> Iterator[Task]:
    """Every system kept by hand is looked through: what it holds of her, no database tells."""
    case = world.case
    if case is None:
        return
    rights = tuple(right for right in case.request.rights if _has_a_part_in(right, case))
    for store, owner in world.bound.owners:
        every = tuple(word for place, word in world.bound.in_hands if place == store)
        data = tuple(word for word in every if case.covers(word))
        if rights and (data or not every):
            yield Task(store, owner, data, rights)
    if theirs := tuple(dict.fromkeys(_of_customers(world, amounts))):
        yield Task(CUSTOMER, "", theirs, case.request.rights, searched=False)
    if Right.AUTOMATED in rights:
        yield Task(DECISION, "", case.request.data, (Right.AUTOMATED,), searched=False)
    for store in dict.fromkeys(table.store for table in world.bound.tables):
        yield from _where_no_column_tells(world, store, amounts)


def unanswered(case: Case, planned: tuple[Task, ...]) -> tuple[Task, ...]:
    """The tasks of which nobody has said yet what came of them."""
    return tuple(task for task in planned if _answer(case, task) is None)


def _answer(case: Case, task: Task) -> Answered | None:
    """The newest answer, unless a right was first granted after it: whoever looked then was not asked for that."""
    told = [step for step in case.all_of(Answered) if step.store == task.store]
    decided = reversed([*case.all_of(Decided)])
    grants = {one.right: step.at for step in decided for one in step.decisions if one.granted}
    since = [grants[right] for right in task.rights if right in grants] if task.searched else []
    return told[-1] if told and all(told[-1].at >= at for at in since) else None


def found_by_hand(world: World, planned: tuple[Task, ...]) -> tuple[Amount, ...]:
    """What people found in the systems that they keep, as amounts of the data there; what they left is kept."""
    return tuple(
        Amount(task.store, TableName(task.store), data, told.found, _left(task, told))
        for task in planned
        if world.case and task.store in world.bound.by_hand and (told := _answer(world.case, task))
        for data in task.data
    )


def _left(task: Task, told: Answered) -> int:
    """What was found and not done; of rights that change nothing, nothing is left."""
    return max(told.found - told.done, 0) if set(ERASING) & set(task.rights) else 0


def _has_a_part_in(right: Right, case: Case) -> bool:
    return any(one.granted for one in case.decisions if one.right is right)


def _of_customers(world: World, amounts: tuple[Amount, ...]) -> Iterator[str]:
    """Data of hers that are only used for customers: they decide, and get her request at once (GDPR 28(3)(e))."""
    for amount in amounts:
        if standing(Right.ACCESS, world.uses.get(amount.data, ())).stands is Stands.PASSED_ON and amount.rows:
            yield amount.data


def _where_no_column_tells(world: World, store: str, amounts: tuple[Amount, ...]) -> Iterator[Task]:
    """Rows of hers to be kept out of use, or taken off a list, in tables that have no column for it."""
    found = {amount.table for amount in amounts if amount.store == store and amount.rows}
    tables = [table for table in world.bound.tables if table.store == store and table.name in found]
    kept = {data: Right.RESTRICTION for table in tables for data in _without_a_way(world, table)}
    lists = [right for table in tables for right in _of_lists(world, table)]
    rights = tuple(dict.fromkeys((*kept.values(), *lists)))
    if rights:
        yield Task(store, "", tuple(kept), rights, searched=False)


def _without_a_way(world: World, table: BoundTable) -> Iterator[str]:
    if table.restricted_by is None:
        yield from (data.data for data in table.data if restricted(world, data.data))


def _of_lists(world: World, table: BoundTable) -> Iterator[Right]:
    for one in table.lists:
        right = leaves(world, one)
        if right and not one.subscribed:
            yield right
