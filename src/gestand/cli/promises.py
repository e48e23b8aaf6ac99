"""`gestand promises`: what the statement promises, each with its sentence in the statement's language.

Of every right that the law gives there is one, with the term within which a request is answered.
"""

import json
from pathlib import Path

import click

from gestand.core.promise import Promise, RetentionPromise
from gestand.core.text import Language


@click.command("promises")
@click.argument("statement", required=False, type=click.Path(path_type=Path))
@click.option(
    "--lang", "language", type=click.Choice(["nl", "en"]), help="The company's language unless said."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@click.pass_obj
def command(company: Path, statement: Path | None, language: str | None, as_json: bool) -> None:
    """List what STATEMENT promises (the company's own unless said), each with its sentence and its place."""
    from gestand.cli.page import spoken
    from gestand.duties import requests, retention
    from gestand.statement.parse import parse_statement
    from gestand.wiring import open_company, read_settings

    settings = read_settings(company)
    parsed = parse_statement(statement) if statement else open_company(company).statement
    promises: tuple[Promise, ...] = (*retention.promises(parsed), *requests.promises(parsed))
    if as_json:
        click.echo(json.dumps([_told(promise) for promise in promises], ensure_ascii=False, indent=2))
    else:
        _print(promises, spoken(language, settings.language))


def _print(promises: tuple[Promise, ...], language: Language) -> None:
    from gestand.cli.show import promise_lines

    for promise in promises:
        for line in promise_lines(promise.id, promise.sentence, promise.place, language):
            click.echo(line)


def _told(promise: Promise) -> dict[str, object]:
    said = {"id": promise.id, "nl": promise.sentence.nl, "en": promise.sentence.en}
    return {**said, **_of_its_own(promise), "place": str(promise.place)}


def _of_its_own(promise: Promise) -> dict[str, object]:
    if not isinstance(promise, RetentionPromise):
        from gestand.clock.period import words

        within = words(promise.within, "en") if promise.within else None
        return {"right": promise.right.value, "within": within}
    law = promise.at_least.law if promise.at_least else None
    return {"data": promise.data, "when": promise.when, "law": law}
