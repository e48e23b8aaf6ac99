"""One case as one page: what was asked, how long there is, what happened, and what comes next."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import ModuleType

from gestand.core.case import Case
from gestand.core.caselist import View
from gestand.core.caseplan import CUSTOMER, DECISION, PERSON
from gestand.core.letter import Posting, Sending
from gestand.core.request import Known, Right
from gestand.core.staff import Role
from gestand.core.step import Advised, Answered, Asked, Decided, Extended, Lifted, Proof, Step
from gestand.core.text import Text
from gestand.documents import casefile
from gestand.documents.grounds import Grounds, grounds
from gestand.duties import requests
from gestand.web.access import Act, Visit
from gestand.web.desk import words_case
from gestand.web.desk.clockface import Clockface, clockface, moment
from gestand.web.desk.planned import Planned, called, planned
from gestand.web.offered import Choice, Offered, email_kind, offered

_COPIES = {Right.ACCESS, Right.PORTABILITY}
LATE_ENTRY_DAYS = 2
"""Days between receipt and entry from which the page says so."""


@dataclass(frozen=True)
class Event:
    """One step of the timeline, and what was written with it."""

    at: str
    told: Text
    written: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asking:
    """What was asked and by whom, in the words of the statement."""

    who: str
    acts_for: Text | None
    authority: str
    answer_to: str
    known: tuple[tuple[str, str, bool], ...]
    words: str
    about: tuple[str, ...]
    uses: tuple[str, ...]
    corrections: tuple[tuple[str, str], ...]
    sent_on_to: str
    received: str
    entered: str
    days_late: int


@dataclass(frozen=True)
class Shown:
    """A letter of the list. `printed`: it goes by post, and has a PDF."""

    number: int
    name: Text
    stands: Text
    at: str
    trouble: str
    printed: bool
    state: Sending


@dataclass(frozen=True)
class Weighed:
    """A decision of the list; `granted` is None where nobody has decided."""

    right: Text
    about: str
    granted: bool | None
    ground: str = ""
    reason: str = ""


@dataclass(frozen=True)
class HandTask:
    """What somebody does by hand, and the answer if there is one; with `searched` she looks in a system."""

    store: str
    called: Text
    how: Text
    owner: str = ""
    answered: tuple[int, int] | None = None
    searched: bool = True

    @property
    def passes_on(self) -> bool:
        """Her request is to go to a customer, who has a name and an address."""
        return self.store == CUSTOMER


@dataclass(frozen=True)
class Next:
    """The one thing that a case waits for, and the part of the page where that is done."""

    told: Text
    part: str


@dataclass(frozen=True)
class CasePage:
    """Everything on the page of a case; `may` are the acts of whoever looks. `seen` counts the steps shown."""

    id: str
    seen: int
    title: Text
    asking: Asking
    clock: Clockface
    clocks: tuple[tuple[Text, str], ...]
    comes_next: Next
    events: tuple[Event, ...]
    plan: Planned
    decisions: tuple[Weighed, ...]
    letters: tuple[Shown, ...]
    tasks: tuple[HandTask, ...]
    closed: bool
    identified: bool
    decided: bool
    undecided: tuple[Right, ...]
    waits_for: Text | None
    decider: bool
    given: tuple[tuple[str, str], ...]
    rights: tuple[Right, ...]
    data: tuple[Choice, ...]
    grounds: tuple[Grounds, ...]
    proofs: tuple[tuple[Proof, Text], ...]
    kinds: tuple[Choice, ...]
    may: frozenset[str]
    extended: bool
    copied: bool
    advice: tuple[tuple[str, str, str], ...]
    can_keep: bool
    can_mail: bool
    looks: tuple[tuple[str, str], ...]
    its: ModuleType = words_case


def case_page(visit: Visit, case: Case) -> CasePage:
    """The page as it stands now."""
    company, plan = visit.company, planned(visit, case)
    promises, zone = requests.promises(company.statement), company.settings.zone
    clocks = requests.clocks(case, promises, zone)
    offers, tasks = offered(company, visit.language), tuple(hand_tasks(visit, case, plan))
    return CasePage(
        id=case.id,
        seen=len(case.steps),
        title=casefile.asked(case),
        asking=_asking(visit, case, offers),
        clock=clockface(clocks, visit.now, zone, visit.language, closed=bool(case.closed)),
        clocks=tuple(_sentences(visit, case)),
        comes_next=_next(visit, case, plan, tasks),
        events=tuple(_event(visit, step) for step in case.steps),
        plan=plan,
        decisions=tuple(_weighed(case, offers)),
        letters=tuple(_letter(visit, one) for one in company.outbox.postings(case.id)),
        tasks=tasks,
        closed=bool(case.closed),
        identified=case.identified,
        decided=not undecided(case),
        undecided=undecided(case),
        waits_for=_waits_for(visit, words_case.PLAN_WAITS, case),
        decider=visit.member.name in {step.by for step in case.all_of(Decided)},
        given=tuple((_label(offers, one.kind), one.value) for one in case.request.known),
        rights=tuple(right for right in case.request.rights if right.needs_identity),
        data=tuple(one for one in offers.data if case.covers(one.value)),
        grounds=grounds(case.request.rights, visit.language),
        proofs=tuple((one, casefile.PROOFS[one]) for one in (Proof.FACTS, Proof.DESK, Proof.SIGNED_IN)),
        kinds=(Choice(email_kind(company), words_case.EMAIL), *offers.kinds),
        may=frozenset(act.name for act in Act if visit.may(act)),
        extended=case.last(Extended) is not None,
        copied=case.found is not None and bool(_COPIES & set(case.request.rights)),
        advice=tuple(_advice(visit, case)),
        can_keep=waits_for_keep(case, plan),
        can_mail=bool(case.request.asker.email),
        looks=tuple(_look(visit, one) for one in company.cases.views(case.id)),
    )


def _look(visit: Visit, view: View) -> tuple[str, str]:
    at = moment(view.at, visit.company.settings.zone, visit.language)
    return casefile.who(view.by).said_in(visit.language), at


def _asking(visit: Visit, case: Case, offers: Offered) -> Asking:
    request, zone = case.request, visit.company.settings.zone
    asker = request.asker
    return Asking(
        who=asker.name,
        acts_for=words_case.ACTS.get(asker.acts_for, words_case.FOR_OTHER) if asker.acts_for else None,
        authority=asker.authority,
        answer_to=asker.email or asker.address,
        known=_known((*case.known, *request.known), offers),
        words=request.words,
        about=tuple(_labels(offers.data, request.data)),
        uses=tuple(_labels(offers.uses, request.purposes)),
        corrections=tuple((f"{one.data}.{one.column}", one.value) for one in request.corrections),
        sent_on_to=request.sent_on_to,
        received=moment(request.received, zone, visit.language),
        entered=moment(request.entered, zone, visit.language),
        days_late=late_days(case),
    )


def _known(every: tuple[Known, ...], offers: Offered) -> tuple[tuple[str, str, bool], ...]:
    """Kind, value, and whether it is proven; one that is both counts as proven, for that comes first."""
    found: dict[tuple[str, str], bool] = {}
    for one in every:
        found.setdefault((one.kind, one.value), one.proven)
    return tuple((_label(offers, kind), value, proven) for (kind, value), proven in found.items())


def _label(offers: Offered, kind: str) -> str:
    return next((one.label for one in offers.kinds if one.value == kind), words_case.EMAIL)


def undecided(case: Case) -> tuple[Right, ...]:
    """The rights on which nobody has decided."""
    decided = {one.right for one in case.decisions}
    return tuple(one for one in case.request.rights if one not in decided)


def _waits_for(visit: Visit, sentence: Text, case: Case) -> Text | None:
    """The decision that a case waits for, and who may take it; None where nothing is left to decide."""
    rights = tuple(one.called for one in undecided(case))
    if not rights or case.closed:
        return None
    staff = (one for one in visit.company.staff.members() if one.role is Role.DECIDER and not one.revoked)
    who = tuple(Text(one.name, one.name) for one in staff) or (words_case.NO_DECIDER,)
    return _both(sentence, rights=rights, who=who)


def late_days(case: Case) -> int:
    """Whole days between receipt and entry; nought where they are no more than a couple."""
    days = (case.request.entered - case.request.received).days
    return days if days > LATE_ENTRY_DAYS else 0


def _labels(offers: tuple[Choice, ...], words: tuple[str, ...]) -> Iterator[str]:
    labels = {one.value: one.label for one in offers}
    return (labels.get(word, word) for word in words)


def _sentences(visit: Visit, case: Case) -> Iterator[tuple[Text, str]]:
    """The law's term first, then each of our own; one sentence once."""
    company = visit.company
    ends = requests.deadlines(case, requests.promises(company.statement), company.settings.zone)
    told = dict.fromkeys(end.sentence(visit.language) for end in ends[1:])
    yield words_case.LAW, ends[0].sentence(visit.language)
    yield from ((words_case.PROMISED, sentence) for sentence in told)


