"""Questions of one shape take one statement; each is answered for the constants of its own."""

from dataclasses import replace

import pytest

from gestand.core.action import Blank, Correct, Deed, Erase
from gestand.core.predicate import (
    ALWAYS,
    Equals,
    Exists,
    Not,
    OneOf,
    Predicate,
    SameDigits,
    SameFolded,
    Step,
    any_of,
)
from gestand.core.question import Count, Find, Part, Rows
from gestand.core.schema import ColumnKind, Link, OnDelete, Schema, TableName
from gestand.stores.conformance.bench import STORE, Bench, column, counted, fill, numbered, table
from gestand.stores.memory import MemoryStore

PEOPLE, ORDERS = TableName("people"), TableName("orders")
UP, DOWN = Step(("person",), PEOPLE, ("id",)), Step(("id",), ORDERS, ("person",))
NAMES = ("ann", "Bob ", "CÉ", "d_d", "%", "ß", "ann", None, "cé+1@x", "d_d+%@X", "%@x", "dxd+1@x")
PHONES = ("0612345678", "06-12 34 56 79", "31612345678", None, "x", "0", "1", "2", *("x",) * 4)
WAYS: dict[str, list[Predicate]] = {
    "a number": [Equals("id", 1), Equals("id", 7), Equals("id", 99), Equals("id", "3"), Equals("id", "no")],
    "a text": [Equals("name", one) for one in ("ann", "d_d", "%", "", 3, None)],
    "several": [OneOf("id", (1, 2)), OneOf("id", (3, 4)), OneOf("id", (5, 5)), OneOf("id", (6, None)), OneOf("id", ())],
    "a folded text": [SameFolded("name", one) for one in ("ANN", "bob", "cé", "D_D", "%", "ss", "ß", "é" * 9, "")],
    "a mailbox": [SameFolded("name", f"{one}@x", plus=True) for one in ("CÉ", "d_d", "%", "d_d", "é" * 9)],
    "a folded number": [SameFolded("id", one) for one in ("1", " 2", "x", "007")],
    "digits": [SameDigits("phone", one) for one in (("0612345678", "31612345678"), ("0612345679", "1"), ("2", "3"))],
    "two alike": [any_of(Equals("id", 1), Equals("age", 1)), any_of(Equals("id", 2), Equals("age", 3))],
    "along a path": [Exists((DOWN,), Equals("note", one)) for one in ("a", "b", "c")],
    "not": [Not(Equals("name", "ann")), Not(Equals("name", "d_d")), Not(Exists((DOWN,), Equals("note", "a")))],
}  # fmt: skip


def _fill(bench: Bench) -> MemoryStore:
    columns = (column("name", indexed=True), column("phone"), column("age", ColumnKind.INTEGER))
    link = Link(ORDERS, ("person",), PEOPLE, ("id",), OnDelete.STOP)
    orders = table("orders", column("person", ColumnKind.INTEGER, indexed=True), column("note"))
    people = numbered(
        {"name": name, "phone": phone, "age": number % 3}
        for number, (name, phone) in enumerate(zip(NAMES, PHONES, strict=True))
    )
    rows = numbered(
        {"person": number, "note": note} for number, note in ((1, "a"), (2, "b"), (2, "a"), (7, "b"))
    )
    schema = Schema((table("people", *columns), replace(orders, links=(link,))))
    return fill(bench, schema, {PEOPLE: people, ORDERS: rows})


@pytest.mark.parametrize("way", WAYS)
def test_every_question_of_a_shape_is_answered_for_its_own_constants(bench: Bench, way: str) -> None:
    twin, store = _fill(bench), bench.open()
    for where in (*WAYS[way], *reversed(WAYS[way])):
        assert counted(store, PEOPLE, where) == counted(twin, PEOPLE, where), where
        find = Find(STORE, PEOPLE, where, ("id", "name"), 100)
        assert store.answer(find) == twin.answer(find), where


def test_parts_are_told_apart_by_their_constants(bench: Bench) -> None:
    twin, store = _fill(bench), bench.open()
    for one, other in ((1, 2), (2, 2), (3, 1)):
        parts = (Part("one", Equals("id", one)), Part("other", Equals("id", other)))
        asked = Count(STORE, PEOPLE, parts)
        assert store.answer(asked) == twin.answer(asked)


@pytest.mark.parametrize("key", [2, 7, 1])
def test_deeds_of_a_shape_reach_the_rows_of_their_own_person(bench: Bench, key: int) -> None:
    twin, store = _fill(bench), bench.open()
    for number in (3, 4, key):
        deeds = _deeds(number)
        assert store.together(deeds) == twin.together(deeds)
    assert sorted(map(str, bench.rows(PEOPLE))) == sorted(map(str, twin.rows[PEOPLE]))
    assert sorted(map(str, bench.rows(ORDERS))) == sorted(map(str, twin.rows[ORDERS]))


def _deeds(key: int) -> tuple[Deed, ...]:
    her, why = Equals("id", key), ("rights/erasure", STORE)
    return (
        Blank(*why, ORDERS, Exists((UP,), her), 1, (("note", None),)),
        Erase(*why, ORDERS, Exists((UP,), her), 1),
        Correct(*why, PEOPLE, her, 1, (("name", f"name {key}"),)),
        Erase(*why, PEOPLE, her, 1, unless=((DOWN,),)),
    )


def test_an_answer_holds_for_the_rows_as_they_are_now(bench: Bench) -> None:
    _fill(bench)
    store = bench.open()
    find = Find(STORE, PEOPLE, ALWAYS, ("id",), 100)
    before = store.answer(find)
    bench.insert(PEOPLE, [{"id": 50, "name": "new", "phone": None, "age": 1}])
    after = store.answer(find)
    assert isinstance(before, Rows)
    assert isinstance(after, Rows)
    assert {*after.rows} - {*before.rows} == {(50,)}
