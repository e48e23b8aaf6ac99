"""Looking at what somebody chose; every look is logged."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.choice import Recorded, Standing, Subject

if TYPE_CHECKING:
    from gestand.wiring import Company


@click.command("show")
@click.argument("who", metavar="WHO|-")
@click.option("--by", required=True, metavar="NAME", help="Who looks; every look is logged.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
@click.pass_obj
def show(company: Path, who: str, by: str, as_json: bool) -> None:
    """Show what WHO said yes and no to, the oldest first, the last word on each purpose, and who looked."""
    from gestand.cli.consent.whose import looked, subject_of
    from gestand.wiring import open_company

    opened = open_company(company)
    subject = subject_of(who, opened)
    looked(opened, subject, by)
    if as_json:
        click.echo(json.dumps(_told(subject, opened), ensure_ascii=False, indent=2))
        return
    for line in _lines(subject, opened):
        click.echo(line)


def _lines(subject: Subject, opened: "Company") -> Iterator[str]:
    from gestand.cli import words_consent as words
    from gestand.cli.page import at, folded

    language, zone = opened.settings.language, opened.settings.zone
    history, last = opened.choices.history(subject), opened.choices.last_words(subject)
    if not history:
        yield words.NOTHING.said_in(language)
    else:
        yield words.CHOICES.said_in(language)
        yield from (folded(line, 2, 4) for line in _choices(history, last, opened))
        yield words.LAST_WORDS.said_in(language)
        for purpose, word in last.items():
            said = f"{words.decided({purpose: word.granted}, language)} · {at(word.at, zone)}"
            unproven = "" if word.proven else f" · {words.UNPROVEN.said_in(language)}"
            yield folded(f"{said}{unproven}", 2, 4)
    yield words.LOOKED.said_in(language)
    yield from (folded(f"{at(look.at, zone)} · {look.by}", 2, 4) for look in opened.choices.looks(subject))


def _choices(history: tuple[Recorded, ...], last: dict[str, Standing], opened: "Company") -> Iterator[str]:
    from gestand.cli import words_consent as words
    from gestand.cli.page import at

    language = opened.settings.language
    for one in history:
        choice = one.choice
        told = [
            f"{one.number}: {at(choice.at, opened.settings.zone)}",
            words.WAYS[choice.way].said_in(language),
            words.decided(dict(choice.decisions), language),
            *(signal.value for signal in choice.signals),
        ]
        if choice.age in words.TOLD_AGES:
            told.append(words.AGES[choice.age].said_in(language))
        if choice.by:
            told.append(words.ENTERED.said_in(language).format(by=choice.by))
        if any(word.number == one.number for word in last.values()):
            told.append(words.STANDS.said_in(language))
        yield " · ".join(told)


def _told(subject: Subject, opened: "Company") -> dict[str, object]:
    history, last = opened.choices.history(subject), opened.choices.last_words(subject)
    return {
        "choices": [
            {
                "number": one.number,
                "entry": one.entry,
                "at": one.choice.at.isoformat(),
                "decisions": dict(one.choice.decisions),
                "offer": one.choice.offer,
                "statement": one.choice.statement,
                "version": one.choice.version,
                "language": one.choice.language,
                "way": one.choice.way.value,
                "signals": [signal.value for signal in one.choice.signals],
                "age": one.choice.age.value,
                "by": one.choice.by,
            }
            for one in history
        ],
        "last": {
            purpose: {
                "granted": word.granted,
                "at": word.at.isoformat(),
                "proven": word.proven,
                "choice": word.number,
            }
            for purpose, word in last.items()
        },
        "looks": [{"by": look.by, "at": look.at.isoformat()} for look in opened.choices.looks(subject)],
    }


COMMANDS = {"show": show}
