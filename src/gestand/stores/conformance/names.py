"""Names that a database allows and a careless statement breaks on."""

from dataclasses import replace
from datetime import UTC, datetime

from gestand.core.action import Blank, Erase
from gestand.core.predicate import Before, Equals, Exists, Moment, Not, Reading, Step, WithKey
from gestand.core.question import Observe
from gestand.core.schema import ColumnKind, Link, Schema, TableName
from gestand.stores.conformance.bench import STORE, Bench, column, counted, done, fill, numbered, table

ODD = ("web visits", 'say "x"', "it's", "select", "Order", "100%", "%s", "a.b", ":colon", "ü", "semi;colon")
END = datetime(2024, 1, 1, tzinfo=UTC)


def odd_names_are_only_names(bench: Bench) -> None:
    """Tables, columns and links of any name are observed, counted, blanked and erased."""
    for odd in ODD:
        at, told = f"{odd} at", f"{odd} told"
        parent = table(f"{odd} parent", column(told))
        child = table(
            odd, column(at, ColumnKind.TEXT, indexed=True), column(told), column("up", ColumnKind.INTEGER)
        )
        link = Link(child.name, ("up",), parent.name, ("id",))
        child = replace(child, links=(link,))
        days = ["2023-01-01", "2025-01-01", None]
        twin = fill(
            bench,
            Schema((parent, child)),
            {
                parent.name: numbered([{told: "yes"}]),
                child.name: numbered([{at: day, told: "x", "up": 1} for day in days]),
            },
        )
        _walked_through(bench, twin.schema, child.name, parent.name, at, told)


def _walked_through(
    bench: Bench, schema: Schema, child: TableName, parent: TableName, at: str, told: str
) -> None:
    store, moment = bench.open(), Moment(at, Reading.ISO_TEXT, "UTC")
    seen = store.answer(Observe(STORE))
    assert isinstance(seen, Schema)
    facts, made = seen.table(child), schema.table(child)
    assert facts is not None
    assert made is not None
    assert [one.name for one in facts.columns] == [one.name for one in made.columns]
    assert facts.links == made.links
    up = Exists((Step(("up",), parent, ("id",)),), Equals(told, "yes"))
    assert counted(store, child, Before(moment, END), Not(up), Equals(told, "x")) == [1, 0, 3]
    blank = Blank("retention/x", STORE, child, Equals(told, "x"), 3, ((told, WithKey("%s'", "id")),))
    assert done(store, blank) == 3
    assert {row[told] for row in bench.rows(child)} == {"%s'1", "%s'2", "%s'3"}
    assert done(store, Erase("retention/x", STORE, child, Before(moment, END), 1, walk=moment)) == 1


CHECKS = (odd_names_are_only_names,)
