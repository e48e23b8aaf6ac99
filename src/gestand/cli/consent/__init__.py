"""`gestand consent`: what somebody chose, and what shows it; one file for each part of the way."""

import click

from gestand.cli.parts import Parts

PARTS = {
    "show": ("looking", "What somebody chose, and what stands now."),
    "receipt": ("proving", "A receipt of one choice (ISO/IEC TS 27560, JSON-LD)."),
    "proof": ("proving", "Somebody's choices, for others to verify with the public key."),
    "record": ("recording", "Enter a choice that was said to a member of the staff."),
    "unsubscribe-link": ("link", "The link and header lines of one-click unsubscribe (RFC 8058)."),
}
"""Each part with its file and its line in `gestand consent --help`."""


class ConsentParts(Parts):
    """The parts of the way, in this order."""

    room, parts = __name__, PARTS


@click.command("consent", cls=ConsentParts)
def command() -> None:
    """Choices of people: what they said yes and no to, and what shows it.

    WHO is a kind and an identifier of the data map, such as email=name@example.org, or visitor=NUMBER, the number of
    a browser. With `-` it is read from standard input, and so stays out of the shell's history.
    """
