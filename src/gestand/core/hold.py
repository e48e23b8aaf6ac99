"""A legal hold: what must stay although a promise has ended (GDPR 17(3)(e), 18(1)(c))."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Hold:
    """`data` are the statement's words, none for all; `people` are (kind, identifier), none for everyone.

    Identifiers are personal data: a hold lives in the book, and its repr hides them. `begins`, `review` and
    `ends` are local days; an open hold has no end.
    """

    id: str
    data: tuple[str, ...]
    people: tuple[tuple[str, str], ...]
    reason: str
    approver: str
    begins: date
    review: date
    ends: date | None = None

    def __repr__(self) -> str:
        return f"Hold(id={self.id!r}, review={self.review}, ends={self.ends})"

    def in_force(self, day: date) -> bool:
        """From its first day on, and no longer on the day on which it ends."""
        return self.begins <= day and (self.ends is None or day < self.ends)

    def covers(self, data: str) -> bool:
        return not self.data or data in self.data
