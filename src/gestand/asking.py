"""Asks the stores: a store that gives no answer is silent, and says why."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from gestand.core.errors import StoreAway, StoreError
from gestand.core.ports import Store
from gestand.core.question import Answer, Answers, Count, Question, Silence, Tallies


def quietly() -> None:
    """Nobody waits for a sign of life."""


@runtime_checkable
class AnswersSeveral(Protocol):
    """A store that answers several questions in one look: about one person, where each takes a moment."""

    def answers(self, questions: tuple[Question, ...]) -> tuple[Answer, ...]:
        """Their answers, in order. Raises StoreAway or StoreRefuses when there is one that it does not answer."""
        ...


@dataclass(frozen=True)
class Asking:
    """Puts questions to stores; before each of them it gives a sign of life, for an answer may take minutes.

    `at_once`: what is asked is about one person, so that a store may answer all of it in one look.
    """

    stores: Mapping[str, Store]
    alive: Callable[[], None] = quietly
    at_once: bool = False

    def one(self, question: Question) -> Answer:
        """The store's answer, or its silence."""
        self.alive()
        try:
            return self.stores[question.store].answer(question)
        except StoreError as trouble:
            return Silence(question.store, str(trouble), isinstance(trouble, StoreAway))

    def rows(self, question: Count) -> int | None:
        """How many rows a question of one part, `rows`, finds; None when the store is silent."""
        return rows_in(self.one(question))

    def several(self, questions: Iterable[Question]) -> dict[Question, Answer]:
        """The answers to several; a store that cannot answer some of them is asked one by one."""
        asked = tuple(dict.fromkeys(questions))
        given: dict[Question, Answer] = {}
        for store in dict.fromkeys(one.store for one in asked) if self.at_once else ():
            theirs = tuple(one for one in asked if one.store == store)
            given |= self._in_one_look(self.stores[store], theirs)
        away: dict[str, Silence] = {}
        for question in asked:
            if question not in given:
                answer = given[question] = away.get(question.store) or self.one(question)
                if isinstance(answer, Silence) and answer.away:
                    away[question.store] = answer
        return given

    def _in_one_look(self, store: Store, asked: tuple[Question, ...]) -> dict[Question, Answer]:
        if not isinstance(store, AnswersSeveral) or len(asked) < 2:
            return {}
        self.alive()
        try:
            return dict(zip(asked, store.answers(asked), strict=True))
        except StoreError:
            return {}

    def rounds(self, ask: Callable[[Answers], tuple[Question, ...]]) -> Answers:
        """Ask in rounds, until nothing new is asked. A store that was away once is not asked again."""
        given: dict[Question, Answer] = {}
        away: dict[str, Answer] = {}
        while new := [question for question in ask(Answers(given)) if question not in given]:
            given |= {one: away[one.store] for one in new if one.store in away}
            given |= self.several(one for one in new if one.store not in away)
            silent = (answer for answer in given.values() if isinstance(answer, Silence) and answer.away)
            away = {answer.store: answer for answer in silent}
        return Answers(given)


def rows_in(answer: Answer) -> int | None:
    """How many rows a question of one part, `rows`, found; None for a silence."""
    return answer["rows"].rows if isinstance(answer, Tallies) else None
