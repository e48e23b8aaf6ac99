"""Asks the stores: a store that gives no answer is silent, and says why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gestand.core.errors import StoreAway, StoreError
from gestand.core.ports import Store
from gestand.core.question import Answer, Answers, Count, Question, Silence, Tallies


def quietly() -> None:
    """Nobody waits for a sign of life."""


@dataclass(frozen=True)
class Asking:
    """Puts questions to stores; before each of them it gives a sign of life, for an answer may take minutes."""

    stores: Mapping[str, Store]
    alive: Callable[[], None] = quietly

    def one(self, question: Question) -> Answer:
        """The store's answer, or its silence."""
        self.alive()
        try:
            return self.stores[question.store].answer(question)
        except StoreError as trouble:
            return Silence(question.store, str(trouble), isinstance(trouble, StoreAway))

    def rows(self, question: Count) -> int | None:
        """How many rows a question of one part, `rows`, finds; None when the store is silent."""
        answer = self.one(question)
        return answer["rows"].rows if isinstance(answer, Tallies) else None

    def rounds(self, ask: Callable[[Answers], tuple[Question, ...]]) -> Answers:
        """Ask in rounds, until nothing new is asked. A store that was away once is not asked again."""
        given: dict[Question, Answer] = {}
        away: dict[str, Silence] = {}
        while new := [question for question in ask(Answers(given)) if question not in given]:
            for question in new:
                answer = away.get(question.store) or self.one(question)
                given[question] = answer
                if isinstance(answer, Silence) and answer.away:
                    away[question.store] = answer
        return Answers(given)
