"""Random small companies: every row of hers is handled, no row of another is touched, and nothing dangles."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from tests.duties.askers import Office, office, walked
from tests.duties.asking_worlds import Reckoning, asked, leads
from tests.duties.in_sqlite import filled, read

from gestand.casework import CaseKept
from gestand.core.action import Along, Erase, Leaving
from gestand.core.errors import CaseStops
from gestand.core.letter import Told as Line
from gestand.stores.sql import SqlStore

Told = dict[str, Any]
Rows = dict[str, list[dict[str, Any]]]
thorough = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def rows_in(here: Office) -> Rows:
    return {table.name: [dict(row) for row in rows] for table, rows in here.stores["shop"].rows.items()}


def key_of(row: dict[str, Any]) -> tuple[int, int]:
    """No two rows of a table have the same."""
    return row["part"], row["id"]


def kept_to_the_end(here: Office, case_id: str, keeps: int) -> CaseKept:
    """Rows that hang on each other in a circle take more keeps, and each says so."""
    for _ in range(keeps - 1):
        try:
            return here.casework.keep(case_id, here.tick)
        except CaseStops as trouble:
            if "or stayed" not in str(trouble):
                raise
    return here.casework.keep(case_id, here.tick)


def kept(here: Office, before: Rows, keeps: int) -> tuple[Line, ...] | None:
    """What she is told; None where the plan was refused, and then nothing was touched."""
    case = walked(here)
    plan = here.casework.plan(case.id, here.tick())
    if plan.impossible or plan.trail.doubtful:
        with pytest.raises(CaseStops, match="Nothing was touched"):
            here.casework.keep(case.id, here.tick)
        assert rows_in(here) == before
        event("refused")
        return None
    done = kept_to_the_end(here, case.id, keeps)
    assert done.case.closed
    assert here.casework.plan(case.id, here.tick()).deeds == ()
    event("kept")
    return done.told


def assert_no_row_of_another_is_touched(reckoning: Reckoning, after: Rows) -> None:
    for table, rows in reckoning.rows.items():
        mapped = "known by" in reckoning.told["tables"][table]
        decides = bool(reckoning.data(table)) or reckoning.known_by(table) != "none"
        for row in rows if mapped and decides else ():
            if not reckoning.is_hers(table, row):
                assert row in after[table], f"{table} {row} is nobody's to touch"


def assert_every_row_of_hers_is_handled(reckoning: Reckoning, after: Rows) -> None:
    for table, rows in reckoning.rows.items():
        left = {key_of(row): row for row in after[table]}
        for row in rows:
            if not reckoning.is_hers(table, row):
                continue
            stays = [word for word in reckoning.data(table) if reckoning.must_stay(table, row, word)]
            assert key_of(row) in left or not stays, f"{table} {row} had to stay for {stays}"
            for word, column in reckoning.data(table).items() if key_of(row) in left else ():
                expected = row[column] if word in stays else reckoning.emptied(table, row, column)
                assert left[key_of(row)][column] == expected, f"{word} of {table} {row}"


def assert_what_may_go_is_gone(reckoning: Reckoning, after: Rows) -> None:
    """A row of hers stays only for a law, a hold, a row that hangs on it, or because its data end without it."""
    for table, rows in after.items():
        for row in rows:
            before = next(one for one in reckoning.rows[table] if key_of(one) == key_of(row))
            if not reckoning.is_hers(table, before):
                continue
            stays = any(reckoning.must_stay(table, before, word) for word in reckoning.data(table))
            hangs = any(
                leads(child, columns, row)
                for below, columns, above in reckoning.links()
                if above == table
                for child in after[below]
            )
            ends = bool(reckoning.ends_with_the_row(table)) or not reckoning.data(table)
            assert stays or hangs or not ends, f"{table} {row} could have gone"


def assert_nothing_dangles(reckoning: Reckoning, after: Rows) -> None:
    for table, columns, above in reckoning.links():
        for row in after[table]:
            found = (leads(row, columns, parent) for parent in after[above])
            assert None in [row[column] for column in columns] or any(found), f"{table} dangles by {columns}"


def assert_what_stays_is_told(reckoning: Reckoning, lines: tuple[Line, ...]) -> None:
    told = {line.data.en.removeprefix("the "): line for line in lines}
    for table, rows in reckoning.rows.items():
        hers = [row for row in rows if reckoning.is_hers(table, row)]
        for word in reckoning.data(table) if reckoning.known_by(table) != "none" else ():
            stays = [row for row in hers if reckoning.must_stay(table, row, word)]
            if hers:
                whole = word == reckoning.told.get("refused")
                kept = len(hers) if whole else len(stays)
                assert (told[word].rows, told[word].kept) == (len(hers), kept), word
                assert bool(told[word].article) is bool(kept)


def walk(told: Told, keeps: int = 1) -> tuple[Office, Reckoning, tuple[Line, ...] | None]:
    here = office(told)
    before = rows_in(here)
    return here, Reckoning(told, before), kept(here, before, keeps)


@thorough
@given(asked())
def test_all_of_hers_is_handled_and_nothing_of_anybody_else(told: Told) -> None:
    here, reckoning, lines = walk(told)
    after = rows_in(here)
    assert_no_row_of_another_is_touched(reckoning, after)
    assert_nothing_dangles(reckoning, after)
    if lines is not None:
        assert_every_row_of_hers_is_handled(reckoning, after)
        assert_what_may_go_is_gone(reckoning, after)
        assert_what_stays_is_told(reckoning, lines)


@thorough
@given(asked(circles=True))
def test_rows_that_lead_to_each_other_in_circles_are_handled_too(told: Told) -> None:
    here, reckoning, lines = walk(told, keeps=3)
    after = rows_in(here)
    assert_no_row_of_another_is_touched(reckoning, after)
    assert_nothing_dangles(reckoning, after)
    if lines is not None:
        assert_every_row_of_hers_is_handled(reckoning, after)
        assert_what_stays_is_told(reckoning, lines)


@thorough
@given(asked())
def test_what_goes_along_was_counted_in_the_plan(told: Told) -> None:
    here = office(told)
    case, before = walked(here), sum(map(len, rows_in(here).values()))
    plan = here.casework.plan(case.id, here.tick())
    if not plan.impossible and not plan.trail.doubtful:
        here.casework.keep(case.id, here.tick)
        erased = [deed for deed in plan.deeds if isinstance(deed, Erase)]
        counted = sum(deed.rows + sum(map(gone, deed.along)) for deed in erased)
        assert before - sum(map(len, rows_in(here).values())) <= counted


def gone(along: Along) -> int:
    return along.rows if along.how is not Leaving.CUT else 0


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(asked(circles=True))
def test_a_real_database_ends_where_tables_in_memory_end(told: Told) -> None:
    here, _, lines = walk(told, keeps=3)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'shop.sqlite'}"
        filled(url, told)
        store = SqlStore("shop", url)
        there = office(told, {"shop": store})
        case = walked(there)
        if lines is None:
            with pytest.raises(CaseStops, match="Nothing was touched"):
                there.casework.keep(case.id, there.tick)
        else:
            assert kept_to_the_end(there, case.id, 3).told == lines
        store.close()
        assert read(url, told) == rows_in(here)
