"""`gestand lint PATH`: are the words of a statement right? On a statement.yaml, or on a text as it was published."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.text import Language

if TYPE_CHECKING:
    from gestand.lint.judge import Choice
    from gestand.lint.linted import Linted
    from gestand.lint.remark import Remark

YAML = (".yaml", ".yml")


@click.command("lint")
@click.argument("path", required=False, type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--select", multiple=True, metavar="CODE", help="Only rules whose code begins so: `RET`, `RET02`."
)
@click.option("--ignore", multiple=True, metavar="CODE", help="No rules whose code begins so.")
@click.option("--preview", is_flag=True, help="Also rules whose precision is not known yet.")
@click.option(
    "--fix", "fixing", is_flag=True, help="Make the edits in a statement.yaml that change no meaning."
)
@click.option("--json", "form", flag_value="json", help="Print JSON.")
@click.option("--sarif", "form", flag_value="sarif", help="Print SARIF 2.1.0.")
@click.option(
    "--issues", "form", flag_value="issues", help="Print faults under plain names, as JSON; exits 0."
)
@click.option(
    "--lang", "language", type=click.Choice(["nl", "en"]), help="The text's own language unless said."
)
@click.pass_obj
def command(
    company: Path,
    path: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    preview: bool,
    fixing: bool,
    form: str | None,
    language: str | None,
) -> int:
    """Judge PATH: a statement.yaml (the company's own unless said), or a text, Markdown, HTML, PDF or DOCX file.

    Exit codes: 0 clean, 1 a fault was found, 2 undecided only, 3 usage or configuration error.
    `# gestand: ignore RET02 -- reason` passes a fault over; `gestand explain RET02` tells why it is one.
    """
    from gestand.cli.page import spoken

    choice = _choice(select, ignore, preview or form == "issues")
    source = _source(company, path)
    linted = (
        _lint_statement(source, choice, fixing)
        if source.suffix in YAML
        else _lint_text(source, choice, fixing)
    )
    said_in = spoken(language, linted.language)
    if form:
        click.echo(_formed(form, linted, said_in))
    else:
        _tell(linted, said_in)
    return 0 if form == "issues" else linted.exit_code


def _choice(select: tuple[str, ...], ignore: tuple[str, ...], preview: bool) -> "Choice":
    from gestand.lint.judge import Choice, unknown_codes

    codes = [
        tuple(code.strip().upper() for one in given for code in one.split(",")) for given in (select, ignore)
    ]
    unknown = unknown_codes([*codes[0], *codes[1]])
    if unknown:
        raise click.UsageError(f"No rule begins with `{unknown[0]}`. `gestand explain` lists the rules.")
    return Choice(codes[0], codes[1], preview)


def _source(company: Path, path: Path | None) -> Path:
    source = path or company
    return source / "statement.yaml" if source.is_dir() else source


def _lint_statement(source: Path, choice: "Choice", fixing: bool) -> "Linted":
    from gestand.lint.fix import fixed
    from gestand.lint.judge import judge_statement
    from gestand.lint.linted import statement_linted
    from gestand.statement.parse import parse_statement

    statement = parse_statement(source)
    written = source.read_text("utf-8")
    linted = statement_linted(written, str(source), statement.language, judge_statement(statement, choice))
    changed, edits = fixed(written, linted.remarks) if fixing else (written, ())
    if not edits:
        return linted
    source.write_text(changed, "utf-8")
    again = parse_statement(source)
    remarks = judge_statement(again, choice)
    return statement_linted(changed, str(source), again.language, remarks, edits)


def _lint_text(source: Path, choice: "Choice", fixing: bool) -> "Linted":
    from gestand.cli.read import opened
    from gestand.lint.judge import judge_text
    from gestand.lint.linted import text_linted
    from gestand.reading.facts import facts_of
    from gestand.reading.segments import segments_of

    if fixing:
        raise click.UsageError(
            "`--fix` edits a statement.yaml; a published text is mended where it was written."
        )
    document = opened(source)
    segments = segments_of(document)
    remarks = judge_text(document, segments, facts_of(segments, document), choice)
    return text_linted(document, _written(source), remarks)


def _written(source: Path) -> str:
    """The file as text, for the ignores in it; none in standard input, or where it is no text."""
    try:
        return source.read_text("utf-8") if source.is_file() else ""
    except UnicodeDecodeError:
        return ""


def _formed(form: str, linted: "Linted", language: Language) -> str:
    from gestand.lint.issues import issues
    from gestand.lint.report import as_json, as_sarif

    if form == "issues":
        return json.dumps(issues(linted.remarks), ensure_ascii=False, indent=1)
    return (as_json if form == "json" else as_sarif)(linted.remarks, language)


def _tell(linted: "Linted", language: Language) -> None:
    """What was not read first, then each remark with its place, its quotes and its caution; then the sum."""
    from gestand.cli.page import folded
    from gestand.lint.linted import grouped
    from gestand.lint.words import EDITED, UNREAD, summary

    for part in linted.unread:
        click.echo(folded(UNREAD.said_in(language).format(what=part.said_in(language)), 0, 2))
    for edit in linted.edits:
        click.echo(EDITED.said_in(language).format(line=edit.line, what=edit.what.said_in(language)))
    for alike in grouped(linted.shown):
        _tell_alike(alike, language)
    for fault in linted.faults:
        click.echo(folded(str(fault), 0, 2))
    click.echo(folded(summary(linted.remarks).said_in(language)))


def _tell_alike(remarks: "tuple[Remark, ...]", language: Language) -> None:
    """Remarks of one rule that say the same, once, with every place and the quotes of the first."""
    from gestand.cli.page import folded, from_here, glued, styled
    from gestand.lint.words import caution, standing

    first = remarks[0]
    word = f"[{standing(first).said_in(language)}]"
    click.echo(
        styled(f"{from_here(str(first.place))} {first.rule.code} {first.rule.name} {word}", word, bold=True)
    )
    what = first.what.said_in(language)
    if first.path:
        what += f": {', '.join(glued(f'{one.path} ({one.place.line})') for one in remarks)}"
    click.echo(folded(what, 2))
    for quote in (quote for remark in remarks for quote in remark.quotes[:3]):
        click.echo(folded(f"“{' '.join(quote.text.split())}”", 4))
    click.echo(click.style(folded(caution(first).said_in(language), 2), dim=True))
