"""`gestand plan`: what keeping takes today, as sentences and counts; nothing is changed."""

import json
from pathlib import Path

import click

from gestand.core.plan import Plan
from gestand.core.text import Language

SHOWN = 12


@click.command("plan")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@click.pass_obj
def command(company: Path, as_json: bool) -> None:
    """Show what keeping takes today, with the digest by which `keep --plan` and `approve` know it."""
    from gestand.wiring import open_company

    opened = open_company(company)
    plan = opened.plan()
    if as_json:
        click.echo(json.dumps(_told(plan), ensure_ascii=False, indent=2))
        return
    print_plan(plan, opened.settings.language, opened.settings.at_most)


def print_plan(plan: Plan, language: Language, at_most: int) -> None:
    """The plan as a table, and below it the command that does it."""
    from gestand.cli import words
    from gestand.cli.show import console, number, plan_table, waiting_line

    out = console()
    digest = plan.digest[:SHOWN]
    rows = f"{number(plan.rows, language)} {words.ROWS.said_in(language)}"
    out.print(f"{words.PLAN.said_in(language)} [bold]{digest}[/bold] · {rows}")
    out.print(plan_table(plan, language))
    if not plan.actions and not plan.impossible and not plan.silences:
        out.print(words.NOTHING_TO_DO.said_in(language))
    for arrears in plan.arrears:
        out.print(f"[yellow]{waiting_line(arrears, language)}[/yellow]")
    if plan.arrears:
        out.print(f"  gestand approve {digest} --by NAME --reason WHY")
    if plan.actions:
        limit = f" --at-most {plan.rows}" if plan.rows > at_most else ""
        out.print(f"  gestand keep --plan {digest}{limit}")


def _told(plan: Plan) -> dict[str, object]:
    return {
        "digest": plan.digest,
        "statement": plan.statement,
        "at": plan.at.isoformat(),
        "rows": plan.rows,
        "actions": [
            {
                "promise": action.promise,
                "act": type(action).__name__.lower(),
                "store": action.store,
                "table": str(action.table),
                "rows": action.rows,
            }
            for action in plan.actions
        ],
        "impossible": [
            {"promise": step.promise, "why": step.why, "rows": step.rows} for step in plan.impossible
        ],
        "silent": [{"store": silence.store, "reason": silence.reason} for silence in plan.silences],
        "waiting": [
            {"promise": arrears.sweep.promise, "rows": arrears.rows, "why": arrears.why}
            for arrears in plan.arrears
        ],
    }
