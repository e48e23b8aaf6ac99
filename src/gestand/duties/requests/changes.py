"""Rows that stay and change: corrected, taken off a list, kept out of use."""

from collections.abc import Iterator

from gestand.core.action import Correct, Restrict
from gestand.core.predicate import Equals, Not, Predicate, all_of, any_of
from gestand.core.request import Known, Right
from gestand.core.step import Trail
from gestand.datamap.bound import BoundData, BoundList, BoundTable
from gestand.datamap.identifiers import is_phone
from gestand.duties.requests.granted import is_a_customers, restricted, restriction_ends
from gestand.duties.requests.hers import hers
from gestand.duties.rows.people import is_known_as
from gestand.duties.world import World

LEAVING = (Right.MARKETING, Right.WITHDRAWAL)
"""Rights by which somebody leaves a list."""


def corrections(world: World, table: BoundTable, trail: Trail) -> Iterator[Correct]:
    """What she says is true, in every table in which the column is; not where it stands already."""
    case = world.case
    for data in table.data if case and case.request.corrections else ():
        values = tuple(_new_values(world, data))
        if values:
            other = any_of(*(Not(Equals(column, value)) for column, value in values))
            where = all_of(hers(world, table, trail), other)
            yield Correct(
                Right.RECTIFICATION.promise, table.store, table.name, where, 0, values, table.facts.triggers
            )


def ended_lists(world: World, table: BoundTable, trail: Trail) -> Iterator[Correct]:
    """She is taken off every list that she may leave: at once, and whatever else is decided (GDPR 7(3), 21(3))."""
    for one in table.lists:
        right = leaves(world, one)
        if right and one.subscribed:
            on_it = all_of(on_list(world, table, one, trail), Not(Equals(one.subscribed, False)))
            yield Correct(
                right.promise,
                table.store,
                table.name,
                on_it,
                0,
                ((one.subscribed, False),),
                table.facts.triggers,
            )


def leaves(world: World, one: BoundList) -> Right | None:
    """The right by which she leaves this list."""
    case = world.case
    if case is None or (case.request.purposes and one.purpose not in case.request.purposes):
        return None
    return next((right for right in LEAVING if right in case.request.rights), None)


def on_list(world: World, table: BoundTable, one: BoundList, trail: Trail) -> Predicate:
    """Her own rows, and those that bear an address she gave: whoever shares it, wants no mail there either."""
    given = world.case.known if world.case else ()
    bears = (
        is_known_as(one.address, known.kind, known.value, world.plus_addresses)
        for known in (*given, *trail.known)
        if _may_stand_in(table, one.address, known)
    )
    return any_of(hers(world, table, trail), *dict.fromkeys(bears))


def _may_stand_in(table: BoundTable, address: str, known: Known) -> bool:
    """A number is sought where numbers stand, and an e-mail address where these do; no customer number in either."""
    kinds = [kind for kind, found in table.known_by.items() if not found.path and found.column == address]
    if kinds:
        return known.kind in kinds
    if is_phone(address) or is_phone(known.kind):
        return bool(is_phone(address) and is_phone(known.kind))
    return "@" in known.value or known.kind == address


def restrictions(world: World, table: BoundTable, trail: Trail) -> Iterator[Restrict]:
    """Her rows are kept and not used; where the map knows no column for it, people see to it (see `tasks`)."""
    how = table.restricted_by
    begins = any(restricted(world, data.data) for data in table.data)
    ends = not begins and any(restriction_ends(world, data.data) for data in table.data)
    if how is None or not (begins or ends):
        return
    value, other = (how.lifted, how.restricted) if ends else (how.restricted, how.lifted)
    state = Equals(how.column, other) if ends else Not(Equals(how.column, value))
    yield Restrict(
        promise=Right.RESTRICTION.promise,
        store=table.store,
        table=table.name,
        where=all_of(hers(world, table, trail), state),
        rows=0,
        values=((how.column, value),),
        triggers=table.facts.triggers,
        lifted=ends,
    )


def _new_values(world: World, data: BoundData) -> Iterator[tuple[str, str]]:
    case = world.case
    if case is None or not case.granted(Right.RECTIFICATION, data.data) or is_a_customers(world, data.data):
        return
    for correction in case.request.corrections:
        if correction.data == data.data and correction.column in data.columns:
            yield correction.column, correction.value
