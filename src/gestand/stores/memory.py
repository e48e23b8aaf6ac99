"""Tables in memory as a store: for tests, and the yardstick that every database is held to."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any as Anything
from typing import assert_never

from gestand.core.action import (
    Action,
    Along,
    Batch,
    Blank,
    Change,
    Correct,
    Deed,
    Erase,
    Leaving,
    Pace,
    Restrict,
)
from gestand.core.errors import StoreRefuses
from gestand.core.predicate import ALWAYS, Exists, Predicate, all_of, negated
from gestand.core.question import Answer, Count, Find, Observe, Part, Question, Rows, Tallies, Tally
from gestand.core.schema import Link, OnDelete, Schema, TableName
from gestand.stores.evaluate import Evaluator, PlainRow

BATCH = 100


class MemoryStore:
    """Rows are dicts by column; the store works on copies of them, see `rows`."""

    def __init__(self, name: str, schema: Schema, rows: Mapping[TableName, list[PlainRow]]) -> None:
        self.name = name
        self.schema = schema
        self.rows = {table.name: [dict(row) for row in rows.get(table.name, [])] for table in schema.tables}

    def __repr__(self) -> str:
        return f"MemoryStore({self.name!r})"

    def answer(self, question: Question) -> Answer:
        """Raises StoreRefuses for a table or column that is not there."""
        match question:
            case Observe():
                return self.schema
            case Count(table=table, parts=parts):
                self._judge.facts(table)
                return Tallies(tuple((part.name, self._tally(table, part)) for part in parts))
            case Find():
                return self._found(question)

    def perform(self, action: Action, pace: Pace) -> Iterator[Batch]:
        """Batches of at most 100 rows, each done whole or not at all."""
        left = pace.at_most
        while left > 0:
            chosen = self._chosen(action, min(BATCH, left))
            while chosen and len(chosen) + self._along(action, chosen) > left:
                chosen.pop()
            if not chosen:
                return
            batch = Batch(len(chosen), along=self._along(action, chosen))
            self._whole(action, chosen)
            left -= batch.rows + batch.along
            yield batch

    def together(self, deeds: tuple[Deed, ...]) -> tuple[Batch, ...]:
        """All of them, or nothing."""
        before = {table: [dict(row) for row in rows] for table, rows in self.rows.items()}
        try:
            return tuple(map(self._one, deeds))
        except StoreRefuses:
            self.rows = before
            raise

    def _one(self, deed: Deed) -> Batch:
        """Round after round: a row that others of its table keep goes when they are gone."""
        rows = along = 0
        while chosen := self._chosen(deed, sum(map(len, self.rows.values()))):
            rows, along = rows + len(chosen), along + self._along(deed, chosen)
            self._change(deed, chosen)
        return Batch(rows, along=along)

    @property
    def _judge(self) -> Evaluator:
        return Evaluator(self.name, self.schema, self.rows)

    def _tally(self, table: TableName, part: Part) -> Tally:
        found = [row for row in self.rows[table] if self._judge.holds(part.where, table, row)]
        if part.span is None:
            return Tally(len(found))
        days = [day for row in found if (day := self._judge.local_day(part.span, table, row)) is not None]
        return Tally(len(found), min(days, default=None), max(days, default=None))

    def _found(self, question: Find) -> Rows:
        key = self._judge.facts(question.table).key
        columns = [self._judge.column(name, question.table).name for name in question.columns]
        met = [
            row for row in self.rows[question.table] if self._judge.holds(question.where, question.table, row)
        ]
        met.sort(key=lambda row: [_ordered(row[column]) for column in key])
        if question.after:
            seen = [_ordered(cell) for cell in question.after]
            met = [row for row in met if [_ordered(row[column]) for column in key] > seen]
        rows = tuple(tuple(row[column] for column in columns) for row in met[: question.most])
        return Rows(question.columns, rows, len(met) > question.most)

    def _chosen(self, action: Deed, most: int) -> list[PlainRow]:
        self._judge.facts(action.table)
        where, judge = _whole_condition(action), self._judge
        met = (row for row in self.rows[action.table] if judge.holds(where, action.table, row))
        found = (row for row in met if isinstance(action, Erase) or self._filled(action, row))
        return list(islice(found, most))

    def _along(self, action: Deed, chosen: list[PlainRow]) -> int:
        """How many rows leave with these; one whose link is emptied stays."""
        leaving = action.along if isinstance(action, Erase) else ()
        paths = [along.path for along in leaving if along.how is not Leaving.CUT]
        return sum(1 for path in paths for row in chosen for _ in self._judge.reached(path, row))

    def _filled(self, action: Change, row: PlainRow) -> bool:
        return any(row[column] != new for column, new in self._new(action, row).items())

    def _new(self, action: Change, row: PlainRow) -> PlainRow:
        facts = {name: self._judge.column(name, action.table) for name, _ in action.values}
        new = {name: self._judge.replacement(value, facts[name], row) for name, value in action.values}
        for name, value in action.values:
            if value is not None and new[name] is None:
                raise StoreRefuses(
                    f"store {self.name}, table {action.table}: column {name} cannot hold what should stand there"
                )
        return new

    def _whole(self, action: Action, chosen: list[PlainRow]) -> None:
        """All of the batch, or, where a constraint stops it, nothing."""
        before = {table: [dict(row) for row in rows] for table, rows in self.rows.items()}
        try:
            self._change(action, chosen)
        except StoreRefuses:
            self.rows = before
            raise

    def _change(self, action: Deed, chosen: list[PlainRow]) -> None:
        match action:
            case Erase(table=table, along=along):
                first = sorted(
                    (one for one in along if one.how is Leaving.FIRST), key=lambda one: -len(one.path)
                )
                for one in first:
                    self._erase_along(one, chosen)
                self._erase(table, chosen)
            case Blank(table=table) | Correct(table=table) | Restrict(table=table):
                for row in chosen:
                    row.update(self._new(action, row))
                    self._check_filled(table, row)
            case _:
                assert_never(action)

    def _check_filled(self, table: TableName, row: PlainRow) -> None:
        for column in self._judge.facts(table).columns:
            if row[column.name] is None and not column.nullable:
                raise StoreRefuses(f"store {self.name}, table {table}: column {column.name} cannot be empty")

    def _erase_along(self, along: Along, chosen: list[PlainRow]) -> None:
        gone = [child for row in chosen for child in self._judge.reached(along.path, row)]
        self._erase(along.path[-1].table, gone)

    def _erase(self, table: TableName, gone: list[PlainRow]) -> None:
        """The rows, and what the links say of their children; one that stops it is looked at last."""
        ids = set(map(id, gone))
        if not ids & set(map(id, self.rows[table])):
            return
        self.rows[table] = [row for row in self.rows[table] if id(row) not in ids]
        for link in sorted(self.schema.children_of(table), key=lambda link: link.on_delete is OnDelete.STOP):
            self._follow(link, gone)

    def _follow(self, link: Link, gone: list[PlainRow]) -> None:
        keys = [tuple(row[column] for column in link.to_columns) for row in gone]
        children = [
            row for row in self.rows[link.table] if tuple(row[column] for column in link.columns) in keys
        ]
        children = [row for row in children if None not in [row[column] for column in link.columns]]
        if link.on_delete is OnDelete.CASCADE:
            self._erase(link.table, children)
        elif link.on_delete is OnDelete.CUT:
            for child in children:
                child.update(dict.fromkeys(link.columns))
                self._check_filled(link.table, child)
        elif children:
            raise StoreRefuses(
                f"store {self.name}, table {link.to}: rows of {link.table} still point here; see which, or mend the map"
            )


def _ordered(cell: object) -> tuple[str, Anything]:
    """Numbers as numbers, texts as texts."""
    return (type(cell).__name__, cell)


def _whole_condition(action: Deed) -> Predicate:
    if not isinstance(action, Erase):
        return action.where
    return all_of(action.where, *(negated(Exists(path, ALWAYS)) for path in action.unless))
