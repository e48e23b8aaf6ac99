"""How findings, plans and what came of them read: one quiet page, colour only where it means something."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

import click

from gestand.cli import words
from gestand.cli.page import folded, from_here, glued, number, styled, typed
from gestand.core.action import Action, Along, Erase, Level
from gestand.core.finding import Finding, Reach, Verdict
from gestand.core.place import Place
from gestand.core.plan import SHOWN, Arrears, Kept, Outcome, Plan
from gestand.core.text import Language, Text

COLOURS = {
    Verdict.DEVIATION: "red",
    Verdict.CANNOT_TELL: "yellow",
    Verdict.RUNNING: "cyan",
    Verdict.EXPLAINED: "blue",
    Verdict.KEPT: "green",
}
MARKS = {
    Verdict.DEVIATION: "✗",
    Verdict.CANNOT_TELL: "?",
    Verdict.RUNNING: "…",
    Verdict.EXPLAINED: "i",
    Verdict.KEPT: "✓",
}


def reach_lines(reach: Reach, language: Language) -> str:
    """The first line of a check: how far it could see."""
    told = (
        (words.CONNECTED, reach.connected),
        (words.AWAY, reach.away),
        (words.BY_HAND, reach.by_hand),
        (words.NOT_COVERED, reach.not_covered),
    )
    parts = [
        f"{name.said_in(language)}: {', '.join(what) or words.NOTHING.said_in(language)}"
        for name, what in told
    ]
    return folded(" · ".join((words.REACH.said_in(language), *parts)), hanging=2)


def promise_lines(promise: str, sentence: Text, place: Place | None, language: Language) -> Iterator[str]:
    """A promise: its name, and below it what the statement says, and where."""
    where = glued(f"{from_here(place.file)}:{place.line}") if place else ""
    quote = folded(f"“{sentence.said_in(language)}” {where}", 2)
    yield click.style(promise, bold=True)
    yield styled(quote, where, dim=True) if where else quote


def finding_lines(findings: tuple[Finding, ...], language: Language) -> Iterator[str]:
    """The findings in their order; a promise's name, sentence and place stand once, above its first finding."""
    for promise, group in groupby(findings, key=lambda finding: finding.promise):
        mine = tuple(group)
        yield ""
        if mine[0].sentence:
            yield from promise_lines(promise, mine[0].sentence, mine[0].place, language)
        for finding in mine:
            mark = f"{MARKS[finding.verdict]} {words.VERDICTS[finding.verdict].said_in(language)}"
            said = folded(f"{mark} · {finding.what.said_in(language)}", 2, 4)
            yield styled(said, mark, fg=COLOURS[finding.verdict], bold=finding.verdict is Verdict.DEVIATION)


WORK = ("kept-too-long", "due")
"""The findings for which a plan has work to do."""


def summary(findings: tuple[Finding, ...], language: Language) -> str:
    """The last line of a check: how many promises came to which verdict, and where to go from there."""
    verdicts = [
        _of_promise({finding.verdict for finding in group})
        for promise, group in groupby(findings, key=lambda finding: finding.promise)
        if promise
    ]
    parts = []
    for verdict in Verdict:
        if many := verdicts.count(verdict):
            parts.append(f"{many} {words.counted(many, words.SUMMED[verdict]).said_in(language)}")
    promises = words.counted(len(verdicts), words.PROMISES).said_in(language)
    told = f"{len(verdicts)} {promises}: {'; '.join(parts) or words.NOTHING.said_in(language)}."
    if any(finding.code in WORK for finding in findings):
        told += " " + words.SHOWS_WHAT_TO_DO.said_in(language).format(command=typed("plan"))
    return folded(told)


def _of_promise(verdicts: set[Verdict]) -> Verdict:
    """The verdict that a promise counts for: kept is kept, though some of it runs or is explained."""
    order = (Verdict.DEVIATION, Verdict.CANNOT_TELL, Verdict.KEPT, Verdict.RUNNING, Verdict.EXPLAINED)
    return min(verdicts, key=order.index)


def plan_lines(plan: Plan, language: Language, at_most: int) -> Iterator[str]:
    """A plan: its actions with their rows, what is impossible, what waits, and the commands that do it."""
    digest = plan.digest[:SHOWN]
    yield f"{words.PLAN.said_in(language)} {click.style(digest, bold=True)} · {rows_of(plan.rows, language)}"
    column = _column(plan, language)
    for promise, group in groupby(plan.actions, key=lambda action: action.promise):
        yield click.style(promise, bold=True)
        for action in group:
            yield row(action.rows, act_of(action, language), column, language)
            yield from _notes(action, column, language)
    yield from _trouble_lines(plan, language)
    if not plan.actions and not plan.impossible and not plan.silences:
        yield words.NOTHING_TO_DO.said_in(language)
    yield from waiting_lines(plan.arrears, digest, column, language)
    if plan.actions:
        yield f"  {keep_command(digest, plan.rows, at_most)}"


