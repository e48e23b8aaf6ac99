"""`gestand lint PATH`: are the words of a statement right? On a statement.yaml, or on a text as it was published."""

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.text import Language, Text

if TYPE_CHECKING:
    from gestand.core.document import Document
    from gestand.lint.judge import Choice
    from gestand.lint.linted import Linted

YAML = (".yaml", ".yml")
_STATEMENT = re.compile(r"^gestand:\s*statement/\d", re.MULTILINE)


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
    from gestand.cli.lint_said import lines
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
        click.echo("\n".join(lines(linted, said_in)))
    return 0 if form == "issues" else linted.exit_code


def _choice(select: tuple[str, ...], ignore: tuple[str, ...], preview: bool) -> "Choice":
    from gestand.lint.judge import Choice, unknown_codes

    chosen, left = _codes("--select", select), _codes("--ignore", ignore)
    unknown = unknown_codes([*chosen, *left])
    if unknown:
        raise click.UsageError(f"No rule begins with `{unknown[0]}`. `gestand explain` lists the rules.")
    return Choice(chosen, left, preview)


def _codes(option: str, given: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of an option; without any the option was given in vain, and would take all rules or none."""
    codes = tuple(code for one in given for code in one.upper().replace(",", " ").split())
    if given and not codes:
        raise click.UsageError(f"`{option}` names no rule. `gestand explain` lists the rules.")
    return codes


def _source(company: Path, path: Path | None) -> Path:
    source = path or company
    if not source.is_dir():
        return source
    if (source / "statement.yaml").is_file():
        return source / "statement.yaml"
    raise click.UsageError(
        f"There is no statement.yaml in {source.absolute()}. Name what to judge: `gestand lint PATH`; "
        "`gestand init` writes a starter."
    )


def _expect_a_rule(choice: "Choice", is_statement: bool) -> None:
    """Refuse a choice of which no rule looks at such a file: nothing found would say nothing."""
    from gestand.lint.judge import chosen

    if not any(one.judge_statement if is_statement else one.judge_text for one in chosen(choice)):
        raise click.UsageError(
            f"None of the rules chosen judges {'a statement.yaml' if is_statement else 'a text'}. "
            "`gestand explain CODE` says what a rule judges, and whether it takes `--preview`."
        )


def _lint_statement(source: Path, choice: "Choice", fixing: bool) -> "Linted":
    from gestand.lint.fix import fixed
    from gestand.lint.judge import judge_statement
    from gestand.lint.linted import statement_linted
    from gestand.statement.parse import parse_statement

    _expect_a_rule(choice, is_statement=True)
    statement = parse_statement(source)
    written = source.read_bytes().decode("utf-8")
    linted = statement_linted(written, str(source), statement.language, judge_statement(statement, choice))
    changed, edits = fixed(written, linted.remarks) if fixing else (written, ())
    if not edits:
        return linted
    source.write_bytes(changed.encode())
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
    _expect_a_rule(choice, is_statement=False)
    document = opened(source)
    _expect_no_statement(document)
    segments = segments_of(document)
    remarks = judge_text(document, segments, facts_of(segments, document), choice)
    return text_linted(document, _written(source, document), remarks, _notes(document))


def _expect_no_statement(document: "Document") -> None:
    if _STATEMENT.search(document.text):
        raise click.UsageError(
            f"{document.name} holds a statement in YAML. Give it as a file whose name ends in .yaml: its values are "
            "then judged, and not its letters."
        )


def _notes(document: "Document") -> tuple[Text, ...]:
    from gestand.lint.words import OTHER_SUBJECT
    from gestand.reading.language import is_in_neither
    from gestand.reading.remarks import is_about_privacy

    known = is_about_privacy(document.text) or is_in_neither(document.text)
    return () if known else (OTHER_SUBJECT,)


def _written(source: Path, document: "Document") -> str:
    """The file as text, for the ignores in it: comments of a page are no part of what was read from it."""
    if document.in_lines:
        return document.text
    return source.read_text("utf-8", errors="replace") if source.is_file() else ""


def _formed(form: str, linted: "Linted", language: Language) -> str:
    from gestand.lint.issues import issues
    from gestand.lint.report import as_json
    from gestand.lint.sarif import as_sarif

    if form == "issues":
        return json.dumps(issues(linted.remarks), ensure_ascii=False, indent=1)
    return (as_json if form == "json" else as_sarif)(linted, language)
