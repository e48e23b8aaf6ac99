"""A command of many parts, such as `gestand request`: one file for each part of the way."""

from importlib import import_module

import click


class Parts(click.Group):
    """The parts in the order in which they are given; a file is loaded when one of its parts is called.

    `parts` has each with its file in the package `room`, and its line in the help. A file's `COMMANDS` has its parts.
    """

    room: str
    parts: dict[str, tuple[str, str]]

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.parts)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in self.parts:
            return None
        found: click.Command = import_module(f"{self.room}.{self.parts[cmd_name][0]}").COMMANDS[cmd_name]
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in self.parts.items()])
