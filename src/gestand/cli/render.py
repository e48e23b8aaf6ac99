"""`gestand render`: the statement as people read it, the registers and the annex, today's or of an earlier day."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.errors import ConfigurationError
from gestand.core.text import Language, Text

if TYPE_CHECKING:
    from gestand.statement.model import Statement

_PAGES = ("html", "fragment", "markdown", "pdf")
_REGISTERS = ("register", "processor-register")
FORMS = (*_PAGES, *_REGISTERS, "annex", "annex-markdown")
_ONLY_FOR = {"--bom": _REGISTERS, "--checkpoint": _PAGES, "--since": _PAGES}

_LIST_PROMISED = Text(
    "De verklaring belooft een lijst van wijzigingen: voeg --since last toe, of een ouder bestand.",
    "The statement promises a list of changes: add --since last, or an older file.",
)


class OptionSaysNothing(ConfigurationError):
    """The option says nothing of that form: leave it out, or choose another form."""


@click.command("render")
@click.argument("statement", required=False, type=click.Path(path_type=Path))
@click.option(
    "--as", "form", type=click.Choice(FORMS), default="html", show_default=True, help="In which form."
)
@click.option("--lang", "language", type=click.Choice(["nl", "en"]), help="The statement's own unless said.")
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; standard output unless said.",
)
@click.option(
    "--since", metavar="OLD|DAY|last", help="List what changed since a file, a day, or the version before."
)
@click.option(
    "--on", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="As it stood on that day."
)
@click.option("--archive", "keep", is_flag=True, help="Keep this version in the book, for --on to find.")
@click.option("--checkpoint", "witnessed", is_flag=True, help="Put the log's newest checkpoint at the foot.")
@click.option("--bom", is_flag=True, help="Begin a register with a mark that spreadsheets know UTF-8 by.")
@click.pass_obj
def command(
    company: Path,
    statement: Path | None,
    form: str,
    language: str | None,
    target: Path | None,
    since: str | None,
    day: datetime | None,
    keep: bool,
    witnessed: bool,
    bom: bool,
) -> None:
    """Write STATEMENT (the company's own unless said) as people read it.

    Forms: a page of its own (html), a part for a page of your site (fragment), markdown, pdf (tagged, PDF/UA),
    the registers of Article 30 GDPR (register, processor-register: CSV), and the annex of a processing agreement
    (annex, annex-markdown). The same statement always gives the same bytes.
    """
    from gestand.cli import versions
    from gestand.cli.page import spoken
    from gestand.cli.target import hand_over

    if statement and (keep or day or witnessed):
        raise versions.NeedsTheCompany(str(versions.NeedsTheCompany.__doc__))
    _refuse_what_says_nothing(form, {"--bom": bom, "--checkpoint": witnessed, "--since": bool(since)})
    chosen = versions.meant(company, statement, day.date() if day else None)
    said_in = spoken(language, chosen.language)
    if keep:
        versions.keep(company, language)
        if not target:
            return
    older = versions.older(company, statement, chosen, since)
    if not (older or day) and form in _PAGES and _promises_a_list(chosen):
        click.echo(_LIST_PROMISED.said_in(said_in), err=True)
    checkpoint = _checkpoint(company) if witnessed else ""
    made = _made(chosen, form, said_in, older, bom, checkpoint)
    hand_over(made, target)


def _refuse_what_says_nothing(form: str, given: dict[str, bool]) -> None:
    """A page that was to carry a checkpoint must not come without one, and without a word. Raises OptionSaysNothing."""
    for option, forms in _ONLY_FOR.items():
        if given[option] and form not in forms:
            told = f"{option} goes with --as {', '.join(forms)}; not with --as {form}."
            raise OptionSaysNothing(f"{told} {OptionSaysNothing.__doc__}")


def _checkpoint(company: Path) -> str:
    from gestand.wiring import open_company

    return open_company(company).log.checkpoint()


def _promises_a_list(statement: Statement) -> bool:
    from gestand.statement.surroundings import Changes

    return isinstance(statement.changes, Changes) and "a list of changes" in statement.changes.told_by


def _made(
    statement: Statement, form: str, language: Language, older: Statement | None, bom: bool, checkpoint: str
) -> bytes:
    """The bytes of one form."""
    from gestand.documents.annex import annex_page
    from gestand.documents.html import html_fragment, html_page
    from gestand.documents.markdown import markdown
    from gestand.documents.pdf import pdf
    from gestand.documents.register import BOM, controller_register, processor_register
    from gestand.documents.statement import statement_page

    match form:
        case "register" | "processor-register":
            write = controller_register if form == "register" else processor_register
            return f"{BOM if bom else ''}{write(statement, language)}".encode()
        case "annex" | "annex-markdown":
            page = annex_page(statement, language)
            return (html_page(page) if form == "annex" else markdown(page)).encode()
        case "pdf":
            return pdf(statement_page(statement, language, older, checkpoint))
        case _:
            write_page = {"html": html_page, "fragment": html_fragment, "markdown": markdown}[form]
            return write_page(statement_page(statement, language, older, checkpoint)).encode()
