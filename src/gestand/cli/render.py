"""`gestand render`: the statement as people read it, the registers and the annex, today's or of an earlier day."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.errors import ConfigurationError
from gestand.core.text import Language, Text

if TYPE_CHECKING:
    from gestand.statement.model import Statement
    from gestand.wiring import Company

FORMS = {
    "html": "a page of its own",
    "fragment": "for a page of your site",
    "markdown": "Markdown",
    "pdf": "PDF/UA",
    "register": "Article 30(1), CSV",
    "processor-register": "Article 30(2), CSV",
    "annex": "of a processing agreement, HTML",
    "annex-markdown": "the same, Markdown",
}
"""The forms by name, each with what it is."""

_LIST_PROMISED = Text(
    "De verklaring belooft een lijst van wijzigingen: voeg --since last toe, of een ouder bestand.",
    "The statement promises a list of changes: add --since last, or an older file.",
)
_SEEN_LATER = Text(
    "Let op: deze tekst gold volgens zichzelf vanaf {effective}, maar het boek zag hem pas op {seen}. "
    "Wat er daarvoor stond, kan het boek niet zeggen.",
    "Note: by its own words this text held from {effective}, but the book first saw it on {seen}. "
    "What stood there before then, the book cannot tell.",
)
_ARCHIVED = Text("Bewaard: versie {version}, {digest}.", "Kept: version {version}, {digest}.")
_KEPT_ALREADY = Text(
    "Was al bewaard: versie {version}, {digest}.", "Was kept already: version {version}, {digest}."
)


class NotInTheArchive(ConfigurationError):
    """The archive holds no such version. `gestand render --archive` keeps the statement as it stands."""


class NeedsTheCompany(ConfigurationError):
    """Archive and log are the company's own: leave STATEMENT out, or --archive, --on, --checkpoint and --since DAY."""


@click.command("render")
@click.argument("statement", required=False, type=click.Path(path_type=Path))
@click.option(
    "--as", "form", type=click.Choice(list(FORMS)), default="html", show_default=True, help="In which form."
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
    from gestand.cli.page import spoken
    from gestand.cli.target import hand_over

    if statement and (keep or day or witnessed):
        raise NeedsTheCompany(str(NeedsTheCompany.__doc__))
    chosen = _statement(company, statement, day)
    said_in = spoken(language, chosen.language)
    if keep:
        _archive(company, language)
        if not target:
            return
    older = _older(company, statement, chosen, since)
    if not (older or day) and form in ("html", "fragment", "markdown", "pdf") and _promises_a_list(chosen):
        click.echo(_LIST_PROMISED.said_in(said_in), err=True)
    checkpoint = _checkpoint(company) if witnessed else ""
    made = _made(chosen, form, said_in, older, bom, checkpoint)
    hand_over(made, target)


def _statement(company: Path, file: Path | None, day: datetime | None) -> Statement:
    """The statement in a file, the company's own, or the one that held on a day."""
    from gestand.statement.parse import parse_statement
    from gestand.wiring import open_company

    if file:
        return parse_statement(file)
    opened = open_company(company)
    return _on(opened, day.date()) if day else opened.statement


def _on(opened: Company, day: date) -> Statement:
    """The version that held on a day, with a word when the book saw it only later. Raises NotInTheArchive."""
    from gestand.documents.archive import version_on
    from gestand.statement.parse import parse_statement

    zone, language = opened.settings.zone, opened.settings.language
    held = version_on(opened.archive.versions(), day, zone)
    if held is None:
        raise NotInTheArchive(f"No version held on {day.isoformat()}. {NotInTheArchive.__doc__}")
    if held.seen_later:
        seen = held.version.at.astimezone(zone).date().isoformat()
        told = _SEEN_LATER.said_in(language).format(effective=held.version.effective.isoformat(), seen=seen)
        click.echo(told, err=True)
    return parse_statement(held.version.text)


def _older(company: Path, file: Path | None, chosen: Statement, since: str | None) -> Statement | None:
    """What to compare with: a file, the version of a day, or the version before this one."""
    from gestand.documents.archive import version_before
    from gestand.statement.parse import parse_statement
    from gestand.wiring import open_company

    if since is None:
        return None
    day = _day(since)
    if since != "last" and not day:
        return parse_statement(Path(since))
    if file:
        raise NeedsTheCompany(str(NeedsTheCompany.__doc__))
    opened = open_company(company)
    if day:
        return _on(opened, day)
    before = version_before(opened.archive.versions(), chosen.digest, chosen.effective or date.max)
    if before is None:
        raise NotInTheArchive(f"There is no version before this one. {NotInTheArchive.__doc__}")
    return parse_statement(before.text)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _archive(company: Path, language: str | None) -> None:
    """Keep the company's statement as it stands, and say whether that was new."""
    from gestand.cli.page import spoken
    from gestand.wiring import open_company

    opened = open_company(company)
    told = _ARCHIVED if opened.archive.archive(opened.clock()) else _KEPT_ALREADY
    version, digest = opened.statement.version, opened.statement.digest
    said = told.said_in(spoken(language, opened.settings.language))
    click.echo(said.format(version=version, digest=digest))


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
