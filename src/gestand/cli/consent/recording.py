"""Entering a choice that somebody said at the counter or on the phone."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.choice import AgeRoute, Choice, ChoiceWay, Offer, Recorded, Subject
from gestand.core.errors import SettingsError
from gestand.core.text import Language, Text

if TYPE_CHECKING:
    from gestand.wiring import Company

_LAYOUT = "said by staff"


@click.command("record")
@click.argument("who", metavar="WHO|-")
@click.option("--yes", multiple=True, metavar="PURPOSE", help="A purpose that is agreed to.")
@click.option(
    "--no", multiple=True, metavar="PURPOSE", help="A purpose that is refused, or no longer agreed to."
)
@click.option("--by", required=True, metavar="NAME", help="Who heard it; kept with the choice.")
@click.option(
    "--said",
    default="",
    metavar="TEXT",
    help="The words with which it was asked; without them a yes is unproven.",
)
@click.option(
    "--at",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M"]),
    help="When it was said, in the company's time; now unless said.",
)
@click.option(
    "--age",
    type=click.Choice([one.value for one in AgeRoute]),
    default=AgeRoute.NOT_ASKED.value,
    show_default=True,
    help="What was done about the age of who chose (GDPR 8).",
)
@click.option(
    "--language", type=click.Choice(["nl", "en"]), help="In which it was asked; the company's unless said."
)
@click.pass_obj
def record(company: Path, /, who: str, by: str, **told: object) -> None:
    """Enter what WHO said to a member of the staff. Nothing is changed by it: a withdrawal is another choice.

    A purpose is a word of the statement's purposes, of its advertising messages, or of what it asks for on devices.
    """
    from gestand.cli.consent.whose import subject_of
    from gestand.wiring import open_company

    opened = open_company(company)
    if not by.strip():
        raise SettingsError("Who heard it? --by takes the name of one member of the staff.")
    subject = subject_of(who, opened)
    choice = _choice(opened, by.strip(), told)
    opened.archive.archive(opened.clock())
    (recorded,) = opened.choices.record([(subject, choice)])
    for line in _lines(recorded, subject, opened):
        click.echo(line)


def _choice(opened: "Company", by: str, told: dict[str, object]) -> Choice:
    language: Language = "en" if (told["language"] or opened.settings.language) == "en" else "nl"
    decisions = _decisions(opened, told)
    statement = opened.statement
    return Choice(
        at=_moment(told["at"], opened),
        decisions=decisions,
        offer=_offer(opened, str(told["said"]).strip(), language, [word for word, _ in decisions]),
        statement=statement.digest,
        version=statement.version,
        language=language,
        way=ChoiceWay.STAFF,
        age=AgeRoute(str(told["age"])),
        by=by,
    )


def _decisions(opened: "Company", told: dict[str, object]) -> tuple[tuple[str, bool], ...]:
    """Each purpose once. Raises SettingsError for a word that the statement does not have."""
    from gestand.cli.request.coming_in import words

    yes, no = (words(option, told[option], _purposes(opened)) for option in ("yes", "no"))
    if both := sorted({*yes} & {*no}):
        raise SettingsError(f"Both yes and no to {', '.join(both)}: write what was said last.")
    if not yes and not no:
        raise SettingsError("What was said? Write --yes PURPOSE, --no PURPOSE, or several of them.")
    return (*((word, True) for word in dict.fromkeys(yes)), *((word, False) for word in dict.fromkeys(no)))


def _purposes(opened: "Company") -> dict[str, Text]:
    """What can be chosen, by name: purposes, advertising messages, and what is asked for on devices."""
    from gestand.statement.asked import asked

    purposes = {word: one.text for word, one in opened.statement.purposes.items()}
    messages = {word: Text(word, word) for word in opened.statement.marketing or {}}
    return {**messages, **{word: one.name for word, one in asked(opened.statement).items()}, **purposes}


def _offer(opened: "Company", said: str, language: Language, purposes: list[str]) -> str:
    """The words with which it was asked, kept as what was shown elsewhere is; empty where nobody wrote them down."""
    if not said:
        return ""
    names = _purposes(opened)
    shown = tuple((word, names[word].said_in(language)) for word in purposes)
    return opened.choices.offer(Offer(language, _LAYOUT, (said,), (), shown))


def _moment(value: object, opened: "Company") -> datetime:
    """In the company's zone; one that is still to come is a slip of the pen."""
    now = opened.clock()
    if not isinstance(value, datetime):
        return now
    said = value.replace(tzinfo=opened.settings.zone)
    if said > now:
        raise SettingsError(f"--at {said:%Y-%m-%d %H:%M} is still to come. Write when it was said.")
    return said


def _lines(recorded: Recorded, subject: Subject, opened: "Company") -> list[str]:
    from gestand.cli import words_consent as words
    from gestand.cli.page import folded

    language, choice = opened.settings.language, recorded.choice
    said = words.decided(dict(choice.decisions), language)
    told = [words.RECORDED.said_in(language).format(number=recorded.number, entry=recorded.entry, said=said)]
    if not choice.offer:
        told.append(words.WITHOUT_WORDS.said_in(language))
    last = opened.choices.last_words(subject)
    if any(last[word].number != recorded.number for word, _ in choice.decisions):
        told.append(words.LATER_WORD.said_in(language))
    return [folded(line) for line in told]


COMMANDS = {"record": record}
