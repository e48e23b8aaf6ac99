"""What shows that somebody chose: a receipt of one choice, and a bundle of all of them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gestand.core.errors import NotInTheBook, SettingsError

if TYPE_CHECKING:
    from gestand.core.choice import Recorded
    from gestand.statement.model import Statement
    from gestand.wiring import Company

_TO = click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file; standard output unless said. Only its owner can read it.",
)
_BY = click.option("--by", required=True, metavar="NAME", help="Who takes it out; logged.")


@click.command("receipt")
@click.argument("who", metavar="WHO|-")
@click.option("--number", type=click.IntRange(min=1), help="Which choice; the newest unless said.")
@_TO
@_BY
@click.pass_obj
def receipt(company: Path, who: str, number: int | None, target: Path | None, by: str) -> None:
    """Make a receipt of a choice for whoever made it, in the shape of ISO/IEC TS 27560 (JSON-LD).

    It holds her identifier, what she was shown, what the statement of that day says of each purpose, and the proof,
    which `gestand verify --proof FILE` holds to the public key.
    """
    from gestand.cli.consent.whose import looked, subject_of
    from gestand.exchange.receipt import receipt as made_of
    from gestand.wiring import open_company

    opened = open_company(company)
    subject = subject_of(who, opened)
    looked(opened, subject, by)
    history = opened.choices.history(subject)
    found = [one for one in history if number in (None, one.number)]
    if not found:
        raise NotInTheBook("No such choice of this person is on record. `gestand consent show` lists them.")
    one = found[-1]
    had = {word for word, yes in _before(history, one).items() if yes}
    proof, offer = opened.choices.proof(subject, one.number), opened.choices.offered(one.choice.offer)
    _hand_over(made_of(_statement_of(one, opened), subject, one, offer, proof, had), target, opened)


def _before(history: "tuple[Recorded, ...]", one: "Recorded") -> dict[str, bool]:
    """The last words that stood when she chose."""
    earlier = [other for other in history if (other.choice.at, other.number) < (one.choice.at, one.number)]
    earlier.sort(key=lambda other: (other.choice.at, other.number))
    return {word: yes for other in earlier for word, yes in other.choice.decisions}


def _statement_of(one: "Recorded", opened: "Company") -> "Statement":
    """The statement that was in force. Raises NotInTheBook where nobody kept it."""
    from gestand.statement.parse import parse_statement

    if opened.statement.digest == one.choice.statement:
        return opened.statement
    kept = {version.digest: version.text for version in opened.archive.versions()}
    if one.choice.statement not in kept:
        raise NotInTheBook(
            f"The statement that was in force at choice {one.number} is not in the archive, and another one would say "
            "what she never read. `gestand consent proof` needs none."
        )
    return parse_statement(kept[one.choice.statement])


@click.command("proof")
@click.argument("who", metavar="WHO|-")
@_TO
@_BY
@click.pass_obj
def proof(company: Path, who: str, target: Path | None, by: str) -> None:
    """Write all choices of WHO with what was shown, and for each that it is in the log, to hand to her or an authority.

    Whoever has the public key checks it: `gestand verify --proof FILE`. It is personal data.
    """
    from gestand.cli.consent.whose import looked, subject_of
    from gestand.wiring import open_company

    opened = open_company(company)
    subject = subject_of(who, opened)
    looked(opened, subject, by)
    _hand_over(opened.choices.proof(subject), target, opened)


def _hand_over(text: str, target: Path | None, opened: "Company") -> None:
    """To a file of mode 0600, which is never one that is there already, or to standard output."""
    import os

    from gestand.cli import words_consent as words
    from gestand.cli.page import folded, typed

    if target is None:
        click.echo(text, nl=False)
        return
    try:
        with os.fdopen(
            os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8"
        ) as file:
            file.write(text)
    except OSError as error:
        raise SettingsError(
            f"{target} cannot be written: {error.strerror}. Name a file that is not there yet."
        ) from error
    said = words.WRITTEN.said_in(opened.settings.language)
    click.echo(folded(said.format(file=target, command=f"`{typed('verify', '--proof', str(target))}`")))


COMMANDS = {"receipt": receipt, "proof": proof}
