"""A case as the staff and the person read it: who was told something did not look through anything."""

from datetime import UTC, datetime

import pytest

from gestand.core.caseplan import CUSTOMER, DECISION, PERSON, CasePlan, Task
from gestand.core.request import Right
from gestand.core.schema import TableName
from gestand.core.step import Amount, Answered, Trail
from gestand.core.text import Language
from gestand.documents import casefile
from gestand.web.told_to_her import to_her

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TOLD: list[tuple[str, bool, Language, str, str]] = [
    ("help-desk", False, "en", "by hand in help-desk: found 1, did 1 (Fatma)", "looked in a system"),
    ("help-desk", False, "nl", "met de hand in help-desk: 1 gevonden, 1 gedaan (Fatma)", "zocht in een systeem"),
    ("courier", True, "en", "told courier what has changed (Fatma)", "We told somebody else who has the data."),
    ("courier", True, "nl", "aan courier verteld wat er is veranderd (Fatma)", "aan wie de gegevens ook heeft."),
    (DECISION, False, "en", "a person looked again at the automated decision (Fatma)", "A person looked at the"),
    (DECISION, False, "nl", "een mens keek opnieuw naar het geautomatiseerde besluit (Fatma)", "Een mens keek"),
    (PERSON, True, "en", "told the person in another way (Fatma)", "We told you in another way."),
    (PERSON, True, "nl", "op een andere manier aan de verzoeker verteld (Fatma)", "Wij vertelden het u op een"),
    (CUSTOMER, False, "en", "passed on to the customer who decides (Fatma)", ""),
    (CUSTOMER, False, "nl", "doorgegeven aan de klant die beslist (Fatma)", ""),
]  # fmt: skip


@pytest.mark.parametrize(("store", "told", "language", "staff", "hers"), TOLD)
def test_an_answer_says_whether_somebody_looked_or_was_told(
    store: str, told: bool, language: Language, staff: str, hers: str
) -> None:
    step = Answered(NOW, "Fatma", store, 1, 1, told)
    assert casefile.told(step).said_in(language) == staff
    said = to_her(step)
    assert (hers in said.said_in(language)) if said else not hers


def test_a_plan_knows_a_recipient_to_be_told_from_a_system_to_be_looked_through() -> None:
    stores = ("courier", "help-desk", "shop", CUSTOMER, DECISION)
    tasks = tuple(Task(one, "", (), (Right.ERASURE,), searched=one == "help-desk") for one in stores)
    found = (Amount("shop", TableName("orders"), "order", 1),)
    plan = CasePlan("2026-0001", "", NOW, Trail(), found, tasks=tasks)
    assert [one for one in stores if plan.tells(one)] == ["courier"]
    assert [task.store for task in tasks if "changed" in casefile.tasked(task, plan).en] == ["courier"]
