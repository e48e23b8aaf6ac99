"""A recipient whom no letter reaches is told by somebody who is named, wherever the data lie (GDPR 19)."""

from dataclasses import replace

import pytest
from tests.duties.askers import Office as Asked
from tests.duties.askers import asked
from tests.wiring.test_office_letters import GOT, company, identified

from gestand.core.request import Right
from gestand.core.step import Decided, Decision
from gestand.core.text import Text
from gestand.documents.casefile import tasked
from gestand.statement.absent import NONE, UNSTATED
from gestand.statement.controller import ProtectionOfficer
from gestand.wiring.office import Office
from gestand.wiring.requesting import Requesting

OFFICER = ProtectionOfficer.model_validate({"name": "Fatma", "email": "fg@example.org"})


def with_owners(settings: Requesting, officer: object) -> Asked:
    """The company with data in a database alone, and these people to look after what waits."""
    here = company("erasure", recipients=GOT)
    office = here.casework.office
    assert isinstance(office, Office)
    controller = office.statement.controller.model_copy(update={"protection_officer": officer})
    statement = office.statement.model_copy(update={"controller": controller})
    here.casework = replace(here.casework, office=replace(office, statement=statement, settings=settings))
    return here


@pytest.mark.parametrize(
    ("settings", "officer", "owner"),
    [
        (Requesting(owner="desk@example.org", deputy="other@example.org"), OFFICER, "desk@example.org"),
        (Requesting(deputy="other@example.org"), OFFICER, "other@example.org"),
        (Requesting(), OFFICER, "fg@example.org"),
        (Requesting(), ProtectionOfficer.model_validate({"name": "Fatma"}), "Fatma"),
        (Requesting(), NONE, ""),
        (Requesting(), UNSTATED, ""),
    ],
)
def test_a_recipient_without_an_address_of_data_in_a_database_is_a_task_of_the_desk(
    settings: Requesting, officer: object, owner: str
) -> None:
    here = with_owners(settings, officer)
    case = identified(here, here.casework.open(asked(here.told)))
    case = here.casework.add(case, Decided(here.tick(), "decider", (Decision(Right.ERASURE, True),)))
    plan = here.casework.keep(case.id, here.tick).plan
    told = {task.store: (task.owner, tasked(task, plan)) for task in plan.tasks}
    assert {store: who for store, (who, _) in told.items()} == {"courier": owner, "scorer": owner}
    assert told["courier"][1] == Text(
        f"{owner or 'iemand'} vertelt courier wat er is veranderd",
        f"{owner or 'somebody'} tells courier what has changed",
    )
