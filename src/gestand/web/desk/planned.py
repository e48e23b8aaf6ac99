"""The plan of a case as the desk shows it: what was found, what will be done, and what stands in the way."""

from dataclasses import dataclass, replace

from gestand.core.case import Case
from gestand.core.caseplan import CasePlan, Task
from gestand.core.errors import GestandError
from gestand.core.plan import SHOWN
from gestand.core.step import Amount
from gestand.core.text import Text
from gestand.documents import casefile
from gestand.documents.voice import day_words
from gestand.web.access import Visit
from gestand.web.desk.clockface import number
from gestand.web.desk.refusals import why


@dataclass(frozen=True)
class Pile:
    """What was found of one datum in one table; `kept` is empty where nothing stays.

    `first_until` is when the oldest of it goes, where the newest stays longer, `until`.
    """

    data: str
    table: str
    store: str
    rows: str
    kept: str
    until: str
    first_until: str = ""


@dataclass(frozen=True)
class Planned:
    """`trouble` says why there is no plan, with `details`. `digest` is whole; `short` is what people compare."""

    piles: tuple[Pile, ...] = ()
    sentences: tuple[Text, ...] = ()
    copies: int = 0
    stops: tuple[str, ...] = ()
    doubtful: str = ""
    tasks: tuple[Task, ...] = ()
    deeds: bool = False
    digest: str = ""
    short: str = ""
    second: bool = False
    trouble: Text | None = None
    details: str = ""

    @property
    def ready(self) -> bool:
        """It can be done: nothing stands in the way, and nobody else has to approve."""
        return bool(self.digest) and not (self.stops or self.doubtful or self.second)


def planned(visit: Visit, case: Case) -> Planned:
    """What the case takes today; of a closed one, what was found. No plan where a store does not answer."""
    if case.closed:
        return Planned(piles(visit, case.found.amounts if case.found else ()))
    if not case.identified:
        return Planned()
    try:
        plan = visit.company.casework.plan(case.id, visit.now)
        return _shown(visit, plan, visit.company.casework.waits_for_second(case, plan))
    except GestandError as trouble:
        return Planned(trouble=why(trouble), details=str(trouble))


def _shown(visit: Visit, plan: CasePlan, second: bool) -> Planned:
    return Planned(
        piles=piles(visit, plan.amounts),
        sentences=casefile.planned(replace(plan, tasks=tuple(_in_words(visit, one) for one in plan.tasks))),
        copies=len(plan.copies),
        stops=tuple(
            dict.fromkeys(
                (*(one.why for one in plan.impossible), *(silence.reason for silence in plan.silences))
            )
        ),
        doubtful="" if plan.trail.judged else ", ".join(plan.trail.doubtful),
        tasks=plan.tasks,
        deeds=bool(plan.deeds),
        digest=plan.digest,
        short=plan.digest[:SHOWN],
        second=second,
    )


def called(visit: Visit, store: str) -> str:
    """Whom to tell by the statement's name, and a system by that of the data map."""
    told = visit.company.statement.recipients
    recipient = told.get(store) if isinstance(told, dict) else None
    return recipient.said_in(visit.language) if recipient else store


def _in_words(visit: Visit, task: Task) -> Task:
    data, language = visit.company.statement.data, visit.language
    named = tuple(data[word].said_in(language) if word in data else word for word in task.data)
    return replace(task, store=called(visit, task.store), data=named)


def piles(visit: Visit, amounts: tuple[Amount, ...]) -> tuple[Pile, ...]:
    """Amounts with the names of the statement; what is not there has no line."""
    return tuple(_pile(visit, one) for one in amounts if one.rows)


def _pile(visit: Visit, one: Amount) -> Pile:
    language, zone = visit.language, visit.company.settings.zone
    datum = visit.company.statement.data.get(one.data)
    return Pile(
        data=datum.said_in(language) if datum else one.data,
        table=str(one.table),
        store=one.store,
        rows=number(one.rows, language),
        kept=number(one.kept, language) if one.kept else "",
        until=day_words(one.until.astimezone(zone).date(), language) if one.until else "",
        first_until=day_words(one.first_until.astimezone(zone).date(), language) if one.first_until else "",
    )
