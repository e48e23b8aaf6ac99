"""`gestand consent`: what somebody chose, and what shows it; one file for each part of the way."""

from importlib import import_module

import click

PARTS = {
    "show": ("looking", "What somebody chose, and what stands now."),
    "receipt": ("proving", "A receipt of one choice (ISO/IEC TS 27560, JSON-LD)."),
    "proof": ("proving", "Somebody's choices, for others to verify with the public key."),
    "record": ("recording", "Enter a choice that was said to a member of the staff."),
    "unsubscribe-link": ("link", "The link and header lines of one-click unsubscribe (RFC 8058)."),
}
"""Each part with its file and its line in `gestand consent --help`."""


class Parts(click.Group):
    """The parts in this order; a file is loaded when one of its parts is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(PARTS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in PARTS:
            return None
        found: click.Command = import_module(f"gestand.cli.consent.{PARTS[cmd_name][0]}").COMMANDS[cmd_name]
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in PARTS.items()])


@click.command("consent", cls=Parts)
def command() -> None:
    """Choices of people: what they said yes and no to, and what shows it.

    WHO is a kind and an identifier of the data map, such as email=name@example.org, or visitor=NUMBER, the number of
    a browser. With `-` it is read from standard input, and so stays out of the shell's history.
    """
