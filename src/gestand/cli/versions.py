"""Which version of a statement is meant: a file's, the company's own, that of a day, or the one before."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.errors import ConfigurationError
from gestand.core.text import Text

if TYPE_CHECKING:
    from gestand.statement.model import Statement
    from gestand.wiring import Company

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


def meant(company: Path, file: Path | None, day: date | None) -> Statement:
    """The statement in a file, the company's own, or the one that held on a day."""
    from gestand.statement.parse import parse_statement
    from gestand.wiring import open_company

    if file:
        return parse_statement(file)
    opened = open_company(company)
    return _on(opened, day) if day else opened.statement


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


def older(company: Path, file: Path | None, chosen: Statement, since: str | None) -> Statement | None:
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


def keep(company: Path, language: str | None) -> None:
    """Keep the company's statement as it stands, and say whether that was new."""
    from gestand.cli.page import spoken
    from gestand.wiring import open_company

    opened = open_company(company)
    told = _ARCHIVED if opened.archive.archive(opened.clock()) else _KEPT_ALREADY
    version, digest = opened.statement.version, opened.statement.digest
    said = told.said_in(spoken(language, opened.settings.language))
    click.echo(said.format(version=version, digest=digest))
