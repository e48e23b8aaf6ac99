"""What stops a case before anything is touched: nobody can be sought, or nothing can be corrected so."""

from collections.abc import Iterator
from datetime import date

from gestand.core.action import Impossible
from gestand.core.case import Case
from gestand.core.request import Correction, Right
from gestand.core.schema import ColumnFacts, ColumnKind
from gestand.duties.world import World


def hindrances(world: World) -> Iterator[Impossible]:
    """One for each thing that a person has to mend first."""
    case = world.case
    if case is None or not case.identified:
        return
    kinds = {kind for table in world.bound.tables for kind in table.known_by}
    remembered = case.found is not None and bool(case.found.trail.roots)
    if kinds and not remembered and not kinds & {known.kind for known in case.known}:
        named = ", ".join(sorted({known.kind for known in case.known})) or "none"
        why = (
            f"case {case.id}: people are found by {', '.join(sorted(kinds))}, and of her is known: {named}; "
            f"`gestand request identify {case.id}` gives an identifier that is hers"
        )
        yield Impossible("", why, 0)
    if Right.RECTIFICATION in case.request.rights:
        yield from _corrections(world, case)


def _corrections(world: World, case: Case) -> Iterator[Impossible]:
    granted = any(one.granted for one in case.decisions if one.right is Right.RECTIFICATION)
    if granted and not case.request.corrections and not world.bound.by_hand:
        why = f"case {case.id}: nobody said which column should hold what; enter the request with its corrections"
        yield Impossible(Right.RECTIFICATION.promise, why, 0)
    for one in case.request.corrections:
        if case.granted(Right.RECTIFICATION, one.data) and (why := _why_not(world, one)):
            yield Impossible(Right.RECTIFICATION.promise, f"case {case.id}: {why}", 0)


def _why_not(world: World, one: Correction) -> str:
    """Why a correction cannot be made in any store; the value itself is never told."""
    if any(word == one.data for _, word in world.bound.in_hands):
        return ""
    columns = [
        table.facts.column(name)
        for table in world.bound.tables
        for data in table.data
        if data.data == one.data
        for name in data.columns
        if name == one.column
    ]
    if not columns:
        return f"no table holds `{one.data}` in a column `{one.column}`; see the data map for its columns"
    unfit = [column for column in columns if column and not _fits(column, one.value)]
    return f"`{one.column}` holds {unfit[0].kind.value}, and cannot hold what she says" if unfit else ""


def _fits(column: ColumnFacts, value: str) -> bool:
    try:
        match column.kind:
            case ColumnKind.INTEGER:
                int(value)
            case ColumnKind.NUMBER:
                float(value)
            case ColumnKind.DATE:
                date.fromisoformat(value)
    except ValueError:
        return False
    return not column.length or len(value) <= column.length
