"""Deeds for one person: all of them in their order and in one transaction, or none."""

from dataclasses import replace

from gestand.core.action import Along, Blank, Correct, Deed, Erase, Leaving, Restrict
from gestand.core.errors import StoreRefuses
from gestand.core.predicate import ALWAYS, Equals, Exists, OneOf, Predicate, SameFolded, Step
from gestand.core.schema import ColumnKind, Link, OnDelete, Schema, TableFacts, TableName
from gestand.stores.conformance.bench import STORE, Bench, column, counted, fill, ids, numbered, table
from gestand.stores.evaluate import PlainRow

PEOPLE, ORDERS, LINES = TableName("people"), TableName("orders"), TableName("lines")
TO_ORDERS = Step(("id",), ORDERS, ("person",))
TO_LINES = Step(("id",), LINES, ("order",))
UP = Step(("person",), PEOPLE, ("id",))
HER = Equals("id", 2)
HERS = Exists((UP,), HER)
EMAIL = "hers@example.org"
WHY = ("requests/erasure", STORE)


def shop(on_delete: OnDelete) -> Schema:
    """People, their orders, the lines of these."""
    columns = (column("email", nullable=False, indexed=True), column("use"))
    return Schema(
        (
            table("people", *columns),
            _child("orders", "person", PEOPLE, on_delete),
            _child("lines", "order", ORDERS, on_delete),
        )
    )


def _child(name: str, up: str, parent: TableName, on_delete: OnDelete) -> TableFacts:
    facts = table(name, column(up, ColumnKind.INTEGER, indexed=True), column("note"))
    return replace(facts, links=(Link(facts.name, (up,), parent, ("id",), on_delete),))


