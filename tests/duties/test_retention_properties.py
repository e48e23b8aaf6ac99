"""Random small companies: what the law or a hold keeps is never touched, and every way of keeping ends the same."""

from itertools import islice
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.duties.small_worlds import Reckoning, worlds
from tests.duties.worlds import Company, company

from gestand.core.action import Action, Batch, Blank, Erase, Impossible, Leaving, Mode, Pace
from gestand.core.finding import Verdict
from gestand.core.plan import touched
from gestand.core.question import Answers, Question, Silence
from gestand.duties import retention

Told = dict[str, Any]
Rows = dict[str, list[dict[str, Any]]]
ENOUGH = 40
PLENTY = 1_000
thorough = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def rows_in(here: Company) -> Rows:
    return {table.name: [dict(row) for row in rows] for table, rows in here.store.rows.items()}


def answered(here: Company) -> tuple[Action | Impossible, ...]:
    world = here.world()
    given: dict[Question, Any] = {}
    while new := [one for one in retention.ask(world, Answers(given)) if one not in given]:
        given.update((question, here.store.answer(question)) for question in new)
    steps = retention.plan(world, Answers(given))
    return tuple(step for step in steps if not isinstance(step, Silence))


def actions_of(here: Company) -> list[Action]:
    return [step for step in answered(here) if not isinstance(step, Impossible)]


def one_row_at_a_time(here: Company, action: Action) -> Any:
    """Commits after every row with all that goes along, so that a keep can be cut off anywhere."""
    while batches := smallest(here, action):
        yield from batches


def smallest(here: Company, action: Action) -> list[Batch]:
    """The fewest rows that can be done at once; none when nothing is left."""
    paces = (Pace(Mode.POLITE, most) for most in range(1, ENOUGH))
    return next(filter(None, (list(here.store.perform(action, pace)) for pace in paces)), [])


def keep(here: Company) -> None:
    for action in actions_of(here):
        list(here.store.perform(action, Pace(Mode.EXCLUSIVE, PLENTY)))


def keep_to_the_end(here: Company) -> int:
    """Keep until nothing is planned; how many keeps that took."""
    for keeps in range(ENOUGH):
        if not actions_of(here):
            return keeps
        keep(here)
    raise AssertionError(f"after {ENOUGH} keeps there is still something to do")


def assert_nothing_was_touched_that_stays(told: Told, before: Rows, after: Rows) -> None:
    reckoning = Reckoning(told, before)
    for table, rows in before.items():
        left = {row["id"]: row for row in after[table]}
        for row in rows:
            words = told["tables"][table]["data"]
            kept = [word for word in words if reckoning.must_stay(table, row, word)]
            if kept or (reckoning.is_promised(table) and not reckoning.frees_itself(table, row)):
                assert row["id"] in left, f"{table} {row} is gone"
            for word, column in words.items() if row["id"] in left else ():
                if word in kept or not reckoning.may_go(table, row, word):
                    assert left[row["id"]][column] == row[column], f"{word} of {table} {row} is changed"


@thorough
@given(worlds())
def test_what_must_stay_stays_and_what_must_go_goes(told: Told) -> None:
    here = company(told)
    before, impossible = rows_in(here), [step for step in answered(here) if isinstance(step, Impossible)]
    reckoning = Reckoning(told, before)
    expected = {
        table: [row["id"] for row in rows if not reckoning.goes(table, row)]
        for table, rows in before.items()
        if reckoning.is_promised(table)
    }
    keep(here)
    after = rows_in(here)
    assert_nothing_was_touched_that_stays(told, before, after)
    assert {table: [row["id"] for row in after[table]] for table in expected} == expected
    if not impossible:
        for table in expected:
            for row in after[table]:
                for word, column in told["tables"][table]["data"].items():
                    if reckoning.may_go(table, before_of(before, table, row), word):
                        assert row[column] in (None, "-")


def before_of(before: Rows, table: str, row: dict[str, Any]) -> dict[str, Any]:
    return next(one for one in before[table] if one["id"] == row["id"])


@thorough
@given(worlds())
def test_a_plan_counts_what_keep_does_and_a_second_plan_is_empty(told: Told) -> None:
    here = company(told)
    for action in actions_of(here):
        done = sum(batch.rows for batch in here.store.perform(action, Pace(Mode.EXCLUSIVE, PLENTY)))
        assert done == action.rows
    assert actions_of(here) == []


@thorough
@given(worlds())
def test_rows_that_go_along_are_counted(told: Told) -> None:
    here = company(told)
    erasing = [action for action in actions_of(here) if isinstance(action, Erase)]
    along = sum(one.rows for action in erasing for one in action.along if one.how is not Leaving.CUT)
    counted = sum(action.rows for action in erasing) + along
    before = sum(map(len, rows_in(here).values()))
    keep(here)
    assert before - sum(map(len, rows_in(here).values())) <= counted


@thorough
@given(worlds())
def test_after_a_keep_nothing_deviates_but_what_is_impossible(told: Told) -> None:
    here = company(told)
    impossible = {step.promise for step in answered(here) if isinstance(step, Impossible)}
    keep(here)
    world = here.world()
    answers = Answers({question: here.store.answer(question) for question in retention.ask_for_check(world)})
    found = retention.check(world, answers, ())
    assert {one.promise for one in found if one.verdict is Verdict.DEVIATION} <= impossible
    assert not [one for one in found if one.code == "due" and one.promise not in impossible]


@thorough
@given(worlds(), st.integers(1, 3))
def test_slices_end_where_a_whole_keep_ends(told: Told, size: int) -> None:
    whole, sliced = company(told), company(told)
    keep(whole)
    for _ in range(ENOUGH):
        left = size
        for action in actions_of(sliced) if left > 0 else ():
            pace = Pace(Mode.POLITE, max(left, 0) + touched(action) - action.rows)
            left -= sum(batch.rows for batch in sliced.store.perform(action, pace))
    assert rows_in(sliced) == rows_in(whole)


@thorough
@given(worlds(), st.integers(0, 6))
def test_a_keep_cut_off_between_two_batches_ends_in_the_same_place_next_time(
    told: Told, batches: int
) -> None:
    whole, cut = company(told), company(told)
    keep(whole)
    steps = (batch for action in actions_of(cut) for batch in one_row_at_a_time(cut, action))
    list(islice(steps, batches))
    keep(cut)
    assert rows_in(cut) == rows_in(whole)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(worlds(circles=True))
def test_circles_take_more_keeps_and_come_to_an_end_without_touching_what_stays(told: Told) -> None:
    here = company(told)
    before = rows_in(here)
    impossible = any(isinstance(step, Impossible) for step in answered(here))
    keep_to_the_end(here)
    assert_nothing_was_touched_that_stays(told, before, rows_in(here))
    world = here.world()
    answers = Answers({question: here.store.answer(question) for question in retention.ask_for_check(world)})
    found = retention.check(world, answers, ())
    assert impossible or not [one for one in found if one.verdict is Verdict.DEVIATION]


@thorough
@given(worlds())
def test_what_is_blank_already_is_not_blanked_again(told: Told) -> None:
    here = company(told)
    keep(here)
    assert not [action for action in actions_of(here) if isinstance(action, Blank)]
