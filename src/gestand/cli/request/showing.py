"""How cases, their plans and their letters read on a screen."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from gestand.cli.page import at, folded, number, typed
from gestand.core.case import Case, Clocks
from gestand.core.caselist import CaseLine
from gestand.core.caseplan import CUSTOMER, CasePlan, Task
from gestand.core.letter import Posting, Sending
from gestand.core.plan import SHOWN
from gestand.core.step import Amount
from gestand.core.text import Language, Text
from gestand.documents import casefile
from gestand.duties import requests

if TYPE_CHECKING:
    from gestand.casework import CaseKept
    from gestand.wiring import Company

_RECEIVED = Text(
    "ontvangen {received}, te beantwoorden {by} ({left})", "received {received}, to be answered {by} ({left})"
)
_OWN = Text("zelf beloofd {by} ({left})", "our own promise {by} ({left})")
_LEFT = (Text("nog {days} dag", "{days} day left"), Text("nog {days} dagen", "{days} days left"))
_LATE = (Text("{days} dag te laat", "{days} day late"), Text("{days} dagen te laat", "{days} days late"))
_NEXT = Text("Verder: {command}", "Next: {command}")
_OR = Text(" of ", " or ")
_NONE = Text("Er zijn geen open verzoeken.", "There are no open requests.")
_NOTHING = Text(
    "Er is niets te doen in de verbonden systemen.", "Nothing is to be done in the connected systems."
)
_FOUND = Text("{data} in {table} ({store}): {rows}", "{data} in {table} ({store}): {rows}")
_KEPT = Text(", waarvan {kept} blijven", ", of which {kept} stay")
_UNTIL = Text(" tot {day}", " until {day}")
_SPAN = Text(
    ", het oudste tot {first}, het nieuwste tot {day}", ", the oldest until {first}, the newest until {day}"
)
_UNKNOWN = Text(
    "Er is nog niet gezocht: eerst moet vaststaan wie het vraagt.",
    "Nothing was searched yet: first it must be shown who asks.",
)
_ANSWERED = Text("Beantwoord: {result}.", "Answered: {result}.")
_STANDS = {
    Sending.QUEUED: Text("wacht op verzending", "waits to be sent"),
    Sending.SENDING: Text("wordt verzonden, of onzeker: vraag het na", "being sent, or uncertain: ask"),
    Sending.SENT: Text("verzonden", "sent"),
    Sending.REFUSED: Text("nog niet uitgegaan", "has not gone out yet"),
    Sending.BOUNCED: Text("teruggekomen", "bounced"),
    Sending.TO_PRINT: Text("af te drukken en te posten", "to be printed and posted"),
    Sending.POSTED: Text("gepost", "posted"),
    Sending.TOLD: Text("op een andere manier verteld", "told in another way"),
}


def opened_lines(case: Case, company: "Company") -> Iterator[str]:
    """A case that was just begun: its number, its clocks, and what comes next."""
    yield from case_lines(case, company)
    yield next_line(case, company.settings.language)


def next_line(case: Case, language: Language, plan: CasePlan | None = None) -> str:
    """What a case that is open waits for, as a command."""
    if not case.identified:
        way = (("link", case.id),) if case.request.asker.email else ()
        steps = (*way, ("identify", case.id, "--proof", "...", "--by", "NAME"))
    elif _undecided(case):
        steps = (("decide", case.id, "--grant", "--by", "NAME"),)
    elif plan is None:
        steps = (("plan", case.id),)
    else:
        steps = (("keep", case.id, "--plan", plan.digest[:SHOWN]),)
    command = _OR.said_in(language).join(typed("request", *step) for step in steps)
    return _NEXT.said_in(language).format(command=command)


def _undecided(case: Case) -> bool:
    """Nobody has decided yet on a right that was asked."""
    return any(all(one.right is not right for one in case.decisions) for right in case.request.rights)


def case_lines(case: Case, company: "Company") -> Iterator[str]:
    """A case: what was asked, its clocks, and its steps in order. What people wrote is not repeated."""
    language, zone = company.settings.language, company.settings.zone
    clocks = requests.clocks(case, requests.promises(company.statement), zone)
    yield folded(f"{case.id} · {casefile.asked(case).said_in(language)}", hanging=2)
    yield folded(_clock_line(case.request.received, clocks, company), 2, 4)
    for step in case.steps:
        yield folded(f"{at(step.at, zone)} · {casefile.told(step).said_in(language)}", 2, 4)


def list_lines(cases: tuple[CaseLine, ...], company: "Company") -> Iterator[str]:
    """The open cases, a line each."""
    language = company.settings.language
    if not cases:
        yield _NONE.said_in(language)
    for case in cases:
        rights = ", ".join(right.called.said_in(language) for right in case.rights)
        clock = _clock_line(case.received, case.clocks, company)
        yield folded(f"{case.id} · {rights} · {clock}", hanging=2)


def line_told(case: CaseLine) -> dict[str, object]:
    """A case of the list as JSON: every name here is for ever."""
    return {
        "id": case.id,
        "rights": [*case.rights],
        "way": case.way,
        "received": case.received.isoformat(),
        "safe": case.clocks.safe.isoformat(),
        "answer_by": case.clocks.answer_by.isoformat(),
        "limit": case.clocks.limit.isoformat(),
        "paused": case.clocks.paused,
        "extended": case.clocks.extended,
        "last": case.last,
    }


def plan_lines(plan: CasePlan, case: Case, language: Language) -> Iterator[str]:
    """What was found, what will be done, what stands in the way, and what comes next."""
    if not case.identified:
        yield folded(_UNKNOWN.said_in(language), 2)
        yield next_line(case, language)
        return
    for amount in plan.amounts:
        line = _FOUND.said_in(language).format(
            data=amount.data or "·",
            table=amount.table,
            store=amount.store,
            rows=number(amount.rows, language),
        )
        line += _KEPT.said_in(language).format(kept=number(amount.kept, language)) if amount.kept else ""
        line += _until(amount, language)
        yield folded(line, 2, 4)
    for text in casefile.planned(plan):
        yield folded(f"→ {text.said_in(language)}", 2, 4)
    for why in (*(one.why for one in plan.impossible), *(one.reason for one in plan.silences)):
        yield folded(f"✗ {why}", 2, 4)
    if plan.impossible or plan.silences:
        return
    if not plan.deeds and not plan.tasks and not _undecided(case):
        yield folded(_NOTHING.said_in(language), 2)
    yield next_line(case, language, plan)


def _until(amount: Amount, language: Language) -> str:
    """How long what stays is kept; the oldest of it apart, where that goes first."""
    if amount.until is None:
        return ""
    if amount.first_until is None:
        return _UNTIL.filled(day=amount.until.date()).said_in(language)
    return _SPAN.filled(first=amount.first_until.date(), day=amount.until.date()).said_in(language)


def plan_told(plan: CasePlan) -> dict[str, object]:
    """A plan as JSON, without anything that tells who she is."""
    return {
        "case": plan.case,
        "digest": plan.digest,
        "found": [
            {
                "store": one.store,
                "table": str(one.table),
                "data": one.data,
                "rows": one.rows,
                "kept": one.kept,
                "until": one.until.isoformat() if one.until else None,
                "first_until": one.first_until.isoformat() if one.first_until else None,
            }
            for one in plan.amounts
        ],
        "deeds": [
            {
                "deed": type(one).__name__.lower(),
                "store": one.store,
                "table": str(one.table),
                "rows": one.rows,
            }
            for one in plan.deeds
        ],
        "tasks": [{"store": one.store, "owner": one.owner} for one in plan.tasks],
        "impossible": [one.why for one in plan.impossible],
        "silent": [one.reason for one in plan.silences],
    }


def kept_lines(kept: "CaseKept", language: Language) -> Iterator[str]:
    """What was done, what waits for people, and the answer."""
    for text in casefile.planned(kept.plan)[: len(kept.plan.deeds)]:
        yield folded(f"✓ {text.said_in(language)}", 2, 4)
    for task in kept.waits:
        yield folded(f"… {casefile.tasked(task, kept.plan).said_in(language)}", 2, 4)
    for task in kept.waits:
        yield _NEXT.said_in(language).format(command=_answering(task, kept.case.id))
    if kept.case.closed:
        result = casefile.RESULTS[kept.case.closed.result].said_in(language)
        yield _ANSWERED.said_in(language).format(result=result)


def _answering(task: Task, case_id: str) -> str:
    """The command by which somebody answers a task."""
    if task.store == CUSTOMER:
        return typed("request", "pass-on", case_id, "--to", "NAME", "--email", "ADDRESS", "--by", "NAME")
    if not task.searched:
        return typed("request", "done", case_id, task.store, "--by", "NAME")
    return typed("request", "found", case_id, task.store, "FOUND", "DONE", "--by", "NAME")


def letter_lines(postings: tuple[Posting, ...], language: Language) -> Iterator[str]:
    """Letters, and where they stand; never to whom."""
    for one in postings:
        name, stands = casefile.LETTERS[one.template], _STANDS[one.state]
        trouble = f" · {one.trouble}" if one.trouble else ""
        yield folded(
            f"{one.number} · {one.case} · {name.said_in(language)} · {stands.said_in(language)}{trouble}",
            hanging=2,
        )


def _clock_line(received: datetime, clocks: Clocks, company: "Company") -> str:
    """The day that she was told; after an extension our own earlier one beside it, which nothing moves."""
    language, received_on = company.settings.language, received.astimezone(company.settings.zone).date()
    by, left = _last_day(clocks.told, company)
    line = _RECEIVED.said_in(language).format(received=received_on, by=by, left=left)
    if clocks.told == clocks.answer_by:
        return line
    by, left = _last_day(clocks.answer_by, company)
    return f"{line}; {_OWN.said_in(language).format(by=by, left=left)}"


def _last_day(too_late: datetime, company: "Company") -> tuple[date, str]:
    """The last day that is in time, and how long that takes or is past."""
    zone = company.settings.zone
    by = (too_late - timedelta(seconds=1)).astimezone(zone).date()
    days = (by - company.clock().astimezone(zone).date()).days
    one, more = _LATE if days < 0 else _LEFT
    return by, (one if abs(days) == 1 else more).said_in(company.settings.language).format(days=abs(days))
