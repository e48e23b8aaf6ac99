"""A drafted table as lines of the file: those that stand, and as comments those that wait for a person."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gestand.core.schema import TableName
from gestand.core.text import Text
from gestand.datamap.suggest import remarks
from gestand.datamap.suggest.drafted import DraftedDatum, DraftedTable
from gestand.datamap.suggest.moments import TimeAt, Way
from gestand.datamap.suggest.personal import Sure
from gestand.datamap.suggest.proposals import Latest, Told, why_told
from gestand.datamap.suggest.remarks import said
from gestand.datamap.suggest.spelled import key, pair, quoted, route_to

Keys = Mapping[TableName, str]
"""What each table is called in the file."""
_TABLE, _PART, _ENTRY = 6, 8, 10


@dataclass(frozen=True)
class Line:
    """What stands so many spaces in, and why; a comment where it does not stand."""

    indent: int
    code: str
    why: Text | None = None
    stands: bool = True


def lines_of(table: DraftedTable, keys: Keys) -> Iterator[Line]:
    """All that is said of a table."""
    name = table.facts.name
    yield from _beside(table)
    yield Line(_TABLE, key(keys[name], _TABLE))
    if keys[name] != name.name:
        yield Line(_PART, f"table: {quoted(name.name)}")
    if name.schema:
        yield Line(_PART, f"in schema: {quoted(name.schema)}")
    yield _people(table)
    yield from _known_by(table, keys)
    yield from _part("data", _data(table))
    yield from _part("moments", _moments(table, keys))
    yield from _part("conditions", _conditions(table, keys))
    yield from _part("lists", _lists(table))
    yield from _end(table)


def _part(title: str, entries: Iterable[Line]) -> Iterator[Line]:
    """A part has a title of its own, which waits as long as all of it does."""
    every = tuple(entries)
    if every:
        yield Line(_PART, f"{title}:", stands=any(entry.stands for entry in every))
        yield from every


def _beside(table: DraftedTable) -> Iterator[Line]:
    for personal in table.unplaced:
        yield Line(_TABLE, "", remarks.unplaced(personal))
    for what, rest in ((remarks.UNREAD, table.unread), (remarks.BYTES, ", ".join(table.bytes))):
        if rest:
            yield Line(_TABLE, "", said(what, ": ", rest))


def _people(table: DraftedTable) -> Line:
    whose = table.belonging
    if not (table.data or table.unplaced or whose.through or whose.guessed):
        why = remarks.NO_ONES
    elif not whose.people:
        why = remarks.NO_GROUP
    else:
        why = remarks.SURE[Sure.MAYBE if whose.guessed else Sure.LIKELY]
    return Line(_PART, f"rows of: {whose.people or 'none'}", why)


def _known_by(table: DraftedTable, keys: Keys) -> Iterator[Line]:
    through = table.belonging.through
    if through is not None and through.to in keys:
        yield Line(_PART, f"known by: {route_to(keys[through.to], through.columns[:1])}", remarks.THROUGH)
    elif table.known_by:
        pairs = ", ".join(f"{word}: {quoted(column)}" for word, column in table.known_by.items())
        yield Line(_PART, f"known by: {{{pairs}}}", remarks.KNOWN)
    elif table.data or table.unplaced:
        yield Line(_PART, "known by: none", remarks.NOT_KNOWN)


def _data(table: DraftedTable) -> Iterator[Line]:
    for datum in (*table.standing, *table.waiting):
        stands = datum.waits is None
        if not stands:
            yield Line(_ENTRY, "", datum.waits, stands)
        yield Line(_ENTRY, f"{datum.word}:", stands=stands)
        for match in datum.matches:
            yield Line(_ENTRY, f"  - {quoted(match.personal.column)}", remarks.because(match), stands)


def _moments(table: DraftedTable, keys: Keys) -> Iterator[Line]:
    for word, at in table.moments.items():
        if isinstance(at, TimeAt):
            slow = "" if at.indexed else remarks.NO_INDEX
            yield Line(_ENTRY, f"{word}: {_moment(at)}", said(remarks.SURE[at.sure], slow))
        elif at.table in keys:
            yield Line(_ENTRY, f"{word}: {_way(at, keys)}", remarks.THROUGH)
    for word, perhaps in table.proposed.moments.items():
        if isinstance(perhaps, Latest):
            yield from _latest(word, perhaps, keys)
        elif isinstance(perhaps, TimeAt):
            yield Line(_ENTRY, f"{word}: {_moment(perhaps)}", remarks.ONLY_TIME, stands=False)
        elif perhaps.table in keys:
            yield Line(_ENTRY, f"{word}: {_way(perhaps, keys)}", remarks.THROUGH, stands=False)


def _latest(word: str, latest: Latest, keys: Keys) -> Iterator[Line]:
    here = [_moment(at, whole=True) for at in latest.here]
    below = [route_to(keys.get(name, name.name), (column,)) for name, column, _ in latest.below]
    yield Line(_ENTRY, f"{word}: {{latest of: [{', '.join((*here, *below))}]}}", remarks.LATEST, stands=False)
    for name, _, at in latest.below:
        table, moment = quoted(keys.get(name, name.name)), f"{{{word}: {_moment(at)}}}"
        yield Line(_ENTRY, "", remarks.BELOW.filled(table=table, moment=moment), stands=False)


def _conditions(table: DraftedTable, keys: Keys) -> Iterator[Line]:
    for word, (column, test) in table.conditions.items():
        yield Line(_ENTRY, f"{word}: {{column: {quoted(column)}, {test}: EU}}")
    for word, at in table.proposed.conditions.items():
        if isinstance(at, Told):
            test = f"{{column: {quoted(at.column)}, is: {quoted(at.value) if at.value else 'null'}}}"
            yield Line(_ENTRY, f"{word}: {test}", why_told(at), stands=False)
        elif at.table in keys:
            yield Line(_ENTRY, f"{word}: {_way(at, keys)}", remarks.THROUGH, stands=False)


def _lists(table: DraftedTable) -> Iterator[Line]:
    for word, at in table.lists.items():
        who = f", subscribed: {quoted(at.subscribed)}" if at.subscribed else ""
        why = remarks.LIST if at.subscribed else remarks.WHOLE_LIST
        yield Line(_ENTRY, f"{word}: {{address: {quoted(at.address)}{who}}}", why)


def _end(table: DraftedTable) -> Iterator[Line]:
    """In short where the table holds one datum, that stands."""
    ends = [_end_of(datum) for datum in (*table.standing, *table.waiting)]
    if len(table.data) == len(table.standing) == 1:
        yield Line(_PART, f"at the end: {ends[0].code.partition(': ')[2]}", ends[0].why)
    else:
        yield from _part("at the end", ends)
    held = {match.personal.column for datum in table.standing for match in datum.matches}
    pairs = [pair(name, json.dumps(value)) for name, value in table.emptied.items() if name in held]
    if pairs:
        yield Line(_PART, f"emptied to: {{{', '.join(pairs)}}}", remarks.EMPTIED)


def _end_of(datum: DraftedDatum) -> Line:
    blank = f"{{blank: [{', '.join(quoted(match.personal.column) for match in datum.matches)}]}}"
    end, why = ("erase", remarks.ERASE) if datum.erase else (blank, remarks.BLANK)
    return Line(_ENTRY, f"{datum.word}: {end}", why, stands=datum.waits is None)


def _way(way: Way, keys: Keys) -> str:
    return route_to(keys[way.table], way.keys)


def _moment(at: TimeAt, whole: bool = False) -> str:
    """A column in short; `whole` as a map, whatever it is."""
    more = [f"as: {at.reading.value}"] if at.reading else []
    more += ["empty: not yet"] if at.not_yet else []
    return f"{{{', '.join([f'column: {quoted(at.column)}', *more])}}}" if more or whole else quoted(at.column)
