"""The doors between the keeper and the world: what a store must be able to do."""

from collections.abc import Iterator
from typing import Protocol

from gestand.core.action import Action, Batch, Pace
from gestand.core.question import Answer, Question


class Store(Protocol):
    """A system that holds the company's data. Both methods raise StoreAway or StoreRefuses."""

    def answer(self, question: Question) -> Answer:
        """Answer without changing anything; read rights are enough."""
        ...

    def perform(self, action: Action, pace: Pace) -> Iterator[Batch]:
        """Act in committed batches, re-evaluating the predicate inside each; closing the iterator stops it.

        Ends by itself when nothing is left that meets the action's predicate, or when the next batch would
        go beyond `pace.at_most`.
        """
        ...
