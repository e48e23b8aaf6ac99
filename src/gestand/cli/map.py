"""`gestand map URL`: a draft of the data map out of a live database, or what a second look finds changed."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.text import Language, Text

if TYPE_CHECKING:
    from gestand.datamap.model import Database
    from gestand.datamap.suggest.changes import Change
    from gestand.datamap.suggest.drafted import Draft
    from gestand.statement.model import Statement
    from gestand.wiring import Settings
    from gestand.wiring.mapping import Survey

READ, CHANGED, NOT_ALL_READ = 0, 1, 2
_VARIABLE = re.compile(r"\$?[A-Za-z_][A-Za-z0-9_]*")
_WORD = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DATABASE = re.compile(r"[^/]*://(?:[^/:@]*(?::[^@]*)?@)?[^/]*(?:/(?P<name>[^?]*)(?:\?.*)?)?", re.DOTALL)
"""An address as SQLAlchemy takes it apart: of a login nothing is ever a name."""
_NO_CHANGE = Text("Er is niets bij, en niets weg.", "Nothing is new, and nothing is gone.")
_WRITTEN = Text("geschreven   {file}", "written  {file}")
_THERE = Text(
    "{file} is er al en is niet aangeraakt; --overwrite vervangt haar, en zonder --into komt het ontwerp op het scherm",
    "{file} is there already and was left alone; --overwrite replaces it, and without --into the draft is printed",
)
_WHOLE = Text("Een heel nieuw ontwerp: {command}", "A whole new draft: {command}")
_SET = Text(
    "Zet het adres in de omgeving, of onder [addresses] in gestand.toml als er geen wachtwoord in staat: {variable}",
    "Put the address in the environment, or under [addresses] in gestand.toml when it holds no password: {variable}",
)
_NO_STATEMENT = Text(
    "Er is geen statement.yaml in deze map, dus geen woord om de kolommen mee te verbinden.",
    "There is no statement.yaml in this folder, so no word to tie the columns to.",
)


def _a_word(_: click.Context, __: click.Parameter, name: str) -> str:
    if name and not _WORD.fullmatch(name):
        raise click.BadParameter(f"{name!r} is no hyphenated-word in small letters, such as `portal`.")
    return name


@click.command("map")
@click.argument("url", metavar="URL")
@click.option(
    "--store", default="", metavar="NAME", callback=_a_word, help="What the store is called in the data map."
)
@click.option("--names-only", is_flag=True, help="Look at names of tables and columns, and at no value.")
@click.option(
    "--into", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write the draft there."
)
@click.option("--overwrite", is_flag=True, help="With --into: replace a file that is there.")
@click.option(
    "--draft", "whole", is_flag=True, help="The whole draft, although the data map knows this store."
)
@click.option("--json", "as_json", is_flag=True, help="Print what has changed as JSON for programs.")
@click.option(
    "--lang", "language", type=click.Choice(["nl", "en"]), help="The company's language unless said."
)
@click.pass_obj
def command(
    company: Path,
    url: str,
    store: str,
    names_only: bool,
    into: Path | None,
    overwrite: bool,
    whole: bool,
    as_json: bool,
    language: str | None,
) -> int:
    """Read the database at URL and draft its data map; where the map knows the store, say what has changed.

    URL is an address such as postgresql://HOST/DATABASE, or the name of the variable that holds one, which keeps a
    password off the screen. A few values of each column are looked at and forgotten: none is written anywhere.

    Exit codes: 0 done, 1 something changed, 2 not all could be read, 3 usage or configuration error.
    """
    from gestand.cli.page import spoken
    from gestand.datamap.suggest import report
    from gestand.datamap.suggest.draft import draft
    from gestand.wiring import read_settings, system_clock
    from gestand.wiring.mapping import survey

    settings = read_settings(company)
    said_in = spoken(language, settings.language)
    known = _known(settings, url, store)
    name = store or (known[0] if known else _named(url))
    seen = survey(name, _address(settings, url), system_clock().date(), with_values=not names_only)
    statement = _statement(settings)
    drafted = draft(name, statement, seen.schema, seen.looks)
    code = _tell_read(seen, said_in)
    _tell(report.guarded(drafted, statement), said_in)
    if known and not whole and into is None:
        return _tell_changes(known[1], drafted, seen, said_in, as_json, code, url)
    _tell((*report.unplaced(drafted, statement), *(() if statement else (_NO_STATEMENT,))), said_in)
    text = _written(drafted, statement, settings, seen, said_in, _variable(url, name))
    if into is None:
        click.echo(text, nl=False)
    else:
        _save(into, text, overwrite, said_in)
    return code


def _written(
    drafted: "Draft",
    statement: "Statement | None",
    settings: "Settings",
    seen: "Survey",
    language: Language,
    variable: str,
) -> str:
    """The draft as a file that binds; without a statement there is nothing to bind it to."""
    from gestand.datamap.suggest.settle import settled
    from gestand.datamap.suggest.writing import Writer

    writer = Writer(language, variable, settings.zone.key)
    return writer.write(settled(drafted, statement, seen.schema, writer.write) if statement else drafted)


def _tell_read(seen: "Survey", language: Language) -> int:
    from gestand.datamap.suggest import report

    missing = tuple(report.unread(seen.schema, seen.looks, seen.hidden))
    sight = (*report.bytes_unread(seen.looks), *report.only_in_sight(seen.dialect, seen.schema))
    _tell((report.read(seen.schema, seen.looks), *missing, *sight), language)
    return NOT_ALL_READ if missing or not seen.schema.tables else READ


def _tell_changes(
    known: "Database",
    drafted: "Draft",
    seen: "Survey",
    language: Language,
    as_json: bool,
    code: int,
    url: str,
) -> int:
    from gestand.cli.page import typed
    from gestand.datamap.suggest.changes import changes

    found = changes(known, drafted, seen.schema)
    if as_json:
        click.echo(_json(found, language))
    else:
        for change in found:
            click.echo(_on_screen(change.what, language))
        click.echo("" if found else _NO_CHANGE.said_in(language), nl=not found)
        if "://" not in url:
            click.echo(_WHOLE.said_in(language).format(command=f"`{typed('map', url, '--draft')}`"), err=True)
    return CHANGED if found else code


def _json(found: "tuple[Change, ...]", language: Language) -> str:
    told = [{"code": change.code, "what": change.what.said_in(language)} for change in found]
    return json.dumps(told, ensure_ascii=False, indent=2)


def _tell(texts: Iterable[Text], language: Language) -> None:
    """On standard error: what is printed beside it stays a file."""
    for text in texts:
        click.echo(_on_screen(text, language), err=True)


def _on_screen(text: Text, language: Language) -> str:
    from gestand.cli.page import folded

    return folded(text.said_in(language), hanging=2)


def _save(file: Path, text: str, overwrite: bool, language: Language) -> None:
    from gestand.core.errors import SettingsError

    try:
        with file.open("w" if overwrite else "x", encoding="utf-8") as opened:
            opened.write(text)
    except FileExistsError:
        raise SettingsError(_THERE.said_in(language).format(file=file)) from None
    click.echo(_WRITTEN.said_in(language).format(file=file), err=True)


def _statement(settings: "Settings") -> "Statement | None":
    from gestand.statement.parse import parse_statement

    return parse_statement(settings.statement) if settings.statement.exists() else None


def _known(settings: "Settings", url: str, store: str) -> "tuple[str, Database] | None":
    """The store of the data map that is meant: by its name, its variable, or the address that this holds."""
    from gestand.datamap.parse import parse_data_map

    if not settings.data_map.exists():
        return None
    for name, database in parse_data_map(settings.data_map).databases.items():
        variable = database.url.removeprefix("$")
        if (store or name) == name and (
            store or url.removeprefix("$") == variable or _holds(settings, variable, url)
        ):
            return name, database
    return None


def _holds(settings: "Settings", variable: str, url: str) -> bool:
    from gestand.core.errors import SettingsError

    try:
        return settings.address(variable) == url
    except SettingsError:
        return False


def _address(settings: "Settings", url: str) -> str:
    if "://" in url:
        return url
    if not _VARIABLE.fullmatch(url):  # not said again: a mistyped address may hold a password
        raise click.UsageError(
            "URL is no address, such as postgresql://HOST/DATABASE, and no name of a variable that holds one."
        )
    return settings.address(url.removeprefix("$"))


def _variable(url: str, name: str) -> str:
    """The variable that is to hold the address; it begins with no digit."""
    own = f"{name.upper().replace('-', '_')}_URL"
    return (f"_{own}" if own[0].isdigit() else own) if "://" in url else url.removeprefix("$")


def _last_of(address: str) -> str:
    """The name of the database; nothing where a login may reach into it."""
    found = _DATABASE.fullmatch(address)
    name = (found["name"] or "") if found else ""
    return "" if "@" in name and not address.startswith("sqlite") else name.rpartition("/")[2]


def _named(url: str) -> str:
    """A word for the store: the name of its database, or of the variable that holds its address."""
    last = _last_of(url) if "://" in url else url.removeprefix("$")
    words = re.findall(r"[a-z0-9]+", re.sub(r"(_URL|\.\w+)$", "", last).lower())
    name = "-".join(words)
    return name if name[:1].isalpha() else f"store-{name}".rstrip("-")
