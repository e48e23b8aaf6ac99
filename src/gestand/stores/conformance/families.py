"""Parents and children: what goes first, what goes along, what stays, what stops the parent."""

from dataclasses import replace

from gestand.core.action import Along, Erase, Leaving, Mode, Pace
from gestand.core.errors import StoreRefuses
from gestand.core.predicate import ALWAYS, Equals, Exists, Missing, Not, Step
from gestand.core.question import Observe
from gestand.core.schema import ColumnKind, Link, OnDelete, Schema, TableFacts, TableName
from gestand.stores.conformance.bench import STORE, Bench, column, counted, done, fill, ids, numbered, table
from gestand.stores.evaluate import PlainRow

ACCOUNTS, ORDERS, LINES = TableName("accounts"), TableName("orders"), TableName("lines")
OVER = Equals("state", "over")
TO_ORDERS = Step(("id",), ORDERS, ("account",))
TO_LINES = Step(("id",), LINES, ("order",))


def family(on_delete: OnDelete) -> Schema:
    """Accounts, their orders, the lines of these."""
    accounts = table("accounts", column("state"))
    return Schema(
        (
            accounts,
            _child("orders", "account", ACCOUNTS, on_delete),
            _child("lines", "order", ORDERS, on_delete),
        )
    )


def _child(name: str, up: str, parent: TableName, on_delete: OnDelete) -> TableFacts:
    facts = table(name, column(up, ColumnKind.INTEGER, indexed=True), column("state"))
    return replace(facts, links=(Link(facts.name, (up,), parent, ("id",), on_delete),))


