"""One case, from receipt to answer: what is asked, what is done in the stores, and the letter that tells it.

Whatever stops it half-way, doing it again goes on: what the first search found is remembered, deeds are
idempotent, what remains is asked and never inferred, and a letter that was queued is not written twice.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Protocol

from gestand.core.action import Blank, Erase, Impossible, Restrict
from gestand.core.case import Case
from gestand.core.caseplan import CasePlan, Task
from gestand.core.caseports import Cases, Outbox, Suppressions, Tombstones
from gestand.core.errors import CaseNotReady, CaseStops, NotApproved
from gestand.core.hold import Hold
from gestand.core.lasting import Suppression
from gestand.core.letter import Template, Told
from gestand.core.promise import RightPromise
from gestand.core.question import Find, Rows, Silence
from gestand.core.request import Known, Request
from gestand.core.step import (
    Amount,
    Closed,
    Decided,
    Decision,
    Did,
    Extended,
    Found,
    Identified,
    Lifted,
    Proof,
    Result,
    Seconded,
    Share,
    Step,
)
from gestand.duties import requests
from gestand.duties.world import World
from gestand.fulfilment import Fulfilment, Left
from gestand.keeper import Keeper
from gestand.office import Office
from gestand.statement.uses import uses

FOUND = "found"
"""The name under which a case seals what was found."""
FOR_ANOTHER = "for another"
"""The same, for what the organisation that she names collects (GDPR 20(2))."""

Copies = dict[str, bytes]
"""Archives, by the name under which they are sealed."""


class Lasting(Suppressions, Tombstones, Protocol):
    """What outlasts a case."""


@dataclass(frozen=True)
class CaseKept:
    """What keeping a case came to. `waits` are systems kept by hand that nobody has answered for yet."""

    case: Case
    plan: CasePlan
    waits: tuple[Task, ...] = ()
    told: tuple[Told, ...] = ()


@dataclass(frozen=True)
class Casework:
    """The cases of one company. Every method takes the time.

    `second_above`: a plan of more rows, and the first erasure of all, takes a second decider, where `there_are_two`.
    `plus_addresses`: what stands between + and @ tells no two people apart. `as_one`: what is written within it is
    kept whole, or not at all; no store is asked meanwhile, for others wait.
    """

    keeper: Keeper
    cases: Cases
    outbox: Outbox
    office: Office
    lasting: Lasting
    second_above: int = 0
    there_are_two: Callable[[], bool] = lambda: False
    plus_addresses: bool = False
    as_one: Callable[[], AbstractContextManager[object]] = nullcontext

    def open(self, request: Request) -> Case:
        """Begin a case, at the moment at which it was entered; the receipt goes out."""
        world = self.keeper.world_of_letters(request.entered, Case("", request))
        clocks = requests.first_clocks(request, self._promises, self.keeper.zone)
        with self.as_one():
            case = self.cases.open_case(request, clocks)
            granted = tuple(Decision(right, True) for right in request.rights if not right.needs_identity)
            if granted and not any(case.all_of(Decided)):
                case = self.add(case, Decided(request.entered, BY_LAW, granted))
                self._leave_alone(case, (), request.entered)
            return self._send(case, Template.RECEIPT, replace(world, case=case), (), request.entered)

    def add(self, case: Case, *steps: Step) -> Case:
        """Add what happened; the clocks follow."""
        after = replace(case, steps=(*case.steps, *steps))
        clocks = requests.clocks(after, self._promises, self.keeper.zone)
        keep_until = self.office.case_until(after.closed.at) if after.closed else None
        return self.cases.add(case, *steps, clocks=clocks, keep_until=keep_until)

    def confirm(self, case_id: str, now: datetime) -> Case:
        """Mail a link by which somebody shows that the address is hers; the one before it ends."""
        case = self.cases.case(case_id)
        world = self.keeper.world_of_letters(now, case)
        with self.as_one():
            letter = self.office.letter(case, Template.LINK, world, (), now)
            return self.outbox.queue(case, letter, self.office.written(letter), now)

    def confirmed(self, case_id: str, kind: str, now: datetime, proof: Proof = Proof.LINK) -> Case:
        """She opened a mailed link: the address, and nothing else that she wrote, is shown to be hers."""
        case = self.cases.case(case_id)
        if case.closed or case.last(Identified):
            return case
        hers = (Known(kind, case.request.asker.email, proven=True),)
        return self.add(case, Identified(now, BY_HERSELF, proof, hers))

    def extend(self, case_id: str, step: Extended) -> Case:
        """Take two months more, and tell her why. Raises CaseNotReady once the first month has passed."""
        case = self.cases.case(case_id)
        first = requests.first_clocks(case.request, self._promises, self.keeper.zone)
        if step.at >= first.limit:
            raise CaseNotReady(
                f"Case {case_id}: an extension is told within the first month (GDPR 12(3)), which ended on "
                f"{first.limit:%Y-%m-%d}. Answer now."
            )
        world = self.keeper.world_of_letters(step.at, case)
        with self.as_one():
            case = self.add(case, step)
            return self._send(case, Template.EXTENSION, replace(world, case=case), (), step.at)

    def package(self, case_id: str, by: str, now: datetime, name: str = FOUND) -> bytes | None:
        """Her copy, taken out by somebody; that is logged. None when there is none, or no longer."""
        self.cases.seen(case_id, by, now)
        return self.cases.unseal(case_id, name)

    def plan(self, case_id: str, now: datetime) -> CasePlan:
        """What the case takes. Changes nothing of the company's, nor of the case."""
        return self._plan(self.cases.case(case_id), now)[0]

    def keep(self, case_id: str, now: Callable[[], datetime], digest: str = "") -> CaseKept:
        """Do what was granted, and answer. Raises CaseNotReady, CaseStops, PlanChanged.

        Of two at once the later step of one is refused (CaseChanged): what both did in the stores is the same.
        """
        case = self.cases.case(case_id)
        requests.refuse_unready(case)
        plan, world = self._plan(case, now())
        requests.refuse_stopped(case, plan, digest)
        requests.refuse_undecided(world, plan.amounts)
        self._refuse_alone(case, plan)
        copies = self._copies(case, plan, world, now())
        with self.as_one():
            case = self._remember(case, plan, world, copies, now)
            self._stores.intend(case, plan.shares[:1], plan.deeds, now())
            if not plan.deeds:
                return self._answered(case, plan, world, now)

        def answer(case: Case, left: Left) -> CaseKept | CaseStops:
            return requests.unfinished(case, left) or self._answered(case, plan, world, now)

        every = requests.left(world, plan.trail)
        came = self._stores.do(case, plan.shares, plan.deeds, every, now, answer)
        if isinstance(came, CaseStops):
            raise came
        return came

    def meanwhile(self, case_id: str, now: Callable[[], datetime]) -> Case:
        """Keep data out of use while an objection to that use waits for a decision (GDPR 18(1)(d))."""
        case = self.cases.case(case_id)
        if case.closed or not case.identified:
            return case
        plan, _ = self._plan(case, now())
        requests.refuse_stopped(case, plan, "")
        deeds = tuple(deed for deed in plan.deeds if isinstance(deed, Restrict) and not deed.lifted)
        shares = self._stores.shares(deeds)
        with self.as_one():
            if deeds and case.found is None:
                case = self.add(case, Found(now(), plan.trail, (), shares=shares))
            else:
                case = self._stores.take_up(case, plan.deeds, now)
            self._stores.intend(case, shares[:1], deeds, now())
        return self._stores.do(case, shares, deeds, (), now, lambda case, _: case)

    def lift(self, case_id: str, step: Lifted, now: Callable[[], datetime]) -> Case:
        """End a restriction that this case began; she is told first (GDPR 18(3))."""
        case = self.cases.case(case_id)
        case = case if case.last(Lifted) else self.add(case, step)
        plan, world = self._plan(case, now())
        requests.refuse_stopped(case, plan, "")
        lifting = tuple(deed for deed in plan.deeds if isinstance(deed, Restrict) and deed.lifted)
        shares = self._stores.shares(lifting)
        with self.as_one():
            case = self._send(case, Template.LIFTING, world, (), now())
            self._stores.intend(case, shares[:1], lifting, now())
        case = self._stores.do(case, shares, lifting, (), now, lambda case, _: case)
        if any(hold.id == _hold_of(case) and not hold.ends for hold in self.keeper.records.holds()):
            self.keeper.records.release(_hold_of(case), now().astimezone(self.keeper.zone).date(), now())
        return case

    def waits_for_second(self, case: Case, plan: CasePlan) -> bool:
        """Whether nobody but the decider has approved a plan that takes two; what was begun goes on."""
        if not plan.deeds or case.last(Did) or case.seconded(plan.digest):
            return False
        erasing = {deed.promise for deed in plan.deeds if isinstance(deed, Erase | Blank)}
        first = bool(erasing) and not any(map(self.keeper.was_ever_done, erasing))
        return (first or plan.rows_in_all > self.second_above) and self.there_are_two()

    def second(self, case_id: str, by: str, now: datetime, digest: str) -> Case:
        """Approve a plan beside the decider. Raises PlanChanged, and NotApproved for the decider herself."""
        case = self.cases.case(case_id)
        plan, _ = self._plan(case, now)
        requests.refuse_stopped(case, plan, digest)
        seconded = Seconded(now, by, plan.digest)
        if not replace(case, steps=(*case.steps, seconded)).seconded(plan.digest):
            raise NotApproved(f"Case {case_id}: whoever decided cannot be the second who approves.")
        return self.add(case, seconded)

    def _refuse_alone(self, case: Case, plan: CasePlan) -> None:
        if self.waits_for_second(case, plan):
            raise NotApproved(
                f"Case {case.id}: a plan of this size, and the first erasure of all, takes two deciders. A second one "
                "approves it on the desk. Nothing was touched."
            )

    def _plan(self, case: Case, now: datetime) -> tuple[CasePlan, World]:
        world = replace(self.keeper.world(now, case), plus_addresses=self.plus_addresses)
        answers = self.keeper.asking_of_one.rounds(lambda so_far: requests.ask(world, so_far))
        steps = requests.plan(world, answers)
        found = requests.trail(world, answers)
        remembered = case.found.amounts if case.found else ()
        amounts = remembered or requests.amounts(world, found, answers)
        deeds = (step for step in steps if not isinstance(step, Task | Impossible | Silence))
        by_store = tuple(sorted(deeds, key=lambda deed: deed.store))
        shares = self._stores.shares(by_store)
        by_hand = tuple(step for step in steps if isinstance(step, Task))
        told = requests.told(world, (*amounts, *requests.found_by_hand(world, by_hand)))
        plan = CasePlan(
            case=case.id,
            digest=self._digest(case, shares, amounts),
            at=now,
            trail=found,
            amounts=amounts,
            deeds=by_store,
            shares=shares,
            copies=requests.copies(world, found),
            tasks=(*by_hand, *self.office.to_be_told(world, told)),
            impossible=tuple(step for step in steps if isinstance(step, Impossible)),
            silences=tuple(step for step in steps if isinstance(step, Silence)),
        )
        return plan, world

    def _digest(self, case: Case, shares: tuple[Share, ...], amounts: tuple[Amount, ...]) -> str:
        """What is left of a plan that was begun is that plan still; anything else is another one."""
        deeds = tuple(one for share in shares for one in share.deeds)
        if case.found and case.found.plan:
            begun = {one for share in case.found.shares for one in share.deeds}
            if begun.issuperset(deeds):
                return case.found.plan
        return self.keeper.records.digest(("case", case.id, deeds, amounts))

    def _copies(self, case: Case, plan: CasePlan, world: World, now: datetime) -> Copies:
        """Her copy, and what another organisation gets of it, once, before anything is changed."""
        if not plan.copies or (case.found and self.cases.unseal(case.id, FOUND) is not None):
            return {}
        answered = self.keeper.asking_of_one.several(plan.copies).items()
        rows = tuple(
            (find, answer) for find, answer in answered if isinstance(find, Find) and isinstance(answer, Rows)
        )
        if len(rows) < len(answered):
            raise CaseStops(
                f"Case {case.id}: a store fell silent while the copy was made. Nothing was changed."
            )
        if large := [str(find.table) for find, answer in rows if answer.more]:
            raise CaseStops(
                f"Case {case.id}: {', '.join(large)} holds more rows of hers than go into one copy. Nothing was "
                "changed. Give her these by hand, and ask her which she wants (recital 63)."
            )
        copies = {FOUND: self.office.package(case, world, rows, now)}
        another = self.office.package_for_another(case, world, rows, now)
        return copies if another is None else copies | {FOR_ANOTHER: another}

    def _remember(
        self, case: Case, plan: CasePlan, world: World, copies: Copies, now: Callable[[], datetime]
    ) -> Case:
        """What is known before anything is done: what was found, and her copy; whom to leave alone, to erase again."""
        begun = case.found
        case = self._stores.take_up(case, plan.deeds, now)
        if begun is None or begun.plan != plan.digest:
            found = Found(now(), plan.trail, plan.amounts, plan.digest, plan.shares)
            case = self.add(case, found)
        for name, content in copies.items():
            self.cases.seal(case.id, name, content, self.office.package_until(now()))
        self._keep_lasting(case, plan, world, now())
        return self._tell_of_lifting(case, plan, world, now())

    def _keep_lasting(self, case: Case, plan: CasePlan, world: World, now: datetime) -> None:
        """What outlasts the case: whom to leave alone, whom to erase again, what to hold."""
        self._leave_alone(case, plan.trail.known, now)
        erased = requests.erased_data(world)
        if erased:
            self.lasting.bury(case.id, plan.trail, erased, now, self.office.backups_until(now))
        granted = requests.restricted_data(world)
        if granted and not any(hold.id == _hold_of(case) for hold in self.keeper.records.holds()):
            people = tuple((known.kind, known.value) for known in plan.trail.known)
            today = now.astimezone(self.keeper.zone).date()
            why = f"GDPR 18, {case.id}"
            hold = Hold(_hold_of(case), granted, people, why, _decider(case), today, today + REVIEW)
            self.keeper.records.hold(hold, now)

    def _leave_alone(self, case: Case, found: tuple[Known, ...], now: datetime) -> None:
        """No more mail to whatever address she gave, whoever else uses it (GDPR 21(3), 7(3))."""
        scopes = requests.left_alone(case.request, uses(self.keeper.statement))
        for known in dict.fromkeys((*case.request.known, *found)) if scopes else ():
            for scope in scopes:
                self.lasting.suppress(known, Suppression(scope, "", now, case.id))

    def _tell_of_lifting(self, case: Case, plan: CasePlan, world: World, now: datetime) -> Case:
        lifts = any(isinstance(deed, Restrict) and deed.lifted for deed in plan.deeds)
        return self._send(case, Template.LIFTING, world, (), now) if lifts else case

    def _tell_recipients(self, case: Case, world: World, lines: tuple[Told, ...], now: datetime) -> Case:
        """Everyone who got the data hears what became of them, once (GDPR 19)."""
        for letter in self.office.to_recipients(case, world, lines, now):
            if not case.wrote(letter.template, letter.recipient):
                case = self.outbox.queue(case, letter, self.office.written(letter), now)
        return case

    def _answered(self, case: Case, plan: CasePlan, world: World, now: Callable[[], datetime]) -> CaseKept:
        """What came of it; she hears it once nobody has to look in a system by hand any more."""
        world, waits = replace(world, case=case), requests.unanswered(case, plan.tasks)
        lines = requests.told(world, (*plan.amounts, *requests.found_by_hand(world, plan.tasks)))
        if not waits:
            case = self._tell_recipients(case, world, lines, now())
            case = self._answer(case, world, lines, now())
        return CaseKept(case, plan, waits, lines)

    @property
    def _stores(self) -> Fulfilment:
        return Fulfilment(self.keeper, self.add, self.as_one)

    def _answer(self, case: Case, world: World, lines: tuple[Told, ...], now: datetime) -> Case:
        result = requests.result(lines)
        case = self._send(case, ANSWERS.get(result, Template.ANSWER), world, lines, now)
        return case if case.closed else self.add(case, Closed(now, result))

    def _send(
        self, case: Case, template: Template, world: World, lines: tuple[Told, ...], now: datetime
    ) -> Case:
        """Queue a letter, unless this case has it already."""
        if case.wrote(template):
            return case
        letter = self.office.letter(case, template, world, lines, now)
        return self.outbox.queue(case, letter, self.office.written(letter), now)

    @cached_property
    def _promises(self) -> tuple[RightPromise, ...]:
        return requests.promises(self.keeper.statement)


REVIEW = timedelta(days=180)
"""A restriction is looked at again within half a year, as every hold is."""


def _hold_of(case: Case) -> str:
    """The hold by which retention spares what this case keeps out of use."""
    return f"case-{case.id}"


def _decider(case: Case) -> str:
    decided = case.last(Decided)
    return decided.by if decided else BY_LAW


BY_LAW = "the law"
"""Who decides where nothing is to be weighed (GDPR 7(3), 21(3))."""

BY_HERSELF = "the person"
"""Who shows, by a mailed link, who asks."""

BY_ANOTHER = "the organisation that she named"
"""Who collects, by a mailed link, what she wants it to have."""

ANSWERS = {
    Result.NOTHING_FOUND: Template.NOTHING_FOUND,
    Result.PASSED_ON: Template.PASSED_ON,
    Result.REFUSED: Template.REFUSAL,
}
"""The letter for each result; any other is told in the answer itself."""
