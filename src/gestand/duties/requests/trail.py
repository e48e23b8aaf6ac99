"""Following a person: from the identifiers that are proven hers to her own rows, and from these to others.

An identifier leads on no further than to rows that say nothing else of whom they are: a row that bears it beside
another identifier than hers is in doubt, and so is the identifier itself, until a person has judged.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from gestand.core.predicate import all_of, any_of, negated
from gestand.core.question import Answers, Count, Find, Part, Rows
from gestand.core.request import Known
from gestand.core.schema import TableName
from gestand.core.step import Found, Judged, Key, Root, Trail
from gestand.datamap.bound import BoundTable
from gestand.duties.requests.own import can_be_named, own_rows
from gestand.duties.rows.people import is_known_as, same_identifier
from gestand.duties.world import World, once

MOST = 500
"""An identifier that more rows of people bear is no one person's."""
NOTHING = Trail()
"""What is known of somebody before anything was asked."""


@dataclass
class Following:
    """A walk under way; `open` are the questions that it still has, `taken` what a person judged of doubt.

    `before` is how far an earlier walk came: rows that it found are hers, and are not asked for again.
    """

    known: list[Known]
    taken: bool = False
    plus_addresses: bool = False
    roots: dict[tuple[str, TableName, tuple[str, ...]], dict[Key, None]] = field(default_factory=dict)
    shared: set[Known] = field(default_factory=set)
    doubtful: dict[str, None] = field(default_factory=dict)
    open: list[Find] = field(default_factory=list)
    before: Trail = NOTHING


def trail(world: World, answers: Answers) -> Trail:
    """By what she is found, as far as was answered; what the case remembers goes before."""
    found = world.case.found if world.case else None
    if found and not _goes_on(world):
        return found.trail
    return _follow(world, answers)[1]


def searches(world: World, answers: Answers) -> tuple[Find, ...]:
    """The questions that following her still needs; what a case remembers to have found is asked no more."""
    if world.case and world.case.found and not _goes_on(world):
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


def _goes_on(world: World) -> bool:
    """Something was begun in the stores and she has no answer yet: rows of hers may have come since."""
    case = world.case
    return bool(case and case.found and case.found.shares and not case.closed)


def _follow(world: World, answers: Answers) -> tuple[Following, Trail]:
    going = _begun(world)
    goes_on = going.before != NOTHING
    tables = [one for one in root_tables(world) if not goes_on or _has_own(going.before, one)]
    for known in going.known:  # grows while it is walked
        for table in tables:
            if known.kind in own_identifiers(table):
                _look(going, table, known, answers)
    roots = tuple(Root(*where, tuple(keys)) for where, keys in going.roots.items())
    before = going.before
    usable = tuple(known for known in going.known if known in before.known or known not in going.shared)
    doubtful = tuple(dict.fromkeys((*before.doubtful, *going.doubtful)))
    judged = _judged(world) is not None or (before.judged and not going.doubtful)
    return going, Trail(usable, roots, doubtful, judged)


def _begun(world: World) -> Following:
    """At what was proven hers; a walk that goes on begins at all that was found."""
    before = world.case.found.trail if world.case and world.case.found else NOTHING
    given = before.known or (world.case.known if world.case else ())
    judged = _judged(world)
    going = Following(list(dict.fromkeys(given)), bool(judged and judged.taken), world.plus_addresses)
    going.before = before
    going.roots = {(root.store, root.table, root.key): dict.fromkeys(root.keys) for root in before.roots}
    return going


def _judged(world: World) -> Judged | None:
    """What a person judged of rows in doubt; of rows that came after that she has said nothing."""
    steps = world.case.steps if world.case else ()
    found = [number for number, step in enumerate(steps) if isinstance(step, Found)]
    since = steps[found[-1] :] if found else steps
    return next((step for step in reversed(since) if isinstance(step, Judged)), None)


def newcomers(world: World, found: Trail) -> Iterator[Count]:
    """How many rows bear an identifier of hers, and are not among her own that were found.

    Where a person judged that such rows are not hers, they stay there, and nothing tells them from new ones.
    """
    judged = _judged(world)
    for table in root_tables(world):
        own, settled = own_identifiers(table), judged and not judged.taken and _named(table) in found.doubtful
        known = [one for one in found.known if one.kind in own]
        if known and _has_own(found, table) and not settled:
            bears = any_of(*(question(table, one, world.plus_addresses, found).where for one in known))
            yield Count(table.store, table.name, (Part("rows", bears),))


def _has_own(found: Trail, table: BoundTable) -> bool:
    """Her rows here are known by their keys; else whatever bears her identifier is hers anyhow."""
    return bool(table.facts.key) and can_be_named(found, table.store, table.name)


def _named(table: BoundTable) -> str:
    return f"{table.name} ({table.store})"


def question(table: BoundTable, known: Known, plus_addresses: bool = False, before: Trail = NOTHING) -> Find:
    """Which rows of people bear this identifier, beside those found before, and what else do they bear?"""
    own = own_identifiers(table)
    columns = tuple(dict.fromkeys((*table.facts.key, *own.values())))
    bears = is_known_as(own[known.kind], known.kind, known.value, plus_addresses)
    others = all_of(bears, *map(negated, own_rows(before, table.store, table.name)))
    return Find(table.store, table.name, others, columns, MOST)


def _look(going: Following, table: BoundTable, known: Known, answers: Answers) -> None:
    asked = question(table, known, going.plus_addresses, going.before)
    answer = answers.given.get(asked)
    if answer is None:
        going.open.append(asked)
    elif isinstance(answer, Rows):
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
        in_doubt = answer.more or _of_several(going, table, rows)
        if in_doubt:
            going.doubtful[_named(table)] = None
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
        keys = going.roots.setdefault((table.store, table.name, table.facts.key), {})
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
