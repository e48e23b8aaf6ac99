"""What people tell the keeper: a closed list of things that happened outside the machine."""

from dataclasses import dataclass

from gestand.core.hold import Hold


@dataclass(frozen=True)
class Approve:
    """A named person approves what waits in the plan whose digest begins with `digest`.

    `by` and `reason` go into the book, never into the log; the repr hides them.
    """

    digest: str
    by: str
    reason: str

    def __repr__(self) -> str:
        return f"Approve(digest={self.digest!r})"


@dataclass(frozen=True)
class BeginHold:
    """A hold begins."""

    hold: Hold


@dataclass(frozen=True)
class EndHold:
    """A hold ends today; what it kept falls due by its promise again."""

    id: str


Told = Approve | BeginHold | EndHold


@dataclass(frozen=True)
class Approved:
    """What an approval covers: the plan's whole digest, and rows by promise."""

    digest: str
    promises: tuple[tuple[str, int], ...]

    @property
    def rows(self) -> int:
        return sum(rows for _, rows in self.promises)
