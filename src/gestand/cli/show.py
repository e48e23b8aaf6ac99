"""How the command line looks: one console, one quiet table, colour only where it means something."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from gestand.cli import words
from gestand.core.action import Action, Along, Blank, Erase
from gestand.core.finding import Finding, Reach, Verdict
from gestand.core.plan import Arrears, Plan
from gestand.core.text import Language, Text

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

COLOURS = {
    Verdict.DEVIATION: "bold red",
    Verdict.CANNOT_TELL: "bold yellow",
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
WIDEST = 110


def console() -> Console:
    """The console on standard output; wide lines are folded for reading."""
    from rich.console import Console

    plain = Console(highlight=False, soft_wrap=False)
    return Console(highlight=False, width=min(plain.width, WIDEST))


def grid() -> Table:
    """Two columns without lines: what it is about, and what there is to say."""
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    return table


def number(rows: int, language: Language) -> str:
    """A count with the separators of the language."""
    return f"{rows:,}".replace(",", ".") if language == "nl" else f"{rows:,}"


def escaped(text: str) -> str:
    """Text in which square brackets are no markup."""
    from rich.markup import escape

    return escape(text)


def reach_line(reach: Reach, language: Language) -> str:
    """The first line of a check: how far it could see."""
    parts = [f"{words.CONNECTED.said_in(language)}: {_listed(reach.connected, language)}"]
    others = (
        (words.AWAY, reach.away),
        (words.BY_HAND, reach.by_hand),
        (words.NOT_COVERED, reach.not_covered),
    )
    parts += [f"{name.said_in(language)}: {_listed(what, language)}" for name, what in others]
    return f"{words.REACH.said_in(language)} · " + " · ".join(parts)


def _listed(names: Iterable[str], language: Language) -> str:
    return ", ".join(names) or words.NOTHING.said_in(language)


def findings_table(findings: tuple[Finding, ...], language: Language) -> Table:
    """The findings in their order; a promise's sentence and place stand once, above its first finding."""
    table, last = grid(), None
    for finding in findings:
        if finding.promise != last and finding.sentence:
            table.add_row("", "") if last is not None else None
            table.add_row(f"[bold]{finding.promise}[/bold]", _sentence(finding.sentence, finding, language))
        last = finding.promise
        colour = COLOURS[finding.verdict]
        verdict = words.VERDICTS[finding.verdict].said_in(language)
        mark = f"[{colour}]{MARKS[finding.verdict]} {verdict}[/]"
        table.add_row(f"  {mark}", escaped(finding.what.said_in(language)))
    return table


def _sentence(sentence: Text, finding: Finding, language: Language) -> str:
    place = f"{from_here(finding.place.file)}:{finding.place.line}" if finding.place else ""
    return f"“{escaped(sentence.said_in(language))}” [dim]{escaped(place)}[/dim]"


def from_here(file: str) -> str:
    """The file's path as one would type it in the current folder, when it lies below that."""
    path, here = Path(file), Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else file


def plan_table(plan: Plan, language: Language) -> Table:
    """The actions of a plan, what goes along with them, what is impossible, and what waits."""
    table = grid()
    for action in plan.actions:
        table.add_row(f"[bold]{action.promise}[/bold]", escaped(action_line(action, language)))
        for note in _notes(action, language):
            table.add_row("", f"[dim]{escaped(note)}[/dim]")
    for step in plan.impossible:
        table.add_row(
            f"[bold]{step.promise}[/bold]",
            f"[red]{words.IMPOSSIBLE.said_in(language)}[/]: {escaped(step.why)}",
        )
    for silence in plan.silences:
        table.add_row(
            f"[bold]{silence.store}[/bold]",
            f"[yellow]{words.SILENT.said_in(language)}[/]: {escaped(silence.reason)}",
        )
    return table


def action_line(action: Action, language: Language) -> str:
    """What an action does, in one line: "erase 1,204 rows of messages (portal)"."""
    verb = words.ERASE if isinstance(action, Erase) else words.BLANK
    rows = f"{number(action.rows, language)} {words.ROWS.said_in(language)}"
    columns = f": {', '.join(name for name, _ in action.values)}" if isinstance(action, Blank) else ""
    of = "van" if language == "nl" else "of"
    return f"{verb.said_in(language)} {rows} {of} {action.table} ({action.store}){columns}"


def _notes(action: Action, language: Language) -> Iterable[str]:
    for along in action.along if isinstance(action, Erase) else ():
        if along.rows:
            yield _along_line(along, language)
    if action.triggers:
        yield f"{words.TRIGGERS.said_in(language)}: {', '.join(action.triggers)}"


def _along_line(along: Along, language: Language) -> str:
    rows = number(along.rows, language)
    of = "van" if language == "nl" else "of"
    table = along.path[-1].table
    how = words.LEAVING[along.how].said_in(language)
    return f"{words.ALONG.said_in(language)}: {rows} {words.ROWS.said_in(language)} {of} {table} ({how})"


def waiting_line(arrears: Arrears, language: Language) -> str:
    """Why a promise's rows wait for an approval."""
    why = words.WHY_WAITING[arrears.why].said_in(language)
    rows = number(arrears.rows, language)
    return f"{arrears.sweep.promise}: {words.WAITS.said_in(language)} ({why}; {rows} {words.ROWS.said_in(language)})"
