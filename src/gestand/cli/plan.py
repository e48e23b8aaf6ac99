"""`gestand plan`: what keeping takes today, as sentences and counts; nothing is changed."""

import json
from pathlib import Path

import click


@click.command("plan")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@click.pass_obj
def command(company: Path, as_json: bool) -> None:
    """Show what keeping takes today, with the digest by which `keep --plan` and `approve` know it."""
    from gestand.cli.show import plan_lines
    from gestand.cli.told import plan_told
    from gestand.wiring import open_company

    opened = open_company(company)
    plan, settings = opened.plan(), opened.settings
    if as_json:
        click.echo(json.dumps(plan_told(plan), ensure_ascii=False, indent=2))
        return
    for line in plan_lines(plan, settings.language, settings.at_most):
        click.echo(line)
