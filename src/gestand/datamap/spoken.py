"""Checks a data map against the words of the statement, before any database is asked."""

from gestand.datamap.endings import end_of
from gestand.datamap.faults import Faults, Spot
from gestand.datamap.model import NONE, Database, Table
from gestand.datamap.parse import DataMap
from gestand.datamap.words import Needs, Words


def check_words(data_map: DataMap, words: Words, faults: Faults) -> None:
    """Every word is one of the statement, every datum has an end, and promises find what they count from."""
    for name, store in data_map.by_hand.items():
        for number, word in enumerate(store.kept_by_hand.data):
            spot: Spot = ("stores", name, "kept by hand", "data", number)
            _known(spot, "data", word, tuple(words.owners), faults)
    for name, database in data_map.databases.items():
        _check_database(name, database, words, faults)


def _check_database(name: str, database: Database, words: Words, faults: Faults) -> None:
    for key, table in database.tables.items():
        spot: Spot = ("stores", name, "tables", key)
        _check_table(table, spot, words, faults)
        for needs in words.needs:
            if set(needs.data) & set(table.data):
                _check_needs(key, table, needs, spot, faults)


def _known(spot: Spot, section: str, word: str, known: tuple[str, ...], faults: Faults) -> None:
    if word not in known:
        faults.unknown(spot, f"the statement has no `{word}` under `{section}`", word, known)


def _check_table(table: Table, spot: Spot, words: Words, faults: Faults) -> None:
    if table.rows_of != NONE:
        _known((*spot, "rows of"), "people", table.rows_of, words.people, faults)
    for word in table.data:
        _known((*spot, "data", word), "data", word, tuple(words.owners), faults)
    for word in table.moments:
        _known((*spot, "moments", word), "moments", word, words.moments, faults)
    for word in table.conditions:
        _known((*spot, "conditions", word), "conditions", word, words.conditions, faults)
    _check_ends(table, spot, words, faults)


def _check_ends(table: Table, spot: Spot, words: Words, faults: Faults) -> None:
    end = table.at_the_end
    for word in end if isinstance(end, dict) else ():
        if word not in table.data:
            where = (*spot, "at the end", word)
            faults.unknown(where, f"this table holds no `{word}`", word, table.data)
    for word in table.data:
        said = end_of(table, word)
        if said is None:
            message = (
                f"nothing says what happens to `{word}` at the end; write `at the end: erase` or `blank`"
            )
            faults.add((*spot, "data", word), message, word, "erase or blank")
        elif said == "erase":
            _check_claim(table, word, spot, words, faults)


def _check_claim(table: Table, word: str, spot: Spot, words: Words, faults: Faults) -> None:
    """Whoever's datum erases the row claims the row itself; it must be the group that the row is of."""
    owner = words.owners.get(word)
    if owner in (None, table.rows_of):
        return
    claim = f"`{word}` is of {owner} and would erase the row"
    if table.rows_of == NONE:
        faults.add(
            (*spot, "rows of"), f"{claim}; say `rows of: {owner}`, or blank its columns", NONE, owner or ""
        )
        return
    message = f"{claim}, but the row is of {table.rows_of}: two groups claim it; blank the columns of `{word}` instead"
    faults.add((*spot, "data", word), message, word)


def _check_needs(key: str, table: Table, needs: Needs, spot: Spot, faults: Faults) -> None:
    held = ", ".join(f"`{word}`" for word in needs.data if word in table.data)
    for moment in needs.moments:
        if moment not in table.moments:
            message = f"{needs.promise} counts from `{moment}`, but `{key}`, which holds {held}, maps no such moment"
            faults.add((*spot, "moments"), f"{message}; say under `moments` where it is", moment)
    for condition in needs.conditions:
        if condition not in table.conditions:
            message = (
                f"{needs.promise} depends on `{condition}`, but `{key}`, which holds {held}, does not map it"
            )
            faults.add((*spot, "conditions"), f"{message}; say under `conditions` where it is", condition)