def _event(visit: Visit, step: Step) -> Event:
    return Event(
        moment(step.at, visit.company.settings.zone, visit.language),
        casefile.told(_named(visit, step)),
        tuple(filter(None, _written(step))),
    )


def _named(visit: Visit, step: Step) -> Step:
    """Whoever was told stands there by the name of the statement."""
    if not isinstance(step, Answered) or not step.told or step.store == PERSON:
        return step
    return replace(step, store=called(visit, step.store))


def _written(step: Step) -> tuple[str, ...]:
    match step:
        case Asked(doubt=doubt, question=question):
            return (doubt, question)
        case Extended(reason=reason) | Lifted(reason=reason):
            return (reason,)
        case Advised(advice=advice):
            return (advice,)
        case Decided(decisions=decisions):
            return tuple(dict.fromkeys(one.reason for one in decisions))
        case _:
            return ()


def _weighed(case: Case, offers: Offered) -> Iterator[Weighed]:
    """What stands now: of each right the word for all, and below it the exacter ones."""
    labels = {one.value: one.label for one in offers.data}
    for right in case.request.rights:
        about = dict.fromkeys(one.data for one in case.decisions if one.right is right)
        if not about:
            yield Weighed(right.called, "", None)
        for data in sorted(about):
            made = next(one for one in reversed(case.decisions) if (one.right, one.data) == (right, data))
            yield Weighed(right.called, labels.get(data, data), made.granted, made.ground, made.reason)


