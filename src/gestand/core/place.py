"""Where something stands in a file, and what is wrong there."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A spot in a file; `line` and `column` count from one."""

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Fault:
    """One thing wrong in a file: the message names the value, what was expected and the way out.

    `value`, `expected` and `nearest` are the same three apart, for editors and pipelines; empty where none fits.
    """

    place: Place
    message: str
    value: str = ""
    expected: str = ""
    nearest: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"
