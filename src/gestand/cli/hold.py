"""`gestand hold`: what must stay although a promise has ended; in the book, by name and reason."""

import json
import secrets
import sys
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.errors import SettingsError
from gestand.core.hold import Hold
from gestand.core.text import Language
from gestand.core.told import BeginHold, EndHold

if TYPE_CHECKING:
    from gestand.wiring import Company

LONGEST_REVIEW = timedelta(days=183)
"""A hold is looked at again within six months (GDPR 17(3)(e) lasts no longer than the claim does)."""


@click.group("hold", invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """Legal holds: begin one, end one, or list those in force."""
    if context.invoked_subcommand is None:
        context.invoke(list_, as_json=False)


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@click.pass_obj
def list_(company: Path, as_json: bool) -> None:
    """List the holds in force today. Whom they cover stays in the book."""
    from gestand.cli import words
    from gestand.cli.page import folded
    from gestand.wiring import open_company

    opened = open_company(company)
    found = [hold for hold in opened.records.holds() if hold.in_force(_today(opened))]
    language = opened.settings.language
    if as_json:
        click.echo(json.dumps([_told(hold) for hold in found], ensure_ascii=False, indent=2))
        return
    for hold in found:
        click.echo(folded(_line(hold, language), hanging=2))
    if not found:
        click.echo(words.NO_HOLD.said_in(language))


@command.command("begin")
@click.option("--data", multiple=True, help="A word of the statement's data; all data unless said.")
@click.option(
    "--person",
    multiple=True,
    metavar="KIND=VALUE|-",
    help="A person, as the data map knows her: email=... With `-` one a line from standard input, out of sight.",
)
@click.option("--reason", required=True)
@click.option("--by", "approver", required=True, metavar="NAME", help="Who approves the hold.")
@click.option(
    "--review", required=True, type=click.DateTime(["%Y-%m-%d"]), help="When it is looked at again."
)
@click.option("--ends", type=click.DateTime(["%Y-%m-%d"]), help="When it ends by itself.")
@click.option("--even-if-empty", is_flag=True, help="Begin it although it reaches no row today.")
@click.pass_obj
def begin(
    company: Path,
    data: tuple[str, ...],
    person: tuple[str, ...],
    reason: str,
    approver: str,
    review: datetime,
    ends: datetime | None,
    even_if_empty: bool,
) -> None:
    """Begin a hold on DATA, of one PERSON or of everyone.

    What is typed stays in the shell's history and is seen in the list of processes: `--person -` keeps
    identifiers out of both.
    """
    from gestand.wiring import open_company

    opened = open_company(company)
    today = _today(opened)
    hold = Hold(
        id=f"hold-{secrets.token_hex(3)}",
        data=_known(data, tuple(opened.statement.data)),
        people=_people(person, _kinds(opened)),
        reason=_said("--reason", reason),
        approver=_said("--by", approver),
        begins=today,
        review=_soon(review.date(), today),
        ends=_later(ends.date() if ends else None, today),
    )
    if not even_if_empty:
        _refuse_empty(hold, opened)
    opened.tell(BeginHold(hold))
    _begun(hold, opened)


@command.command("end")
@click.argument("hold_id")
@click.pass_obj
def end(company: Path, hold_id: str) -> None:
    """End a hold today; what it kept falls due by its promise again."""
    from gestand.cli import words
    from gestand.wiring import open_company

    opened = open_company(company)
    opened.tell(EndHold(hold_id))
    click.echo(words.HOLD_ENDED.said_in(opened.settings.language).format(hold=hold_id))


def _begun(hold: Hold, company: "Company") -> None:
    """That it is in force, how to end it, and how many rows of each table stay."""
    from gestand.cli import words
    from gestand.cli.page import folded, typed
    from gestand.cli.show import rows_of

    language = company.settings.language
    ending = typed("hold", "end", hold.id)
    click.echo(words.HOLD_BEGINS.said_in(language).format(hold=hold.id, command=ending))
    for table, rows in company.reach_of(hold):
        told = words.HOLD_MISSES if rows is None else words.HOLD_COVERS
        line = told.said_in(language).format(table=table, rows=rows_of(rows or 0, language))
        click.echo(folded(line, 2, 4))


def _line(hold: Hold, language: Language) -> str:
    """A hold in one line: what it covers, how many people, who approved it, until when and why."""
    from gestand.cli import words

    scope = ", ".join(hold.data) or words.ALL_DATA.said_in(language)
    persons = words.counted(len(hold.people), words.PERSONS) if hold.people else words.EVERYONE
    ends = words.ENDS.said_in(language).format(day=hold.ends) if hold.ends else ""
    why = words.HOLD.said_in(language).format(
        by=hold.approver, review=hold.review, ends=ends, reason=hold.reason
    )
    return f"{hold.id} · {scope} · {persons.said_in(language).format(persons=len(hold.people))} · {why}"


def _told(hold: Hold) -> dict[str, object]:
    return {
        "id": hold.id,
        "data": hold.data,
        "persons": len(hold.people) or None,
        "reason": hold.reason,
        "by": hold.approver,
        "begins": hold.begins.isoformat(),
        "review": hold.review.isoformat(),
        "ends": hold.ends.isoformat() if hold.ends else None,
    }


def _today(company: "Company") -> date:
    return company.clock().astimezone(company.settings.zone).date()


def _known(data: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...]:
    for word in data:
        if word not in words:
            near = get_close_matches(word, words, n=1)
            hint = f" Did you mean `{near[0]}`?" if near else f" It knows: {', '.join(words)}."
            raise SettingsError(f"The statement knows no data `{word}`.{hint}")
    return data


def _kinds(company: "Company") -> tuple[str, ...]:
    """The kinds of identifier by which the data map knows people, in its order."""
    tables = (table for store in company.data_map.databases.values() for table in store.tables.values())
    known = (kind for table in tables if isinstance(table.known_by, dict) for kind in table.known_by)
    return tuple(dict.fromkeys(known))


def _people(written: tuple[str, ...], kinds: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Every (kind, identifier) once; a `-` stands for the lines of standard input."""
    read = sys.stdin.read().splitlines() if "-" in written else []
    lines = [*(one for one in written if one != "-"), *(line.strip() for line in read if line.strip())]
    if written and not lines:
        raise SettingsError("`--person -` found nobody on standard input: write KIND=VALUE, one a line.")
    return tuple(dict.fromkeys(_identifier(line, kinds) for line in lines))


def _identifier(written: str, kinds: tuple[str, ...]) -> tuple[str, str]:
    """Take KIND=VALUE apart. A message names the kind at most, never the value."""
    kind, equals, value = (part.strip() for part in written.partition("="))
    if not equals or not kind or not value:
        raise SettingsError(
            "--person takes KIND=VALUE, such as email=... (the kinds are those of `known by`)."
        )
    if kind not in kinds:
        near = get_close_matches(kind, kinds, n=1)
        hint = f"Did you mean `{near[0]}`?" if near else f"It knows: {', '.join(kinds) or 'none'}."
        raise SettingsError(
            f"The data map knows nobody by `{kind}` (`known by`), so this would hold nothing. {hint}"
        )
    return kind, value


def _refuse_empty(hold: Hold, company: "Company") -> None:
    """Raise SettingsError when the hold finds no row in any table: mostly somebody mistyped."""
    if not any(rows for _, rows in company.reach_of(hold)):
        raise SettingsError(
            "This hold reaches no row in any connected database, so it was not begun. Look at the spelling of "
            "the identifier and at the data. If it is meant for rows that are still to come, or for systems kept "
            "by hand, add: --even-if-empty"
        )


def _said(option: str, value: str) -> str:
    if not value.strip():
        raise SettingsError(f"A hold needs a name and a reason: {option} is empty.")
    return value.strip()


def _soon(review: date, today: date) -> date:
    if not today < review <= today + LONGEST_REVIEW:
        raise SettingsError(
            f"A hold is reviewed within six months: --review between {today + timedelta(days=1)} and "
            f"{today + LONGEST_REVIEW}, not {review}."
        )
    return review


def _later(ends: date | None, today: date) -> date | None:
    if ends is not None and ends <= today:
        raise SettingsError(f"A hold ends after today: --ends from {today + timedelta(days=1)}, not {ends}.")
    return ends
