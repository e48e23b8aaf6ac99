"""Every situation of retention as a case that anyone can read: rows and promises in, plan and findings out."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from tests.duties.worlds import Company, company

from gestand.core.action import Action, Erase, Impossible, Mode, Pace
from gestand.core.finding import Finding
from gestand.core.plan import touched
from gestand.core.question import Answer, Answers, Count, Question, Silence
from gestand.core.schema import TableName
from gestand.duties import retention

CASES = Path(__file__).parents[1] / "cases" / "retention"


def cases() -> list[Any]:
    """Every case of every file, named after its first sentence."""
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        for told in YAML(typ="safe", pure=True).load(path):
            found.append(pytest.param(told, id=f"{path.stem}: {told['about']}"))
    return found


def answers_of(here: Company) -> Answers:
    """Ask in rounds, until nothing new is asked."""
    given: dict[Question, Any] = {}
    while new := [one for one in retention.ask(here.world(), Answers(given)) if one not in given]:
        given.update((question, answer(here, question)) for question in new)
    return Answers(given)


def answer(here: Company, question: Question) -> Answer:
    """The store's own answer; of a table that the case calls silent, none."""
    if isinstance(question, Count) and question.table.name in here.told.get("silent", ()):
        return Silence(question.store, f"{question.table} is slow")
    return here.store.answer(question)


def findings_of(here: Company) -> list[str]:
    return [said(finding) for finding in checked(here)]


def checked(here: Company) -> tuple[Finding, ...]:
    world = here.world()
    answers = Answers({question: here.store.answer(question) for question in retention.ask_for_check(world)})
    return retention.check(world, answers, ())


def said(finding: Finding) -> str:
    rows = f" {finding.rows}" if finding.rows else ""
    verdict = finding.verdict.name.lower().replace("_", " ")
    return f"{finding.promise.removeprefix('retention/')}: {verdict} {finding.code}{rows}"


def planned(step: Action | Impossible | Silence) -> str:
    """`numbers: erase 2 of messages, along 3 of notes`."""
    if isinstance(step, Silence):
        return f"silent: {step.reason}"
    promise = step.promise.removeprefix("retention/")
    if isinstance(step, Impossible):
        return f"{promise}: impossible {step.rows}"
    verb = type(step).__name__.lower()
    along = [f", along {one.rows} of {one.path[-1].table}" for one in getattr(step, "along", ()) if one.rows]
    triggers = f", triggers {' '.join(step.triggers)}" if step.triggers else ""
    return f"{promise}: {verb} {step.rows} of {step.table}{''.join(along)}{triggers}"


def keep(here: Company, steps: tuple[Action | Impossible | Silence, ...]) -> None:
    """Do every action, and hold the plan to its counts."""
    for step in steps:
        if isinstance(step, Impossible | Silence):
            continue
        done = sum(batch.rows for batch in here.store.perform(step, Pace(Mode.EXCLUSIVE, touched(step))))
        if not isinstance(step, Erase) or not here.told.get("takes more keeps"):
            assert done == step.rows, f"{planned(step)}, but {done} were done"


@pytest.mark.parametrize("told", cases())
def test_the_case_holds(told: dict[str, Any]) -> None:
    here = company(told)
    if "findings" in told:
        assert findings_of(here) == told["findings"]
    for words in told.get("says", ()):
        assert any(words in finding.what.en for finding in checked(here)), checked(here)
    steps = retention.plan(here.world(), answers_of(here))
    assert [planned(step) for step in steps] == told["plan"]
    for words in told.get("because", ()):
        assert any(words in step.why for step in steps if isinstance(step, Impossible)), steps
    keep(here, steps)
    for table, keys in told.get("left", {}).items():
        assert [next(iter(row.values())) for row in here.store.rows[TableName(table)]] == keys, table
    for table, rows in told.get("now", {}).items():
        assert [list(row.values()) for row in here.store.rows[TableName(table)]] == rows, table
    if "afterwards" in told:
        assert findings_of(here) == told["afterwards"]


def test_there_are_cases_enough() -> None:
    assert len(cases()) >= 40
