"""The keeper: what it logs, what it refuses, what survives a dead store, a dead keeper and an impatient person."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from tests.duties.worlds import (
    AMSTERDAM,
    data_map_text,
    hold,
    moment_of,
    statement_text,
    store_of,
)
from tests.records import ListRecords, reads

from gestand.core.action import Action, Batch, Deed, Mode, Pace
from gestand.core.entry import Entry, Kind, Progress
from gestand.core.errors import (
    AnotherKeeper,
    BookError,
    DataMapError,
    NotApproved,
    PlanChanged,
    StoreAway,
    StoreError,
    StoreReadOnly,
    StoreRefuses,
    TooMuch,
)
from gestand.core.finding import Finding, Verdict
from gestand.core.plan import Kept, Plan, Sweep
from gestand.core.ports import Store
from gestand.core.question import Answer, Count, Question
from gestand.core.schema import TableName
from gestand.core.told import Approve, BeginHold, EndHold
from gestand.datamap.parse import parse_data_map
from gestand.guard import Allowed
from gestand.keeper import Checked, Keeper
from gestand.statement.parse import parse_statement
from gestand.stores.evaluate import PlainRow
from gestand.stores.memory import MemoryStore

TODAY = date(2026, 11, 22)
MANY = Allowed(at_most=1_000)
Told = dict[str, Any]


@dataclass
class Troubled:
    """A store that fails where it is told to: on a table, or after so many batches; or with an interruption."""

    inside: MemoryStore
    on: Mapping[str, Exception] = field(default_factory=dict)
    questions: Mapping[str, StoreError] = field(default_factory=dict)
    batches: int = 1_000_000
    then: BaseException = field(default_factory=lambda: StoreAway("store shop went away"))

    def answer(self, question: Question) -> Answer:
        if "all" in self.questions:
            raise self.questions["all"]
        if isinstance(question, Count) and question.table.name in self.questions:
            raise self.questions[question.table.name]
        return self.inside.answer(question)

    def together(self, deeds: tuple[Deed, ...]) -> tuple[Batch, ...]:
        return self.inside.together(deeds)

    def perform(self, action: Action, pace: Pace) -> Iterator[Batch]:
        """One row a batch."""
        if action.table.name in self.on:
            raise self.on[action.table.name]
        done = 0
        while done < pace.at_most:
            if self.batches == 0:
                raise self.then
            self.batches -= 1
            done += 1
            yield from (batch := list(self.inside.perform(action, Pace(Mode.POLITE, 1))))
            if not batch:
                return


@dataclass
class Clock:
    """A clock that the test moves; it ticks with every look."""

    at: datetime = field(default_factory=lambda: moment_of(TODAY))

    def __call__(self) -> datetime:
        self.at += timedelta(milliseconds=1)
        return self.at

    def pass_days(self, days: int) -> None:
        self.at += timedelta(days=days)


@dataclass
class Office:
    """A company at work: the keeper is made anew for every verb, as the command line does."""

    told: Told
    stores: dict[str, Store]
    records: ListRecords = field(default_factory=ListRecords)
    clock: Clock = field(default_factory=Clock)

    @property
    def keeper(self) -> Keeper:
        statement = parse_statement(statement_text(self.told))
        return Keeper(
            statement, parse_data_map(data_map_text(self.told)), self.stores, self.records, AMSTERDAM
        )

    def plan(self) -> Plan:
        return self.keeper.plan(self.clock())

    def keep(self, allowed: Allowed = MANY) -> Kept:
        return self.keeper.keep(self.clock, allowed)

    def check(self) -> Checked:
        return self.keeper.check(self.clock())

    def findings(self) -> list[str]:
        return [
            f"{one.promise} {one.code} {one.rows}".strip()
            for one in self.check().findings
            if not is_hint(one)
        ]

    def approve(self) -> None:
        self.keeper.tell(Approve(self.plan().digest, "The officer", "seen"), self.clock())

    def approved_and_kept(self) -> "Office":
        self.approve()
        self.keep()
        return self

    def log(self) -> list[str]:
        return [reads(entry) for entry in self.records.log]


def is_hint(finding: Finding) -> bool:
    return finding.code not in CODES


CODES = (
    *("kept", "due", "kept-too-long", "held", "emptied", "kept-by-law", "gone-too-early", "moment-unknown"),
    *("store-away", "store-silent", "not-mapped", "no-keep-lately", "no-check-lately", "drift"),
)


def messages(*days: date, **more: Any) -> Told:
    """A table of messages, one sent on each day; each is promised gone within a week."""
    return {
        "today": TODAY,
        "retention": {"numbers": {"data": ["number"], "kept": "1 week after sent"}},
        "tables": {
            "messages": {
                "columns": {"id": "integer required", "number": "text", "sent_on": "date indexed"},
                "data": {"number": "number"},
                "moments": {"sent": "sent_on"},
                "rows": [[index, f"06{index}", day] for index, day in enumerate(days, start=1)],
            }
        },
        **more,
    }


def with_visits(told: Told, *days: date) -> Told:
    """The same company with a second promise, on visits."""
    visits = {
        "columns": {"id": "integer required", "ip": "text", "at": "date indexed"},
        "data": {"ip": "ip"},
        "moments": {"visit": "at"},
        "rows": [[index, f"10.0.0.{index}", day] for index, day in enumerate(days, start=1)],
    }
    return {
        **told,
        "retention": {**told["retention"], "visits": {"data": ["ip"], "kept": "1 month after visit"}},
        "tables": {**told["tables"], "visits": visits},
    }


OLD, NEW = date(2026, 11, 1), date(2026, 11, 21)


def office(told: Told, make: Callable[[MemoryStore], Store] = lambda store: store) -> Office:
    return Office(told, {"shop": make(store_of(told))})


def ids(here: Office, table: str = "messages", store: str = "shop") -> list[int]:
    inside = here.stores[store]
    while isinstance(inside, Troubled | Watched | Deaf):
        inside = inside.inside
    assert isinstance(inside, MemoryStore)
    return [int(str(row["id"])) for row in inside.rows[TableName(table)]]


def test_every_action_is_logged_as_intended_before_it_is_done() -> None:
    here = office(messages(OLD, OLD, NEW))
    here.approve()
    seen: list[list[str]] = []
    here.stores["shop"] = Watched(here.stores["shop"], lambda: seen.append(here.log()))
    here.keep()
    assert seen == [["intended retention/numbers erase planned 2"]]
    assert here.log() == [
        "intended retention/numbers erase planned 2",
        "done retention/numbers logically erased erased 2 left 0",
        "done promises 1 rows 2",
    ]
    assert ids(here) == [3]


@dataclass
class Watched:
    """Tells when it is acted upon."""

    inside: Store
    acted: Callable[[], None]

    def answer(self, question: Question) -> Answer:
        return self.inside.answer(question)

    def together(self, deeds: tuple[Deed, ...]) -> tuple[Batch, ...]:
        return self.inside.together(deeds)

    def perform(self, action: Action, pace: Pace) -> Iterator[Batch]:
        self.acted()
        yield from self.inside.perform(action, pace)


def test_a_plan_changes_nothing_and_its_digest_is_stable_all_day() -> None:
    here = office(messages(OLD, NEW))
    digests = set()
    for hour in (0, 9, 23):
        here.clock.at = moment_of(TODAY).replace(hour=hour, minute=59)
        digests.add(here.plan().digest)
    assert len(digests) == 1
    assert ids(here) == [1, 2]
    assert here.log() == []


@pytest.mark.parametrize("changed", ["rows", "statement", "date"])
def test_the_digest_differs_when_something_changes(changed: str) -> None:
    here, other = office(messages(OLD, NEW)), office(messages(OLD, NEW))
    if changed == "rows":
        other = office(messages(OLD, OLD, NEW))
    if changed == "statement":
        other = office(messages(OLD, NEW, version=2))
    if changed == "date":
        other.clock.pass_days(1)
    assert here.plan().digest != other.plan().digest


def test_keep_does_the_named_plan_or_refuses() -> None:
    here = office(messages(OLD, NEW))
    here.approve()
    planned = here.plan()
    with pytest.raises(PlanChanged, match="not today's plan"):
        here.keep(Allowed(1_000, digest="0" * 12))
    with pytest.raises(PlanChanged, match="too short"):
        here.keep(Allowed(1_000, digest=planned.digest[:3]))
    assert ids(here) == [1, 2]
    here.keep(Allowed(1_000, digest=planned.digest[:12]))
    assert ids(here) == [2]


def test_a_named_plan_that_waits_for_an_approval_is_refused() -> None:
    here = office(messages(OLD, NEW))
    with pytest.raises(NotApproved, match="gestand approve"):
        here.keep(Allowed(1_000, digest=here.plan().digest))
    assert ids(here) == [1, 2]


def test_more_rows_than_allowed_are_refused_before_anything_is_touched() -> None:
    here = office(messages(OLD, OLD, OLD))
    here.approve()
    with pytest.raises(TooMuch, match="3 rows, and at most 2"):
        here.keep(Allowed(at_most=2))
    assert ids(here) == [1, 2, 3]
    assert here.log() == []


def test_rows_that_go_along_count_towards_what_is_allowed() -> None:
    here = office(family(notes=5))
    here.approve()
    with pytest.raises(TooMuch, match="6 rows"):
        here.keep(Allowed(at_most=5))


def family(notes: int) -> Told:
    told = messages(OLD)
    told["tables"]["notes"] = {
        "columns": {"id": "integer required", "message_id": "integer"},
        "links": {"message_id": "messages / cascade"},
        "rows": [[index, 1] for index in range(1, notes + 1)],
    }
    return told


def test_arrears_go_in_slices_under_one_approval() -> None:
    here = office(messages(*[OLD] * 5))
    here.approve()
    for left in ([3, 4, 5], [5], []):
        kept = here.keep(Allowed(at_most=1_000, slice=2))
        assert ids(here) == left
        assert kept.waiting == ()
    assert here.records.swept("retention/numbers") is not None


def test_a_slice_counts_what_goes_along() -> None:
    told = family(notes=4)
    told["tables"]["messages"]["rows"] = [[index, "06", OLD] for index in (1, 2)]
    told["tables"]["notes"]["rows"] = [[index, 1 + index % 2] for index in range(4)]
    here = office(told)
    here.approve()
    kept = here.keep(Allowed(at_most=1_000, slice=3))
    assert kept.rows == 1
    assert len(ids(here)) + len(ids(here, "notes")) == 3


def test_what_went_along_is_taken_off_the_slice_of_the_next_action() -> None:
    told = with_visits(family(notes=3), *[date(2026, 1, 1)] * 4)
    here = office(told)
    here.approve()
    here.keep(Allowed(at_most=1_000, slice=5))
    assert (ids(here), len(ids(here, "visits"))) == ([], 3)


def test_a_first_sweep_waits_then_runs_and_later_ones_do_not_wait() -> None:
    here = office(messages(OLD, date(2026, 11, 20)))
    waiting = here.keep().waiting
    assert [(one.rows, one.why) for one in waiting] == [(1, "first sweep")]
    assert ids(here) == [1, 2]
    here.approved_and_kept()
    assert ids(here) == [2]
    here.clock.pass_days(10)
    assert here.keep().waiting == ()
    assert ids(here) == []


def test_a_first_sweep_without_arrears_needs_no_approval_ever() -> None:
    here = office(messages(NEW))
    here.keep()
    here.clock.pass_days(10)
    here.keep()
    assert ids(here) == []


def test_an_approval_covers_no_more_rows_than_were_shown() -> None:
    here = office(messages(OLD, date(2026, 11, 20)))
    here.approve()
    here.clock.pass_days(10)
    assert [one.rows for one in here.keep().waiting] == [2]
    assert ids(here) == [1, 2]


@pytest.mark.parametrize(("kept", "waits"), [("1 day after sent", True), ("1 year after sent", False)])
def test_a_stricter_promise_waits_and_a_laxer_one_does_not(kept: str, waits: bool) -> None:
    here = office(messages(OLD, date(2026, 11, 20), date(2025, 1, 1)))
    here.approved_and_kept()
    here.told = {**here.told, "version": 2, "retention": {"numbers": {"data": ["number"], "kept": kept}}}
    assert [one.why for one in here.keep().waiting] == (["stricter"] if waits else [])


def test_another_place_for_the_data_waits() -> None:
    here = office(messages(OLD)).approved_and_kept()
    here.told["tables"]["messages"]["columns"]["made_on"] = "date"
    here.told["tables"]["messages"]["moments"] = {"sent": "made_on"}
    here.told["tables"]["messages"]["rows"] = [[1, "06", NEW, OLD]]
    here.stores["shop"] = store_of(here.told)
    assert [one.why for one in here.keep().waiting] == ["changed"]
    assert ids(here) == [1]


def test_an_index_changes_nothing_that_waits() -> None:
    here = office(messages(OLD)).approved_and_kept()
    here.told["tables"]["messages"]["columns"]["sent_on"] = "date"
    here.told["tables"]["messages"]["rows"] = [[1, "06", OLD]]
    here.stores["shop"] = store_of(here.told)
    assert here.keep().waiting == ()
    assert ids(here) == []


def test_a_row_waits_for_every_promise_that_frees_it() -> None:
    """The stricter promise on the second datum is what lets the row go, though the first is counted."""
    told = messages()
    table = told["tables"]["messages"]
    table["columns"]["body"] = "text"
    table["data"] = {"number": "number", "body": "body"}
    table["rows"] = [[1, None, OLD, "Hello"]]
    told["retention"]["bodies"] = {"data": ["body"], "kept": "1 year after sent"}
    here = office(told)
    here.keep()
    strict = {**told["retention"], "bodies": {"data": ["body"], "kept": "1 week after sent"}}
    here.told = {**told, "version": 2, "retention": strict}
    kept = here.keep()
    assert [(one.sweep.promise, one.why) for one in kept.waiting] == [("retention/bodies", "stricter")]
    assert ids(here) == [1]


def test_a_child_that_loses_its_promise_makes_its_parent_wait() -> None:
    told = family(notes=1)
    told["tables"]["messages"]["rows"] = [[1, "06", NEW]]
    told["tables"]["notes"] |= {
        "columns": {"id": "integer required", "message_id": "integer", "text": "text", "made_on": "date"},
        "data": {"note": "text"},
        "moments": {"made": "made_on"},
        "rows": [[1, 1, "A", NEW]],
    }
    told["retention"]["notes"] = {"data": ["note"], "kept": "5 years after made"}
    here = office(told)
    here.keep()
    here.clock.pass_days(30)
    without = {"numbers": told["retention"]["numbers"]}
    here.told = {**told, "version": 2, "retention": without}
    assert [one.why for one in here.keep().waiting] == ["changed"]
    assert ids(here, "notes") == [1]


def test_a_store_that_fails_stops_its_own_promises_and_the_rest_is_kept() -> None:
    told = with_visits(messages(OLD), date(2026, 1, 1))
    here = office(told)
    here.approve()
    here.stores["shop"] = Troubled(
        store_of(told), on={"messages": StoreRefuses("store shop: no right to DELETE")}
    )
    kept = here.keep()
    assert [outcome.trouble for outcome in kept.outcomes] == ["store shop: no right to DELETE", ""]
    assert (ids(here), ids(here, "visits")) == ([1], [])
    assert here.log()[:2] == [
        "intended retention/numbers erase planned 1",
        "failed retention/numbers StoreRefuses rows 0",
    ]
    assert here.records.swept("retention/numbers") is None
    assert here.records.swept("retention/visits") is not None


@pytest.mark.parametrize(
    "trouble", [StoreAway("store shop is away"), StoreReadOnly("store shop is read-only")]
)
def test_a_store_that_is_away_or_read_only_is_left_alone(trouble: StoreError) -> None:
    told = with_visits(messages(OLD), date(2026, 1, 1))
    here = office(told)
    here.approve()
    here.stores["shop"] = Troubled(store_of(told), on={"messages": trouble})
    assert len(here.keep().outcomes) == 1
    assert (ids(here), ids(here, "visits")) == ([1], [1])


def test_a_table_that_refuses_to_be_read_leaves_the_other_promises_told() -> None:
    told = with_visits(messages(OLD), date(2026, 11, 1))
    here = office(
        told, lambda store: Troubled(store, questions={"messages": StoreRefuses("no right to read messages")})
    )
    assert here.findings() == ["retention/numbers store-silent 0", "retention/visits kept 0"]
    assert [silence.reason for silence in here.plan().silences] == ["no right to read messages"]


def test_a_store_that_is_away_leaves_its_promises_untold_and_no_others() -> None:
    told = two_stores()
    here = Office(told, {"shop": store_of(told), "web": Troubled(store_of(told), questions=away())})
    checked = here.check()
    assert checked.reach.away == ("web",)
    assert checked.reach.not_covered == ()
    found = {one.promise: one for one in checked.findings if not is_hint(one)}
    assert found["retention/numbers"].code == "kept-too-long"
    assert found["retention/visits"].verdict is Verdict.CANNOT_TELL
    assert found["retention/visits"].code == "store-away"
    assert "store web does not answer" in found["retention/visits"].what.nl
    assert [silence.store for silence in here.plan().silences] == ["web"]


def test_data_partly_in_a_store_that_is_away_are_not_called_kept() -> None:
    told = two_stores()
    told["retention"]["both"] = {"data": ["number", "ip"], "kept": "1 week after sent"}
    del told["retention"]["numbers"], told["retention"]["visits"]
    told["other stores"]["web"]["tables"]["visits"]["moments"] = {"sent": "at"}
    told["tables"]["messages"]["rows"] = [[1, "06", NEW]]
    here = Office(told, {"shop": store_of(told), "web": Troubled(store_of(told), questions=away())})
    assert here.findings() == ["retention/both store-away 0"]
    here.keep()
    assert here.records.swept("retention/both") is None


def test_a_store_that_the_map_no_longer_fits_leaves_its_promises_untold_and_the_others_kept() -> None:
    told = two_stores()
    changed = store_of({"tables": {"visits": {"columns": {"id": "integer required", "ip": "text"}}}}, "web")
    here = Office(told, {"shop": store_of(told), "web": changed})
    checked = here.check()
    assert (checked.reach.connected, checked.reach.away) == (("shop",), ("web",))
    found = {one.promise: one for one in checked.findings if not is_hint(one)}
    assert found["retention/numbers"].code == "kept-too-long"
    assert (found["retention/visits"].verdict, found["retention/visits"].code) == (
        Verdict.CANNOT_TELL,
        "store-away",
    )
    assert "store web is not as the data map says" in found["retention/visits"].what.nl
    assert "`at`" in found["retention/visits"].what.en
    (silence,) = here.plan().silences
    assert silence.store == "web"
    here.approved_and_kept()
    assert ids(here) == []
    assert here.records.swept("retention/visits") is None
    (unseen,) = here.keeper.drift(here.clock())
    assert "whether web has changed cannot be told. store web is not as the data map says" in unseen.what.en


def test_a_map_that_fits_no_store_is_refused_with_its_faults() -> None:
    told = messages(OLD)
    here = office(told)
    here.stores["shop"] = store_of({"tables": {"messages": {"columns": {"id": "integer"}}}})
    with pytest.raises(DataMapError, match="number"):
        here.check()


def away() -> dict[str, StoreError]:
    return {"all": StoreAway("store web does not answer; is it running?")}


def two_stores() -> Told:
    told = with_visits(messages(OLD))
    visits = told["tables"].pop("visits")
    mapped = {key: visits[key] for key in ("data", "moments")}
    tables = {"visits": {"rows of": "people", **mapped, "at the end": "erase"}}
    web = {"url": "$WEB_URL", "times without a zone": "UTC", "tables": tables}
    return {**told, "moments": ["visit"], "other stores": {"web": web}}


def test_an_interruption_is_logged_and_the_next_keep_ends_in_the_same_place() -> None:
    told = messages(*[OLD] * 5, NEW)
    here = office(told)
    here.approve()
    store = store_of(told)
    here.stores["shop"] = Troubled(store, batches=2, then=KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        here.keep()
    assert here.log() == [
        "intended retention/numbers erase planned 5",
        "failed retention/numbers interrupted rows 2",
    ]
    assert not here.records.leased
    here.stores["shop"] = store
    here.keep()
    assert ids(here) == [6]
    assert here.records.unfinished() == ()
    assert [rows for _, _, rows in here.records.approvals] == [0]


def test_what_a_dead_keeper_left_is_closed_before_anything_else() -> None:
    here = office(messages(OLD)).approved_and_kept()
    here.records.write(Entry(Kind.INTENDED, here.clock(), "retention/numbers", action="a" * 64, word="erase"))
    here.keep()
    assert here.log()[-2:] == ["failed retention/numbers interrupted rows 0", "done promises 1 rows 0"]
    assert here.records.unfinished() == ()


def test_two_keepers_do_not_work_at_once() -> None:
    here = office(messages(OLD))
    with here.records.lease(here.clock()), pytest.raises(AnotherKeeper):
        here.keep()


def test_the_lease_is_renewed_before_every_question_and_after_every_batch() -> None:
    here = office(messages(*[OLD] * 3), lambda store: Troubled(store))
    here.approve()
    beats: list[tuple[int, int]] = []
    here.stores["shop"] = Counted(
        store_of(here.told), lambda: beats.append((here.records.beats, len(here.log())))
    )
    here.keep()
    look, count, recount = beats
    assert (look, count) == ((1, 0), (2, 0))
    assert recount == (here.records.beats, 1)
    assert here.records.beats == 2 + 1 + 1


@dataclass
class Counted:
    """Tells when it is asked."""

    inside: MemoryStore
    asked: Callable[[], None]

    def answer(self, question: Question) -> Answer:
        self.asked()
        return self.inside.answer(question)

    def together(self, deeds: tuple[Deed, ...]) -> tuple[Batch, ...]:
        return self.inside.together(deeds)

    def perform(self, action: Action, pace: Pace) -> Iterator[Batch]:
        return self.inside.perform(action, pace)


def kept_with(here: Office, after: Callable[[int], None]) -> Kept:
    """Keep, a row a batch, with something happening after each row."""
    return here.keeper.keep(here.clock, MANY, watcher=lambda _, rows: after(rows))


def test_a_hold_that_begins_while_rows_go_stops_it_between_two_batches() -> None:
    here = office(with_visits(messages(*[OLD] * 5), date(2026, 1, 1)), lambda store: Troubled(store))
    here.approve()

    def begin(rows: int) -> None:
        if rows == 2:
            one = hold({"id": "H-1", "data": ["number"], "begins": TODAY})
            here.keeper.tell(BeginHold(one), here.clock())

    (outcome,) = kept_with(here, begin).outcomes
    assert outcome.trouble.startswith("A hold began while this ran")
    assert (ids(here), ids(here, "visits")) == ([3, 4, 5], [1])
    assert here.log()[-2:] == ["failed retention/numbers HoldBegan rows 2", "done promises 2 rows 2"]
    here.keep()
    assert (ids(here), ids(here, "visits")) == ([3, 4, 5], [])


def test_a_hold_whose_first_day_comes_while_rows_go_stops_it_too() -> None:
    here = office(messages(*[OLD] * 5), lambda store: Troubled(store))
    tomorrow = hold({"id": "H-1", "data": ["number"], "begins": TODAY + timedelta(days=1)})
    here.keeper.tell(BeginHold(tomorrow), here.clock())
    here.approve()
    kept_with(here, lambda rows: here.clock.pass_days(int(rows == 2)))
    assert ids(here) == [3, 4, 5]


def test_a_hold_that_ends_while_rows_go_stops_nothing() -> None:
    here = office(messages(*[OLD] * 5), lambda store: Troubled(store))
    other = hold({"id": "H-1", "data": ["ip"], "begins": TODAY})
    here.keeper.tell(BeginHold(other), here.clock())
    here.approve()

    def end(rows: int) -> None:
        if rows == 2:
            here.keeper.tell(EndHold("H-1"), here.clock())

    kept_with(here, end)
    assert ids(here) == []


class Killed(BaseException):
    """What no keeper can catch: the power is gone, nothing is written any more."""


@dataclass
class Mortal(ListRecords):
    """Records that take nothing in any more once the keeper is dead."""

    dead: bool = False

    def write(self, *entries: Entry) -> None:
        if self.dead:
            raise Killed
        super().write(*entries)

    def progress(self, so_far: Progress, sweeps: Sequence[Sweep]) -> None:
        if self.dead:
            raise Killed
        super().progress(so_far, sweeps)


def test_what_a_killed_keeper_did_is_told_by_the_next_and_taken_off_the_approval() -> None:
    here = office(messages(*[OLD] * 5), lambda store: Troubled(store))
    here.records = records = Mortal()
    here.approve()

    def pass_time(rows: int) -> None:
        here.clock.at += timedelta(seconds=2)
        if rows == 3:
            records.dead = True
            raise Killed

    with pytest.raises(Killed):
        kept_with(here, pass_time)
    assert [rows for _, _, rows in records.approvals] == [2]
    records.dead = False
    here.keep()
    assert here.log()[1] == "failed retention/numbers interrupted rows 3"
    assert [rows for _, _, rows in records.approvals] == [0]


def test_a_book_that_gives_up_while_rows_go_stops_it_and_the_rows_are_told() -> None:
    here = office(messages(*[OLD] * 5), lambda store: Troubled(store))
    here.approve()

    def give_up(rows: int) -> None:
        if rows == 3:
            raise BookError("The disk is full.")

    with pytest.raises(BookError, match="full"):
        kept_with(here, give_up)
    assert here.log()[-1] == "failed retention/numbers BookError rows 3"
    assert here.records.unfinished() == ()


def test_a_keeper_that_lost_its_lease_tells_what_the_other_does_not_know() -> None:
    here = office(messages(*[OLD] * 5), lambda store: Troubled(store))
    here.approve()

    def take_over(rows: int) -> None:
        here.clock.at += timedelta(seconds=2 * (rows == 1))
        if rows == 4:
            here.records.write(*(closed(one, here.clock()) for one in here.records.unfinished()))
            raise AnotherKeeper("Another keeper has taken over.")

    with pytest.raises(AnotherKeeper):
        kept_with(here, take_over)
    assert here.log()[-2:] == [
        "failed retention/numbers interrupted rows 2",
        "failed retention/numbers AnotherKeeper rows 2",
    ]
    assert here.records.log[-1].action == ""


def closed(left: Progress, now: datetime) -> Entry:
    return Entry(Kind.FAILED, now, left.promise, action=left.action, counts=left.counts, word="interrupted")


def test_a_store_that_breaks_unforeseen_is_logged_without_its_words_and_the_rest_is_kept() -> None:
    told = with_visits(messages(OLD), date(2026, 1, 1))
    here = office(told)
    here.approve()
    broken = ValueError("0612345678 is no date")
    here.stores["shop"] = Troubled(store_of(told), on={"messages": broken})
    first, second = here.keep().outcomes
    assert "ValueError" in first.trouble
    assert "0612345678" not in first.trouble
    assert here.log()[1] == "failed retention/numbers StoreError rows 0"
    assert (second.trouble, ids(here, "visits")) == ("", [])


def test_what_went_along_is_logged() -> None:
    here = office(family(notes=4))
    here.approve()
    kept = here.keep()
    assert (kept.rows, kept.along) == (1, 4)
    assert here.log()[1:] == [
        "done retention/numbers logically erased erased 1 along 4 left 0",
        "done promises 1 rows 1 along 4",
    ]


def test_no_more_rows_go_than_planned_although_more_would_go_along_now() -> None:
    told = family(notes=4)
    here = office(told)
    here.approve()
    digest = here.plan().digest
    inside = here.stores["shop"]
    assert isinstance(inside, MemoryStore)
    new: list[PlainRow] = [{"id": 100 + number, "message_id": 1} for number in range(50)]
    here.stores["shop"] = Watched(inside, lambda: inside.rows[TableName("notes")].extend(new))
    (outcome,) = here.keep(Allowed(1_000, digest)).outcomes
    assert (outcome.rows, outcome.along, outcome.left) == (0, 0, 1)
    assert len(inside.rows[TableName("notes")]) == 54


def test_a_recount_that_fails_is_not_called_finished() -> None:
    told = messages(OLD)
    here = office(told)
    here.approve()
    here.stores["shop"] = Deaf(store_of(told))
    (outcome,) = here.keep().outcomes
    assert (outcome.rows, outcome.left) == (1, None)
    assert here.log()[1] == "done retention/numbers logically erased erased 1"
    assert here.records.swept("retention/numbers") is None


@dataclass
class Deaf:
    """Answers until it has been acted upon, and never again."""

    inside: MemoryStore
    acted: bool = False

    def answer(self, question: Question) -> Answer:
        if self.acted:
            raise StoreAway("store shop went away")
        return self.inside.answer(question)

    def together(self, deeds: tuple[Deed, ...]) -> tuple[Batch, ...]:
        return self.inside.together(deeds)

    def perform(self, action: Action, pace: Pace) -> Iterator[Batch]:
        self.acted = True
        yield from self.inside.perform(action, pace)


def test_check_says_when_nothing_was_kept_for_longer_than_the_promise_allows() -> None:
    here = office(messages(NEW)).approved_and_kept()
    here.check()
    here.clock.pass_days(6)
    assert "retention/numbers no-keep-lately 0" not in here.findings()
    here.clock.pass_days(8)
    found = here.findings()
    assert "retention/numbers no-keep-lately 0" in found
    assert "retention/numbers no-check-lately 0" in found


def test_check_tells_a_database_that_has_changed() -> None:
    here = office(messages(NEW))
    here.keep()
    assert " drift 0".strip() not in here.findings()
    here.told["tables"]["messages"]["columns"]["extra"] = "text"
    here.told["tables"]["messages"]["rows"] = []
    here.stores["shop"] = store_of(here.told)
    assert "drift 0" in here.findings()


def invoices(*days: date) -> Told:
    told = messages(*days)
    term = "7 years after the book year of sent"
    told["retention"] = {"invoices": {"data": ["number"], "kept": term, "kept at least": "AWR 52"}}
    return told


def test_rows_gone_although_the_law_demands_them_are_a_deviation() -> None:
    here = office(invoices(date(2022, 1, 1), date(2022, 6, 1), date(2023, 1, 1), NEW))
    assert here.findings() == ["retention/invoices kept 0"]
    rows = here.stores["shop"].rows[TableName("messages")]  # type: ignore[attr-defined]
    del rows[0]
    (found,) = [one for one in here.check().findings if one.code == "gone-too-early"]
    assert (found.verdict, found.rows) == (Verdict.DEVIATION, 1)
    assert "1 rij uit 2022" in found.what.nl
    assert "AWR" in found.what.nl


def test_a_store_that_was_away_for_a_check_does_not_hide_what_went_meanwhile() -> None:
    told = invoices(date(2022, 1, 1), date(2022, 6, 1))
    here = office(told)
    here.check()
    store = here.stores["shop"]
    here.stores["shop"] = Troubled(store_of(told), questions={"messages": StoreRefuses("locked")})
    assert here.findings() == ["retention/invoices store-silent 0"]
    here.stores["shop"] = store
    del store.rows[TableName("messages")][0]  # type: ignore[attr-defined]
    assert "retention/invoices gone-too-early 1" in here.findings()


def test_a_check_counts_years_and_verdicts_in_the_log() -> None:
    here = office(invoices(date(2022, 1, 1), date(2022, 6, 1), date(2018, 1, 1)))
    here.check()
    (entry,) = here.records.log
    counts = dict(entry.counts)
    assert (entry.word, counts["deviation"], counts["year 2022"], counts["year 2021"]) == (
        "deviation",
        1,
        2,
        0,
    )


def test_a_row_with_two_data_counts_once_in_its_year() -> None:
    told = invoices(date(2022, 1, 1))
    told["tables"]["messages"]["data"]["again"] = "id"
    told["retention"]["invoices"]["data"] = ["number", "again"]
    here = office(told)
    here.check()
    assert dict(here.records.log[0].counts)["year 2022"] == 1


def test_a_hold_begins_and_ends_by_command() -> None:
    here = office(messages(OLD))
    here.keeper.tell(BeginHold(hold({"id": "H-1", "begins": TODAY})), here.clock())
    assert here.plan().actions == ()
    assert here.findings() == ["retention/numbers held 1", "retention/numbers kept 0"]
    here.clock.pass_days(3)
    here.keeper.tell(EndHold("H-1"), here.clock())
    assert here.plan().rows == 1
    assert here.findings() == ["retention/numbers due 1", "retention/numbers kept 0"]
    here.clock.pass_days(1)
    assert "retention/numbers kept-too-long 1" in here.findings()


def test_a_hold_says_how_many_rows_it_would_keep() -> None:
    here = office(messages(OLD, NEW))
    one = hold({"id": "H-1", "data": ["number"]})
    assert here.keeper.reach_of(one, here.clock()) == (("messages (shop)", 2),)
    nobody = replace(one, people=(("email", "a@example.org"),))
    assert here.keeper.reach_of(nobody, here.clock()) == (("messages (shop)", None),)


def test_check_changes_nothing_and_a_plan_writes_no_log() -> None:
    here = office(messages(OLD, NEW))
    here.check()
    assert ids(here) == [1, 2]
    assert [entry.kind for entry in here.records.log] == [Kind.CHECKED]
