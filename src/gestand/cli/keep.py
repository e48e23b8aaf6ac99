"""`gestand keep`: do today's plan, with a progress bar, and say what came of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.action import Action, Mode
from gestand.core.plan import Kept, Outcome
from gestand.core.text import Language

if TYPE_CHECKING:
    from rich.progress import TaskID

    from gestand.guard import Allowed
    from gestand.wiring import Company

DONE, REFUSED, TROUBLE = 0, 1, 2
"""Exit codes: all done; something waits or is impossible; a store failed or did not answer."""


@click.command("keep")
@click.option("--plan", "digest", default="", metavar="DIGEST", help="Do exactly this plan, or refuse.")
@click.option("--at-most", type=click.IntRange(min=1), help="Refuse a plan of more rows than this.")
@click.option("--slice", "slice_", type=click.IntRange(min=1), help="Do this many rows, and leave the rest.")
@click.option("--exclusive", is_flag=True, help="Faster, and others wait: for a maintenance window.")
@click.option("--quiet", is_flag=True, help="Say nothing unless something waits or fails: for cron.")
@click.pass_obj
def command(
    company: Path, digest: str, at_most: int | None, slice_: int | None, exclusive: bool, quiet: bool
) -> int:
    """Do today's plan. Exit codes: 0 done, 1 something waits or is impossible, 2 a store failed, 3 usage."""
    from gestand.guard import Allowed
    from gestand.wiring import open_company

    opened = open_company(company)
    allowed = Allowed(at_most or opened.settings.at_most, digest, slice_)
    mode = Mode.EXCLUSIVE if exclusive else Mode.POLITE
    kept = _with_progress(opened, allowed, mode) if not quiet else opened.keep(allowed, mode)
    code = _code(kept)
    if code or not quiet:
        _print(kept, opened.settings.language)
    return code


def _with_progress(company: Company, allowed: Allowed, mode: Mode) -> Kept:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from gestand.cli.show import console

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    tasks: dict[Action, TaskID] = {}
    with Progress(*columns, console=console(), disable=not sys.stdout.isatty()) as bars:

        def watcher(action: Action, rows: int) -> None:
            if action not in tasks:
                tasks[action] = bars.add_task(f"{action.promise} · {action.table}", total=action.rows)
            bars.update(tasks[action], completed=rows)

        return company.keep(allowed, mode, watcher)


def _code(kept: Kept) -> int:
    if kept.plan.silences or any(outcome.trouble for outcome in kept.outcomes):
        return TROUBLE
    return REFUSED if kept.waiting or kept.plan.impossible else DONE


def _print(kept: Kept, language: Language) -> None:
    from gestand.cli import words
    from gestand.cli.plan import SHOWN
    from gestand.cli.show import console, escaped, grid, waiting_line

    out, table = console(), grid()
    for outcome in kept.outcomes:
        table.add_row(f"[bold]{outcome.action.promise}[/bold]", _outcome_line(outcome, language))
    for step in kept.plan.impossible:
        table.add_row(
            f"[bold]{step.promise}[/bold]",
            f"[red]{words.IMPOSSIBLE.said_in(language)}[/]: {escaped(step.why)}",
        )
    for silence in kept.plan.silences:
        table.add_row(
            f"[bold]{silence.store}[/bold]",
            f"[yellow]{words.SILENT.said_in(language)}[/]: {escaped(silence.reason)}",
        )
    out.print(table)
    for arrears in kept.waiting:
        out.print(f"[yellow]{waiting_line(arrears, language)}[/yellow]")
    if kept.waiting:
        out.print(f"  gestand approve {kept.plan.digest[:SHOWN]} --by NAME --reason WHY")
    out.print((words.LOGGED if kept.outcomes else words.NOTHING_DONE).said_in(language))


def _outcome_line(outcome: Outcome, language: Language) -> str:
    from gestand.cli import words
    from gestand.cli.show import action_line, escaped, number

    line = escaped(action_line(outcome.action, language))
    rows = number(outcome.rows, language)
    if outcome.trouble:
        return f"{line} · [red]{words.FAILED.said_in(language)}[/] ({rows}): {escaped(outcome.trouble)}"
    left = "" if not outcome.left else f" · {words.LEFT.said_in(language)}: {number(outcome.left, language)}"
    level = words.LEVELS[outcome.level].said_in(language)
    return f"{line} · [green]{words.DONE.said_in(language)}[/]: {rows}, {level}{left}"
