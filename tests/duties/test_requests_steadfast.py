"""A case in bad weather: silent stores, rows that come meanwhile, an objection that waits, a restriction lifted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from tests.duties.askers import Office, office, walked
from tests.duties.worlds import store_of

from gestand.core.action import Batch, Deed
from gestand.core.entry import Kind
from gestand.core.errors import CaseNotReady, CaseStops, PlanChanged, StoreAway, StoreRefuses
from gestand.core.letter import Template
from gestand.core.question import Answer, Count, Find, Observe, Question, Rows
from gestand.core.request import Right
from gestand.core.schema import TableName
from gestand.core.step import Answered, Decided, Decision, Lifted
from gestand.duties.requests.by_hand import unanswered
from gestand.stores.memory import MemoryStore

Told = dict[str, Any]
MEMBERS = TableName("members")


def told(asks: str | list[str], **more: Any) -> Told:
    columns = {"id": "integer", "email": "text", "profile": "text", "blocked": "integer"}
    return {
        "today": "2026-11-20T12:00",
        "asks": asks,
        "known": {"email": "ann@example.org"},
        "purposes": {"profiles": {"data": ["profile"], "basis": "LegitimateInterest"}},
        "tables": {
            "members": {
                "columns": columns,
                "known by": {"email": "email"},
                "data": {"details": "email", "profile": "profile"},
                "at the end": {"details": "erase", "profile": {"blank": ["profile"]}},
                "restricted by": {"column": "blocked", "is": 1, "lifted": 0},
                "rows": [[1, "ann@example.org", "P", 0], [2, "bob@example.org", "Q", 0]],
            }
        },
        "elsewhere": {
            "crm": {
                "tickets": {
                    "columns": {"id": "integer", "email": "text"},
                    "known by": {"email": "email"},
                    "data": {"ticket": "email"},
                    "rows": [[1, "ann@example.org"]],
                }
            }
        },
        **more,
    }


class Death(BaseException):
    """The process ends at once: nothing is caught."""


@dataclass
class Weather:
    """A store that goes away after so many transactions, refuses them, or gains a row in the midst of one.

    With `dies` nobody hears that a transaction was committed.
    """

    inside: MemoryStore
    away: bool = False
    away_after_acting: bool = False
    refuses: bool = False
    comes: dict[str, Any] = field(default_factory=dict)
    dies: bool = False
    acted: int = 0

    def answer(self, question: Question) -> Answer:
        if self.away and not isinstance(question, Observe):
            raise StoreAway("store shop: it does not answer")
        return self.inside.answer(question)

    def together(self, deeds: tuple[Deed, ...]) -> tuple[Batch, ...]:
        if self.away:
            raise StoreAway("store shop: it does not answer")
        if self.refuses:
            raise StoreRefuses("store shop, table members: it stopped it by a constraint")
        done = self.inside.together(deeds)
        self.acted += 1
        if self.comes:
            self.inside.rows[MEMBERS].append(dict(self.comes))
            self.comes = {}
        self.away = self.away_after_acting
        if self.dies:
            raise Death
        return done


def in_weather(case: Told, **how: Any) -> tuple[Office, Weather]:
    weather = Weather(store_of(case), **how)
    tables: Mapping[str, Any] = {"tables": case["elsewhere"]["crm"]}
    stores: Any = {"shop": weather, "crm": store_of(tables, "crm")}
    here = office(case, stores)
    here.stores = {"shop": weather.inside, "crm": stores["crm"]}
    return here, weather


def words(here: Office) -> list[str]:
    return [entry.kind.value for entry in here.records.log]


def test_while_a_store_is_away_nothing_is_begun_in_another() -> None:
    here, weather = in_weather(told("erasure"), away=True)
    case, before = walked(here), here.rows()
    with pytest.raises(CaseStops, match="it does not answer"):
        here.casework.keep(case.id, here.tick)
    assert here.rows() == before
    weather.away = False
    assert here.casework.keep(case.id, here.tick).case.closed


def test_no_answer_goes_out_while_nobody_can_ask_what_is_left() -> None:
    here, weather = in_weather(told("erasure"), away_after_acting=True)
    case = walked(here)
    with pytest.raises(CaseStops, match="No answer went out"):
        here.casework.keep(case.id, here.tick)
    assert not here.cases.case(case.id).closed
    weather.away = weather.away_after_acting = False
    kept = here.casework.keep(case.id, here.tick)
    assert kept.case.closed
    assert [(line.data.en, line.rows) for line in kept.told if line.rows]


def test_a_letter_after_a_store_that_refused_tells_what_was_found_at_first() -> None:
    here, weather = in_weather(told("erasure"), refuses=True)
    case = walked(here)
    with pytest.raises(StoreRefuses):
        here.casework.keep(case.id, here.tick)
    assert Kind.FAILED.value in words(here)
    weather.refuses = False
    kept = here.casework.keep(case.id, here.tick)
    assert {(line.data.en, line.rows) for line in kept.told} == {
        ("the details", 1),
        ("the profile", 1),
        ("the ticket", 1),
    }


def test_a_row_that_comes_while_hers_go_stops_the_answer_and_goes_the_next_time() -> None:
    late = {"id": 3, "email": "ann@example.org", "profile": "R", "blocked": 0}
    case_told = told("erasure")
    del case_told["elsewhere"]["crm"]["tickets"]["rows"]
    here, _ = in_weather(case_told, comes=late)
    case = walked(here)
    with pytest.raises(CaseStops, match="1 row of hers came while this ran"):
        here.casework.keep(case.id, here.tick)
    assert here.casework.keep(case.id, here.tick).case.closed
    assert here.rows()["members"] == [[2, "bob@example.org", "Q", 0]]


def test_a_row_that_comes_between_a_death_and_the_next_try_leaves_nothing_open_in_the_log() -> None:
    late = {"id": 3, "email": "ann@example.org", "profile": "R", "blocked": 0}
    asked = told("erasure")
    asked["tables"]["orders"] = {
        "columns": {"id": "integer", "member": "integer"},
        "known by": "members via member",
        "data": {"order": "id"},
        "rows": [[7, 1], [8, 2]],
    }
    here, weather = in_weather(asked, dies=True, comes=late)
    case = walked(here)
    with pytest.raises(Death):
        here.casework.keep(case.id, here.tick)
    weather.dies = False
    assert here.casework.keep(case.id, here.tick).case.closed
    assert [row[0] for row in here.rows()["members"]] == [2]
    assert not here.records.unfinished()
    assert words(here).count("failed") == 1


def test_a_plan_that_changed_since_it_was_shown_is_not_done() -> None:
    here, weather = in_weather(told("erasure"))
    case = walked(here)
    shown = here.casework.plan(case.id, here.tick()).digest
    weather.inside.rows[MEMBERS].append({"id": 3, "email": "ann@example.org", "profile": "R", "blocked": 0})
    with pytest.raises(PlanChanged, match="is not today's"):
        here.casework.keep(case.id, here.tick, shown)
    assert weather.acted == 0
    again = here.casework.plan(case.id, here.tick()).digest
    assert here.casework.keep(case.id, here.tick, again[:12]).case.closed


def test_an_objection_that_waits_is_restricted_and_a_refusal_lifts_that_after_telling_her() -> None:
    here, _ = in_weather(told("objection", decided=[]))
    case = walked(here)
    with pytest.raises(CaseNotReady, match="nobody has decided on objection"):
        here.casework.keep(case.id, here.tick)
    here.casework.meanwhile(case.id, here.tick)
    assert here.rows()["members"][0] == [1, "ann@example.org", "P", 1]
    here.casework.meanwhile(case.id, here.tick)
    case = here.cases.case(case.id)
    refused = (Decision(Right.OBJECTION, False, ground="GDPR 21(1)"),)
    here.casework.add(case, Decided(here.tick(), "decider", refused))
    kept = here.casework.keep(case.id, here.tick)
    assert here.rows()["members"][0] == [1, "ann@example.org", "P", 0]
    sent = [letter.template for _, letter, _ in here.outbox.letters]
    assert sent == [Template.RECEIPT, Template.LIFTING, Template.REFUSAL]
    assert [line.rows for line in kept.told] == [1]


def test_an_objection_that_waited_and_is_granted_ends_the_data() -> None:
    here, _ = in_weather(told("objection", decided=[]))
    case = walked(here)
    case = here.casework.meanwhile(case.id, here.tick)
    here.casework.add(case, Decided(here.tick(), "decider", (Decision(Right.OBJECTION, True),)))
    kept = here.casework.keep(case.id, here.tick)
    assert here.rows()["members"][0] == [1, "ann@example.org", None, 0]
    assert [(line.data.en, line.rows) for line in kept.told] == [("the profile", 1)]


def test_a_restriction_is_held_against_retention_until_it_is_lifted() -> None:
    here, _ = in_weather(told("restriction"))
    case = walked(here)
    here.casework.keep(case.id, here.tick)
    (hold,) = here.records.holds()
    assert (hold.data, hold.people) == (("details", "profile", "ticket"), (("email", "ann@example.org"),))
    assert here.rows()["members"][0][3] == 1
    here.casework.lift(case.id, Lifted(here.tick(), "decider", "settled"), here.tick)
    assert here.rows()["members"] == [[1, "ann@example.org", "P", 0], [2, "bob@example.org", "Q", 0]]
    assert here.records.holds()[0].ends
    assert here.outbox.letters[-1][1].template is Template.LIFTING


def test_a_copy_that_would_be_cut_off_is_no_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    here, weather = in_weather(told("access"))
    case = walked(here)

    def cut(question: Question) -> Answer:
        answer = weather.inside.answer(question)
        whole = isinstance(question, Find) and question.most > 1_000
        return Rows(answer.columns, answer.rows, True) if whole and isinstance(answer, Rows) else answer

    monkeypatch.setattr(weather, "answer", cut)
    with pytest.raises(CaseStops, match="more rows of hers than go into one copy"):
        here.casework.keep(case.id, here.tick)
    assert not here.cases.case(case.id).closed


def test_what_she_gets_was_fetched_before_anything_of_it_was_erased() -> None:
    here, _ = in_weather(told(["access", "erasure"]))
    case = walked(here)
    here.casework.keep(case.id, here.tick)
    package = here.casework.package(case.id, "decider", here.tick())
    assert package is not None
    assert b"ann@example.org" in package
    assert b"bob@example.org" not in package


def test_an_identifier_with_a_quote_or_a_wildcard_in_it_finds_itself_alone() -> None:
    for odd in ("ann' OR '1'='1", "%", "ann_example.org", 'x"; DROP TABLE members; --'):
        case_told = told("erasure", known={"email": odd})
        case_told["tables"]["members"]["rows"] += [[3, odd, "S", 0]]
        here, _ = in_weather(case_told)
        here.casework.keep(walked(here).id, here.tick)
        assert [row[0] for row in here.rows()["members"]] == [1, 2], odd


def test_of_everything_the_log_knows_no_one() -> None:
    here, _ = in_weather(told(["access", "erasure"]))
    here.casework.keep(walked(here).id, here.tick)
    assert "ann@example.org" not in repr(here.records.log)
    assert all(isinstance(number, int) for entry in here.records.log for _, number in entry.counts)


def test_the_counts_that_follow_her_grow_with_the_tables_and_not_with_the_rows() -> None:
    here, weather = in_weather(told("erasure"))
    asked: list[Question] = []
    plain = weather.inside.answer

    def noted(question: Question) -> Answer:
        asked.append(question)
        return plain(question)

    weather.inside.answer = noted  # type: ignore[method-assign]
    case = walked(here)
    here.casework.plan(case.id, here.tick())
    few = len([one for one in asked if isinstance(one, Count)])
    asked.clear()
    weather.inside.rows[MEMBERS] += [
        {"id": number, "email": "ann@example.org", "profile": "R", "blocked": 0} for number in range(10, 60)
    ]
    here.casework.plan(case.id, here.tick())
    assert len([one for one in asked if isinstance(one, Count)]) == few


def test_an_answer_by_hand_speaks_of_no_right_that_was_granted_after_it() -> None:
    by_hand = {"mailbox": {"owner": "support", "data": ["mails"]}}
    here = office(
        told(
            ["access", "erasure"],
            **{"by hand": by_hand, "decided": ["access"], "answered": {"mailbox": [3, 0]}},
        )
    )
    case = walked(here)
    assert [one.store for one in unanswered(case, here.casework.plan(case.id, here.tick()).tasks)] == []
    later = Decided(here.tick(), "decider", (Decision(Right.ERASURE, True),))
    case = here.casework.add(case, later)
    kept = here.casework.keep(case.id, here.tick)
    assert [one.store for one in kept.waits] == ["mailbox"]
    case = here.casework.add(kept.case, Answered(here.tick(), "desk", "mailbox", 3, 3))
    lines = {(one.right, one.data.en): one for one in here.casework.keep(case.id, here.tick).told}
    assert (lines[Right.ERASURE, "the mails"].rows, lines[Right.ERASURE, "the mails"].kept) == (3, 0)
