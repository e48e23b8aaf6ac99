"""`gestand deadline`: explain one date, or compute a whole file of them."""

import json
from datetime import date, datetime

import click

from gestand.cli.deadline_cases import print_cases
from gestand.clock.deadline import PROMISE, Deadline, deadline, whole_number
from gestand.clock.holidays import CALENDARS, calendar_named
from gestand.clock.moment import parse_start
from gestand.clock.period import Language

_LINES: dict[Language, dict[str, str]] = {
    "en": {
        "safe": "safe date    {safe}  the earliest end under every reading: let alarms run on it",
        "law": "legal limit  {limit}  the outer edge; the norm is without delay",
        "minimum": "legal limit  {limit}  must be kept through this day",
        "promise": "legal limit  none: a promise binds by itself; where a law ends earlier, the law governs",
        "rule": "rule         {why}",
        "checked": "             (not yet re-read by a named person; no legal advice)",
    },
    "nl": {
        "safe": "veilige datum    {safe}  het vroegste einde volgens elke lezing: laat alarmen hierop lopen",
        "law": "wettelijke grens {limit}  de uiterste datum; de norm is: zonder vertraging",
        "minimum": "wettelijke grens {limit}  bewaren tot en met deze dag is verplicht",
        "promise": "wettelijke grens geen: een belofte bindt zelf; eindigt een wet eerder, dan geldt de wet",
        "rule": "regel            {why}",
        "checked": "                 (nog door niemand met naam herlezen; geen juridisch advies)",
    },
}


@click.command(
    "deadline",
    short_help="Explain a legal date, or compute a file of them.",
    context_settings={"ignore_unknown_options": True},  # so that -1 reaches AMOUNT, and is told as negative
)
@click.argument("kind", required=False)
@click.argument("start", required=False)
@click.argument("amount", required=False)
@click.option(
    "--basis", default="", help="The rule it rests on; 'Reg1182/71 ...' moves past weekends and holidays."
)
@click.option(
    "--calendar", "calendar_name", type=click.Choice(list(CALENDARS)), default="ATW", show_default=True
)
@click.option("--lang", "language", type=click.Choice(["en", "nl"]), default="en", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@click.option("--cases", metavar="FILE.csv", help="Print case_id,end for every row of a CSV file.")
def command(
    kind: str | None,
    start: str | None,
    amount: str | None,
    basis: str,
    calendar_name: str,
    language: Language,
    as_json: bool,
    cases: str | None,
) -> None:
    """Explain when AMOUNT units of KIND end, counted from START (a date or a moment).

    \b
    gestand deadline gdpr_month 2026-03-05 1
    gestand deadline working_days 2026-12-23 5 --lang nl
    gestand deadline hours_72 2026-03-27T12:00:00+01:00 72
    """
    _refuse_options(kind, start, amount)
    if cases and (kind or as_json):
        raise click.UsageError("give either --cases FILE.csv alone, or KIND START AMOUNT")
    calendar = calendar_named(calendar_name)
    if cases:
        click.get_current_context().exit(print_cases(cases, calendar))
    if kind is None or start is None or amount is None:
        raise click.UsageError("give KIND START AMOUNT, or --cases FILE.csv; --help shows examples")
    found = deadline(kind, parse_start(start), whole_number(amount), basis, calendar)
    click.echo(_as_json(found, language) if as_json else _explained(found, language))


def _refuse_options(*given: str | None) -> None:
    for word in given:
        if word and word.startswith("-") and not word[1:2].isdigit():
            raise click.NoSuchOption(word, ctx=click.get_current_context())


def _explained(found: Deadline, language: Language) -> str:
    values = {"safe": _iso(found.safe), "limit": _iso(found.limit), "why": _rule(found, language)}
    lines = [_LINES[language][name].format_map(values) for name in ("safe", found.force, "rule", "checked")]
    return "\n".join([_iso(found.end), "", found.sentence(language), "", *lines])


def _rule(found: Deadline, language: Language) -> str:
    return "contract of belofte" if (language, found.why) == ("nl", PROMISE) else found.why


def _as_json(found: Deadline, language: Language) -> str:
    fields = {
        "kind": found.kind,
        "start": _iso(found.start),
        "amount": found.amount,
        "end": _iso(found.end),
        "safe": _iso(found.safe),
        "limit": _iso(found.limit) or None,
        "over_at": found.over_at().isoformat(),
        "why": found.why,
        "verified_by": None,
        "sentence": found.sentence(language),
    }
    return json.dumps(fields, ensure_ascii=False, indent=2)


def _iso(moment: date | datetime | None) -> str:
    return moment.isoformat() if moment else ""
