"""The door to the choices: a ledger to which is only ever added."""

from collections.abc import Sequence
from typing import Protocol

from gestand.core.caselist import View
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
        """Add choices, all of them or none, each with its line in the log; on the disk when it returns.

        Raises NotAChoice for one that says nothing, says two things of one purpose, or says it tomorrow.
        """
        ...

    def standing(self, subject: Subject, purpose: str) -> Standing | None:
        """The last word on one purpose; None where there is none."""
        ...

    def last_words(self, subject: Subject) -> dict[str, Standing]:
        """The last word on each purpose that there is one on."""
        ...

    def history(self, subject: Subject) -> tuple[Recorded, ...]:
        """Every choice of a subject, oldest first."""
        ...

    def seen(self, subject: Subject, by: str) -> None:
        """Somebody of the staff is about to look at somebody's choices."""
        ...

    def looks(self, subject: Subject) -> tuple[View, ...]:
        """Everyone of the staff who looked at them, oldest first."""
        ...

    def proof(self, subject: Subject, number: int | None = None) -> str:
        """A bundle that shows, with the public key alone, that her choices, or one of them, stand in the log.

        Raises NotInTheBook where there are none, and Tampered where the book does not say what the log says.
        """
        ...
