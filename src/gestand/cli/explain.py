"""`gestand explain CODE`: what a rule of lint looks for, on which law it rests, and why it matters."""

from collections.abc import Iterator
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
    """Explain a rule of `gestand lint` by its code, such as RET02.

    The start of codes, such as RET, lists the rules that begin so; without a code, all are listed.
    """
    from gestand.lint.discovery import all_rules
    from gestand.lint.page import explained, listed

    said_in = _language(company, language)
    wanted = (code or "").strip().upper()
    found = tuple(one for known, one in all_rules().items() if known.startswith(wanted))
    if not found:
        raise click.UsageError(f"There is no rule `{code}`. `gestand explain` lists the rules.")
    if wanted == found[0].rule.code:
        click.echo("\n".join(_lines(explained(found[0], said_in))))
    else:
        click.echo(listed(found, said_in))


def _lines(page: str) -> Iterator[str]:
    """The page folded to the screen, but for the examples, whose lines stay as they are."""
    from gestand.cli.page import folded

    fenced = False
    for line in page.splitlines():
        fence = line.startswith("```")
        fenced = fenced != fence
        yield line if fenced or fence else folded(line, 0, 2 if line.startswith("- ") else 0)


def _language(company: Path, chosen: str | None) -> Language:
    """The language of `--lang`, or that of the company whose folder this is, or English."""
    from gestand.cli.page import spoken

    statement = company / "statement.yaml"
    if chosen is None and statement.is_file():
        own = "nl" if "\nlanguage: en" not in statement.read_text("utf-8", errors="replace") else "en"
        return spoken(None, spoken(own, "en"))
    return spoken(chosen, "en")
