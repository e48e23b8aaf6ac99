"""`gestand init`: a commented starter of both files, settings, keys apart from the book, and the book."""

from pathlib import Path

import click

SETTINGS = """\
# Addresses, limits and schedules. Never secrets: those come from the environment.
language = "{language}"                 # of findings and sentences: nl or en
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
"""


@click.command("init")
@click.option("--lang", "language", type=click.Choice(["nl", "en"]), default="nl", show_default=True)
@click.option("--log-name", default="", metavar="NAME", help="The log's name, such as example.org/gestand.")
@click.pass_obj
def command(company: Path, language: str, log_name: str) -> None:
    """Start a company in this folder. Files that are there already are left alone."""
    from gestand.datamap.starter import starter_data_map, starter_statement
    from gestand.wiring import found_company, read_settings

    folder = company.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    spoken = "en" if language == "en" else "nl"
    name = log_name or f"{folder.name.lower().replace(' ', '-')}.example/gestand"
    for file, text in (
        ("statement.yaml", starter_statement(spoken)),
        ("datamap.yaml", starter_data_map(spoken)),
        ("gestand.toml", SETTINGS.format(language=language, log=name)),
    ):
        _write(folder / file, text)
    settings = read_settings(folder)
    found_company(settings, name)
    click.echo(f"made     {settings.keys} (mode 0700: back it up apart from the book) and the book")
    click.echo("Next: fill in statement.yaml and datamap.yaml, then `gestand promises` and `gestand check`.")


def _write(file: Path, text: str) -> None:
    if file.exists():
        click.echo(f"kept     {file}")
        return
    file.write_text(text, encoding="utf-8")
    click.echo(f"written  {file}")
