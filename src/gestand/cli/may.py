"""`gestand may`: whether something may be done to somebody, with the reason."""

import json
import sys
from pathlib import Path

import click

NO = 1
"""The exit code of a no."""


@click.command("may")
@click.argument("person", metavar="PERSON|-")
@click.argument("purpose")
@click.option(
    "--channel", default="", help="Along which channel: email, phone, post ... Any of them unless said."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@click.pass_obj
def command(company: Path, person: str, purpose: str, channel: str, as_json: bool) -> None:
    """May PURPOSE be done to PERSON? Says yes or no, why, and by which article.

    PERSON is KIND=VALUE, with a kind of the data map, or a mail address. What is typed stays in the
    shell's history and is seen in the list of processes: `-` reads PERSON from standard input.
    PURPOSE is a word of the statement: of purposes, marketing, messages or cookies.

    Exit codes: 0 yes, 1 no, 3 usage or configuration error.
    """
    from gestand.cli import words
    from gestand.cli.page import folded
    from gestand.wiring import open_company

    opened = open_company(company)
    who = sys.stdin.readline().strip() if person == "-" else person
    answer = opened.may(who, purpose, channel)
    reason, language = answer.reason, opened.settings.language
    if as_json:
        told = {
            "may": answer.allowed,
            "reason": reason.value,
            "text": reason.text.said_in(language),
            "article": reason.article,
        }
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        said = (words.MAY if answer else words.MAY_NOT).said_in(language)
        click.echo(folded(f"{said}. {reason.text.said_in(language)} ({reason.article})"))
    click.get_current_context().exit(0 if answer else NO)
