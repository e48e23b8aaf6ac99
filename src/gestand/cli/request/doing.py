"""What is done for a case: its plan, the doing, the answers by hand, and the copy."""

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.caseplan import CUSTOMER, CasePlan
from gestand.core.errors import NotInTheBook, SettingsError
from gestand.core.letter import Posting, Sending
from gestand.core.step import Answered, Lifted
from gestand.core.text import Text

if TYPE_CHECKING:
    from gestand.wiring import Company

STOPPED = 3
"""The exit code where something stands in the way of a plan, as of every command that could not do its work."""
_GOES_ON = Text("Als alles is ingevuld: {command}", "Once all is filled in: {command}")
_TOLD_FIRST = Text(
    "Brief {number} vertelt het eerst. De gegevens blijven buiten gebruik tot die weg is (`gestand mail send`); typ "
    "dit dan opnieuw.",
    "Letter {number} tells of it first. The data stay out of use until it has gone (`gestand mail send`); then type "
    "this again.",
)
_CAME_BACK = Text(
    "Brief {number} kwam terug: zij weet het nog niet (AVG 18, derde lid). De gegevens blijven buiten gebruik. "
    "Verstuur hem opnieuw ({again}), of vertel het op een andere manier en zeg dat ({told}); typ dit dan opnieuw.",
    "Letter {number} came back: she does not know it yet (GDPR 18(3)). The data stay out of use. Send it again "
    "({again}), or tell her in another way and say so ({told}); then type this again.",
)


@click.command("plan")
@click.argument("case_id", metavar="CASE")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@click.pass_obj
def plan(company: Path, case_id: str, as_json: bool) -> None:
    """Show what the case takes, with the digest by which `request keep --plan` knows it."""
    from gestand.cli.request.showing import plan_lines, plan_told
    from gestand.wiring import open_company

    opened = open_company(company)
    found = opened.casework.plan(case_id, opened.clock())
    if as_json:
        click.echo(json.dumps(plan_told(found), ensure_ascii=False, indent=2))
    else:
        for line in plan_lines(found, opened.cases.case(case_id), opened.settings.language):
            click.echo(line)
    if found.impossible or found.silences:
        sys.exit(STOPPED)


@click.command("keep")
@click.argument("case_id", metavar="CASE")
@click.option("--plan", "digest", default="", metavar="DIGEST", help="Do this plan or nothing.")
@click.pass_obj
def keep(company: Path, case_id: str, digest: str) -> None:
    """Do what was granted, look again, and answer. Done twice, it does nothing twice."""
    from gestand.cli.request.showing import kept_lines
    from gestand.wiring import open_company

    opened = open_company(company)
    kept = opened.casework.keep(case_id, opened.clock, digest)
    for line in kept_lines(kept, opened.settings.language):
        click.echo(line)


@click.command("found")
@click.argument("case_id", metavar="CASE")
@click.argument("store")
@click.argument("found", type=click.IntRange(0))
@click.argument("done", type=click.IntRange(0))
@click.option("--by", required=True, metavar="NAME")
@click.pass_obj
def found(company: Path, case_id: str, store: str, found: int, done: int, by: str) -> None:
    """Answer for STORE, a system kept by hand: so much was FOUND there, and so much DONE."""
    from gestand.wiring import open_company

    if done > found:
        raise SettingsError(f"No more can be done than was found: {found} found, {done} done.")
    opened = open_company(company)
    _answer(opened, opened.casework.plan(case_id, opened.clock()), store, found, done, by)


@click.command("done")
@click.argument("case_id", metavar="CASE")
@click.argument("task")
@click.option("--by", required=True, metavar="NAME")
@click.pass_obj
def done(company: Path, case_id: str, task: str, by: str) -> None:
    """Say that TASK is done, where nothing has to be counted: a recipient was told, a decision looked at again."""
    from gestand.wiring import open_company

    opened = open_company(company)
    plan = opened.casework.plan(case_id, opened.clock())
    if any(one.store == task and one.searched for one in plan.tasks):
        raise SettingsError(
            f"{task} is looked through: `gestand request found {case_id} {task} FOUND DONE --by NAME` says what came "
            "of that."
        )
    if task == CUSTOMER:
        raise SettingsError(
            f"Her request is passed on by letter: `gestand request pass-on {case_id} --to NAME`."
        )
    _answer(opened, plan, task, 1, 1, by)


def _answer(opened: "Company", plan: CasePlan, store: str, found: int, done: int, by: str) -> None:
    from gestand.cli.page import typed
    from gestand.cli.request.deciding import named, shown

    stores = tuple(task.store for task in plan.tasks)
    if store not in stores:
        raise SettingsError(f"Case {plan.case} has no task for `{store}`, but for: {', '.join(stores)}.")
    answered = Answered(opened.clock(), named(by), store, found, done, plan.tells(store))
    opened.casework.add(opened.cases.case(plan.case), answered)
    shown(opened.settings.folder, plan.case)
    click.echo(_GOES_ON.filled(command=typed("request", "keep", plan.case)).said_in(opened.settings.language))


@click.command("package")
@click.argument("case_id", metavar="CASE")
@click.option(
    "--to", "file", required=True, type=click.Path(path_type=Path, dir_okay=False), help="A new file."
)
@click.option("--by", required=True, metavar="NAME", help="Who takes it out; logged in the book.")
@click.pass_obj
def package(company: Path, case_id: str, file: Path, by: str) -> None:
    """Write somebody's copy to a file that only its owner can read, for a carrier or the post."""
    from gestand.wiring import open_company

    opened = open_company(company)
    content = opened.casework.package(case_id, by, opened.clock())
    if content is None:
        raise NotInTheBook(f"Case {case_id} has no copy: none was made yet, or its key has been destroyed.")
    try:
        handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except OSError as error:
        why = f"{file} cannot be written: {error.strerror}. Name a file that is not there yet."
        raise SettingsError(why) from error
    with os.fdopen(handle, "wb") as opened_file:
        opened_file.write(content)


@click.command("lift")
@click.argument("case_id", metavar="CASE")
@click.option("--reason", required=True, help="Why the data are used again; she reads it in her letter.")
@click.option("--by", required=True, metavar="NAME", help="Who decides so.")
@click.pass_obj
def lift(company: Path, case_id: str, reason: str, by: str) -> None:
    """End a restriction. She is told first (GDPR 18(3)): type it again once the letter has gone out."""
    from gestand.cli.request.deciding import named, shown
    from gestand.wiring import open_company

    if not reason.strip():
        raise SettingsError("She reads why her data are used again: --reason WHY.")
    opened = open_company(company)
    lifted = Lifted(opened.clock(), named(by), reason.strip())
    waits = opened.correspondence.lift(case_id, lifted, opened.clock)
    shown(company, case_id)
    if waits is not None:
        click.echo(_first(waits).said_in(opened.settings.language))


def _first(waits: Posting) -> Text:
    """What has to be done before a restriction is lifted: she is told, and not by a letter that came back."""
    from gestand.cli.page import typed

    if waits.state is not Sending.BOUNCED:
        return _TOLD_FIRST.filled(number=waits.number)
    number = str(waits.number)
    told = typed("mail", "told", number, "--by", "NAME")
    return _CAME_BACK.filled(number=number, again=typed("mail", "again", number), told=told)


COMMANDS = {"plan": plan, "keep": keep, "found": found, "done": done, "package": package, "lift": lift}
