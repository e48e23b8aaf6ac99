"""Following a person: from the identifiers that are proven hers to her own rows, and from these to others.

An identifier leads on no further than to rows that say nothing else of whom they are: a row that bears it beside
another identifier than hers is in doubt, and so is the identifier itself, until a person has judged.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from gestand.core.question import Answers, Find, Rows
from gestand.core.request import Known
from gestand.core.schema import TableName
from gestand.core.step import Judged, Key, Root, Trail
from gestand.datamap.bound import BoundTable
from gestand.duties.rows.people import is_known_as, same_identifier
from gestand.duties.world import World, once

MOST = 500
"""An identifier that more rows of people bear is no one person's."""


@dataclass
class Following:
    """A walk under way; `open` are the questions that it still has, `taken` what a person judged of doubt."""

    known: list[Known]
    taken: bool = False
    plus_addresses: bool = False
    roots: dict[tuple[str, TableName], dict[Key, None]] = field(default_factory=dict)
    shared: set[Known] = field(default_factory=set)
    doubtful: dict[str, None] = field(default_factory=dict)
    open: list[Find] = field(default_factory=list)


def trail(world: World, answers: Answers) -> Trail:
    """By what she is found, as far as was answered; what the case remembers goes before."""
    if world.case and world.case.found:
        return world.case.found.trail
    return _follow(world, answers)[1]


def searches(world: World, answers: Answers) -> tuple[Find, ...]:
    """The questions that following her still needs; none once a case remembers what it found."""
    if world.case and world.case.found:
        return ()
    return tuple(_follow(world, answers)[0].open)


@once
def root_tables(world: World) -> tuple[BoundTable, ...]:
    """Tables whose rows are people themselves: others lead to them, or they bear several identifiers."""
    ends = {
        (table.store, identifier.path[-1].table)
        for table in world.bound.tables
        for identifier in table.known_by.values()
        if identifier.path
    }
    return tuple(
        table
        for table in world.bound.tables
        if (own := own_identifiers(table)) and ((table.store, table.name) in ends or len(own) > 1)
    )


def own_identifiers(table: BoundTable) -> dict[str, str]:
    """Kind to column, of the identifiers that stand in the row itself."""
    return {kind: found.column for kind, found in table.known_by.items() if not found.path}


def _follow(world: World, answers: Answers) -> tuple[Following, Trail]:
    judged = world.case.last(Judged) if world.case else None
    given = list(dict.fromkeys(world.case.known)) if world.case else []
    going = Following(given, bool(judged and judged.taken), world.plus_addresses)
    tables = root_tables(world)
    for known in going.known:  # grows while it is walked
        for table in tables:
            if known.kind in own_identifiers(table):
                _look(going, table, known, answers)
    roots = tuple(
        Root(store, name, world.bound.table(store, name).facts.key, tuple(keys))  # type: ignore[union-attr]
        for (store, name), keys in going.roots.items()
    )
    usable = tuple(known for known in going.known if known not in going.shared)
    return going, Trail(usable, roots, tuple(going.doubtful), judged is not None)


def question(table: BoundTable, known: Known, plus_addresses: bool = False) -> Find:
    """Which rows of people bear this identifier, and what else do they bear?"""
    own = own_identifiers(table)
    columns = tuple(dict.fromkeys((*table.facts.key, *own.values())))
    bears = is_known_as(own[known.kind], known.kind, known.value, plus_addresses)
    return Find(table.store, table.name, bears, columns, MOST)


def _look(going: Following, table: BoundTable, known: Known, answers: Answers) -> None:
    asked = question(table, known, going.plus_addresses)
    answer = answers.given.get(asked)
    if answer is None:
        going.open.append(asked)
    elif isinstance(answer, Rows):
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        in_doubt = answer.more or _of_several(going, table, rows)
        if in_doubt:
            going.doubtful[f"{table.name} ({table.store})"] = None
        if answer.more or (in_doubt and not going.taken):
            going.shared.add(known)
            return
        for row in rows:
            _take(going, table, row)


def _of_several(going: Following, table: BoundTable, rows: list[dict[str, object]]) -> bool:
    """Some row bears another identifier than hers, or two of them bear different ones."""
    borne = [list(_identifiers(table, row)) for row in rows]
    if any(_is_somebody_else(going, going.known, one) for one in borne):
        return True
    told = {known.kind for known in going.known}
    new = [Known(kind, value) for one in borne for kind, value in one if kind not in told]
    return any(_is_somebody_else(going, _first_of_each_kind(new), one) for one in borne)


def _first_of_each_kind(known: list[Known]) -> list[Known]:
    return list({one.kind: one for one in reversed(known)}.values())


def _is_somebody_else(going: Following, hers: list[Known], borne: list[tuple[str, str]]) -> bool:
    """The row bears an identifier of a kind that we know of her, and it is another one."""
    for kind, value in borne:
        mine = [known.value for known in hers if known.kind == kind]
        if mine and not any(same_identifier(kind, value, one, going.plus_addresses) for one in mine):
            return True
    return False


def _take(going: Following, table: BoundTable, row: dict[str, object]) -> None:
    if table.facts.key:
        keys = going.roots.setdefault((table.store, table.name), {})
        keys[tuple(row[column] for column in table.facts.key)] = None
    for kind, value in _identifiers(table, row):
        if not any(one.kind == kind and same_identifier(kind, one.value, value) for one in going.known):
            going.known.append(Known(kind, value))


def _identifiers(table: BoundTable, row: dict[str, object]) -> Iterator[tuple[str, str]]:
    """What a row says of whose it is; a placeholder of one sign says nothing."""
    for kind, column in own_identifiers(table).items():
        value = str(row[column]).strip() if row[column] is not None else ""
        if len(value) > 1:
            yield kind, value
