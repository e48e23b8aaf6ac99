"""Ties a data map to what its stores say of themselves, or tells everything that does not fit."""

from collections.abc import Iterator, Mapping

from gestand.core.errors import DataMapError
from gestand.core.question import Silence
from gestand.core.schema import Schema, TableName
from gestand.datamap.bound import BoundList, BoundMap, BoundRestriction, BoundStore, BoundTable
from gestand.datamap.conditions import fits, tie_conditions, tie_known_by
from gestand.datamap.endings import tie_data
from gestand.datamap.faults import Faults, Spot
from gestand.datamap.model import NONE, Database, OtherTable
from gestand.datamap.moments import UTC, tie_moments
from gestand.datamap.parse import DataMap
from gestand.datamap.spoken import check_words
from gestand.datamap.tying import Tying, find_tables
from gestand.datamap.words import Words, words_of
from gestand.statement.model import Statement


def bind(data_map: DataMap, statement: Statement, schemas: Mapping[str, Schema]) -> BoundMap:
    """Tie every store whose schema is given; the others are `unconnected` and their tables are left out.

    Raises DataMapError with all faults of words and of connected stores together.
    """
    faults, words = Faults(data_map), words_of(statement)
    check_words(data_map, words, faults)
    connected = {name: store for name, store in data_map.databases.items() if name in schemas}
    tyings = [_tying(name, store, schemas[name], words, faults) for name, store in connected.items()]
    tables = tuple(table for tying in tyings for table in _tables(data_map, tying))
    stores = tuple(_store(tying) for tying in tyings)
    if faults.found:
        raise DataMapError(f"{data_map.file} does not fit the statement or its stores:", faults.found)
    away = tuple(name for name in data_map.databases if name not in schemas)
    unreached = tuple((name, word) for name in away for word in _data_in(data_map.databases[name]))
    in_hands = tuple((name, word) for name, one in data_map.by_hand.items() for word in one.kept_by_hand.data)
    owners = tuple((name, one.kept_by_hand.owner) for name, one in data_map.by_hand.items())
    return BoundMap(tables, stores, tuple(data_map.by_hand), away, unreached, in_hands, owners)


def bind_each(
    data_map: DataMap, statement: Statement, schemas: Mapping[str, Schema]
) -> tuple[BoundMap, tuple[Silence, ...]]:
    """As `bind`, but a store that the map does not fit is left out, silent: its faults are the reason.

    So a column that went from one database leaves the promises on the others told and kept. Raises DataMapError
    when no store fits, as when the map does not fit the statement.
    """
    try:
        return bind(data_map, statement, schemas), ()
    except DataMapError as error:
        misfits = tuple(
            misfit
            for name in schemas
            if (misfit := _misfit(data_map, statement, name, schemas[name])) is not None
        )
        fitting = {
            name: schemas[name] for name in schemas if name not in {misfit.store for misfit in misfits}
        }
        if not fitting:
            raise error
        return bind(data_map, statement, fitting), misfits


def _misfit(data_map: DataMap, statement: Statement, name: str, schema: Schema) -> Silence | None:
    try:
        bind(data_map, statement, {name: schema})
    except DataMapError as error:
        faults = "; ".join(str(fault) for fault in error.faults)
        return Silence(name, f"store {name} is not as the data map says: {faults}")
    return None


def _data_in(database: Database) -> tuple[str, ...]:
    """Every datum that the map places in a store, once."""
    return tuple(dict.fromkeys(word for table in database.tables.values() for word in table.data))


def _tying(name: str, database: Database, schema: Schema, words: Words, faults: Faults) -> Tying:
    found = find_tables(name, database, schema, faults)
    return Tying(name, database, schema, words, faults, found)


def _tables(data_map: DataMap, tying: Tying) -> Iterator[BoundTable]:
    for key, facts in tying.found.items():
        written = tying.written(key)
        _check_lists(tying, key)
        yield BoundTable(
            store=tying.store,
            name=facts.name,
            place=data_map.place_of(*tying.spot(key)),
            facts=facts,
            people="" if written.rows_of == NONE else written.rows_of,
            data=tie_data(tying, key),
            moments=tie_moments(tying, key),
            conditions=tie_conditions(tying, key),
            known_by=tie_known_by(tying, key),
            lists=tuple(
                BoundList(word, mailing.address, mailing.subscribed or "")
                for word, mailing in written.lists.items()
            ),
            restricted_by=_restriction(tying, key),
        )


def _check_lists(tying: Tying, key: str) -> None:
    for word, mailing in tying.written(key).lists.items():
        spot = tying.spot(key, "lists", word)
        tying.column(key, mailing.address, (*spot, "address"))
        if mailing.subscribed is not None:
            tying.column(key, mailing.subscribed, (*spot, "subscribed"))


def _restriction(tying: Tying, key: str) -> BoundRestriction | None:
    written, spot = tying.written(key).restricted_by, tying.spot(key, "restricted by")
    column = tying.column(key, written.column, (*spot, "column")) if written else None
    if written is None or column is None:
        return None
    fit = [
        fits(tying, column, written.is_, (*spot, "is")),
        fits(tying, column, written.lifted, (*spot, "lifted")),
    ]
    return BoundRestriction(column.name, written.is_, written.lifted) if all(fit) else None


def _store(tying: Tying) -> BoundStore:
    zone = tying.database.times_without_a_zone or UTC
    return BoundStore(tying.store, zone, tying.schema, tuple(_without_personal_data(tying)))


def _without_personal_data(tying: Tying) -> Iterator[TableName]:
    """The tables said to hold none. One that the store does not show is no fault: a role of least rights sees few."""
    for number, other in enumerate(tying.database.no_personal_data):
        named = TableName(other.table, other.in_schema) if isinstance(other, OtherTable) else TableName(other)
        key = tying.key_of(named)
        if key is not None:
            spot: Spot = ("stores", tying.store, "no personal data", number)
            message = f"`{named}` is mapped above, as `{key}`; it holds personal data or it does not"
            tying.faults.add(spot, message, named.name)
        yield named