def _fill(bench: Bench, on_delete: OnDelete = OnDelete.STOP) -> None:
    """Three people with two orders each, of two lines each; the second is the one that asked."""
    emails = ("a@example.org", EMAIL, "c@example.org")
    orders: list[PlainRow] = [{"person": number // 2 + 1, "note": "gift"} for number in range(6)]
    lines: list[PlainRow] = [{"order": number // 2 + 1, "note": "x"} for number in range(12)]
    fill(
        bench,
        shop(on_delete),
        {
            PEOPLE: numbered({"email": email, "use": "yes"} for email in emails),
            ORDERS: numbered(orders),
            LINES: numbered(lines),
        },
    )


def _correct(email: str | None, where: Predicate = HER) -> Correct:
    return Correct(*WHY, PEOPLE, where, 1, (("email", email),))


def _erase(name: TableName, where: Predicate, **more: object) -> Erase:
    return Erase(*WHY, name, where, 1, **more)  # type: ignore[arg-type]


def _done(bench: Bench, *deeds: Deed) -> list[tuple[int, int]]:
    return [(batch.rows, batch.along) for batch in bench.open().together(deeds)]


def _refused(bench: Bench, *deeds: Deed) -> str:
    try:
        bench.open().together(deeds)
    except StoreRefuses as error:
        return str(error)
    raise AssertionError("it was not refused")


def deeds_are_done_in_their_order(bench: Bench) -> None:
    """Each sees what those before it did, and tells its own rows."""
    _fill(bench)
    deeds = (
        _correct("new@example.org"),
        Restrict(*WHY, PEOPLE, SameFolded("email", "NEW@example.org"), 1, (("use", "no"),)),
        Blank(*WHY, ORDERS, Exists((UP,), Equals("use", "no")), 2, (("note", None),)),
        _erase(LINES, Exists((Step(("order",), ORDERS, ("id",)), UP), HER)),
        _erase(ORDERS, HERS),
        _erase(PEOPLE, HER),
    )
    assert _done(bench, *deeds) == [(1, 0), (1, 0), (2, 0), (4, 0), (2, 0), (1, 0)]
    assert (ids(bench, PEOPLE), ids(bench, ORDERS)) == ({1, 3}, {1, 2, 5, 6})
    assert len(ids(bench, LINES)) == 8
    assert {row["note"] for row in bench.rows(ORDERS)} == {"gift"}


def what_was_done_is_not_done_again(bench: Bench) -> None:
    """A second run changes nothing, whether or not the predicate still holds."""
    _fill(bench)
    deeds = (
        _correct("new@example.org"),
        Restrict(*WHY, PEOPLE, HER, 1, (("use", None),), lifted=True),
        Blank(*WHY, ORDERS, HERS, 2, (("note", "-"),)),
        _erase(LINES, OneOf("order", (3, 4))),
    )
    assert _done(bench, *deeds) == [(1, 0), (1, 0), (2, 0), (4, 0)]
    assert _done(bench, *deeds) == [(0, 0)] * 4
    assert _done(bench) == []


def what_stops_one_undoes_all(bench: Bench) -> None:
    """The third deed is stopped by rows that point at hers: the first two are undone, and the message says where."""
    _fill(bench)
    before = {name: list(map(dict, bench.rows(name))) for name in (PEOPLE, ORDERS, LINES)}
    said = _refused(
        bench, _correct("new@example.org"), _erase(LINES, Equals("order", 3)), _erase(ORDERS, HERS)
    )
    assert "orders" in said, said
    assert "people" not in said, said
    for name, rows in before.items():
        assert sorted(map(str, bench.rows(name))) == sorted(map(str, rows)), name


def a_refusal_holds_no_value(bench: Bench) -> None:
    """An address that must not be empty, a note for a number: table and column are told, never what she wrote."""
    _fill(bench)
    assert "people" in _refused(bench, _correct(None))
    wrong = Correct(*WHY, ORDERS, HERS, 1, (("person", EMAIL),))
    said = _refused(bench, _correct("new@example.org"), wrong)
    assert "orders" in said
    assert EMAIL not in said
    assert counted(bench.open(), PEOPLE, Equals("email", EMAIL)) == [1]


def a_wrong_name_undoes_all(bench: Bench) -> None:
    _fill(bench)
    column_gone = Correct(*WHY, PEOPLE, HER, 1, (("no such", "x"),))
    for wrong in (_erase(TableName("no such"), ALWAYS), _erase(PEOPLE, Equals("no such", 1)), column_gone):
        assert "no such" in _refused(bench, _correct("new@example.org"), wrong)
    assert counted(bench.open(), PEOPLE, Equals("email", EMAIL)) == [1]


def children_go_before_her(bench: Bench) -> None:
    _fill(bench)
    along = (Along((TO_ORDERS,), Leaving.FIRST, 2), Along((TO_ORDERS, TO_LINES), Leaving.FIRST, 4))
    assert _done(bench, _erase(PEOPLE, HER, along=along)) == [(1, 6)]
    assert (len(ids(bench, PEOPLE)), len(ids(bench, ORDERS)), len(ids(bench, LINES))) == (2, 4, 8)


def children_go_with_her(bench: Bench) -> None:
    _fill(bench, OnDelete.CASCADE)
    along = (Along((TO_ORDERS,), Leaving.CASCADE, 2), Along((TO_ORDERS, TO_LINES), Leaving.CASCADE, 4))
    assert _done(bench, _erase(PEOPLE, HER, along=along)) == [(1, 6)]
    assert (len(ids(bench, PEOPLE)), len(ids(bench, ORDERS)), len(ids(bench, LINES))) == (2, 4, 8)


def children_are_cut_loose(bench: Bench) -> None:
    _fill(bench, OnDelete.CUT)
    along = (Along((TO_ORDERS,), Leaving.CUT, 2),)
    assert _done(bench, _erase(PEOPLE, HER, along=along)) == [(1, 0)]
    assert len(ids(bench, ORDERS)) == 6
    assert counted(bench.open(), ORDERS, Equals("person", None)) == [2]


def children_that_stay_keep_her(bench: Bench) -> None:
    """Where they are spared she stays too, and that is no fault; once they are gone, she goes."""
    _fill(bench)
    her = _erase(PEOPLE, HER, unless=((TO_ORDERS,),))
    assert _done(bench, her) == [(0, 0)]
    lines = _erase(LINES, OneOf("order", (3, 4)))
    assert _done(bench, lines, _erase(ORDERS, HERS), her) == [(4, 0), (2, 0), (1, 0)]


def replies_go_before_what_they_reply_to(bench: Bench) -> None:
    """Rows of one table that wait for each other all go, at once; what somebody else replied to stays."""
    name = TableName("messages")
    facts = table("messages", column("reply_to", ColumnKind.INTEGER, indexed=True), column("by"))
    facts = replace(facts, links=(Link(name, ("reply_to",), name, ("id",), OnDelete.STOP),))
    chain: list[PlainRow] = [{"reply_to": number or None, "by": "her"} for number in range(5)]
    apart: list[PlainRow] = [{"reply_to": None, "by": "her"}, {"reply_to": 6, "by": "him"}]
    fill(bench, Schema((facts,)), {name: numbered(chain + apart)})
    replies = (Step(("id",), name, ("reply_to",)),)
    assert _done(bench, _erase(name, Equals("by", "her"), unless=(replies,))) == [(5, 0)]
    assert ids(bench, name) == {6, 7}


def only_her_rows_are_touched(bench: Bench) -> None:
    """Others with nearly her address keep every row as it was."""
    _fill(bench)
    others: list[PlainRow] = [
        {"id": 10 + number, "email": email, "use": "yes"} for number, email in enumerate(NEARLY)
    ]
    bench.insert(PEOPLE, others)
    assert _done(bench, _correct("-", SameFolded("email", EMAIL.upper()))) == [(1, 0)]
    assert [row for row in bench.rows(PEOPLE) if row["id"] == 2] == [{"id": 2, "email": "-", "use": "yes"}]
    left = [row["email"] for row in bench.rows(PEOPLE)]
    assert sorted(map(str, left)) == sorted(("a@example.org", "-", "c@example.org", *NEARLY))


NEARLY = (
    "hers@example.orgs",
    "xhers@example.org",
    "her_@example.org",
    "hers@example%",
    "hérs@example.org",
    "",
)


CHECKS = (
    deeds_are_done_in_their_order,
    what_was_done_is_not_done_again,
    what_stops_one_undoes_all,
    a_refusal_holds_no_value,
    a_wrong_name_undoes_all,
    children_go_before_her,
    children_go_with_her,
    children_are_cut_loose,
    children_that_stay_keep_her,
    replies_go_before_what_they_reply_to,
    only_her_rows_are_touched,
)
