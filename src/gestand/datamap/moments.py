"""Ties the moments of a table: in which column they are, how it is read, and in which zone."""

from dataclasses import replace

from gestand.core.predicate import Moment, Path, Reading
from gestand.core.schema import ColumnFacts, ColumnKind
from gestand.datamap.bound import BoundMoment, LatestOf, MomentAt
from gestand.datamap.faults import Spot
from gestand.datamap.follow import Walk, follow
from gestand.datamap.model import ColumnMoment, LatestMoment
from gestand.datamap.route import Route, parse_route
from gestand.datamap.tying import Tying

Seen = tuple[tuple[str, str], ...]

_ISO = (Reading.ISO_TEXT, Reading.ISO_TEXT_UTC)
_EPOCH = (Reading.EPOCH_SECONDS, Reading.EPOCH_MILLISECONDS)
_FIT: dict[ColumnKind, tuple[Reading, ...]] = {
    ColumnKind.DATE: (Reading.DATE,),
    ColumnKind.DATETIME: (Reading.DATETIME,),
    ColumnKind.INSTANT: (Reading.INSTANT,),
    ColumnKind.TEXT: _ISO,
    ColumnKind.INTEGER: _EPOCH,
    ColumnKind.NUMBER: _EPOCH,
    ColumnKind.UUID: (),
    ColumnKind.OTHER: (),
}
_WITHOUT_ZONE = (Reading.DATE, Reading.DATETIME, Reading.ISO_TEXT)
UTC = "UTC"


def tie_moments(tying: Tying, key: str) -> dict[str, BoundMoment]:
    """The moments of a table, by their word; those at fault are left out."""
    tied = {word: tie_moment(tying, key, word) for word in tying.written(key).moments}
    return {word: moment for word, moment in tied.items() if moment is not None}


def tie_moment(tying: Tying, key: str, word: str, seen: Seen = ()) -> BoundMoment | None:
    """One moment; `seen` are the (table, word) that led here."""
    spot = tying.spot(key, "moments", word)
    written = tying.written(key).moments[word]
    if (key, word) in seen:
        tying.faults.add(
            spot, f"the moment `{word}` of `{key}` leads back to itself; name a column in one of them"
        )
        return None
    seen = (*seen, (key, word))
    if not isinstance(written, LatestMoment):
        return _part(tying, key, word, written, spot, seen, children=False)
    parts = [
        _part(tying, key, word, part, (*spot, "latest of", number), seen, children=True)
        for number, part in enumerate(written.latest_of)
    ]
    found = [each for part in parts if part is not None for each in _flat(part)]
    return LatestOf(tuple(dict.fromkeys(found))) if None not in parts else None


def _flat(moment: BoundMoment) -> tuple[MomentAt, ...]:
    return moment.parts if isinstance(moment, LatestOf) else (moment,)


def _part(
    tying: Tying, key: str, word: str, written: str | ColumnMoment, spot: Spot, seen: Seen, children: bool
) -> BoundMoment | None:
    if isinstance(written, ColumnMoment):
        return _in_column(tying, key, written, (*spot, "column"))
    route = parse_route(written)
    if route is None:
        return _in_column(tying, key, ColumnMoment(column=written), spot)
    return _elsewhere(tying, key, word, route, spot, seen, children)


def _elsewhere(
    tying: Tying, key: str, word: str, route: Route, spot: Spot, seen: Seen, children: bool
) -> BoundMoment | None:
    walk = follow(tying, key, route, spot, children)
    if walk is None:
        return None
    there = tying.written(route.table).moments
    if word not in there:
        message = f"`{route}` takes the moment `{word}` there, but `{route.table}` maps no such moment; add it there"
        tying.faults.unknown(spot, message, word, there)
        return None
    found = tie_moment(tying, route.table, word, seen)
    if isinstance(found, LatestOf):
        return LatestOf(tuple(_behind(walk, part) for part in found.parts))
    return _behind(walk, found) if found else None


def _behind(walk: Walk, moment: MomentAt) -> MomentAt:
    path: Path = (*walk.path, *moment.path)
    return replace(moment, path=path, nullable=moment.nullable or not walk.sure)


def _in_column(tying: Tying, key: str, written: ColumnMoment, spot: Spot) -> MomentAt | None:
    column = tying.column(key, written.column, spot)
    reading = _reading(tying, column, written, spot) if column else None
    if column is None or reading is None:
        return None
    zone = written.zone or tying.database.times_without_a_zone
    if zone is None and reading in _WITHOUT_ZONE:
        message = f"`{column.name}` is read as {reading.value}, which has no zone of its own"
        way_out = "add `times without a zone: Europe/Amsterdam` to the store, or `zone:` here"
        tying.faults.add(spot, f"{message}; {way_out}", column.name, "a time zone")
        return None
    zone = UTC if reading is Reading.ISO_TEXT_UTC else zone or UTC
    not_yet = written.empty == "not yet"
    return MomentAt((), Moment(column.name, reading, zone), not_yet, column.nullable, column.indexed)


def readings_for(tying: Tying, column: ColumnFacts) -> tuple[Reading, ...]:
    """How a column of this kind can be read; a store that does not hold columns to their types takes more."""
    fit = _FIT[column.kind]
    if not tying.schema.loosely_typed or not fit or column.kind is ColumnKind.INSTANT:
        return fit
    return tuple(dict.fromkeys((*fit, Reading.DATE, Reading.DATETIME, *_ISO, *_EPOCH)))


def _reading(tying: Tying, column: ColumnFacts, written: ColumnMoment, spot: Spot) -> Reading | None:
    fit, name = readings_for(tying, column), column.name
    if written.as_ in fit:
        return written.as_
    if written.as_ is None and len(_FIT[column.kind]) == 1:
        return _FIT[column.kind][0]
    choice = " or ".join(f"`as: {reading.value}`" for reading in fit)
    if not fit:
        message = (
            f"`{name}` is of a type that holds no time; name a column with a date, a time, a text or a number"
        )
    elif written.as_ is None:
        message = f"`{name}` is {column.kind.value}; say how its time is read: {choice}"
    else:
        message = f"`{name}` is {column.kind.value} and cannot be read as {written.as_.value}; what fits is {choice}"
    tying.faults.add(spot, message, name, choice)
    return None
