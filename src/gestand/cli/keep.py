"""`gestand keep`: do today's plan, with a progress bar, and say what came of it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.action import Action, Mode
from gestand.core.plan import Kept
from gestand.core.told import ClockIsRight

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from gestand.guard import Allowed
    from gestand.wiring import Company

DONE, REFUSED, TROUBLE = 0, 1, 2
"""Exit codes: all done; something waits or is impossible; a store failed or did not answer."""


@click.command("keep")
@click.option("--plan", "digest", default="", metavar="DIGEST", help="Do exactly this plan, or refuse.")
@click.option("--at-most", type=click.IntRange(min=1), help="Refuse a plan of more rows than this.")
@click.option("--slice", "slice_", type=click.IntRange(min=1), help="Do this many rows, and leave the rest.")
@click.option("--exclusive", is_flag=True, help="Faster, and others wait: for a maintenance window.")
@click.option(
    "--clock-is-right", is_flag=True, help="The clock is right, however far from the last entry; logged."
)
@click.option("--quiet", is_flag=True, help="Say nothing unless something waits or fails: for cron.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@click.pass_obj
def command(
    company: Path,
    digest: str,
    at_most: int | None,
    slice_: int | None,
    exclusive: bool,
    clock_is_right: bool,
    quiet: bool,
    as_json: bool,
) -> int:
    """Do today's plan. Exit codes: 0 done, 1 something waits or is impossible, 2 a store failed, 3 usage."""
    from gestand.guard import Allowed
    from gestand.wiring import open_company

    opened = open_company(company)
    allowed = Allowed(at_most or opened.settings.at_most, digest, slice_)
    if clock_is_right:
        opened.tell(ClockIsRight())
    mode = Mode.EXCLUSIVE if exclusive else Mode.POLITE
    watched = sys.stdout.isatty() and not (quiet or as_json)
    kept = _with_progress(opened, allowed, mode) if watched else opened.keep(allowed, mode)
    code = _code(kept)
    if code or not quiet:
        _tell(kept, code, opened, as_json)
    return code


def _code(kept: Kept) -> int:
    if kept.plan.silences or any(outcome.trouble for outcome in kept.outcomes):
        return TROUBLE
    return REFUSED if kept.waiting or kept.plan.impossible else DONE


def _tell(kept: Kept, code: int, company: Company, as_json: bool) -> None:
    from gestand.cli.show import kept_lines
    from gestand.cli.told import kept_told

    if as_json:
        click.echo(json.dumps(kept_told(kept, code), ensure_ascii=False, indent=2))
        return
    for line in kept_lines(kept, company.settings.language):
        click.echo(line)


def _with_progress(company: Company, allowed: Allowed, mode: Mode) -> Kept:
    """Keep, and show a bar for every action, with its rows and its time; what came of it takes their place."""
    tasks: dict[Action, TaskID] = {}
    with _bars() as bars:

        def watcher(action: Action, rows: int) -> None:
            if action not in tasks:
                tasks[action] = bars.add_task(f"{action.promise} · {action.table}", total=action.rows)
            bars.update(tasks[action], completed=rows)

        return company.keep(allowed, mode, watcher)


def _bars() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
    from rich.table import Column

    from gestand.cli.page import width

    name = TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, ratio=1))
    figures = (MofNCompleteColumn(), TimeElapsedColumn())
    bar, console = BarColumn(bar_width=16), Console(width=width())
    return Progress(name, bar, *figures, console=console, expand=True, transient=True)
