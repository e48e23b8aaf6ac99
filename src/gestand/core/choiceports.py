"""The door to the choices: a ledger to which is only ever added."""

from collections.abc import Sequence
from typing import Protocol

from gestand.core.choice import Choice, Offer, Recorded, Standing, Subject


class Choices(Protocol):
    """What subjects chose, known by keyed digests of their numbers and identifiers."""

    def offer(self, offer: Offer) -> str:
        """Keep what is put before people, once; gives its digest."""
        ...

    def offered(self, digest: str) -> Offer | None:
        """What was put before people; None where nothing of that digest is on record."""
        ...

    def record(self, made: Sequence[tuple[Subject, Choice]]) -> tuple[Recorded, ...]:
        """Add choices, all of them or none, each with its line in the log; on the disk when it returns."""
        ...

    def standing(self, subject: Subject, purpose: str) -> Standing | None:
        """The last word on one purpose; None where there is none."""
        ...

    def history(self, subject: Subject) -> tuple[Recorded, ...]:
        """Every choice of a subject, oldest first."""
        ...
