"""Follows `TABLE via KEY` along the foreign keys of a store, or says why that cannot be done."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gestand.core.predicate import Path, down, up
from gestand.core.schema import Link, TableFacts, TableName
from gestand.datamap.faults import Spot
from gestand.datamap.route import Route
from gestand.datamap.tying import Tying


@dataclass(frozen=True)
class Walk:
    """A path to a table, `said` in words. `sure`: every row has a row at its end."""

    end: TableName
    path: Path = ()
    sure: bool = True
    said: str = ""


def follow(tying: Tying, key: str, route: Route, spot: Spot, children: bool = False) -> Walk | None:
    """The one way from a table along the keys to the route's table; anything else is a fault.

    With `children`, a key may also be one of the other table that points at this one.
    """
    if not _mapped(tying, route, spot):
        return None
    target = tying.found[route.table]
    walks = _walks(tying, tying.found[key], route, target, children)
    if len(walks) == 1:
        return walks[0]
    if walks:
        ways = "; ".join(walk.said.lstrip() for walk in walks)
        tying.faults.add(spot, f"`{route}` can be read in {len(walks)} ways: {ways}. {_WAY_OUT}", str(route))
    else:
        _leads_nowhere(tying, key, route, spot)
    return None


_WAY_OUT = "Name a column that only one of the foreign keys has, or a table in between"


def _mapped(tying: Tying, route: Route, spot: Spot) -> bool:
    if route.table in tying.found:
        return True
    if route.table not in tying.database.tables:
        message = (
            f"`{route}` leads to `{route.table}`, which is not among the tables of this store in the data map"
        )
        tying.faults.unknown(spot, message, route.table, tying.database.tables)
    return False


def _walks(
    tying: Tying, start: TableFacts, route: Route, target: TableFacts, children: bool
) -> tuple[Walk, ...]:
    walks = [Walk(start.name)]
    for number, key in enumerate(route.keys, start=1):
        last = target if number == len(route.keys) else None
        walks = [longer for walk in walks for longer in _steps(tying, walk, key, last, children)]
    return tuple(walk for walk in walks if walk.end == target.name)


def _steps(tying: Tying, walk: Walk, key: str, last: TableFacts | None, children: bool) -> list[Walk]:
    """Every way on along `key`; a foreign key of just that column goes before wider ones."""
    here = tying.schema.table(walk.end)
    if here is None:
        return []
    ups = [_up(walk, here, link) for link in _along(here.links, key, last)]
    child_links = tying.schema.children_of(here.name) if children else ()
    downs = [_down(walk, link) for link in _along(child_links, key, None) if last in (None, _of(tying, link))]
    return [*ups, *downs] or (list(_undeclared(walk, here, key, last, children)) if last else [])


def _of(tying: Tying, link: Link) -> TableFacts | None:
    return tying.schema.table(link.table)


def _along(links: tuple[Link, ...], key: str, last: TableFacts | None) -> tuple[Link, ...]:
    fitting = tuple(link for link in links if key in link.columns and (last is None or link.to == last.name))
    exact = tuple(link for link in fitting if link.columns == (key,))
    return exact or fitting


def _up(walk: Walk, here: TableFacts, link: Link) -> Walk:
    facts = [here.column(name) for name in link.columns]
    sure = walk.sure and all(column is not None and not column.nullable for column in facts)
    return replace(walk, end=link.to, path=(*walk.path, up(link)), sure=sure, said=_said(walk, link, link.to))


def _down(walk: Walk, link: Link) -> Walk:
    path = (*walk.path, down(link))
    return replace(walk, end=link.table, path=path, sure=False, said=_said(walk, link, link.table))


def _said(walk: Walk, link: Link, to: TableName) -> str:
    return f"{walk.said} to `{to}` along {' + '.join(link.columns)} of `{link.table}`"


def _undeclared(walk: Walk, here: TableFacts, key: str, last: TableFacts, children: bool) -> Iterator[Walk]:
    """Without a declared foreign key, a column here may still hold the other table's single-column key."""
    if _fits(here, key, last):
        link = Link(here.name, (key,), last.name, last.key)
        yield replace(_up(walk, here, link), sure=False)
    if children and _fits(last, key, here):
        link = Link(last.name, (key,), here.name, here.key)
        yield _down(walk, link)


def _fits(child: TableFacts, key: str, parent: TableFacts) -> bool:
    column = child.column(key)
    if column is None or len(parent.key) != 1 or (child is parent and key in parent.key):
        return False
    keyed = parent.column(parent.key[0])
    return keyed is not None and keyed.kind == column.kind


def _leads_nowhere(tying: Tying, key: str, route: Route, spot: Spot) -> None:
    here, first = tying.found[key], route.keys[0]
    if here.column(first) is None and tying.found[route.table].column(first) is None:
        message = f"`{route}`: table `{here.name}` has no column `{first}`"
        tying.faults.unknown(spot, message, first, (column.name for column in here.columns))
        return
    message = f"`{route}`: no foreign key of `{here.name}` along {', '.join(route.keys)} leads there"
    leads = sorted({f"{' + '.join(link.columns)} (to {link.to})" for link in here.links})
    there = f"its foreign keys: {', '.join(leads)}" if leads else "it declares none"
    tying.faults.add(spot, f"{message}; {there}", str(route), ", ".join(leads))
