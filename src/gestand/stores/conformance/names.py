"""Names that a database allows and a careless statement breaks on."""

from dataclasses import replace
from datetime import UTC, datetime

from gestand.core.action import Blank, Erase
from gestand.core.predicate import Before, Equals, Exists, Moment, Not, Reading, Step, WithKey
from gestand.core.question import Observe
from gestand.core.schema import ColumnKind, Link, Schema, TableFacts, TableName
from gestand.stores.conformance.bench import STORE, Bench, column, counted, done, fill, numbered, table
from gestand.stores.evaluate import PlainRow

ODD = (
    *("web visits", 'say "x"', "it's", "select", "Order", "100%", "%s", "a.b", ":colon", "ü"),
    *("semi;colon", "back`tick", "a) b"),
)
END = datetime(2024, 1, 1, tzinfo=UTC)


def odd_names_are_only_names(bench: Bench) -> None:
    """Tables, columns and links of any name are observed, counted, blanked and erased."""
    days = ["2023-01-01", "2025-01-01", None]
    made = [facts for odd in ODD for facts in _parent_and_child(odd)]
    rows: dict[TableName, list[PlainRow]] = {}
    for odd, parent, child in zip(ODD, made[::2], made[1::2], strict=True):
        at, told, up = f"{odd} at", f"{odd} told", f"{odd} up"
        rows[parent.name] = numbered([{told: "yes"}])
        rows[child.name] = numbered([{at: day, told: "x", up: 1} for day in days])
    fill(bench, Schema(tuple(made)), rows)
    seen = bench.open().answer(Observe(STORE))
    assert isinstance(seen, Schema)
    for odd, child in zip(ODD, made[1::2], strict=True):
        _as_it_was_made(seen, child)
        _walked_through(bench, child, f"{odd} at", f"{odd} told")


def _parent_and_child(odd: str) -> tuple[TableFacts, TableFacts]:
    told, at = column(f"{odd} told"), column(f"{odd} at", ColumnKind.TEXT, indexed=True)
    up = column(f"{odd} up", ColumnKind.INTEGER)
    parent = table(f"{odd} parent", told)
    child = table(odd, at, told, up)
    return parent, replace(child, links=(Link(child.name, (up.name,), parent.name, ("id",)),))


def _as_it_was_made(seen: Schema, made: TableFacts) -> None:
    facts = seen.table(made.name)
    assert facts is not None
    assert [one.name for one in facts.columns] == [one.name for one in made.columns]
    assert facts.links == made.links


def _walked_through(bench: Bench, child: TableFacts, at: str, told: str) -> None:
    store, moment, name = bench.open(), Moment(at, Reading.ISO_TEXT, "UTC"), child.name
    up = Exists((Step(child.links[0].columns, child.links[0].to, ("id",)),), Equals(told, "yes"))
    assert counted(store, name, Before(moment, END), Not(up), Equals(told, "x")) == [1, 0, 3]
    blank = Blank("retention/x", STORE, name, Equals(told, "x"), 3, ((told, WithKey("%s'", "id")),))
    assert done(store, blank) == 3
    assert {row[told] for row in bench.rows(name)} == {"%s'1", "%s'2", "%s'3"}
    assert done(store, Erase("retention/x", STORE, name, Before(moment, END), 1, walk=moment)) == 1


CHECKS = (odd_names_are_only_names,)
