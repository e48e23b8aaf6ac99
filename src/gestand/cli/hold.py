"""`gestand hold`: what must stay although a promise has ended; in the book, by name and reason."""

import secrets
from datetime import date, datetime, timedelta
from pathlib import Path

import click

from gestand.core.hold import Hold
from gestand.core.told import BeginHold, EndHold

LONGEST_REVIEW = timedelta(days=183)
"""A hold is looked at again within six months (GDPR 17(3)(e) lasts no longer than the claim does)."""


@click.group("hold", invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """Legal holds: begin one, end one, or list those in force."""
    if context.invoked_subcommand is None:
        context.invoke(list_)


@command.command("list")
@click.pass_obj
def list_(company: Path) -> None:
    """List the holds in force today. Whom they cover stays in the book."""
    from gestand.wiring import open_company

    opened = open_company(company)
    found = opened.records.holds(opened.clock().astimezone(opened.settings.zone).date())
    for hold in found:
        scope = ", ".join(hold.data) or "all data"
        people = f", {len(hold.people)} person(s)" if hold.people else ", everyone"
        ends = f", ends {hold.ends}" if hold.ends else ""
        click.echo(
            f"{hold.id}  {scope}{people}  approved by {hold.approver}, review {hold.review}{ends}: {hold.reason}"
        )
    if not found:
        click.echo("No hold is in force.")


@command.command("begin")
@click.option("--data", multiple=True, help="A word of the statement's data; all data unless said.")
@click.option(
    "--person", multiple=True, metavar="KIND=VALUE", help="A person, as the data map knows her: email=..."
)
@click.option("--reason", required=True)
@click.option("--by", "approver", required=True, metavar="NAME", help="Who approves the hold.")
@click.option(
    "--review", required=True, type=click.DateTime(["%Y-%m-%d"]), help="When it is looked at again."
)
@click.option("--ends", type=click.DateTime(["%Y-%m-%d"]), help="When it ends by itself.")
@click.pass_obj
def begin(
    company: Path,
    data: tuple[str, ...],
    person: tuple[str, ...],
    reason: str,
    approver: str,
    review: datetime,
    ends: datetime | None,
) -> None:
    """Begin a hold on DATA, of one PERSON or of everyone."""
    from gestand.wiring import open_company

    opened = open_company(company)
    today = opened.clock().astimezone(opened.settings.zone).date()
    hold = Hold(
        id=f"hold-{secrets.token_hex(3)}",
        data=_known(data, tuple(opened.statement.data)),
        people=tuple(_identifier(written) for written in person),
        reason=reason,
        approver=approver,
        begins=today,
        review=_soon(review.date(), today),
        ends=ends.date() if ends else None,
    )
    opened.tell(BeginHold(hold))
    click.echo(f"{hold.id} is in force. End it with: gestand hold end {hold.id}")
    for table, rows in opened.reach_of(hold):
        told = (
            "not covered: the data map knows no way to tell whose its rows are"
            if rows is None
            else f"{rows:,} rows"
        )
        click.echo(f"  {table}: {told}")


@command.command("end")
@click.argument("hold_id")
@click.pass_obj
def end(company: Path, hold_id: str) -> None:
    """End a hold today; what it kept falls due by its promise again."""
    from gestand.wiring import open_company

    open_company(company).tell(EndHold(hold_id))
    click.echo(f"{hold_id} has ended.")


def _known(data: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...]:
    from difflib import get_close_matches

    from gestand.core.errors import SettingsError

    for word in data:
        if word not in words:
            near = get_close_matches(word, words, n=1)
            hint = f" Did you mean `{near[0]}`?" if near else f" It knows: {', '.join(words)}."
            raise SettingsError(f"The statement knows no data `{word}`.{hint}")
    return data


def _identifier(written: str) -> tuple[str, str]:
    from gestand.core.errors import SettingsError

    kind, equals, value = written.partition("=")
    if not equals or not kind or not value:
        raise SettingsError(
            "--person takes KIND=VALUE, such as email=... (the kinds are those of `known by`)."
        )
    return kind, value


def _soon(review: date, today: date) -> date:
    from gestand.core.errors import SettingsError

    if not today < review <= today + LONGEST_REVIEW:
        raise SettingsError(
            f"A hold is reviewed within six months: --review between {today + timedelta(days=1)} and "
            f"{today + LONGEST_REVIEW}, not {review}."
        )
    return review
