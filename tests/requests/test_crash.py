"""Killed with SIGKILL at every step of a case, it ends as if nothing had happened, once the command is typed again.

Each step of an erasure is walked in one order of the stores, and each order takes a third of them, one with the book in
PostgreSQL; of a restriction, every commit of its end. `pytest -s` prints what came of it. All steps in all orders, and
both kinds of book: GESTAND_TEST_WHOLE_MATRIX=1, or `python -m tests.requests.crash_matrix`.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from tests.requests.books import BOOKS
from tests.requests.crash_matrix import ORDERS, TURNS, Matrix, Walker, walked, walking
from tests.requests.mailbox import Mailbox
from tests.servers import database

pytestmark = pytest.mark.filterwarnings("ignore:<psycopg.ServerCursor:ResourceWarning")
WHOLE = bool(os.environ.get("GESTAND_TEST_WHOLE_MATRIX"))


Matrices = dict[tuple[str, str], Matrix]


@pytest.fixture(scope="module")
def matrices() -> Iterator[Matrices]:
    made: Matrices = {}
    yield made
    for one in made.values():
        print("\n" + "\n".join(one.lines()))


@pytest.fixture(scope="module")
def walker() -> Iterator[Walker]:
    with walking() as made:
        yield made


@pytest.fixture(scope="module")
def urls(of_our_own: str, mariadb: str) -> Iterator[dict[str, str]]:
    with database(mariadb) as url:
        yield {"help": of_our_own, "post": url}


def is_walked(name: str, turn: int, names: list[str]) -> bool:
    """Whether a step is this order's to walk. Of two letters that go the same way one is enough."""
    if WHOLE:
        return True
    again = name.startswith("mail send") and name.endswith("]")
    return not again and sorted(names).index(name) % len(TURNS) == turn


def is_lifting(name: str) -> bool:
    """Of the end of a restriction what is in a store or in the book, and was not told yet."""
    return WHOLE or (name.startswith("request lift") and "after commit" in name)


Turns = list[tuple[int, Sequence[str], str]]
WHOLLY: Turns = [(turn, order, kind) for turn, order in enumerate(ORDERS) for kind in BOOKS]
SAMPLE: Turns = [(turn, order, BOOKS[turn == 1]) for turn, order in enumerate(TURNS)]
LIFTED: Turns = [(0, TURNS[0], "PostgreSQL")]


@pytest.mark.parametrize(("turn", "order", "kind"), WHOLLY if WHOLE else SAMPLE)
def test_killed_at_any_step_a_case_ends_as_if_nothing_had_happened(
    turn: int,
    order: Sequence[str],
    kind: str,
    tmp_path: Path,
    walker: Walker,
    mail: Mailbox,
    urls: dict[str, str],
    matrices: Matrices,
) -> None:
    matrix = matrices.setdefault(("erasure", kind), Matrix("erasure", kind))
    with walked(tmp_path, walker, mail, urls, order, "erasure", kind) as undisturbed:
        assert [len(mail.to("ann.smit@example.org")), len(mail.letters)] == [2, 2]
        steps = list(undisturbed.steps)
        names = [name for _, _, name in steps]
        for before, number, name in steps:
            if is_walked(name, turn, names):
                matrix.add(order, undisturbed.die(before, number, name))


@pytest.mark.parametrize(("order", "kind"), [one[1:] for one in (WHOLLY if WHOLE else LIFTED)])
def test_killed_while_a_restriction_ends_nothing_is_in_use_before_she_has_the_letter(
    order: Sequence[str],
    kind: str,
    tmp_path: Path,
    walker: Walker,
    mail: Mailbox,
    urls: dict[str, str],
    matrices: Matrices,
) -> None:
    matrix = matrices.setdefault(("restriction", kind), Matrix("restriction", kind))
    with walked(tmp_path, walker, mail, urls, order, "restriction", kind) as undisturbed:
        assert len(mail.to("ann.smit@example.org")) == 3
        for before, number, name in list(undisturbed.steps):
            if is_lifting(name):
                matrix.add(order, undisturbed.die(before, number, name))


def test_the_letter_of_a_case_tells_what_became_of_the_rows(
    tmp_path: Path, walker: Walker, mail: Mailbox, urls: dict[str, str]
) -> None:
    """All deaths end as this undisturbed case did: what holds of its letter holds of theirs."""
    with walked(tmp_path, walker, mail, urls, TURNS[0]) as undisturbed:
        first, last = undisturbed.path[0].rows, undisturbed.end.rows
        gone = {table: len(rows) - len(last[table]) for table, rows in first.items()}
        (answer,) = [one for one in undisturbed.end.letters if one.startswith("Our answer")]
        of_paper = 2
        for line in (
            f"Name and contact details: erased ({1 + of_paper} rows)",
            f"Orders: erased ({gone['orders'] + gone['parcels'] + gone['scans']} rows)",
            f"Invoices: in part: erased. Of the 3 rows, {3 - gone['invoices']} stays",
            f"Questions to the help desk: erased ({gone['tickets']} rows)",
        ):
            assert line in " ".join(answer.split()), line
        assert gone == {**dict.fromkeys(gone, 2), "orders": 3, "scans": 3, "customers": 0, "reading_lists": 0}
        (emptied,) = [row for row in last["customers"] if row[0] == 1]
        assert (emptied[1], emptied[2], emptied[3]) == ("-", "gone-1", None)
        assert [row[1:3] for row in last["reading_lists"] if row[0] == 1] == [(None, None)]
        others = (("orders", 2), ("invoices", 2), ("parcels", 1), ("tickets", 2))
        assert all(len(last[table]) >= least for table, least in others)
        untouched = [row for row in first["customers"] if row[0] != 1]
        assert [row for row in last["customers"] if row[0] != 1] == untouched