def _advice(visit: Visit, case: Case) -> Iterator[tuple[str, str, str]]:
    """Who advised, when, and what: it stands beside the decisions, which need not follow it."""
    for step in case.all_of(Advised):
        yield step.by, moment(step.at, visit.company.settings.zone, visit.language), step.advice


def _letter(visit: Visit, one: Posting) -> Shown:
    return Shown(
        number=one.number,
        name=casefile.LETTERS[one.template],
        stands=words_case.STANDS[one.state],
        at=moment(one.at, visit.company.settings.zone, visit.language),
        trouble=one.trouble,
        printed=one.state in (Sending.TO_PRINT, Sending.POSTED),
        state=one.state,
    )


def hand_tasks(visit: Visit, case: Case, plan: Planned) -> Iterator[HandTask]:
    """What the plan leaves to people, and what somebody answered for."""
    answered = {step.store: (step.found, step.done) for step in case.all_of(Answered)}
    owners = {task.store: task.owner for task in plan.tasks}
    for store in dict.fromkeys((*owners, *(one for one in answered if one != PERSON))):
        name = called(visit, store)
        yield HandTask(
            store=store,
            called=words_case.TASKS_OF.get(store, Text(name, name)),
            how=_how(visit, store),
            owner=owners.get(store, ""),
            answered=answered.get(store),
            searched=store in visit.company.data_map.by_hand,
        )


def _how(visit: Visit, store: str) -> Text:
    if store in visit.company.data_map.by_hand:
        return words_case.TASK_SEARCH
    if store in visit.company.data_map.databases:
        return words_case.TASK_DO
    if store == CUSTOMER:
        return words_case.TASK_PASS_ON
    return words_case.TASK_AGAIN if store == DECISION else words_case.TASK_TELL


def waits_for_hands(case: Case, plan: Planned) -> bool:
    """Something is left to people, and nobody has said what came of it."""
    answered = {step.store for step in case.all_of(Answered)}
    return any(task.store not in answered for task in plan.tasks)


def waits_for_keep(case: Case, plan: Planned) -> bool:
    """Somebody may press the button: all is decided, and it would not wait for the same hands again."""
    waits_again = case.found is not None and waits_for_hands(case, plan) and not plan.deeds
    return plan.ready and not undecided(case) and not waits_again


def _next(visit: Visit, case: Case, plan: Planned, tasks: tuple[HandTask, ...]) -> Next:
    """The one thing that the case waits for."""
    if case.closed:
        result = casefile.RESULTS[case.closed.result]
        return Next(_both(words_case.NEXT_CLOSED, result=(result,)), "letters")
    if not case.identified:
        return Next(words_case.NEXT_IDENTIFY, "identity")
    mine = words_case.NEXT_DECIDE if visit.may(Act.DECIDE) else words_case.NEXT_DECISION
    if decision := _waits_for(visit, mine, case):
        return Next(decision, "decisions")
    waits = tuple(one.called for one in tasks if one.answered is None)
    if plan.ready and not waits_for_keep(case, plan):
        return Next(_both(words_case.NEXT_TASKS, stores=waits), "tasks")
    return Next(_of_plan(plan), "plan")


def _of_plan(plan: Planned) -> Text:
    if plan.doubtful:
        return words_case.NEXT_DOUBT
    if plan.stops or plan.trouble:
        return words_case.NEXT_STOPS
    return words_case.NEXT_SECOND if plan.second else words_case.NEXT_KEEP


def _both(sentence: Text, **lists: tuple[Text, ...]) -> Text:
    """A sentence with lists in their places, in each language its own."""
    return Text(
        sentence.nl.format(**{name: ", ".join(one.nl for one in parts) for name, parts in lists.items()}),
        sentence.en.format(**{name: ", ".join(one.en for one in parts) for name, parts in lists.items()}),
    )
