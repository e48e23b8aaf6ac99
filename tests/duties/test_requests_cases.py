"""Every situation of a request as a case that anyone can read: rows and question in; plan, rows and answer out."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from tests.duties.askers import Office, office, walked

from gestand.core.action import Correct, Deed, Erase, Restrict
from gestand.core.caseplan import CasePlan, Task
from gestand.core.errors import CaseError, CaseNotReady
from gestand.core.letter import Told
from gestand.core.step import Amount, Root
from gestand.duties import requests

CASES = Path(__file__).parents[1] / "cases" / "requests"


def cases() -> list[Any]:
    """Every case of every file, named after its first sentence."""
    return [
        pytest.param(told, id=f"{path.stem}: {told['about']}")
        for path in sorted(CASES.glob("*.yaml"))
        for told in YAML(typ="safe", pure=True).load(path)
    ]


def deed_said(deed: Deed) -> str:
    """`erasure: erase 2 of messages, along 3 of notes`."""
    verb = "lift" if isinstance(deed, Restrict) and deed.lifted else type(deed).__name__.lower()
    along = [f", along {one.rows} of {one.path[-1].table}" for one in getattr(deed, "along", ()) if one.rows]
    values = f" {' '.join(column for column, _ in deed.values)}" if not isinstance(deed, Erase) else ""
    return (
        f"{deed.promise.removeprefix('rights/')}: {verb} {deed.rows} of {deed.table}{values}{''.join(along)}"
    )


def task_said(task: Task) -> str:
    """`task mailbox for desk: access, erasure of mails`."""
    owner = f" for {task.owner}" if task.owner else ""
    data = f" of {', '.join(task.data)}" if task.data else ""
    return f"task {task.store}{owner}: {', '.join(task.rights)}{data}"


def plan_said(plan: CasePlan) -> list[str]:
    impossible = [f"impossible {step.rows}" for step in plan.impossible]
    return [*map(deed_said, plan.deeds), *impossible, *map(task_said, plan.tasks)]


def amount_said(amount: Amount) -> str:
    """`invoice: 2 of invoices, kept 1 until 2034-01-01`."""
    kept = f", kept {amount.kept}" if amount.kept else ""
    held = f", held {amount.held}" if amount.held else ""
    first = f", the oldest until {amount.first_until:%Y-%m-%d}" if amount.first_until else ""
    until = f" until {amount.until:%Y-%m-%d}{first}" if amount.until else ""
    return f"{amount.data or 'rows'}: {amount.rows} of {amount.table}{kept}{held}{until}"


def line_said(line: Told) -> str:
    """`erasure of invoice: done in part 2, kept 1 by AWR 52 until 2034-01-01`."""
    rows = f" {line.rows}" if line.rows else ""
    kept = f", kept {line.kept}" if line.kept else f", apart {line.apart}" if line.apart else ""
    article = f" by {line.article.en}" if line.article else ""
    first = f", the oldest until {line.first_until}" if line.first_until else ""
    until = f" until {line.until}{first}" if line.until else ""
    value = f" = {line.value}" if line.value else ""
    reason = f" ({line.reason})" if line.reason else ""
    data = line.data.en.removeprefix("the ")
    return f"{line.right} of {data}: {line.result}{rows}{kept}{article}{until}{value}{reason}"


def root_said(root: Root) -> str:
    return f"{root.table} {', '.join(' '.join(map(str, key)) for key in root.keys)}"


def copied(plan: CasePlan, here: Office) -> dict[str, list[list[Any]]]:
    """What her copy holds, table by table."""
    found = {find.table.name: here.stores[find.store].answer(find) for find in plan.copies}
    return {table: [list(row) for row in rows.rows] for table, rows in found.items() if rows.rows}  # type: ignore[union-attr]


def checked_against(told: dict[str, Any], plan: CasePlan, here: Office) -> None:
    trail = plan.trail
    if "trail" in told:
        found = [*(f"{known.kind} {known.value}" for known in trail.known), *map(root_said, trail.roots)]
        assert found == told["trail"]
    assert list(trail.doubtful) == told.get("doubtful", [])
    if "amounts" in told:
        assert [*map(amount_said, plan.amounts)] == told["amounts"]
    if "plan" in told:
        assert plan_said(plan) == told["plan"]
    for words in told.get("because", ()):
        assert any(words in step.why for step in plan.impossible), plan.impossible
    if "copy" in told:
        assert copied(plan, here) == told["copy"]


@pytest.mark.parametrize("told", cases())
def test_the_case_holds(told: dict[str, Any]) -> None:
    here = office(told)
    case, before = walked(here), here.rows()
    checked_against(told, here.casework.plan(case.id, here.tick()), here)
    if told.get("meanwhile"):
        here.casework.meanwhile(case.id, here.tick)
    elif "stops" in told:
        with pytest.raises(CaseError, match=told["stops"]):
            here.casework.keep(case.id, here.tick)
    else:
        kept_to_the_end(here, case.id)
    assert here.rows() == before | told.get("now", {})
    world = here.casework.keeper.world(here.tick(), here.cases.case(case.id))
    if "unsearchable" in told:
        assert list(requests.unsearchable(world)) == told["unsearchable"]
    if "left alone" in told:
        alone = {f"{known.kind} {known.value}": one for known, one in here.lasting.left_alone.items()}
        scopes = {who: sorted({one.scope for one in several}) for who, several in alone.items()}
        assert scopes == told["left alone"]


def kept_to_the_end(here: Office, case_id: str) -> None:
    """What is kept once is done: a second plan has nothing to do, a second keep is refused."""
    told, kept = here.told, here.casework.keep(case_id, here.tick)
    if "told" in told:
        assert [*map(line_said, kept.told)] == told["told"]
    waits = [task.store for task in kept.waits]
    assert waits == told.get("waits", [])
    if not waits:
        assert kept.case.closed
        assert kept.case.closed.result == told.get("result", "done")
        with pytest.raises(CaseNotReady, match="was answered"):
            here.casework.keep(case_id, here.tick)
    assert not here.casework.plan(case_id, here.tick()).deeds
    restored = [deed for deed in kept.plan.deeds if isinstance(deed, Correct)]
    assert all(deed.rows for deed in restored)


def test_there_are_cases_enough() -> None:
    assert len(cases()) >= 60
