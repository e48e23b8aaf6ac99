"""The link by which somebody stops a stream of mail, for the company's own mail program."""

import json
from pathlib import Path

import click


@click.command("unsubscribe-link")
@click.argument("who", metavar="WHO|-")
@click.argument("stream")
@click.option(
    "--language",
    type=click.Choice(["nl", "en"]),
    help="Of the page that a reader sees; the company's unless said.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@click.pass_obj
def unsubscribe_link(company: Path, who: str, stream: str, language: str | None, as_json: bool) -> None:
    """Print the link by which WHO stops STREAM, and the two lines for the head of the mail (RFC 8058).

    STREAM is a word of the statement's `marketing`. Nothing is kept for a link, and it works for good. From Python it
    is `Company.unsubscribe_link(...)`.
    """
    from gestand.cli.consent.whose import subject_of
    from gestand.wiring import open_company

    opened = open_company(company)
    link = opened.unsubscribe_link(
        subject_of(who, opened), stream, "en" if (language or opened.settings.language) == "en" else "nl"
    )
    if as_json:
        click.echo(json.dumps({"url": link.url, "headers": link.headers}, indent=2))
        return
    for line in (link.url, *(f"{name}: {value}" for name, value in link.headers.items())):
        click.echo(line)


COMMANDS = {"unsubscribe-link": unsubscribe_link}
