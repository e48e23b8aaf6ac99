"""`gestand check`: were the promises kept? A table for people, JSON, JUnit and SARIF for pipelines."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.finding import Finding, Verdict
from gestand.core.text import Language
from gestand.core.told import ClockIsRight

if TYPE_CHECKING:
    from gestand.keeper import Checked

KEPT, DEVIATION, CANNOT_TELL = 0, 1, 2


@click.command("check")
@click.option("--json", "form", flag_value="json", help="Print JSON.")
@click.option("--junit", "form", flag_value="junit", help="Print JUnit XML: a test case a promise.")
@click.option("--sarif", "form", flag_value="sarif", help="Print SARIF 2.1.0: findings at their line.")
@click.option(
    "--lang", "language", type=click.Choice(["nl", "en"]), help="The company's language unless said."
)
@click.option(
    "--clock-is-right", is_flag=True, help="The clock is right, however far from the last entry; logged."
)
@click.pass_obj
def command(company: Path, form: str | None, language: str | None, clock_is_right: bool) -> int:
    """Check every promise. Exit codes: 0 kept, 1 deviation, 2 cannot tell, 3 usage or configuration error."""
    from gestand.cli.page import spoken
    from gestand.wiring import open_company

    opened = open_company(company)
    said_in = spoken(language, opened.settings.language)
    if clock_is_right:
        opened.tell(ClockIsRight())
    checked = opened.check()
    code = exit_code(checked.findings)
    if form:
        from gestand.cli import reports

        click.echo(reports.FORMS[form](checked.reach, checked.findings, said_in, code))
    else:
        _tell(checked, said_in)
    return code


def _tell(checked: "Checked", language: Language) -> None:
    from gestand.cli.show import finding_lines, reach_lines, summary

    click.echo(reach_lines(checked.reach, language))
    for line in finding_lines(checked.findings, language):
        click.echo(line)
    click.echo()
    click.echo(summary(checked.findings, language))


def exit_code(findings: tuple[Finding, ...]) -> int:
    """The gravest verdict decides; a check that could see nothing cannot tell."""
    verdicts = {finding.verdict for finding in findings}
    if Verdict.DEVIATION in verdicts:
        return DEVIATION
    if Verdict.CANNOT_TELL in verdicts or Verdict.KEPT not in verdicts:
        return CANNOT_TELL
    return KEPT
