"""Looking at cases: the list with its countdowns, one case, its letters."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.errors import SettingsError

if TYPE_CHECKING:
    from gestand.wiring import Company


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@click.pass_obj
def list_(company: Path, as_json: bool) -> None:
    """List the open requests, the most urgent first, with the days that are left."""
    from gestand.cli.request.showing import line_told, list_lines
    from gestand.wiring import open_company

    opened = open_company(company)
    cases = opened.cases.open_cases()
    if as_json:
        click.echo(json.dumps([line_told(case) for case in cases], ensure_ascii=False, indent=2))
        return
    for line in list_lines(cases, opened):
        click.echo(line)


@click.command("show")
@click.argument("case_id", metavar="CASE")
@click.option("--by", required=True, metavar="NAME", help="Who looks; every look is logged.")
@click.pass_obj
def show(company: Path, case_id: str, by: str) -> None:
    """Show a case: what was asked, found, decided and done, and its clocks."""
    from gestand.cli.request.showing import case_lines
    from gestand.wiring import open_company

    opened = open_company(company)
    opened.cases.seen(case_id, by, opened.clock())
    for line in case_lines(opened.cases.case(case_id), opened):
        click.echo(line)


@click.command("letters")
@click.argument("case_id", metavar="CASE", required=False, default="")
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write them there as well: text, and PDF for the post.",
)
@click.option("--by", default="", metavar="NAME", help="Who takes them out with --to; logged.")
@click.pass_obj
def letters(company: Path, case_id: str, folder: Path | None, by: str) -> None:
    """List the letters of a case, or every one that has not gone out yet."""
    from gestand.cli.request.showing import letter_lines
    from gestand.wiring import open_company

    opened = open_company(company)
    if folder is not None:
        _write(opened, case_id, folder, by)
    for line in letter_lines(opened.outbox.postings(case_id), opened.settings.language):
        click.echo(line)


def _write(opened: "Company", case_id: str, folder: Path, by: str) -> None:
    """The letters of one case as files that only their owner can read; that they were taken out is logged."""
    from gestand.cli.request.deciding import named

    if not case_id:
        raise SettingsError(
            "Letters are written case by case: gestand request letters CASE --to FOLDER --by NAME."
        )
    opened.cases.seen(case_id, named(by), opened.clock())
    try:
        folder.mkdir(mode=0o700, parents=True)
    except OSError as error:
        why = f"{folder} cannot be written: {error.strerror}. Name a folder that is not there yet."
        raise SettingsError(why) from error
    for posting in opened.outbox.postings(case_id):
        _, written = opened.outbox.letter(posting.number)
        text = (f"{posting.number}.txt", f"{written.subject}\n\n{written.text}".encode())
        for name, content in (
            text,
            *((f"{posting.number}-{name}", one) for name, one in written.attachments),
        ):
            (folder / name).write_bytes(content)


COMMANDS = {"list": list_, "show": show, "letters": letters}
