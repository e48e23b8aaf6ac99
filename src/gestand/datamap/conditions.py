"""Ties the conditions and the identifiers of a table."""

from gestand.core.predicate import Equals, Missing, Not, OneOf, Path, Predicate, Value, all_of, along, any_of
from gestand.core.schema import ColumnFacts, ColumnKind
from gestand.datamap.bound import Identifier
from gestand.datamap.eu import MEMBER_STATES
from gestand.datamap.faults import Spot
from gestand.datamap.follow import follow
from gestand.datamap.model import NONE, ColumnCondition, Plain
from gestand.datamap.route import Route, parse_route
from gestand.datamap.tying import Tying

_NUMBERS = (ColumnKind.INTEGER, ColumnKind.NUMBER)


def tie_conditions(tying: Tying, key: str) -> dict[str, Predicate]:
    """The conditions of a table, by their word; those at fault are left out."""
    tied = {word: _condition(tying, key, word, ()) for word in tying.written(key).conditions}
    return {word: condition for word, condition in tied.items() if condition is not None}


def _condition(tying: Tying, key: str, word: str, seen: tuple[str, ...]) -> Predicate | None:
    spot = tying.spot(key, "conditions", word)
    written = tying.written(key).conditions[word]
    if isinstance(written, ColumnCondition):
        return _on_column(tying, key, written, spot)
    route = parse_route(written)
    if route is None:
        message = f"`{written}` says no condition; write {{column: {written}, is: ...}} or `TABLE via KEY`"
        tying.faults.add(spot, message, written)
        return None
    if key in seen:
        tying.faults.add(
            spot, f"the condition `{word}` of `{key}` leads back to itself; name a column in one of them"
        )
        return None
    return _elsewhere(tying, key, word, route, spot, (*seen, key))


def _elsewhere(
    tying: Tying, key: str, word: str, route: Route, spot: Spot, seen: tuple[str, ...]
) -> Predicate | None:
    walk = follow(tying, key, route, spot)
    if walk is None:
        return None
    there = tying.written(route.table).conditions
    if word not in there:
        message = f"`{route}` takes the condition `{word}` there, but `{route.table}` maps no such condition"
        tying.faults.unknown(spot, message, word, there)
        return None
    condition = _condition(tying, route.table, word, seen)
    return along(walk.path, condition) if condition is not None else None


def _on_column(tying: Tying, key: str, written: ColumnCondition, spot: Spot) -> Predicate | None:
    column = tying.column(key, written.column, (*spot, "column"))
    if column is None:
        return None
    for values, word in ((written.in_, "in"), (written.not_in, "not in")):
        if values is not None:
            constants = MEMBER_STATES if values == "EU" else tuple(values)
            fit = [fits(tying, column, value, (*spot, word)) for value in constants]
            return _among(column.name, constants, word == "in") if all(fit) else None
    if not fits(tying, column, written.is_, (*spot, "is")):
        return None
    return Missing(column.name) if written.is_ is None else Equals(column.name, written.is_)


def _among(column: str, values: tuple[Value, ...], inside: bool) -> Predicate:
    """An empty column is in a list only when the list says null, and is never "not in" one."""
    filled = OneOf(column, tuple(value for value in values if value is not None))
    if not inside:
        return all_of(Not(Missing(column)), Not(filled))
    return any_of(filled, Missing(column)) if None in values else filled


def fits(tying: Tying, column: ColumnFacts, value: Plain, spot: Spot) -> bool:
    """Can the column hold this value? If not, a fault says what to write."""
    if value is None or column.kind is ColumnKind.OTHER or tying.schema.loosely_typed:
        return True
    is_text = isinstance(value, str)
    if column.kind in _NUMBERS and is_text:
        return _misfit(tying, column, value, "a number, without quotes", spot)
    if column.kind not in _NUMBERS and not is_text:
        return _misfit(tying, column, value, "a text, in quotes", spot)
    return True


def _misfit(tying: Tying, column: ColumnFacts, value: Plain, expected: str, spot: Spot) -> bool:
    message = f"column `{column.name}` is {column.kind.value} and cannot hold `{value}`; write {expected}"
    tying.faults.add(spot, message, str(value), expected)
    return False


def tie_known_by(tying: Tying, key: str, seen: tuple[str, ...] = ()) -> dict[str, Identifier]:
    """The identifiers by which a table's people are known, by their kind."""
    written, spot = tying.written(key).known_by, tying.spot(key, "known by")
    if not isinstance(written, str):
        found = {kind: tying.column(key, name, (*spot, kind)) for kind, name in written.items()}
        return {kind: Identifier((), column.name) for kind, column in found.items() if column is not None}
    if written == NONE:
        return {}
    route = parse_route(written)
    if route is None:
        message = f"`{written}` tells no kind; write {{email: {written}}}, `TABLE via KEY` or `none`"
        tying.faults.add(spot, message, written)
        return {}
    if key in seen:
        tying.faults.add(spot, f"`known by` of `{key}` leads back to itself; name a column in one of them")
        return {}
    return _known_elsewhere(tying, key, route, spot, (*seen, key))


def _known_elsewhere(
    tying: Tying, key: str, route: Route, spot: Spot, seen: tuple[str, ...]
) -> dict[str, Identifier]:
    walk = follow(tying, key, route, spot)
    if walk is None:
        return {}
    path: Path = walk.path
    there = tie_known_by(tying, route.table, seen)
    if not there and tying.written(route.table).known_by == NONE:
        tying.faults.add(
            spot, f"`{route}`: `{route.table}` is not known by anything; say there how, or `none` here"
        )
    return {kind: Identifier((*path, *known.path), known.column) for kind, known in there.items()}