def keep_command(digest: str, rows: int, at_most: int = 0) -> str:
    """The command that does a plan, allowing as many rows as it takes."""
    limit = ("--at-most", str(rows)) if rows > at_most else ()
    return typed("keep", "--plan", digest[:SHOWN], *limit)


def kept_lines(kept: Kept, language: Language) -> Iterator[str]:
    """What came of a plan: rows by action, what is impossible, what waits."""
    column = _column(kept.plan, language)
    for promise, group in groupby(kept.outcomes, key=lambda outcome: outcome.action.promise):
        yield click.style(promise, bold=True)
        for outcome in group:
            yield _outcome(outcome, column, language)
    yield from _trouble_lines(kept.plan, language)
    yield from waiting_lines(kept.waiting, kept.plan.digest[:SHOWN], column, language)
    yield folded(_ending(kept, language))


def _ending(kept: Kept, language: Language) -> str:
    """How many rows reached which level; or that nothing was done."""
    if not kept.outcomes:
        return words.NOTHING_DONE.said_in(language)
    reached = Counter[Level]()
    for outcome in kept.outcomes:
        reached[outcome.level] += outcome.rows + outcome.along
    told = (
        f"{rows_of(rows, language)} {words.LEVELS[level].said_in(language)}"
        for level, rows in reached.items()
    )
    return f"{', '.join(told)}. {words.LOGGED.said_in(language)}"


def _outcome(outcome: Outcome, column: int, language: Language) -> str:
    told, action = [act_of(outcome.action, language, done=True)], outcome.action
    if outcome.rows != action.rows:
        told.append(words.PLANNED.said_in(language).format(rows=number(action.rows, language)))
    if outcome.along:
        told.append(words.WENT_ALONG.said_in(language).format(rows=number(outcome.along, language)))
    if outcome.left:
        told.append(words.LEFT.said_in(language).format(rows=number(outcome.left, language)))
    if outcome.trouble:
        failed = words.FAILED.said_in(language)
        line = row(outcome.rows, " · ".join([*told, f"{failed}: {outcome.trouble}"]), column, language, "✗")
        return styled(line, failed, fg="red")
    return styled(row(outcome.rows, " · ".join(told), column, language, "✓"), "✓", fg="green")


def waiting_lines(
    waiting: tuple[Arrears, ...], digest: str, column: int, language: Language
) -> Iterator[str]:
    """What waits for an approval, how many rows and why; and the command that approves it."""
    if not waiting:
        return
    yield ""
    yield click.style(words.WAITING.said_in(language), fg="yellow")
    for arrears in waiting:
        why = words.WHY_WAITING[arrears.why].said_in(language)
        yield row(arrears.rows, f"{arrears.sweep.promise} · {why}", column, language)
    yield f"  {typed('approve', digest)} --by NAME --reason WHY"


def row(rows: int, text: str, column: int, language: Language, mark: str = " ") -> str:
    """A line with an amount, right-aligned in a column of that width; the text folds beside it."""
    amount = number(rows, language).rjust(column)
    return folded(f"{glued(f'{mark} {amount}')}  {text}", 0, column + 4)


def rows_of(rows: int, language: Language) -> str:
    """So many rows."""
    return f"{number(rows, language)} {words.counted(rows, words.ROWS).said_in(language)}"


def act_of(action: Action, language: Language, done: bool = False) -> str:
    """What an action does, or has done, to which table and columns; without its rows."""
    table = f"{action.table} ({action.store})"
    if isinstance(action, Erase):
        return (words.ERASED if done else words.ERASE).said_in(language).format(table=table)
    columns = ", ".join(name for name, _ in action.values)
    return (words.BLANKED if done else words.BLANK).said_in(language).format(table=table, columns=columns)


def _column(plan: Plan, language: Language) -> int:
    """The width of the largest amount that a plan has."""
    amounts = [plan.rows, *(arrears.rows for arrears in plan.arrears)]
    return max(len(number(rows, language)) for rows in amounts)


def _notes(action: Action, column: int, language: Language) -> Iterator[str]:
    for along in action.along if isinstance(action, Erase) else ():
        if along.rows:
            yield row(along.rows, _along(along, language), column, language)
    if action.triggers:
        told = f"{words.TRIGGERS.said_in(language)}: {', '.join(action.triggers)}"
        yield folded(told, column + 4)


def _along(along: Along, language: Language) -> str:
    how = words.LEAVING[along.how].said_in(language)
    return words.ALONG.said_in(language).format(table=along.path[-1].table, how=how)


def _trouble_lines(plan: Plan, language: Language) -> Iterator[str]:
    """What the plan refuses, and what it could not ask."""
    impossible, silent = words.IMPOSSIBLE.said_in(language), words.SILENT.said_in(language)
    for step in plan.impossible:
        yield styled(folded(f"{step.promise} · {impossible}: {step.why}", 0, 2), impossible, fg="red")
    for silence in plan.silences:
        yield styled(folded(f"{silence.store} · {silent}: {silence.reason}", 0, 2), silent, fg="yellow")
