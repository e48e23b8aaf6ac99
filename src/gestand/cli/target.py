"""Where the bytes of a command go: to the file named by `--to`, or to standard output."""

from pathlib import Path

import click

from gestand.core.errors import ConfigurationError


class FileCannotBeWritten(ConfigurationError):
    """The folder is not there, or may not be written in."""


def hand_over(made: bytes, target: Path | None) -> None:
    """Write these very bytes, whatever the letters of the terminal. Raises FileCannotBeWritten."""
    if target is None:
        click.echo(made, nl=False)
        return
    try:
        target.write_bytes(made)
    except OSError as problem:
        told = f"{target} cannot be written: {problem.strerror}. Name another file with --to."
        raise FileCannotBeWritten(told) from problem
