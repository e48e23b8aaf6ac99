"""The letter before a restriction ends, as the company's own office writes it (GDPR 18(3))."""

from dataclasses import replace
from typing import Any

from tests.duties.askers import Office as Asked
from tests.duties.askers import office, walked
from tests.duties.worlds import AMSTERDAM

from gestand.core.letter import Template
from gestand.core.request import Right
from gestand.core.step import Decided, Decision, Lifted
from gestand.wiring.office import Office
from gestand.wiring.requesting import Requesting


class NoLinks:
    """Letters to a postal address lead nowhere."""

    def link(self, *_: object) -> str:
        return ""

    look = follow = link

    def end(self, *_: object) -> None: ...


def written(asks: str, **more: Any) -> Asked:
    told = {
        "today": "2026-11-20T12:00",
        "asks": asks,
        "known": {"email": "ann@example.org"},
        "basis": "LegitimateInterest",
        "tables": {
            "members": {
                "columns": {"id": "integer", "email": "text", "blocked": "integer"},
                "known by": {"email": "email"},
                "data": {"details": "email"},
                "restricted by": {"column": "blocked", "is": 1, "lifted": 0},
                "rows": [[1, "ann@example.org", 0]],
            }
        },
        **more,
    }
    here = office(told)
    writer = Office(here.casework.keeper.statement, Requesting(), lambda: "", NoLinks(), AMSTERDAM)
    here.casework = replace(here.casework, office=writer)
    return here


def lifting(here: Asked) -> str:
    return next(text.text for posting, _, text in here.outbox.letters if posting.template is Template.LIFTING)


def test_she_is_told_which_data_are_used_again_from_which_day_and_why() -> None:
    here = written("restriction")
    case = walked(here)
    here.casework.keep(case.id, here.tick)
    here.casework.lift(case.id, Lifted(here.tick(), "decider", "the claim was settled"), here.tick)
    text = lifting(here)
    assert "the details" in text
    assert "20 November 2026" in text
    assert "the claim was settled" in text


def test_a_refused_objection_tells_its_reason_before_the_data_are_used_again() -> None:
    here = written("objection", decided=[])
    case = here.casework.meanwhile(walked(here).id, here.tick)
    refused = (Decision(Right.OBJECTION, False, ground="GDPR 21(1)", reason="fraud must be seen"),)
    here.casework.add(case, Decided(here.tick(), "decider", refused))
    here.casework.keep(case.id, here.tick)
    assert "fraud must be seen" in lifting(here)
    assert here.rows()["members"] == [[1, "ann@example.org", 0]]
