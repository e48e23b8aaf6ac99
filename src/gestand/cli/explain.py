"""`gestand explain CODE`: what a rule of lint looks for, on which law it rests, and why it matters."""

from pathlib import Path

import click

from gestand.core.text import Language


@click.command("explain")
@click.argument("code", required=False)
@click.option(
    "--lang", "language", type=click.Choice(["nl", "en"]), help="The company's language unless said."
)
@click.pass_obj
def command(company: Path, code: str | None, language: str | None) -> None:
    """Explain a rule of `gestand lint` by its code, such as RET02; without a code, list them all."""
    from gestand.lint.discovery import all_rules
    from gestand.lint.page import explained, listed

    said_in = _language(company, language)
    if code is None:
        click.echo(listed(tuple(all_rules().values()), said_in))
        return
    loaded = all_rules().get(code.upper())
    if loaded is None:
        raise click.UsageError(f"There is no rule `{code}`. `gestand explain` lists the rules.")
    click.echo(explained(loaded, said_in))


def _language(company: Path, chosen: str | None) -> Language:
    """The language of `--lang`, or that of the company whose folder this is, or English."""
    from gestand.cli.page import spoken

    statement = company / "statement.yaml"
    if chosen is None and statement.is_file():
        own = "nl" if "\nlanguage: en" not in statement.read_text("utf-8", errors="replace") else "en"
        return spoken(None, spoken(own, "en"))
    return spoken(chosen, "en")