def _fill(bench: Bench, on_delete: OnDelete) -> None:
    """Forty accounts, half of them over; two orders each but the last ten; two lines for each order."""
    states = ["over" if number % 2 else "open" for number in range(40)]
    orders: list[PlainRow] = [
        {"account": number // 2 + 1, "state": "paid" if number % 4 else "due"} for number in range(60)
    ]
    lines: list[PlainRow] = [{"order": number // 2 + 1, "state": "x"} for number in range(120)]
    fill(
        bench,
        family(on_delete),
        {
            ACCOUNTS: numbered({"state": state} for state in states),
            ORDERS: numbered(orders),
            LINES: numbered(lines),
        },
    )


def _erase(**more: object) -> Erase:
    return Erase("retention/accounts", STORE, ACCOUNTS, OVER, 20, **more)  # type: ignore[arg-type]


def children_go_first_when_told_so(bench: Bench) -> None:
    """Deepest first, in the parent's own transaction, also where the predicate looks at the children."""
    _fill(bench, OnDelete.STOP)
    along = (Along((TO_ORDERS,), Leaving.FIRST, 30), Along((TO_ORDERS, TO_LINES), Leaving.FIRST, 60))
    action = replace(_erase(along=along), where=Not(Not(OVER)))
    store = bench.open()
    assert done(store, action, at_most=3 * 7) == 3
    assert done(store, action) == 17
    assert (len(ids(bench, ACCOUNTS)), len(ids(bench, ORDERS)), len(ids(bench, LINES))) == (20, 30, 60)
    some = Exists((TO_ORDERS,), Equals("state", "paid"))
    with_orders = replace(action, where=some)
    assert done(store, with_orders) == 15
    assert (len(ids(bench, ACCOUNTS)), ids(bench, ORDERS), ids(bench, LINES)) == (5, set(), set())


def the_database_takes_children_along(bench: Bench) -> None:
    _fill(bench, OnDelete.CASCADE)
    assert done(bench.open(), _erase()) == 20
    assert (len(ids(bench, ACCOUNTS)), len(ids(bench, ORDERS)), len(ids(bench, LINES))) == (20, 30, 60)


def what_the_database_takes_along_counts(bench: Bench) -> None:
    _counts_along(bench, OnDelete.CASCADE, Leaving.CASCADE)


def what_goes_first_counts(bench: Bench) -> None:
    _counts_along(bench, OnDelete.STOP, Leaving.FIRST)


def _counts_along(bench: Bench, on_delete: OnDelete, how: Leaving) -> None:
    """No slice takes more rows of all tables together than it may, and its batches tell how many."""
    _fill(bench, on_delete)
    action = _erase(along=(Along((TO_ORDERS,), how, 30), Along((TO_ORDERS, TO_LINES), how, 60)))
    store, left = bench.open(), 40 + 60 + 120
    for at_most in (1, 6, 7, 20, 50):
        batches = list(store.perform(action, Pace(Mode.EXCLUSIVE, at_most)))
        gone = left - sum(len(ids(bench, name)) for name in (ACCOUNTS, ORDERS, LINES))
        assert gone <= at_most, f"{gone} rows are gone where {at_most} may go"
        assert sum(batch.rows + batch.along for batch in batches) == gone
        left -= gone
    assert left < 40 + 60 + 120
    done(store, action)
    assert (len(ids(bench, ACCOUNTS)), len(ids(bench, ORDERS)), len(ids(bench, LINES))) == (20, 30, 60)


def a_large_family_stays_when_it_is_more_than_allowed(bench: Bench) -> None:
    """The sweep stops at it: one account with 91 orders, where 91 rows may go."""
    schema = Schema(family(OnDelete.CASCADE).tables[:2])
    orders: list[PlainRow] = [{"account": 1 if number else 2, "state": "due"} for number in range(92)]
    accounts: list[PlainRow] = [{"state": "over"}, {"state": "over"}]
    fill(bench, schema, {ACCOUNTS: numbered(accounts), ORDERS: numbered(orders)})
    action = _erase(along=(Along((TO_ORDERS,), Leaving.CASCADE, 92),))
    assert done(bench.open(), action, at_most=91) <= 1
    assert counted(bench.open(), ORDERS, Equals("account", 1)) == [91]
    done(bench.open(), action)
    assert (ids(bench, ACCOUNTS), ids(bench, ORDERS)) == (set(), set())


def a_cut_link_leaves_children(bench: Bench) -> None:
    _fill(bench, OnDelete.CUT)
    assert done(bench.open(), _erase()) == 20
    assert counted(bench.open(), ORDERS, ALWAYS, Missing("account")) == [60, 30]


def a_child_stops_its_parent(bench: Bench) -> None:
    """With `unless` the parent stays until its last child is gone; without, the database stops the batch whole."""
    _fill(bench, OnDelete.STOP)
    store = bench.open()
    unless = _erase(unless=((TO_ORDERS,),))
    assert done(store, unless) == 5
    try:
        done(store, _erase())
    except StoreRefuses as error:
        assert "accounts" in str(error)
    else:
        raise AssertionError("a parent was erased under its children")
    assert len(ids(bench, ACCOUNTS)) == 35
    free = Erase("retention/lines", STORE, LINES, ALWAYS, 120)
    assert done(store, free) == 120
    assert done(store, replace(free, table=ORDERS)) == 60
    assert done(store, unless) == 15


def links_and_keys_are_observed(bench: Bench) -> None:
    for on_delete in (OnDelete.CASCADE,):
        made = family(on_delete)
        bench.create(made)
        seen = bench.open().answer(Observe(STORE))
        assert isinstance(seen, Schema)
        for facts in made.tables:
            found = seen.table(facts.name)
            assert found is not None
            assert (found.key, found.links) == (facts.key, facts.links)
        assert {link.table for link in seen.children_of(ACCOUNTS)} == {ORDERS}


def rows_that_wait_for_rows_of_their_own_table_all_go(bench: Bench) -> None:
    """Replies stop what they reply to; the last one goes first, and one sweep takes the whole chain."""
    name = TableName("messages")
    facts = table("messages", column("reply_to", ColumnKind.INTEGER, indexed=True), column("state"))
    facts = replace(facts, links=(Link(name, ("reply_to",), name, ("id",), OnDelete.STOP),))
    chain: list[PlainRow] = [{"reply_to": number or None, "state": "over"} for number in range(5)]
    fill(bench, Schema((facts,)), {name: numbered([*chain, {"reply_to": None, "state": "open"}])})
    replies = (Step(("id",), name, ("reply_to",)),)
    action = Erase("retention/messages", STORE, name, OVER, 5, unless=(replies,))
    assert done(bench.open(), action) == 5
    assert ids(bench, name) == {6}


CHECKS = (
    what_the_database_takes_along_counts,
    what_goes_first_counts,
    a_large_family_stays_when_it_is_more_than_allowed,
    rows_that_wait_for_rows_of_their_own_table_all_go,
    children_go_first_when_told_so,
    the_database_takes_children_along,
    a_cut_link_leaves_children,
    a_child_stops_its_parent,
    links_and_keys_are_observed,
)
