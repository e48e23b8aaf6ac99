"""`gestand init`: a commented starter of both files, settings, keys apart from the book, and the book."""

from pathlib import Path

import click

from gestand.core.text import Language, Text

SETTINGS = Text(
    """\
# Adressen, grenzen en schema's. Nooit geheimen: die komen uit de omgeving.
language = "nl"                 # van bevindingen en zinnen: nl of en
zone = "Europe/Amsterdam"       # hier eindigt een termijn om middernacht
keys = ".gestand-keys"          # apart van het boek: laat deze map buiten de back-ups van het boek
log = "{log}"   # zo heet het logboek in zijn controlepunten

[limits]
"at most" = 10000               # zoveel rijen mag één keep wijzigen; meer wordt geweigerd

[addresses]                     # alleen adressen zonder wachtwoord; de omgeving gaat voor
# PORTAL_URL = "sqlite:///portal.db"

[schedule]                      # cron of systemd voert uit; check zegt het als dat niet gebeurde
keep = "daily"
check = "daily"
""",
    """\
# Addresses, limits and schedules. Never secrets: those come from the environment.
language = "en"                 # of findings and sentences: nl or en
zone = "Europe/Amsterdam"       # a term ends at midnight here
keys = ".gestand-keys"          # apart from the book: leave this folder out of the book's back-ups
log = "{log}"   # how the log is named in its checkpoints

[limits]
"at most" = 10000               # rows that one keep may change; more is refused

[addresses]                     # only addresses without a password; the environment wins
# PORTAL_URL = "sqlite:///portal.db"

[schedule]                      # cron or systemd run it; check tells when they did not
keep = "daily"
check = "daily"
""",
)


@click.command("init")
@click.option(
    "--lang", "language", type=click.Choice(["nl", "en"]), help="The statement's, or Dutch, unless said."
)
@click.option("--log-name", default="", metavar="NAME", help="The log's name, such as example.org/gestand.")
@click.pass_obj
def command(company: Path, language: Language | None, log_name: str) -> None:
    """Start a company in this folder. Files that are there already are left alone."""
    from gestand.cli import words
    from gestand.cli.page import folded, typed
    from gestand.datamap.starter import starter_data_map, starter_statement
    from gestand.wiring import found_company, read_settings

    language = language or read_settings(company).language
    folder = company.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    name = log_name or f"{folder.name.lower().replace(' ', '-')}.example/gestand"
    _write(company / "statement.yaml", starter_statement(language), language)
    _write(company / "datamap.yaml", starter_data_map(language), language)
    _write(company / "gestand.toml", SETTINGS.said_in(language).format(log=name), language)
    settings = read_settings(company)
    if found_company(settings, name):
        click.echo(words.MADE.said_in(language).format(keys=settings.keys))
    else:
        click.echo(words.LEFT_ALONE.said_in(language).format(file=settings.keys))
    onward = {name: f"`{typed(name)}`" for name in ("promises", "check")}
    click.echo(folded(words.NEXT.said_in(language).format(**onward)))


def _write(file: Path, text: str, language: Language) -> None:
    from gestand.cli import words

    if file.exists():
        click.echo(words.LEFT_ALONE.said_in(language).format(file=file))
        return
    file.write_text(text, encoding="utf-8")
    click.echo(words.WRITTEN.said_in(language).format(file=file))
