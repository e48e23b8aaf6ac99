"""The command line: one file per command, loaded only when it is called."""

import os
import signal
import sys
from importlib import import_module
from keyword import iskeyword
from pathlib import Path

import click

from gestand import __version__
from gestand.core.errors import GestandError

COMMANDS = {
    "demo": "Write a sample company and walk the whole path with it.",
    "init": "Start a company: a commented statement and data map, settings, keys and a book.",
    "read": "Read a published statement into facts and a draft, with a quote beside each.",
    "lint": "Judge the words of a statement, or of a published text, against the law.",
    "explain": "Explain a rule of lint by its code: the law, why it matters, wrong and right.",
    "map": "Draft the data map out of a live database, or see what has changed against it.",
    "promises": "What the statement promises, each with its sentence.",
    "check": "Were the promises kept? Needs read rights alone.",
    "plan": "What keeping takes today. Changes nothing.",
    "approve": "Approve a first or a stricter sweep, by name and reason.",
    "keep": "Do today's plan.",
    "may": "May something be done to somebody? Yes or no, with the reason.",
    "request": "What people ask: access, erasure and the other rights, from receipt to answer.",
    "consent": "What people chose: show it, a receipt, the proof, and what was said at the counter.",
    "replay": "After a restore: erase again what was erased since the back-up.",
    "staff": "Who may sign in at the desk: invite, list, revoke.",
    "serve": "Serve the pages for public and staff, and keep the schedule.",
    "token": "What another system shows to hand in requests by the API.",
    "mail": "Send the letters that wait, and say what became of them.",
    "hold": "Legal holds: begin, end, list.",
    "account": "Account for rows that went too early, by name and cause.",
    "drift": "What has changed in the mapped databases.",
    "grants": "The SQL for a reading and a keeping role with least rights.",
    "diff": "Which promises are new, gone, stricter or laxer between two statements.",
    "render": "The statement as people read it; the registers and the annex that follow from it.",
    "export": "The statement in a format that others read: TILT, DPV, register, GPC, device storage.",
    "import": "A part of a statement out of a format that others write.",
    "deadline": "Explain a legal deadline, or compute a file of them.",
    "log": "Show the log, or export it for others to verify.",
    "checkpoint": "Print a signed checkpoint of the log, to hand out.",
    "verify": "Verify an exported log with nothing but the public key.",
    "schema": "The JSON Schema of a file format, for your editor.",
}
"""The commands in the order of the path, each with its line in `gestand --help`."""

USAGE = 3
"""The exit code of a usage or configuration error."""


def file_of(command: str) -> str:
    """The file of a command, without its ending; a word of Python's own (`import`) cannot be one."""
    return f"{command}_" if iskeyword(command) else command


class Commands(click.Group):
    """The group of all commands, in the order above; a command's file is imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            from difflib import get_close_matches

            near = get_close_matches(cmd_name, COMMANDS, n=1)
            hint = f"Did you mean `gestand {near[0]}`?" if near else "`gestand --help` lists the commands."
            raise click.UsageError(f"There is no command `{cmd_name}`. {hint}")
        command: click.Command = import_module(f"gestand.cli.{file_of(cmd_name)}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="gestand")
@click.option(
    "-C",
    "--company",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="The company's folder, with its statement.yaml. This folder unless said.",
)
@click.pass_context
def gestand(context: click.Context, company: Path) -> None:
    """Keep a company's privacy statement in its real databases, and prove it.

    Exit codes of `check`: 0 kept, 1 deviation, 2 cannot tell, 3 usage or configuration error.
    """
    context.obj = company
    if os.environ.get("NO_COLOR"):
        context.color = False


def main(arguments: list[str] | None = None) -> None:
    """Run one command; every error that gestand knows ends in a sentence and an exit code.

    To be told to stop (SIGTERM, as systemd does) is the same as Ctrl-C: what was done is logged first.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        code = gestand.main(arguments, prog_name="gestand", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(USAGE)
    except (click.Abort, KeyboardInterrupt):
        click.echo(
            "\nInterrupted. What was done is logged; the next `gestand keep` goes on from there.", err=True
        )
        sys.exit(130)
    except GestandError as error:
        click.echo(said(error), err=True)
        sys.exit(getattr(error, "exit_code", USAGE))
    sys.exit(code if isinstance(code, int) else 0)


def said(error: GestandError) -> str:
    """The message, and below it all faults of the file when the error carries them."""
    from gestand.cli.page import legible

    faults = getattr(error, "faults", ())
    listed = "\n".join(f"  {fault}" for fault in faults)
    told = f"{error}\n{listed}" if listed and listed not in str(error) else str(error)
    return "\n".join(legible(line) for line in told.split("\n"))
